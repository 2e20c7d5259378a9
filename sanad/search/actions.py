"""Taking reports into the index, and keeping searches."""

from collections.abc import Mapping

from django.db import connection, transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader, operator
from sanad.accounts.scope import scoped
from sanad.kit.refusals import N_, Incomplete, OutOfOrder
from sanad.kit.text import clean, looks_like_cnic, looks_like_phone
from sanad.ledger import actions as ledger
from sanad.names.skeleton import sounds_of
from sanad.search.models import SavedSearch
from sanad.search.queries.asking import Narrowed, found_by
from sanad.search.queries.saved import saved_by
from sanad.search.queries.understanding import understood

AT_ONCE = 1_000
MOST_SAVED = 20
LONGEST = 200


def tend(most: int = 1_000_000) -> int:
    """Take in what waits, some at a time, each in a transaction of its own; says how many."""
    done = 0
    while done < most:
        with scoped(operator()), connection.cursor() as cursor:
            cursor.execute("select done, fresh from sanad_search_tend(%s)", [AT_ONCE])
            taken, fresh = cursor.fetchone()
            sounds = [next(iter(sounds_of(word)), "") for word in fresh]
            if fresh:
                cursor.execute("select sanad_search_learn(%s, %s)", [fresh, sounds])
        if not taken:
            break
        done += taken
    return done


def take_in_anew() -> int:
    """Forget the words that occur and take every report in again; says how many."""
    with scoped(operator()), connection.cursor() as cursor:
        cursor.execute("select sanad_search_anew()")
    return tend()


@transaction.atomic
def save_search(text: str, chosen: Mapping[str, str], narrowed: Narrowed, *, by: Reader) -> SavedSearch:
    """Keep a search for this user; `chosen` and `narrowed` are its facets, outside and inside.

    Only what stands in records is kept: a name does not, and is refused so.
    """
    require(by, Permission.REPORT_READ)
    text = clean(text)[:LONGEST]
    if looks_like_cnic(text) or looks_like_phone(text):
        raise Incomplete.one("number_in_search", N_("A number of a person is not kept in a saved search."))
    if not found_by(by, understood(text), narrowed, facets=False).total:
        raise Incomplete.one(
            "nothing_to_save", N_("This finds nothing now. Only a search that finds records can be kept: no name is.")
        )
    held = saved_by(by)
    known = next((one for one in held if (one.text, one.chosen) == (text, dict(chosen))), None)
    if known is not None:
        return known
    if len(held) >= MOST_SAVED:
        raise OutOfOrder.one(
            "too_many_saved", N_("You keep %(most)s searches already. Let go of one first."), most=MOST_SAVED
        )
    now = timezone.now()
    kept = SavedSearch.objects.create(
        user=by.user_id, custodian_id=by.office_id, text=text, chosen=dict(chosen), made_at=now, looked_at=now
    )
    ledger.record("search.saved", by=by, object_kind="search", object_id=kept.pk, office=by.office_id)
    return kept


def look_at(saved: SavedSearch, *, by: Reader) -> None:
    """What is there now has been seen."""
    require(by, Permission.REPORT_READ)
    SavedSearch.objects.filter(pk=saved.pk, user=by.user_id).update(looked_at=timezone.now())


@transaction.atomic
def let_go(saved: SavedSearch, *, by: Reader) -> None:
    """Keep a search no longer."""
    require(by, Permission.REPORT_READ)
    SavedSearch.objects.filter(pk=saved.pk, user=by.user_id).delete()
    ledger.record("search.let_go", by=by, object_kind="search", object_id=saved.pk, office=by.office_id)
