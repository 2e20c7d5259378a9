"""From the raw rows of a snapshot to its flat tables, in SQL."""

from collections.abc import Mapping

import duckdb

from sanad.figures.engine.layout import DERIVED
from sanad.figures.rules.cells import AGE_BANDS, CHILD_BELOW, MINOR_AS_SAID, SENIOR_FROM
from sanad.figures.rules.dimensions import CATEGORY

DERIVED_FROM = 30_000  # numbers of derived characteristics that no vocabulary lists

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
          coalesce(batch, 0) as batch, custodian from raw_report);
create or replace table report as
    select r.report, r.event, r.received_on, p.profile, r.custodian from raw_report r
    join profile p on p.source_kind = coalesce(r.source_kind, 0) and p.source = coalesce(r.source, 0)
        and p.batch = coalesce(r.batch, 0) and p.custodian = r.custodian;
create or replace table ground as
    select g.violation, g.report, r.profile, r.received_on from raw_ground g join report r on r.report = g.report;
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
         union select '{' || custodian || '}' from raw_report);
create or replace table keepers as select distinct n as set_id, unnest(members(t)) as custodian from keepers_no;
"""

EVENTS = """
create or replace table event as
    select e.event as event_id, row_number() over (order by e.first nulls last, e.event)::int as event,
        e.first, e.last, year_no(first, last) as event_year, quarter_no(first, last) as event_quarter,
        month_no(first, last) as event_month, coalesce(year(t.received_on), 0)::smallint as event_reported_year,
        coalesce(t.origin_set, 0) as event_origin_set, coalesce(e.province, 0)::int as province,
        coalesce(e.district, 0)::int as district, coalesce(e.province_then, 0)::int as province_then,
        coalesce(e.district_then, 0)::int as district_then, k.n as keepers_set
    from raw_event e left join event_told t using (event) join keepers_no k on k.t = e.custodians;
create or replace table countable as
    select event, count(*) as n from raw_violation where not nobody group by 1;
"""

# Columns that only a violation has, as they stand in the row of an event without one.
WITHOUT_VIOLATION = """
    null::uuid as violation_id, e.event_id, null::uuid as person_id, null::uuid as part_of_id,
    e.event, 0 as person, 0 as part_of, 0::tinyint as kind, false as nobody,
    null::int as min_size, null::int as best_size, null::int as max_size,
    true as lone_event, true as lone_person,
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
create or replace table flat as
    select v.violation as violation_id, e.event_id, p.person as person_id, p.part_of_id,
        e.event, p.number as person, p.part_of, p.kind, v.nobody, p.min_size, p.best_size, p.max_size,
        coalesce(c.n, 1) = 1 as lone_event, p.lone as lone_person,
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


def join_rows(db: duckdb.DuckDBPyConnection) -> None:
    """Make `flat` (and `bare`, events as rows without a violation) from the raw tables."""
    db.execute(MACROS)
    db.execute(ORIGINS)
    db.execute(KEEPERS)
    db.execute(EVENTS)
    _make_people(db)
    db.execute(
        "create or replace table perpetrator_type_no as select t, (dense_rank() over (order by members(t)))::int as n"
        " from (select perpetrators as t from raw_violation union select '{}')"
    )
    db.execute(ROWS)
    db.execute(f"create or replace table bare as select {WITHOUT_VIOLATION} from event e")
    db.execute("insert into flat select b.* from bare b where b.event_id not in (select event from countable)")


def add_sets(db: duckdb.DuckDBPyConnection, categories: Mapping[str, str]) -> None:
    """Put categories into `flat` and make `sets` and `accounts`.

    `categories` gives for each classification an SQL expression over a row of `flat`: a number whose bits are
    the categories that the violation falls into.
    """
    _add_categories(db, categories)
    _make_sets(db, categories)
    _make_accounts(db)


