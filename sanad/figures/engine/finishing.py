"""From the raw rows of a snapshot to its flat tables, in SQL."""

from collections.abc import Mapping

import duckdb

from sanad.figures.engine.people import all_agree, make_people
from sanad.figures.rules.dimensions import CATEGORY

MACROS = """
create or replace macro members(t) as case when t is null or t = '{}' then []::int[]
    else list_sort(list_distinct(cast(string_split(t[2:-2], ',') as int[]))) end;
create or replace macro year_no(f, l) as (case when year(f) = year(l) then year(f) else 0 end)::smallint;
create or replace macro quarter_no(f, l) as (case when year(f) = year(l) and quarter(f) = quarter(l)
    then year(f) * 4 + quarter(f) else 0 end)::smallint;
create or replace macro month_no(f, l) as (case when year(f) = year(l) and month(f) = month(l)
    then year(f) * 12 + month(f) else 0 end)::smallint;
"""

# What the reports behind a row say about themselves. Few combinations exist, so each gets a number.
ORIGINS = """
create or replace table profile as
    select row_number() over (order by source_kind, source, batch, custodian)::int as profile, *
    from (select distinct coalesce(source_kind, 0) as source_kind, coalesce(source, 0) as source,
          coalesce(batch, 0) as batch, custodian from raw_told);
create or replace table told as
    select r.report, r.event, r.received_on, p.profile, r.custodian, r.violation from raw_told r
    join profile p on p.source_kind = coalesce(r.source_kind, 0) and p.source = coalesce(r.source, 0)
        and p.batch = coalesce(r.batch, 0) and p.custodian = r.custodian;
create or replace table report as
    select *, row_number() over ()::int as number from
        (select report, any_value(event) as event, any_value(received_on) as received_on,
         any_value(profile) as profile, any_value(custodian) as custodian from told group by report);
create or replace view ground as select violation, report, profile, received_on from told where violation is not null;
create or replace table several as
    select 'v' as of, violation as id, list_sort(list_distinct(list(profile))) as l from ground
        where violation in (select violation from ground group by 1 having min(profile) < max(profile)) group by 2
    union all
    select 'e', event, list_sort(list_distinct(list(profile))) from report
        where event in (select event from report group by 1 having min(profile) < max(profile)) group by 2;
create or replace table several_no as
    select l, ((select count(*) from profile) + row_number() over (order by l))::int as n
    from (select distinct l from several);
create or replace table violation_told as
    select violation, coalesce(max(n), max(profile)) as origin_set, min(received_on) as received_on from
        (select g.violation, g.profile, g.received_on, n.n from ground g
         left join (several s join several_no n on n.l = s.l) on s.of = 'v' and s.id = g.violation) group by 1;
create or replace table event_told as
    select event, coalesce(max(n), max(profile)) as origin_set, min(received_on) as received_on from
        (select r.event, r.profile, r.received_on, n.n from report r
         left join (several s join several_no n on n.l = s.l) on s.of = 'e' and s.id = r.event) group by 1;
create or replace table origins as
    select m.set_id, p.source, p.source_kind, p.batch, p.custodian from profile p join
        (select profile as set_id, profile from profile union all select n, unnest(l) from several_no) m
        on m.profile = p.profile
    union all select 0, 0, 0, 0, 0;
"""

KEEPERS = """
create or replace table keepers_no as
    select t, (dense_rank() over (order by members(t)))::int as n from
        (select custodians as t from raw_violation union select custodians from raw_event
         union select '{' || custodian || '}' from profile);
create or replace table keepers as select distinct n as set_id, unnest(members(t)) as custodian from keepers_no;
"""

