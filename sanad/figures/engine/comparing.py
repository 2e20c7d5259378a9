"""What came into the cells of a question and what left them, from one snapshot to another."""

from pathlib import Path

from sanad.figures.engine.connection import cursor, names_in
from sanad.figures.engine.counting import FILES, Question, matching, members_of
from sanad.figures.engine.layout import column_of
from sanad.figures.engine.victims import spread_over
from sanad.figures.rules.changes import Trace
from sanad.figures.rules.dimensions import Unit
from sanad.figures.rules.requests import CountRequest

# By which column a thing is known again, and how its reports are found.
IDENTITY = {
    Unit.REPORTS: "report_id",
    Unit.EVENTS: "event_id",
    Unit.VIOLATIONS: "violation_id",
    Unit.VICTIMS: "violation_id",
}
MOST = 20_000


def traces(
    earlier: Path, later: Path, request: CountRequest, offices: frozenset[int] | None
) -> tuple[list[Trace], bool]:
    """Everything that changed its cell; the second value says whether there was more than is looked at."""
    before = Question(earlier, request, offices, names_in(earlier))
    after = Question(later, request, offices, names_in(later))
    rows = cursor().execute(_statement(before, after)).fetchall()
    found = [
        Trace(
            tuple(after.names.text(name, int(key)) for name, key in zip(request.dimensions, cell, strict=True)),
            came,
            was,
            now,
            anew,
            untold,
            judged,
            str(report),
        )
        for came, was, now, anew, untold, judged, report, *cell in rows[:MOST]
    ]
    return found, len(rows) > MOST


def _statement(before: Question, after: Question) -> str:
    """What moved (`m`), the reports that tell of it in each snapshot (`ra`, `rb`), its states (`sa`, `sb`)."""
    names = "".join(f", {key}" for key in before.keys)
    shown = "".join(f", c.{key}" for key in before.keys)
    return (
        f"with a as ({_placed(before)}), b as ({_placed(after)}),"
        " moved as (select false as came, * from (from a except from b)"
        " union all select true, * from (from b except from a)),"
        " m as (select distinct id from moved),"
        f" all_a as materialized (select distinct report_id from {before.file('accounts')}),"
        f" all_b as materialized (select distinct report_id from {after.file('accounts')}),"
        f" ra as materialized ({_reports(before)}), rb as materialized ({_reports(after)}),"
        f" sa as ({_states(before)}), sb as ({_states(after)}),"
        " ga as (select id, bool_or(report_id not in (from all_b)) as untold, min(report_id) as report,"
        " min(report_id) filter (report_id not in (from all_b)) as lost from ra group by id),"
        " gb as (select id, bool_or(report_id not in (from all_a)) as anew, min(report_id) as report"
        " from rb group by id)"
        " select c.came, ga.id is not null, gb.id is not null, coalesce(gb.anew, false), coalesce(ga.untold, false),"
        " sa.states is distinct from sb.states and sa.id is not null and sb.id is not null,"
        f" coalesce(ga.lost, gb.report, ga.report){shown} from (select came, id{names} from moved) c"
        " left join ga on ga.id = c.id left join gb on gb.id = c.id"
        f" left join sa on sa.id = c.id left join sb on sb.id = c.id limit {MOST + 1}"
    )


def _placed(question: Question) -> str:
    """Which thing stands in which cell."""
    request, keys = question.request, question.keys
    columns = [
        f"{column_of(name, request.unit, request.frame)} as {key}"
        for key, name in zip(keys, request.dimensions, strict=True)
    ]
    spread = {
        key: members_of(question, name)
        for key, name in zip(keys, request.dimensions, strict=True)
        if column_of(name, request.unit, request.frame).endswith("_set")
    }
    source = question.file(FILES[request.unit])
    rows = (
        f"(select {', '.join([f'{IDENTITY[request.unit]} as id', *columns])} from {source} where {matching(question)})"
    )
    listed = ", ".join(["id", *keys])
    return f"select distinct {listed} from ({spread_over(rows, keys, spread, ['id'])})"


def _reports(question: Question) -> str:
    """The reports of everything that moved, also where it stands outside the question now."""
    identity = IDENTITY[question.request.unit]
    return f"select distinct {identity} as id, report_id from {question.file('accounts')} where {identity} in (from m)"


def _states(question: Question) -> str:
    """The states of verification of everything that moved."""
    identity = IDENTITY[question.request.unit]
    return (
        f"select {identity} as id, list_sort(list_distinct(list(status * 10000 + verified_year))) as states"
        f" from {question.file('accounts')} where {identity} in (from m) group by 1"
    )
