"""Files of reports: received, looked at, copied, exported, disclosed. Each is a deed: together they are its custody."""

from collections.abc import Iterator
from enum import StrEnum
from uuid import UUID

from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.kit.refusals import N_, OutOfOrder, Reason, Refused
from sanad.kit.text import clean, looks_like_cnic, looks_like_phone
from sanad.ledger import actions as ledger
from sanad.vault.incoming import Incoming
from sanad.vault.originals import keep_incoming, open_original
from sanad.vault.rules import Purpose
from sanad.vault.sealing import sealer_for
from sanad.violations import queries
from sanad.violations.actions.locking import deed
from sanad.violations.models import Evidence, Report
from sanad.violations.queries.evidence import KIND
from sanad.violations.rules.consent import Answer, Use
from sanad.violations.rules.file_names import plain_name
from sanad.violations.rules.media import media_type_of

TEXT_TITLE = "Text of the document, as pasted · دستاویز کا متن"


class Custody(StrEnum):
    """What somebody opens a file for."""

    VIEWED = "viewed"
    COPIED = "copied"
    EXPORTED = "exported"
    DISCLOSED = "disclosed"


@deed
def add_evidence(
    report: Report, incoming: Incoming, *, kind: str, title: str, name: str, by: Reader, mention: UUID | None = None
) -> Evidence:
    """Keep a file with a report; `incoming` has been received to its end. `mention`: the one person it is about."""
    require(by, Permission.REPORT_CORRECT, custodian=report.custodian_id)
    title = clean(title)
    _check(report, title, mention)
    sealer = sealer_for(report.custodian_id)
    media_type = media_type_of(incoming.head)
    original = keep_incoming(incoming, sealer=sealer, media_type=media_type, by=by)
    evidence = Evidence.objects.create(
        id=original.pk, report=report, custodian_id=report.custodian_id, mention=mention, kind=kind, title=title,
        sha256_sealed=original.sha256_sealed, size=original.size, media_type=media_type, received_at=timezone.now(),
        made_by=by.user_id,
    )  # fmt: skip
    sealer.keep([(evidence.pk, KIND, {"name": plain_name(name)})])
    ledger.record(
        "evidence.received", by=by, object_kind=KIND, object_id=evidence.pk, office=report.custodian_id,
        report=str(report.pk), size=original.size, sha256_sealed=original.sha256_sealed,
    )  # fmt: skip
    return evidence


def keep_text(report: Report, text: str, *, by: Reader) -> Evidence:
    """Keep a text as it was pasted, byte for byte, as a file of the report."""
    incoming = Incoming()
    try:
        incoming.add(text.encode("utf-8", "surrogatepass"))
        incoming.finish()
        return add_evidence(report, incoming, kind="other", title=TEXT_TITLE, name="text.txt", by=by)
    except BaseException:  # whatever happens, no half of a file is left
        incoming.discard()
        raise


def _check(report: Report, title: str, mention: UUID | None) -> None:
    if report.account.withdrawn:
        raise OutOfOrder.one("withdrawn", N_("This report is withdrawn; nothing is added to it."))
    if looks_like_cnic(title) or looks_like_phone(title):
        raise Refused.one(
            "title_not_clear", N_("What it shows is said without numbers of identity cards or telephones."),
            field="title",
        )  # fmt: skip
    if mention is not None and mention not in queries.wishes_in([report.pk]):
        raise Refused.one("no_such_person", N_("This person is not in the report."), field="mention")


def open_evidence(evidence: Evidence, custody: Custody, *, why: str, by: Reader) -> Iterator[bytes]:
    """The bytes of a file, piece by piece. The look is committed first; the deed of custody with the request."""
    if queries.is_withheld(by, evidence):
        raise OutOfOrder.one(
            "not_agreed",
            N_("A person concerned has not agreed that your office opens this. Ask the office that keeps it."),
        )
    if custody is Custody.DISCLOSED:
        _refuse_disclosure(evidence)
    purpose = Purpose.READING if custody is Custody.VIEWED else Purpose.EXPORT
    pieces = open_original(by, evidence.pk, reason=why, purpose=purpose)
    ledger.record(
        f"evidence.{custody}", by=by, object_kind=KIND, object_id=evidence.pk, office=evidence.custodian_id,
        report=str(evidence.report_id),
    )  # fmt: skip
    return pieces


def _refuse_disclosure(evidence: Evidence) -> None:
    """A court, or another body outside, gets nothing against a person's no."""
    today, found = timezone.localdate(), queries.wishes_in([evidence.report_id])
    concerned = [found[evidence.mention]] if evidence.mention in found else list(found.values())
    if any(wishes.answer(Use.COURT, today) in (Answer.REFUSED, Answer.WITHDRAWN) for wishes in concerned):
        reason = Reason(
            "disclosure_refused",
            N_("A person concerned has said no to this. A new answer of theirs is written down first."),
            field="custody",
        )
        raise OutOfOrder([reason])
