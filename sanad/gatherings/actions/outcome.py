"""What came out: minutes, materials and photographs, follow-ups."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.gatherings import queries
from sanad.gatherings.actions.planning import deed
from sanad.gatherings.models import FollowUp, Gathering, ListTaken, Material, Participant
from sanad.gatherings.rules.kinds import MaterialKind, PhotoConsent
from sanad.kit.ids import uuid7
from sanad.kit.refusals import N_, Incomplete, OutOfOrder, Refused
from sanad.vault.incoming import Incoming
from sanad.vault.originals import keep_incoming, open_original
from sanad.vault.rules import Purpose
from sanad.vault.sealing import sealer_for
from sanad.violations.rules.file_names import plain_name
from sanad.violations.rules.media import media_type_of

OF = "material"


@transaction.atomic
def write_minutes(gathering: Gathering, text: str, *, by: Reader) -> None:
    """Write the minutes, or write them anew; earlier wordings stay in the history."""
    require(by, Permission.GATHERING_HOLD, custodian=gathering.custodian_id)
    gathering.minutes, gathering.minutes_by, gathering.minutes_at = text, by.user_id, timezone.now()
    gathering.save(update_fields=["minutes", "minutes_by", "minutes_at"])
    deed("gathering.minutes_written", gathering, by, length=len(text))


@dataclass(frozen=True)
class FollowUpContent:
    """What is to be done."""

    what: str
    owner: str
    due: date | None
    institution: int | None = None


@transaction.atomic
def add_follow_up(gathering: Gathering, content: FollowUpContent, *, by: Reader) -> FollowUp:
    """Write down what somebody has to do until when."""
    require(by, Permission.GATHERING_HOLD, custodian=gathering.custodian_id)
    if not (content.what and content.owner and content.due):
        raise Incomplete.one("follow_up_incomplete", N_("A follow-up says what, who and until when."))
    if content.due < gathering.first_day:
        raise Refused.one("due_before", N_("This day lies before the gathering."), field="due")
    row = FollowUp.objects.create(
        id=uuid7(), gathering=gathering, custodian_id=gathering.custodian_id, what=content.what, owner=content.owner,
        institution_id=content.institution, due=content.due, made_by=by.user_id,
    )  # fmt: skip
    deed("gathering.follow_up_added", gathering, by, line=str(row.pk))
    return row


@transaction.atomic
def finish_follow_up(gathering: Gathering, pk: UUID, *, note: str, by: Reader) -> None:
    """It is done, today."""
    require(by, Permission.GATHERING_HOLD, custodian=gathering.custodian_id)
    row = queries.line_of(FollowUp, gathering, pk)
    if row is None:
        raise OutOfOrder.one("no_such_follow_up", N_("This follow-up is not there any more."))
    if row.done_on is None:
        row.done_on, row.done_note = timezone.localdate(), note
        row.save(update_fields=["done_on", "done_note"])
        deed("gathering.follow_up_done", gathering, by, line=str(pk))


@transaction.atomic
def add_material(
    gathering: Gathering, incoming: Incoming, *, kind: str, title: str, consent: str, name: str, by: Reader
) -> Material:
    """Keep a file with a gathering, sealed; a photograph says what those whom it shows agreed to."""
    require(by, Permission.GATHERING_HOLD, custodian=gathering.custodian_id)
    if kind != MaterialKind.PHOTOGRAPH:
        consent = PhotoConsent.NOT_NEEDED
    sealer = sealer_for(gathering.custodian_id)
    media_type = media_type_of(incoming.head)
    original = keep_incoming(incoming, sealer=sealer, media_type=media_type, by=by)
    material = Material.objects.create(
        id=original.pk, gathering=gathering, custodian_id=gathering.custodian_id, kind=kind, title=title,
        consent=consent, sha256_sealed=original.sha256_sealed, size=original.size, media_type=media_type,
        received_at=timezone.now(), made_by=by.user_id,
    )  # fmt: skip
    sealer.keep([(material.pk, OF, {"name": plain_name(name)})])
    deed("gathering.material_added", gathering, by, material=str(material.pk), size=original.size)
    return material


def open_material(material: Material, *, why: str, by: Reader) -> Iterator[bytes]:
    """The bytes of a file, piece by piece. Another office gets no photograph to which not all agreed."""
    if material.consent in (PhotoConsent.NOT_ALL, PhotoConsent.NOT_ASKED) and material.custodian_id not in by.keeps:
        raise OutOfOrder.one(
            "photograph_not_agreed", N_("Not all who are shown agreed: only the office that keeps it opens it.")
        )
    return open_original(by, material.pk, reason=why, purpose=Purpose.READING)


@transaction.atomic
def take_list_out(gathering: Gathering, *, why: str, by: Reader) -> tuple[ListTaken, list[Participant]]:
    """Let the list of who came leave the house, for a reason; what people need stays sealed and here."""
    require(by, Permission.GATHERING_HOLD, custodian=gathering.custodian_id)
    if not why:
        raise Incomplete.one("no_reason", N_("Say why."), field="why")
    rows = queries.named_on(by, gathering)
    taken = ListTaken.objects.create(
        id=uuid7(), gathering=gathering, custodian_id=gathering.custodian_id, lines=len(rows), why=why,
        at=timezone.now(), made_by=by.user_id,
    )  # fmt: skip
    deed("gathering.list_taken_out", gathering, by, taken=str(taken.pk), lines=len(rows))
    return taken, rows
