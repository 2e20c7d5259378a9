"""How many human beings: the SQL twin of `rules.reference.tally`."""

MEASURES = ["person as id", "part_of", "kind", "lone_person as lone", "min_size", "best_size", "max_size"]
SIZES = ("min_size", "best_size", "max_size")
SUMS = "sum(least), sum(best), sum(most), sum(no_least), sum(no_best), sum(no_most), sum(institutions)"
COLUMNS = "least, best, most, no_least, no_best, no_most, institutions"


def statement(rows: str, keys: list[str], spread: dict[str, str]) -> str:
    """The SQL for a table of victims: persons who stand alone are added up, the others are told apart per cell."""
    names = "".join(f", {key}" for key in keys)
    nulls = "".join(", null" for _ in keys)
    columns = "id, part_of, kind, " + ", ".join(SIZES)
    return (
        f"with rows as ({rows}),"
        f" lone as materialized (select {_added_up()}{names} from rows where lone group by all),"
        f" rest as materialized (select distinct {columns}{names} from rows where not lone),"
        f" cells as materialized (select distinct {columns}{names}"
        f" from ({spread_over('rest', keys, spread, columns)})),"
        f" people as materialized (select distinct {columns} from rest),"
        f" told as ({_told_apart('cells', keys)}), told_all as ({_told_apart('people', [])})"
        f" select false{names}, {SUMS} from"
        f" (select {COLUMNS}{names} from ({spread_over('lone', keys, spread, COLUMNS)})"
        f" union all select {COLUMNS}{names} from told) group by all"
        f" union all select true{nulls}, {SUMS} from"
        f" (select {COLUMNS} from lone union all select {COLUMNS} from told_all)"
    )


def spread_over(table: str, keys: list[str], spread: dict[str, str], others: str) -> str:
    """SQL: the rows of a table with the numbers of sets replaced by their members."""
    shown = [f"s_{key}.member as {key}" if key in spread else f"t.{key}" for key in keys]
    shown += [f"t.{name.strip()}" for name in others.split(",")]
    joins = " ".join(f"join ({query}) s_{key} on s_{key}.set_id = t.{key}" for key, query in spread.items())
    return f"select {', '.join(shown)} from {table} t {joins}"


def _added_up() -> str:
    """Sums over persons who have one violation and belong to no group: nothing can be counted twice."""
    return (
        "sum(min_size) as least, sum(best_size) as best, sum(max_size) as most,"
        " count(*) filter (kind = 2 and min_size is null) as no_least,"
        " count(*) filter (kind = 2 and best_size is null) as no_best,"
        " count(*) filter (kind = 2 and max_size is null) as no_most,"
        " count(*) filter (kind = 3) as institutions"
    )


def _told_apart(table: str, keys: list[str]) -> str:
    """Groups raised to their named members in the same cell; members whose group is there count with it."""
    names = "".join(f", {key}" for key in keys)
    same = "".join(f" and n.{key} = p.{key}" for key in keys)
    there = same.replace("n.", "g.")
    shown = "".join(f", p.{key}" for key in keys)
    return (
        f"with named as (select part_of, count(*) as members{names} from {table}"
        f" where kind = 1 and part_of > 0 group by all)"
        " select case when p.kind = 1 then 1 when p.kind = 2 then greatest(min_size, members) end as least,"
        " case when p.kind = 1 then 1 when p.kind = 2 and best_size is not null then greatest(best_size, members) end"
        " as best,"
        " case when p.kind = 1 then 1 when p.kind = 2 and max_size is not null then greatest(max_size, members) end"
        " as most,"
        " (p.kind = 2 and min_size is null and members is null)::int as no_least,"
        " (p.kind = 2 and best_size is null)::int as no_best, (p.kind = 2 and max_size is null)::int as no_most,"
        f" (p.kind = 3)::int as institutions{shown} from {table} p"
        f" left join named n on p.kind = 2 and n.part_of = p.id{same}"
        f" where p.kind <> 1 or p.part_of = 0 or not exists"
        f" (select 1 from {table} g where g.kind = 2 and g.id = p.part_of{there})"
    )
