"""Erasing a participant: the name leaves the list and its history; who came, counted without a name, stays."""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Case, Value, When
from django.utils import timezone

from sanad.accounts.actions.links import forget_holders
from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.accounts.scope import scoped
from sanad.gatherings import queries
from sanad.gatherings.actions.planning import deed
from sanad.gatherings.actions.signing import OF
from sanad.gatherings.models import Participant
from sanad.gatherings.rules.kinds import Consent
from sanad.kit.refusals import N_, OutOfOrder
from sanad.vault.actions import add_tombstones, destroy
from sanad.vault.rules import WhyErased

LINE = queries.ERASED_LINE


class WhoAsked(StrEnum):
    """Why a participant is erased; chosen and never written, for a reason could name them."""

    THEMSELVES = "themselves"
    GUARDIAN = "guardian"
    ERROR = "error"


@dataclass(frozen=True)
class Erased:
    """What went, and where the name may still stand in words that somebody typed."""

    lines: int
    still: list[str]


@transaction.atomic
def erase_participant(participant: Participant, *, why: WhoAsked, by: Reader) -> Erased:
    """Erase somebody from every list of the office on which they were judged to stand. Nothing brings it back."""
    require(by, Permission.GATHERING_HOLD, custodian=participant.custodian_id)
    if participant.erased_at is not None:
        raise OutOfOrder.one("erased_already", N_("The name was erased already."))
    custodian = participant.custodian_id
    lines = list(
        Participant.objects.select_for_update(no_key=True).filter(
            custodian_id=custodian, person=participant.person, erased_at=None
        )
    )
    names, ids = {one.name for one in lines}, [one.pk for one in lines]
    destroy([one.needs for one in lines if one.needs is not None], by=by, of=OF, why=WhyErased.ERASURE)
    add_tombstones(custodian, [(pk, LINE) for pk in ids], WhyErased.ERASURE)
    forget_holders(queries.groups_with(ids), names, by=by)
    _blank(ids)
    for one in Participant.objects.filter(pk__in=ids).select_related("gathering"):
        deed("gathering.participant_erased", one.gathering, by, participant=str(one.pk), why=str(why))
    return Erased(len(ids), queries.still_named(custodian, names))


def replay_erasures(by: Reader) -> int:
    """Blank again, in a restored database, the lines that were erased; `by` sees every office."""
    with transaction.atomic(), scoped(by):
        return _blank(queries.erased_lines())


def _blank(ids: Collection[UUID]) -> int:
    """Rows first, then their history: it keeps what the row said until now."""
    why = Case(When(withdrawn_at=None, then=Value("")), default=Value("–"))  # what was typed there may name them
    number = Participant.objects.filter(pk__in=list(ids), erased_at=None).update(
        name="", affiliation="", designation="", institution=None, needs=None, withdrawn_why=why, named=Consent.NO,
        photographed=Consent.NO, erased_at=timezone.now(),
    )  # fmt: skip
    with connection.cursor() as cursor:
        cursor.execute("select sanad_blank_participants(%s)", [list(ids)])
    return number
