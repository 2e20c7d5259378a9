"""Searching for people is a deed with a quota of its own. What was typed is not in it."""

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from sanad.kit.ids import uuid7
from sanad.ledger.actions import Doer, record
from sanad.ledger.queries import number_of_deeds
from sanad.vault.looks import OverBudget, over_comparisons, over_matchings, over_quota
from sanad.vault.queries import take_turns_looking

SEARCHED, COMPARED, REFUSED = "names.searched", "names.compared", "names.refused"
MATCHED = "names.matched"
TYPING = "typing"  # a name in a report that is being written is compared with those on record


def count_search(reader: Doer, *, by: str, using: str) -> OverBudget | None:
    """Write a search down in the current transaction; the refusal, where the day's searches are spent.

    A refusal is given and not raised, so that its deed stays.
    """
    deed, limit = (COMPARED, settings.COMPARED_A_DAY) if by == TYPING else (SEARCHED, settings.SEARCHES_A_DAY)
    if reader.user_id is not None:
        take_turns_looking(reader.user_id, using=using)
        if number_of_deeds(deed, reader.user_id, since=_today(), using=using) >= limit:
            record(REFUSED, by=reader, object_kind="search", object_id=uuid7(), using=using, by_what=by)
            return over_comparisons(limit) if deed == COMPARED else over_quota(limit)
    record(deed, by=reader, object_kind="search", object_id=uuid7(), using=using, by_what=by)
    return None


def count_matching(reader: Doer, *, using: str) -> OverBudget | None:
    """Write down that a machine compares the names which this reader may open; the refusal of one too many."""
    if reader.user_id is not None:
        take_turns_looking(reader.user_id, using=using)
        if number_of_deeds(MATCHED, reader.user_id, since=_today(), using=using) >= settings.MATCHINGS_A_DAY:
            return over_matchings(settings.MATCHINGS_A_DAY)
    record(MATCHED, by=reader, object_kind="matching", object_id=uuid7(), using=using)
    return None


def _today() -> UUID:
    """The lowest id of a deed of today in Karachi. Those of later than now count too, if the clock was set back."""
    midnight: datetime = timezone.localtime().replace(hour=0, minute=0, second=0, microsecond=0)
    return UUID(int=int(midnight.timestamp() * 1000) << 80)
