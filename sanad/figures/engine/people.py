"""Who suffered, one row each: band of age, what follows from sex and age, and who stands alone."""

from collections.abc import Sequence

import duckdb

from sanad.figures.engine.layout import DERIVED
from sanad.figures.rules.cells import AGE_BANDS, CHILD_BELOW, MINOR_AS_SAID, SENIOR_FROM

DERIVED_FROM = 30_000  # numbers of derived characteristics that no vocabulary lists
WOMAN, CHILD, SENIOR = 1, 2, 4
# Where all violations of a person agree on these, one row stands for the person in questions of them and of the person.
SHARED = ("first", "last", "province", "district", "province_then", "district_then", "perpetrators", "status")

PEOPLE = """
create or replace table groups as
    select f.person, f.number from person_flags f
    where f.person in (select part_of from raw_person where part_of is not null);
create or replace table person as
    with suffered as (
        select person, count(*) as n, min(violation) as first_violation,
            {agreeing} as agree, min(event) = max(event) as in_one_event
        from raw_violation group by 1)
    select p.person, p.number, coalesce(g.number, 0) as part_of, p.kind,
        case p.kind when 1 then 1 when 2 then min_size end as min_size,
        case p.kind when 1 then 1 when 2 then best_size end as best_size,
        case p.kind when 1 then 1 when 2 then max_size end as max_size,
        bound_ as bound,
        s.n = 1 and not bound_ as lone, s.agree and not bound_ as alike, s.first_violation,
        s.in_one_event and not bound_ as once_per_act,
        coalesce(sex, 0)::smallint as sex, ({band})::tinyint as age_band, age_min, age_max,
        coalesce(victim_status, 0)::smallint as victim_status, c.n as characteristic_set
    from person_flags p join suffered s on s.person = p.person
    join characteristic_no c on c.t = p.characteristics and c.flags = p.flags
    left join groups g on g.person = p.part_of left join groups own on own.person = p.person;
"""


def all_agree(columns: Sequence[str]) -> str:
    """SQL: the rows of a group say the same in these columns, or nothing, and the same offices keep them.

    By a hash of 64 bits, so that a group is looked at once and not three times per column.
    """
    said = f"hash({', '.join([*columns, 'custodians'])})"
    return f"min({said}) = max({said})"


def make_people(db: duckdb.DuckDBPyConnection) -> None:
    """Make `person` and `characteristic_no` (sets of characteristics, the derived ones among them)."""
    female = _number(db, "sex", "female")
    child = f"coalesce(age_max < {CHILD_BELOW}, false)"
    woman = f"coalesce(sex = {female}, false) and not {child}"
    senior = f"coalesce(age_min >= {SENIOR_FROM}, false)"
    db.execute(
        "create or replace table person_flags as select *, row_number() over ()::int as number,"
        f" (({woman})::int * {WOMAN} + ({child})::int * {CHILD} + ({senior})::int * {SENIOR})::tinyint as flags"
        " from raw_person"
    )
    _make_sets(db)
    bands = " ".join(
        f"when age_min >= {low} and {'true' if high is None else f'age_max <= {high}'} then {position}"
        for position, (low, high) in enumerate(AGE_BANDS, start=1)
    )
    people = PEOPLE.replace("bound_", "(g.number is not null or own.number is not null)")
    db.execute(people.format(band=f"case {bands} else 0 end", agreeing=all_agree(SHARED)))


def _make_sets(db: duckdb.DuckDBPyConnection) -> None:
    """What was said of people and what follows; few combinations exist, so each gets a number."""
    grown = f"not list_contains(members(t), {_number(db, 'characteristic', MINOR_AS_SAID)})"
    conditions = (f"flags & {WOMAN} > 0 and {grown}", f"flags & {CHILD} > 0", f"flags & {SENIOR} > 0")
    extra = " || ".join(
        f"(case when {condition} then [{number}] else [] end)"
        for condition, number in zip(conditions, _derived(db), strict=True)
    )
    db.execute(
        "create or replace table characteristic_no as"
        " select t, flags, l, (dense_rank() over (order by l))::int as n from"
        f" (select t, flags, list_sort(list_distinct(members(t) || {extra})) as l from"
        " (select distinct characteristics as t, flags from person_flags union select '{}', 0))"
    )


def _derived(db: duckdb.DuckDBPyConnection) -> list[int]:
    """Numbers of the derived characteristics; those that no vocabulary lists are added to the names."""
    found = []
    for position, key in enumerate(DERIVED):
        number = _number(db, "characteristic", key)
        if number < 0:
            number = DERIVED_FROM + position
            db.execute("insert into names values ('characteristic', ?, ?, null)", [number, key])
        found.append(number)
    return found


def _number(db: duckdb.DuckDBPyConnection, domain: str, key: str) -> int:
    """The number of a code; -1, which nothing has, where there is none."""
    row = db.execute("select id from names where domain = ? and key = ?", [domain, key]).fetchone()
    return int(row[0]) if row else -1
