"""How many human beings: the SQL twin of `rules.reference.tally`."""

# `bound` are groups with named members, and the members: their sizes depend on who else stands in the cell.
MEASURES = ("if(bound, part_of, 0) as part_of", "kind", "bound", "min_size", "best_size", "max_size")
SIZES = (("least", "min_size"), ("best", "best_size"), ("most", "max_size"))
PEOPLE = ["id", "part_of", "kind", "bound", *(size for _, size in SIZES)]
LISTED = ", ".join(PEOPLE)
COLUMNS = ["least", "best", "most", "no_least", "no_best", "no_most", "institutions"]
MEASURED = ", ".join(
    [
        *(f"{size} as {name}" for name, size in SIZES),
        *(f"(kind = 2 and {size} is null)::int as no_{name}" for name, size in SIZES),
        "(kind = 3)::int as institutions",
    ]
)
ONES = ", ".join(
    ["count(*) as least, nullif(count(*), 0) as best, count(*) as most", *(f"0 as {name}" for name in COLUMNS[3:])]
)
SUMS = ", ".join(f"sum({name})::bigint" for name in COLUMNS)


def statement(rows: str, total: str | None, keys: list[str], spread: dict[str, str], once: str) -> str:
    """The SQL for a table of victims; `total` are the rows of its total where they are not those of its cells."""
    names = "".join(f", {key}" for key in keys)
    nulls = "".join(", null" for _ in keys)
    columns = ", ".join(COLUMNS)
    whole = "" if total is None else "_all"
    ones = spread_over("ones", keys, spread, ["id"])
    rest = spread_over("rest", keys, spread, PEOPLE)
    each = "distinct *" if spread else "*"
    return (
        f"with {_parts('', rows, names, once)}{'' if total is None else ', ' + _parts(whole, total, '', once)},"
        f" tied as materialized (select {each} from ({rest}) where bound),"
        f" tied_all as materialized (select distinct {LISTED} from rest{whole} where bound)"
        f" select false{names}, {SUMS} from ("
        f"select {columns}{names} from ({spread_over('lone', keys, spread, COLUMNS)})"
        f" union all by name select {ONES}{names} from (select {each} from ({ones})) group by all"
        f" union all by name select {MEASURED}{names} from (select {each} from ({rest}) where not bound)"
        f" union all by name select {columns}{names} from ({_told_apart('tied', keys)})) group by all"
        f" union all select true{nulls}, {SUMS} from (select {columns} from lone{whole}"
        f" union all by name select {ONES} from (select distinct id from ones{whole})"
        f" union all by name select {MEASURED} from (select distinct {LISTED} from rest{whole} where not bound)"
        f" union all by name select {columns} from ({_told_apart('tied_all', [])}))"
    )


def _parts(suffix: str, rows: str, names: str, once: str) -> str:
    """The rows in three parts. Most people who stand in several rows are individuals: their id tells them apart."""
    return (
        f"rows{suffix} as {once} ({rows}),"
        f" lone{suffix} as materialized (select {_added_up()}{names} from rows{suffix} where lone and first"
        " group by all),"
        f" ones{suffix} as materialized (select distinct id{names} from rows{suffix}"
        " where not lone and kind = 1 and not bound),"
        f" rest{suffix} as materialized (select distinct {LISTED}{names} from rows{suffix}"
        " where not lone and (kind > 1 or bound))"
    )


def spread_over(table: str, keys: list[str], spread: dict[str, str], others: list[str]) -> str:
    """SQL: the rows of a table with the numbers of sets replaced by their members."""
    shown = [f"s_{key}.member as {key}" if key in spread else f"t.{key}" for key in keys]
    shown += [f"t.{name}" for name in others]
    joins = " ".join(f"join ({query}) s_{key} on s_{key}.set_id = t.{key}" for key, query in spread.items())
    return f"select {', '.join(shown)} from {table} t {joins}"


def _added_up() -> str:
    """Sums over people whom nothing changes: of these, only groups lack a size, and institutions have none."""
    sums = [f"sum({size}) as {name}" for name, size in SIZES]
    unknown = [f"count(*) - count({size}) - count(*) filter (kind = 3) as no_{name}" for name, size in SIZES]
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