EVENTS = """
create or replace table event as
    select e.event as event_id, row_number() over (order by e.first nulls last)::int as event,
        e.first, e.last, year_no(first, last) as event_year, quarter_no(first, last) as event_quarter,
        month_no(first, last) as event_month, coalesce(year(t.received_on), 0)::smallint as event_reported_year,
        coalesce(t.origin_set, 0) as event_origin_set, coalesce(e.province, 0)::int as province,
        coalesce(e.district, 0)::int as district, coalesce(e.province_then, 0)::int as province_then,
        coalesce(e.district_then, 0)::int as district_then, k.n as keepers_set
    from raw_event e left join event_told t using (event) join keepers_no k on k.t = e.custodians;
create or replace table countable as
    select event, count(*) as n, min(violation) as first_violation, {agreeing} as agree,
        min(person) = max(person) as of_one
    from raw_violation where not nobody group by 1;
"""
# Where all violations of an event agree on these, one row stands for the event in questions of them, time and source.
OF_EVENTS = ("province", "district", "province_then", "district_then", "perpetrators", "status")

PERPETRATORS = """
create or replace table perpetrator_type_no as select t, (dense_rank() over (order by members(t)))::int as n
    from (select perpetrators as t from raw_violation union select '{}');
"""

# Columns that only a violation has, as they stand in the row of an event without one.
WITHOUT_VIOLATION = """
    null::uuid as violation_id, e.event_id, null::uuid as person_id,
    e.event, 0 as person, 0 as part_of, 0::tinyint as kind, false as nobody,
    null::int as min_size, null::int as best_size, null::int as max_size,
    true as lone_event, true as alike_event, true as first_of_event, true as event_once_per_act,
    true as lone_person, true as alike_person, true as first_of_person, true as person_once_per_act, false as bound,
    0::smallint as act, 0::smallint as means, 0::smallint as stated_reason, 0::smallint as kind_of_place,
    0::smallint as sex, 0::tinyint as age_band, null::smallint as age_min,
    null::smallint as age_max, 0::smallint as victim_status, 0::tinyint as status, 0::smallint as verified_year,
    e.first, e.last, e.event_year as year, e.event_quarter as quarter, e.event_month as month,
    e.event_year, e.event_quarter, e.event_month,
    e.province, e.district, e.province_then, e.district_then,
    e.event_reported_year as reported_year, e.event_reported_year,
    e.event_origin_set as origin_set, e.event_origin_set, e.keepers_set,
    (select n from characteristic_no where t = '{}' and flags = 0) as characteristic_set,
    (select n from perpetrator_type_no where t = '{}') as perpetrator_type_set
"""

ROWS = """
    select v.violation as violation_id, e.event_id, p.person as person_id,
        e.event, p.number as person, p.part_of, p.kind, v.nobody, p.min_size, p.best_size, p.max_size,
        coalesce(c.n, 1) = 1 as lone_event, coalesce(c.agree, true) as alike_event,
        coalesce(v.violation = c.first_violation, false) as first_of_event,
        coalesce(c.of_one, false) as event_once_per_act, p.lone as lone_person,
        p.alike as alike_person, v.violation = p.first_violation as first_of_person,
        p.once_per_act as person_once_per_act, p.bound,
        v.act::smallint as act, coalesce(v.means, 0)::smallint as means,
        coalesce(v.stated_reason, 0)::smallint as stated_reason,
        coalesce(v.kind_of_place, 0)::smallint as kind_of_place,
        p.sex, p.age_band, p.age_min, p.age_max, p.victim_status, v.status,
        coalesce(year(v.verified_on), 0)::smallint as verified_year,
        v.first, v.last, year_no(v.first, v.last) as year, quarter_no(v.first, v.last) as quarter,
        month_no(v.first, v.last) as month, e.event_year, e.event_quarter, e.event_month,
        coalesce(v.province, 0)::int as province, coalesce(v.district, 0)::int as district,
        coalesce(v.province_then, 0)::int as province_then,
        coalesce(v.district_then, 0)::int as district_then,
        coalesce(year(t.received_on), 0)::smallint as reported_year, e.event_reported_year,
        coalesce(t.origin_set, 0) as origin_set, e.event_origin_set, k.n as keepers_set,
        p.characteristic_set, m.n as perpetrator_type_set
    from raw_violation v
    join event e on e.event_id = v.event
    join person p on p.person = v.person
    join keepers_no k on k.t = v.custodians
    join perpetrator_type_no m on m.t = v.perpetrators
    left join countable c on c.event = v.event
    left join violation_told t on t.violation = v.violation
"""


