"""Planning a gathering: its plan, agenda and invitations."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.gatherings import queries
from sanad.gatherings.models import AgendaItem, FollowUp, Gathering, Invitation
from sanad.gatherings.rules.kinds import State
from sanad.gatherings.rules.planning import reasons_against_plan
from sanad.kit.ids import uuid7
from sanad.kit.references import new_reference
from sanad.kit.refusals import N_, Incomplete, OutOfOrder, Refused
from sanad.ledger.actions import record

KIND = "gathering"


@dataclass(frozen=True)
class GatheringContent:
    """What is said of a gathering. `place`, `partner`: their numbers."""

    kind: str
    title_en: str
    title_ur: str
    first_day: date | None
    last_day: date | None
    state: str = State.PLANNED
    begins: time | None = None
    purpose: str = ""
    place: int | None = None
    venue: str = ""
    partner: int | None = None
    project: UUID | None = None


@transaction.atomic
def plan_gathering(content: GatheringContent, *, by: Reader, form: UUID | None = None) -> Gathering:
    """Plan a gathering of the own office. The same form sent twice is one gathering."""
    require(by, Permission.GATHERING_HOLD)
    if by.office_id is None:
        raise OutOfOrder.one("no_office", N_("Only somebody who works at an office can do this."))
    _check(content)
    pk, now = form or uuid7(), timezone.now()
    sent = Gathering.objects.filter(pk=pk, custodian_id=by.office_id, made_by=by.user_id).first()
    if sent is not None:
        return sent
    gathering = Gathering.objects.create(
        id=pk, reference=new_reference(queries.reference_prefix(by.office_id), now.year), custodian_id=by.office_id,
        made_by=by.user_id, made_at=now, **_columns(content),
    )  # fmt: skip
    deed("gathering.planned", gathering, by)
    return gathering


@transaction.atomic
def change_gathering(gathering: Gathering, content: GatheringContent, *, by: Reader) -> None:
    """Say something else of a gathering; what was said before stays in its history."""
    require(by, Permission.GATHERING_HOLD, custodian=gathering.custodian_id)
    _check(content)
    for name, value in _columns(content).items():
        setattr(gathering, name, value)
    gathering.save()
    deed("gathering.changed", gathering, by, state=str(content.state))


@dataclass(frozen=True)
class AgendaContent:
    """A line of the agenda."""

    title: str
    day: date | None = None
    begins: time | None = None
    speaker: str = ""
    institution: int | None = None


@transaction.atomic
def add_agenda_item(gathering: Gathering, content: AgendaContent, *, by: Reader) -> AgendaItem:
    """Add a line to the agenda; without a day it stands on the first."""
    require(by, Permission.GATHERING_HOLD, custodian=gathering.custodian_id)
    day = content.day or gathering.first_day
    if not gathering.first_day <= day <= gathering.last_day:
        raise Refused.one("not_its_day", N_("The gathering does not take place on this day."), field="day")
    item = AgendaItem.objects.create(
        id=uuid7(), gathering=gathering, custodian_id=gathering.custodian_id, day=day, begins=content.begins,
        title=content.title, speaker=content.speaker, institution_id=content.institution,
    )  # fmt: skip
    deed("gathering.agenda_added", gathering, by, line=str(item.pk))
    return item


@dataclass(frozen=True)
class InvitationContent:
    """Seats for an institution."""

    institution: int
    seat: str
    seats: int = 1
    note: str = ""


@transaction.atomic
def invite(gathering: Gathering, content: InvitationContent, *, by: Reader) -> Invitation:
    """Offer seats to an institution; inviting it again for the same seat says another number."""
    require(by, Permission.GATHERING_HOLD, custodian=gathering.custodian_id)
    if gathering.state == State.CANCELLED:
        raise OutOfOrder.one("gathering_cancelled", N_("This gathering is cancelled: nobody is invited."))
    row, _new = Invitation.objects.update_or_create(
        gathering=gathering, institution_id=content.institution, seat=content.seat,
        defaults={"custodian_id": gathering.custodian_id, "seats": content.seats, "note": content.note},
    )  # fmt: skip
    deed("gathering.invited", gathering, by, institution=content.institution, seats=content.seats)
    return row


@transaction.atomic
def answer_invitation(gathering: Gathering, invitation: UUID, answer: str, *, by: Reader) -> None:
    """Write down what an institution answered."""
    require(by, Permission.GATHERING_HOLD, custodian=gathering.custodian_id)
    row = queries.line_of(Invitation, gathering, invitation)
    if row is None:
        raise Incomplete.one("no_such_invitation", N_("This institution is not invited any more."))
    if row.answer != answer:
        row.answer = answer
        row.save(update_fields=["answer"])
        deed("gathering.invitation_answered", gathering, by, institution=row.institution_id, answer=answer)


@transaction.atomic
def remove_line(gathering: Gathering, kind: type[AgendaItem | Invitation | FollowUp], pk: UUID, *, by: Reader) -> None:
    """Take a line out that was entered in error; its history stays."""
    require(by, Permission.GATHERING_HOLD, custodian=gathering.custodian_id)
    row = queries.line_of(kind, gathering, pk)
    if row is not None:
        row.delete()
        deed(f"gathering.{kind._meta.model_name}_removed", gathering, by, line=str(pk))


def deed(action: str, gathering: Gathering, by: Reader, **detail: Any) -> None:  # Any: ids, codes, numbers
    """Write down what was done with a gathering."""
    record(action, by=by, object_kind=KIND, object_id=gathering.pk, office=gathering.custodian_id, **detail)


def _check(content: GatheringContent) -> None:
    reasons = reasons_against_plan(
        title=content.title_en or content.title_ur, first=content.first_day, last=content.last_day,
        state=State(content.state), today=timezone.localdate(),
    )  # fmt: skip
    if reasons:
        raise Refused(reasons)


def _columns(content: GatheringContent) -> dict[str, object]:
    """By the names of the columns; without a last day it is the first."""
    said = dict(vars(content))
    for name in ("place", "partner", "project"):
        said[f"{name}_id"] = said.pop(name)
    return {**said, "last_day": content.last_day or content.first_day}
