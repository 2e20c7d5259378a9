"""How many human beings: the SQL twin of `rules.reference.tally`."""

from collections.abc import Iterable

# Who has one violation and belongs to no group is added up under the id 0; `bound` are groups with named members,
# and the members: they are the ones whose sizes depend on who else stands in the cell.
MEASURES = ["if(bound, part_of, 0) as part_of", "kind", "bound", "min_size", "best_size", "max_size"]
# Questions of these alone are answered by one row of a person whose violations agree on time and place.
PERSONAL = frozenset(
    {"province", "district", "year", "quarter", "month", "sex", "age_band", "characteristic", "victim_status"}
)
SIZES = (("least", "min_size"), ("best", "best_size"), ("most", "max_size"))
COLUMNS = ["least", "best", "most", "no_least", "no_best", "no_most", "institutions"]
MEASURED = ", ".join(
    [
        *(f"{size} as {name}" for name, size in SIZES),
        *(f"(kind = 2 and {size} is null)::int as no_{name}" for name, size in SIZES),
        "(kind = 3)::int as institutions",
    ]
)
SUMS = ", ".join(f"sum({name})::bigint" for name in COLUMNS)


def measures(used: Iterable[str]) -> tuple[list[str], str]:
    """The columns that measure a row, and which rows are looked at, for a question that uses these dimensions."""
    if PERSONAL.issuperset(used):
        return ["if(alike_person, 0, person) as id", *MEASURES], "(first_of_person or not alike_person)"
    return ["if(lone_person, 0, person) as id", *MEASURES], "true"


def statement(rows: str, keys: list[str], spread: dict[str, str], once: str) -> str:
    """The SQL for a table of victims. Reading the rows twice is cheaper than grouping them all by person."""
    names = "".join(f", {key}" for key in keys)
    nulls = "".join(", null" for _ in keys)
    columns = ", ".join(COLUMNS)
    people = ["id", "part_of", "kind", "bound", *(size for _, size in SIZES)]
    people_list = ", ".join(people)
    return (
        f"with rows as {once} ({rows}),"
        f" lone as materialized (select {_added_up()}{names} from rows where id = 0 group by all),"
        f" rest as materialized (select distinct {people_list}{names} from rows where id > 0),"
        f" single as (select distinct * from ({spread_over('rest', keys, spread, people)}) where not bound),"
        f" tied as materialized (select distinct * from ({spread_over('rest', keys, spread, people)}) where bound),"
        f" tied_all as materialized (select distinct {people_list} from rest where bound)"
        f" select false{names}, {SUMS} from ("
        f"select {columns}{names} from ({spread_over('lone', keys, spread, COLUMNS)})"
        f" union all by name select {MEASURED}{names} from single"
        f" union all by name select {columns}{names} from ({_told_apart('tied', keys)})) group by all"
        f" union all select true{nulls}, {SUMS} from (select {columns} from lone"
        f" union all by name select {MEASURED} from (select distinct {people_list} from rest where not bound)"
        f" union all by name select {columns} from ({_told_apart('tied_all', [])}))"
    )


def spread_over(table: str, keys: list[str], spread: dict[str, str], others: list[str]) -> str:
    """SQL: the rows of a table with the numbers of sets replaced by their members."""
    shown = [f"s_{key}.member as {key}" if key in spread else f"t.{key}" for key in keys]
    shown += [f"t.{name}" for name in others]
    joins = " ".join(f"join ({query}) s_{key} on s_{key}.set_id = t.{key}" for key, query in spread.items())
    return f"select {', '.join(shown)} from {table} t {joins}"


def _added_up() -> str:
    """Sums over people whom nothing changes."""
    sums = [f"sum({size}) as {name}" for name, size in SIZES]
    unknown = [f"count(*) filter (kind = 2 and {size} is null) as no_{name}" for name, size in SIZES]
    return ", ".join([*sums, *unknown, "count(*) filter (kind = 3) as institutions"])


def _told_apart(table: str, keys: list[str]) -> str:
    """Groups raised to their named members in the same cell; members whose group is there count with it."""
    names = "".join(f", {key}" for key in keys)
    same = "".join(f" and n.{key} = p.{key}" for key in keys)
    there = same.replace("n.", "g.")
    shown = "".join(f", p.{key}" for key in keys)
    raised = ", ".join(
        f"case when p.kind = 1 then 1 when p.kind = 2{known} then greatest({size}, members) end as {name}"
        for (name, size), known in zip(
            SIZES, ("", " and best_size is not null", " and max_size is not null"), strict=True
        )
    )
    return (
        f"with named as (select part_of, count(*) as members{names} from {table}"
        " where kind = 1 and part_of > 0 group by all)"
        f" select {raised}, (p.kind = 2 and min_size is null and members is null)::int as no_least,"
        " (p.kind = 2 and best_size is null)::int as no_best, (p.kind = 2 and max_size is null)::int as no_most,"
        f" (p.kind = 3)::int as institutions{shown} from {table} p"
        f" left join named n on p.kind = 2 and n.part_of = p.id{same}"
        " where p.kind <> 1 or p.part_of = 0 or not exists"
        f" (select 1 from {table} g where g.kind = 2 and g.id = p.part_of{there})"
    )
