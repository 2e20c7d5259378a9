"""Whether two participants are one human being: judged by a human being, undone like any judgement."""

from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.gatherings import queries
from sanad.gatherings.models import Participant, SameParticipant
from sanad.gatherings.rules.alike import persons_of
from sanad.kit.ids import uuid7
from sanad.kit.refusals import N_, OutOfOrder
from sanad.ledger.actions import record


@transaction.atomic
def judge_two(one: Participant, other: Participant, *, same: bool, by: Reader) -> SameParticipant:
    """Decide whether two lines are one human being; deciding again replaces what was decided before."""
    first, second = sorted((one, other), key=lambda each: each.pk)
    for each in (first, second):
        require(by, Permission.GATHERING_HOLD, custodian=each.custodian_id)
    if first.pk == second.pk or first.custodian_id != second.custodian_id:
        raise OutOfOrder.one("not_two", N_("Two participants of one office can be one person."))
    before = SameParticipant.objects.filter(one=first, other=second, undone_at=None).select_for_update().first()
    if before is not None and before.same == same:
        return before  # pressed twice
    if before is not None:
        _undo(before, by)
    judged = SameParticipant.objects.create(
        id=uuid7(), custodian_id=first.custodian_id, one=first, other=second, same=same, made_by=by.user_id,
        made_at=timezone.now(),
    )  # fmt: skip
    _put_together(first.custodian_id)
    _deed("gathering.same_person" if same else "gathering.different_persons", judged, by)
    return judged


@transaction.atomic
def undo_two(judged: SameParticipant, *, by: Reader) -> None:
    """Take such a judgement back: both lines are again as they were before it."""
    require(by, Permission.GATHERING_HOLD, custodian=judged.custodian_id)
    if judged.undone_at is not None:
        raise OutOfOrder.one("undone_already", N_("This was taken back already."))
    _undo(judged, by)
    _put_together(judged.custodian_id)


def _undo(judged: SameParticipant, by: Reader) -> None:
    judged.undone_by, judged.undone_at = by.user_id, timezone.now()
    judged.save(update_fields=["undone_by", "undone_at"])
    _deed("gathering.judgement_undone", judged, by)


def _put_together(custodian: int) -> None:
    """Give every line its person anew; only what changed is written."""
    rows = dict(Participant.objects.filter(custodian_id=custodian).values_list("id", "person"))
    wanted = persons_of(rows, queries.same_pairs(custodian))
    moved: dict[UUID, list[UUID]] = {}
    for one, person in wanted.items():
        if rows[one] != person:
            moved.setdefault(person, []).append(one)
    for person, lines in moved.items():
        Participant.objects.filter(pk__in=lines).update(person=person)


def _deed(action: str, judged: SameParticipant, by: Reader) -> None:
    about = {"one": str(judged.one_id), "other": str(judged.other_id)}
    record(action, by=by, object_kind="same_participant", object_id=judged.pk, office=judged.custodian_id, **about)