def prepare(db: duckdb.DuckDBPyConnection) -> None:
    """Number events, persons and sets: all that a row of `flat` is put together from."""
    for step in (MACROS, ORIGINS, KEEPERS, EVENTS.format(agreeing=all_agree(OF_EVENTS)), PERPETRATORS):
        db.execute(step)
    make_people(db)


def finish(db: duckdb.DuckDBPyConnection, categories: Mapping[str, str]) -> None:
    """Make `flat`, `accounts` and `sets`.

    `categories` gives for each classification an SQL expression over a row of `flat`: a number whose bits are
    the categories that the violation falls into. The number itself names the set.
    """
    masks = "".join(f', ({expression})::bigint as "category_{name}_set"' for name, expression in categories.items())
    none = "".join(f', 0::bigint as "category_{name}_set"' for name in categories)
    db.execute(f"create or replace table flat as select flat.*{masks} from ({ROWS}) flat")
    db.execute(f"create or replace view bare as select {WITHOUT_VIOLATION}{none} from event e")
    db.execute("insert into flat select b.* from bare b where b.event_id not in (select event from countable)")
    _make_sets(db, categories)
    _make_accounts(db)


def _make_sets(db: duckdb.DuckDBPyConnection, categories: Mapping[str, str]) -> None:
    """What the numbers of sets stand for; an empty set has the one member 0, *not stated*."""
    parts = [
        "select 'characteristic', n, unnest(case when l = [] then [0] else l end) from characteristic_no",
        "select 'perpetrator_type', n, unnest(case when members(t) = [] then [0] else members(t) end)"
        " from perpetrator_type_no",
    ]
    for name in categories:
        bits = "list_filter(range(1, 63), lambda b: (mask & (1::bigint << (b - 1)::int)) > 0)"
        parts.append(
            f"select '{CATEGORY}{name}', mask, unnest(case when mask = 0 then [0] else {bits}::int[] end)"
            f' from (select distinct "category_{name}_set" as mask from flat union select 0)'
        )
    db.execute("create or replace table sets (dimension varchar, set_id bigint, member int)")
    for part in parts:
        db.execute(f"insert into sets {part.replace('select ', 'select distinct ', 1)}")


# What accounts do not need: numbers of victims.
NOT_OF_REPORTS = (
    "person_id, person, part_of, kind, nobody, min_size, best_size, max_size, lone_event, alike_event,"
    " first_of_event, event_once_per_act, lone_person, alike_person, first_of_person, person_once_per_act,"
    " bound, age_min, age_max, event_reported_year, event_origin_set"
)


def _make_accounts(db: duckdb.DuckDBPyConnection) -> None:
    """One row per report and countable violation, or per report alone, with the report's own origin."""
    own = "r.profile as origin_set, year(r.received_on)::smallint as reported_year, k.n as keepers_set"
    db.execute(
        "create or replace table grounds_of as select g.report, count(*) as n, min(g.violation) as first_violation"
        " from ground g"
        " where g.violation not in (select violation from raw_violation where nobody) group by 1"
    )
    keeper = "join keepers_no k on k.t = '{' || r.custodian || '}'"
    row = f"f.* exclude ({NOT_OF_REPORTS}) replace ({own})"
    db.execute(
        "create or replace view accounts as"
        f" select r.report as report_id, r.number as report, n.n = 1 as lone_report, f.alike_event as alike_report,"
        f" g.violation = n.first_violation as first_of_report, {row}"
        " from ground g join report r on r.report = g.report join grounds_of n on n.report = g.report"
        f" join flat f on f.violation_id = g.violation and not f.nobody {keeper}"
        f" union all select r.report, r.number, true, true, true, {row.replace('f.*', 'b.*')}"
        f" from report r join bare b on b.event_id = r.event {keeper}"
        " where r.report not in (select report from grounds_of)"
    )
