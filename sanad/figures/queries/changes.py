"""Why numbers changed: two snapshots compared, and asked of today's records what they cannot know."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sanad.accounts.permissions import Permission
from sanad.accounts.readers import Reader
from sanad.figures.queries.opening import OpenSnapshot
from sanad.figures.rules.changes import Cause, CellChange, Known, by_cause
from sanad.figures.rules.requests import CountRequest
from sanad.figures.rules.results import Counted
from sanad.violations.models import Revision
from sanad.violations.queries import reports_visible_to


@dataclass(frozen=True)
class Change:
    """One question asked of two snapshots: every cell that differs, and the causes of all together."""

    before: Counted
    after: Counted
    cells: list[CellChange]
    came: dict[Cause, int]
    left: dict[Cause, int]
    more: bool  # there were more changes than are looked at


def change(reader: Reader, earlier: OpenSnapshot, later: OpenSnapshot, request: CountRequest) -> Change:
    """What is different, and why."""
    before, after = earlier.count(request), later.count(request)
    traces, more = later.compared_with(earlier, request)
    known = _known(reader, {trace.report for trace in traces}, earlier.confirmed_at)
    causes = by_cause(traces, known)
    cells = [
        CellChange(key, before.cells.get(key), after.cells.get(key), *causes.get(key, ({}, {})))
        for key in {*before.cells, *after.cells, *causes}
        if before.cells.get(key) != after.cells.get(key) or key in causes
    ]
    # In all, a thing counts once: moving from one cell to another is no coming and going.
    plain = CountRequest(request.unit, (), (), request.where, request.frame, request.snapshot)
    whole, _more = later.compared_with(earlier, plain)
    in_all = by_cause(whole, known).get((), ({}, {}))
    return Change(before, after, cells, *in_all, more)


def _known(reader: Reader, reports: Iterable[str], since: datetime) -> Known:
    ids = [UUID(one) for one in reports if one != "None"]
    if not ids or not reader.may(Permission.REPORT_READ):
        return Known()
    there = dict(reports_visible_to(reader).filter(pk__in=ids).values_list("pk", "account__withdrawn"))
    corrected = Revision.objects.filter(report_id__in=list(there), number__gt=1, made_at__gt=since)
    return Known(
        frozenset(map(str, there)),
        frozenset(str(one) for one, withdrawn in there.items() if withdrawn),
        frozenset(map(str, corrected.values_list("report_id", flat=True))),
    )
