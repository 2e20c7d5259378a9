"""What a new snapshot leaves out because a person concerned said no to statistics, or to being recorded at all.

Nobody said so at most sites and moments: then not a word of the copy is another one.
"""

from collections.abc import Collection, Mapping
from uuid import UUID

from sanad.violations.queries import LeftOut

# Where in the query of a table its rows are narrowed, by which column, and by which of the three sets.
NARROWED = (
    ("raw_event", "where not e.withdrawn", "where not e.withdrawn and e.id <> all({events})"),
    (
        "raw_violation",
        "from violations_violation v",
        "from violations_violation v where v.id <> all({violations})",
    ),
    ("raw_person", "from violations_person", "from violations_person where id <> all({persons})"),
    (
        "raw_told",
        "on g.report_id = r.id",
        "on g.report_id = r.id and g.violation_id <> all({violations})",
    ),
    ("raw_told", "and not a.withdrawn", "and not a.withdrawn and a.event_id <> all({events})"),
)


def without(queries: Mapping[str, str], gone: LeftOut) -> dict[str, str]:
    """The queries of a copy, without the rows of these persons."""
    if not gone.persons:
        return dict(queries)
    sets = {name: _array(getattr(gone, name)) for name in ("events", "violations", "persons")}
    narrowed = dict(queries)
    for table, before, after in NARROWED:
        if before not in narrowed[table]:
            raise ValueError(f"the query of {table} has changed: {before!r} is not in it")
        narrowed[table] = narrowed[table].replace(before, after.format(**sets), 1)
    return narrowed


def _array(ids: Collection[UUID]) -> str:
    """A constant: the planner then looks rows up in a hash of it."""
    return "'{" + ",".join(sorted(str(one) for one in ids)) + "}'::uuid[]"