def _make_people(db: duckdb.DuckDBPyConnection) -> None:
    """One row per person with their number, band, derived characteristics, and whether they stand alone."""
    bands = " ".join(
        f"when age_min >= {low} and {'true' if high is None else f'age_max <= {high}'} then {position}"
        for position, (low, high) in enumerate(AGE_BANDS, start=1)
    )
    ids = _derived(db)
    female = db.execute("select id from names where domain = 'sex' and key = 'female'").fetchone()
    child = f"coalesce(age_max < {CHILD_BELOW}, false)"
    woman = f"(coalesce(sex = {female[0] if female else -1}, false) and not {child})"
    senior = f"coalesce(age_min >= {SENIOR_FROM}, false)"
    db.execute(
        f"create or replace table person_flags as select *,"
        f" ({woman}::int + 2 * {child}::int + 4 * {senior}::int)::tinyint as flags from raw_person"
    )
    minor = db.execute("select id from names where domain = 'characteristic' and key = ?", [MINOR_AS_SAID]).fetchone()
    grown = f"not list_contains(members(t), {minor[0] if minor else -1})"
    wanted = (f"flags & 1 > 0 and {grown}", "flags & 2 > 0", "flags & 4 > 0")
    extra = " || ".join(
        f"(case when {when} then [{number}] else [] end)" for when, number in zip(wanted, ids, strict=True)
    )
    db.execute(
        "create or replace table characteristic_no as"
        " select t, flags, l, (dense_rank() over (order by l))::int as n from"
        f" (select t, flags, list_sort(list_distinct(members(t) || {extra})) as l from"
        " (select distinct characteristics as t, flags from person_flags union select '{}', 0))"
    )
    db.execute(
        "create or replace table person as with"
        " suffered as (select person, count(*) as n from raw_violation group by 1),"
        " numbered as (select person, row_number() over (order by person)::int as number from raw_person)"
        " select p.person, i.number, coalesce(g.number, 0) as part_of, p.part_of as part_of_id, p.kind,"
        " case p.kind when 1 then 1 when 2 then min_size end as min_size,"
        " case p.kind when 1 then 1 when 2 then best_size end as best_size,"
        " case p.kind when 1 then 1 when 2 then max_size end as max_size,"
        " s.n = 1 and p.part_of is null and p.person not in"
        "   (select part_of from raw_person where part_of is not null) as lone,"
        f" coalesce(sex, 0)::smallint as sex, (case {bands} else 0 end)::tinyint as age_band, age_min, age_max,"
        " coalesce(victim_status, 0)::smallint as victim_status, c.n as characteristic_set"
        " from person_flags p join numbered i using (person) left join numbered g on g.person = p.part_of"
        " join suffered s on s.person = p.person"
        " join characteristic_no c on c.t = p.characteristics and c.flags = p.flags"
    )


def _derived(db: duckdb.DuckDBPyConnection) -> list[int]:
    """Numbers of the derived characteristics; those that no vocabulary lists are added to the names."""
    found = []
    for position, key in enumerate(DERIVED):
        row = db.execute("select id from names where domain = 'characteristic' and key = ?", [key]).fetchone()
        if row is None:
            db.execute("insert into names values ('characteristic', ?, ?, null)", [DERIVED_FROM + position, key])
        found.append(row[0] if row else DERIVED_FROM + position)
    return found


def _add_categories(db: duckdb.DuckDBPyConnection, categories: Mapping[str, str]) -> None:
    """A set of categories per list for every row."""
    if not categories:
        return
    masks = ", ".join(f'({expression})::bigint as "mask_{name}"' for name, expression in categories.items())
    db.execute(f"create or replace table masked as select *, {masks} from flat")
    for name in categories:
        db.execute(
            f'create or replace table "category_{name}_no" as select mask, row_number() over (order by mask)::int as n'
            f' from (select distinct "mask_{name}" as mask from masked union select 0)'
        )
    columns = ", ".join(f'"category_{name}_no".n as "category_{name}_set"' for name in categories)
    joins = " ".join(f'join "category_{name}_no" on "category_{name}_no".mask = "mask_{name}"' for name in categories)
    dropped = ", ".join(f'"mask_{name}"' for name in categories)
    db.execute(f"create or replace table flat as select masked.* exclude ({dropped}), {columns} from masked {joins}")
    zeros = ", ".join(
        f'(select n from "category_{name}_no" where mask = 0) as "category_{name}_set"' for name in categories
    )
    db.execute(f"create or replace table bare as select *, {zeros} from bare")
    db.execute("drop table masked")


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
            f"select '{CATEGORY}{name}', n, unnest(case when mask = 0 then [0] else {bits}::int[] end)"
            f' from "category_{name}_no"'
        )
    db.execute("create or replace table sets (dimension varchar, set_id int, member int)")
    for part in parts:
        db.execute(f"insert into sets {part.replace('select ', 'select distinct ', 1)}")


def _make_accounts(db: duckdb.DuckDBPyConnection) -> None:
    """One row per report and countable violation, or per report alone, with the report's own origin."""
    own = "r.profile as origin_set, year(r.received_on)::smallint as reported_year, k.n as keepers_set"
    db.execute(
        "create or replace table grounded as select g.report, f.violation_id from ground g"
        " join flat f on f.violation_id = g.violation and not f.nobody"
    )
    db.execute(
        "create or replace table report_rows as select r.report, r.event, r.profile, r.received_on, r.custodian,"
        " row_number() over (order by r.report)::int as number, coalesce(n.n, 1) = 1 as lone_report, n.n as grounds"
        " from report r left join (select report, count(*) as n from grounded group by 1) n using (report)"
    )
    keeper = "join keepers_no k on k.t = '{' || r.custodian || '}'"
    db.execute(
        "create or replace table accounts as"
        f" select r.report as report_id, r.number as report, r.lone_report, f.* replace ({own})"
        f" from grounded g join report_rows r using (report) join flat f on f.violation_id = g.violation_id {keeper}"
        f" union all select r.report, r.number, r.lone_report, b.* replace ({own})"
        f" from report_rows r join bare b on b.event_id = r.event {keeper} where r.grounds is null"
    )
