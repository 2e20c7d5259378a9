"""Files that show that something was done: sealed like the evidence of a report, each deed with one in its custody."""

from collections.abc import Iterator

from django.db import transaction
from django.utils import timezone

from sanad.accounts.models import Link
from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader, ReaderKind
from sanad.commitments.models import Action, Evidence, FocalPoint, Progress
from sanad.commitments.queries.files import KIND
from sanad.commitments.rules.reported import WhyDestroyed, reasons_against_file
from sanad.kit.refusals import N_, NotPermitted, OutOfOrder, Refused
from sanad.kit.text import storable
from sanad.ledger.actions import record
from sanad.vault.actions import destroy
from sanad.vault.incoming import Incoming
from sanad.vault.originals import destroy_original, keep_incoming, open_original
from sanad.vault.queries import originals_kept
from sanad.vault.rules import Purpose
from sanad.vault.sealing import sealer_for
from sanad.violations.actions import Custody
from sanad.violations.rules.file_names import plain_name
from sanad.violations.rules.media import media_type_of


@transaction.atomic
def keep_file(
    action: Action, incoming: Incoming, *, title: str, name: str, by: Reader, progress: Progress | None = None
) -> Evidence:
    """Keep a file that shows what was done; `incoming` has been received to its end."""
    require(by, Permission.COMMITMENT_KEEP, custodian=action.custodian_id)
    if progress is not None and progress.action_id != action.pk:
        raise OutOfOrder.one("file.other_report", N_("This report is about another action."), "progress")
    return _kept(action, incoming, title, name, by, progress=progress)


@transaction.atomic
def keep_file_by_link(
    progress: Progress, incoming: Incoming, *, title: str, name: str, by: Reader, focal_point: FocalPoint, link: Link
) -> Evidence:
    """A focal point adds a file to what they reported, until somebody has looked at it."""
    ours = progress.focal_point_id == focal_point.pk and progress.custodian_id == focal_point.custodian_id
    if by.kind is not ReaderKind.LINK or link.of != focal_point.pk or not ours or focal_point.ended_on is not None:
        raise NotPermitted.one("link.not_for_this", N_("This link does not open that action."))
    held = Progress.objects.select_for_update(no_key=True).get(pk=progress.pk)
    if held.verdict:
        raise OutOfOrder.one("progress.looked_at", N_("Somebody has looked at this report already."))
    came: dict[str, object] = {"progress": progress, "focal_point": focal_point, "link": link}
    return _kept(progress.action, incoming, title, name, by, **came)


def _kept(action: Action, incoming: Incoming, title: str, name: str, by: Reader, **came: object) -> Evidence:
    title, beside = storable(title).strip(), came.get("progress")
    if action.dropped_on is not None:
        raise OutOfOrder.one("action.dropped", N_("This action was dropped; there is nothing to report."))
    there = Evidence.objects.filter(progress=beside).count() if beside is not None else 0
    reasons = list(reasons_against_file(title, there))
    if reasons:
        raise Refused(reasons)
    sealer = sealer_for(action.custodian_id)
    media_type = media_type_of(incoming.head)
    original = keep_incoming(incoming, sealer=sealer, media_type=media_type, by=by)
    made = Evidence.objects.create(
        id=original.pk, custodian_id=action.custodian_id, action=action, title=title,
        sha256_sealed=original.sha256_sealed, size=original.size, media_type=media_type, made_by=by.user_id,
        made_at=timezone.now(), **came,
    )  # fmt: skip
    sealer.keep([(made.pk, KIND, {"name": plain_name(name)})])
    of = {"office": action.custodian_id, "object_kind": KIND, "object_id": made.pk, "shows": str(action.pk)}
    record("evidence.received", by=by, size=original.size, sha256_sealed=original.sha256_sealed, **of)
    about = {"object_kind": "action", "object_id": action.pk, "office": action.custodian_id}
    record("evidence.named", by=by, evidence=str(made.pk), **about)
    return made


def open_file(evidence: Evidence, custody: Custody, *, why: str, by: Reader) -> Iterator[bytes]:
    """The bytes of a file, piece by piece. The look is committed first; the deed of custody with the request."""
    if evidence.size is None:
        raise OutOfOrder.one("file.none", N_("Only where this is found was written down; there is no file."))
    purpose = Purpose.READING if custody is Custody.VIEWED else Purpose.EXPORT
    pieces = open_original(by, evidence.pk, reason=why, purpose=purpose)
    of = {"object_kind": KIND, "object_id": evidence.pk, "office": evidence.custodian_id}
    record(f"evidence.{custody}", by=by, shows=str(evidence.action_id), **of)
    return pieces


@transaction.atomic
def destroy_file(evidence: Evidence, why: WhyDestroyed, *, by: Reader) -> None:
    """Destroy a file that should not have come; that it was there, and what it was called here, stays known."""
    require(by, Permission.PROGRESS_VALIDATE, custodian=evidence.custodian_id)
    if evidence.made_by is not None and evidence.made_by == by.user_id:
        raise Refused.one("file.own", N_("Another person destroys a file that you added yourself."))
    original = originals_kept().filter(id=evidence.pk).first()
    destroy([evidence.pk], by=by, of=KIND)
    if original is None or not destroy_original(original, by=by):
        raise OutOfOrder.one("file.destroyed", N_("This file was destroyed already."))
    of = {"office": evidence.custodian_id, "object_kind": KIND, "object_id": evidence.pk}
    record("evidence.destroyed", by=by, why=str(why), shows=str(evidence.action_id), **of)
    about = {"object_kind": "action", "object_id": evidence.action_id, "office": evidence.custodian_id}
    record("evidence.destroyed", by=by, evidence=str(evidence.pk), **about)
