"""The pairs of a matching, written down at once."""

from uuid import UUID

from django.db.models import Q

from sanad.matching.models import Pair, Run
from sanad.matching.process.orders import Result

AT_ONCE = 1_000


def write_pairs(run: Run, result: Result, *, whole: bool) -> list[Pair]:
    """Keep the pairs that were found; those of an earlier matching that nobody decided on and that are not found
    any more go. A pair that is there already keeps its id, and says what was found last."""
    found = [_pair(run, row) for row in result.pairs]
    if whole:
        ids = {(pair.one, pair.other) for pair in found}
        # Of offices that were compared only: what was locked, or is out of this reader's reach, says nothing.
        before = Pair.objects.filter(linked_by=None, custodians__contained_by=result.offices)
        gone = [pair.pk for pair in before if (pair.one, pair.other) not in ids]
        Pair.objects.filter(pk__in=gone).delete()
    Pair.objects.bulk_create(
        found,
        batch_size=AT_ONCE,
        update_conflicts=True,
        unique_fields=["one", "other"],
        update_fields=["probability", "levels", "weights", "run", "found_at", "custodians"],
    )
    wanted = [pair.one for pair in found]
    kept = Pair.objects.filter(Q(one__in=wanted), run=run, linked_by=None)
    return list(kept.order_by("-probability", "one", "other"))


def _pair(run: Run, row: dict[str, object]) -> Pair:
    ids = {name: UUID(str(row[name])) for name in ("one", "other", "one_report", "other_report")}
    said = {name: row[name] for name in ("kind", "custodians", "probability", "levels", "weights")}
    return Pair(**ids, **said, run=run, found_at=run.begun_at)
