"""A first mapping from the header and some rows: what each column is taken for, and how sure that is.

Only a proposal: a person sees each column with its reason and corrects it. What is not recognised is kept in the
sealed row and nowhere else.
"""

from collections.abc import Callable, Sequence
from collections.abc import Mapping as Readable
from dataclasses import dataclass, replace
from functools import cache
from typing import Literal

from sanad.exchange.mapping.fields import FIELDS, OF_ONE_PERSON, Shape
from sanad.exchange.mapping.guards import looks_sealed
from sanad.exchange.mapping.schema import Group, Institution, Mapping, SourceColumn, Use
from sanad.exchange.mapping.words import BEST, HARMED, HEADINGS, IDS, LEAST, MOST, folded
from sanad.kit.dates import FORMATS, read_date
from sanad.kit.refusals import Refused
from sanad.kit.text import fold, slug

Sure = Literal["high", "middle", "low", "none"]
Why = Literal["name", "values", "both", "sealed", "answers", "casualties", "id", "nothing"]
ANSWERS = frozenset({"true", "false", "1", "0", "yes", "no", "n a", "na", "y", "n", "ہاں", "نہیں"})
ORDER = (
    "Weekday-Month d-Y",
    "iso",
    "d/m/Y",
    "m/d/Y",
    "d-m-Y",
    "d.m.Y",
    "Mon-Y",
    "d Month Y",
    "Month d, Y",
    "Month Y",
    "m/Y",
    "Y",
    "edtf",
    "excel",
)
READABLE = 0.8  # share of cells that a date format has to read
LOOKED_AT = 200

# Whether a value is in a vocabulary or is a place is asked of whoever knows them.
Knows = Callable[[str, str], bool]


@dataclass(frozen=True, slots=True)
class Taken:
    """What one column was taken for: a field, `group:killed:min`, `source`, `id`, or '' for nothing."""

    column: str
    role: str
    sure: Sure
    why: Why
    dates: tuple[str, ...] = ()


@cache
def _by_heading() -> dict[str, str]:
    return {word: name for name, words in HEADINGS.items() for word in folded(words)}


def guess_columns(columns: Sequence[str], samples: Readable[str, Sequence[str]], knows: Knows) -> list[Taken]:
    """What each column is taken for; every field is given to one column only, the surest."""
    taken = [
        _take(column, [value for value in samples.get(column, ()) if value.strip()][:LOOKED_AT], knows)
        for column in columns
    ]
    taken = _with_sources(taken)
    surest: dict[str, Taken] = {}
    order: dict[Sure, int] = {"high": 0, "middle": 1, "low": 2, "none": 3}
    for one in sorted(taken, key=lambda one: order[one.sure]):
        if one.role and one.role != "source" and not (one.role in FIELDS and FIELDS[one.role].many):
            surest.setdefault(one.role, one)
    return [one if surest.get(one.role, one) is one else Taken(one.column, "", "none", "nothing") for one in taken]


def _take(column: str, values: Sequence[str], knows: Knows) -> Taken:
    looks = looks_sealed(values)
    name = fold(column)
    heading = _by_heading().get(name, "")
    if looks:
        role = heading if heading in FIELDS and heading.endswith(looks) else looks
        return Taken(column, role, "high", "sealed")
    if name in folded(IDS) and len(set(values)) == len(values):
        return Taken(column, "id", "high", "id")
    if harmed := _casualties(name, values):
        return Taken(column, harmed, "high", "casualties")
    role = heading or _by_part(name)
    if (
        values
        and all(fold(value) in ANSWERS for value in values)
        and (not role or FIELDS[role].shape is not Shape.CODE)
    ):
        return Taken(column, "source", "middle" if len(set(map(fold, values))) > 1 else "low", "answers")
    dates = _formats(values)
    if role:
        return _confirmed(Taken(column, role, "high" if heading else "middle", "name"), values, dates, knows)
    if dates:
        return Taken(column, "happened", "low", "values", dates)
    return _by_values(column, values, knows)


def _confirmed(taken: Taken, values: Sequence[str], dates: tuple[str, ...], knows: Knows) -> Taken:
    """The same guess, surer or less sure by what stands in the cells."""
    field = FIELDS[taken.role]
    if field.shape is Shape.DATE:
        return replace(taken, dates=dates, why="both") if dates else replace(taken, sure="low")
    if field.shape in (Shape.CODE, Shape.PLACE) and values:
        kind = field.vocabulary or "place"
        share = sum(knows(kind, value) for value in set(values)) / len(set(values))
        if share >= 0.5:
            return replace(taken, why="both")
        if field.shape is Shape.PLACE:
            return replace(taken, sure="middle")
        return replace(taken, sure="low") if taken.sure == "high" else Taken(taken.column, "", "none", "nothing")
    if field.shape is Shape.COORDINATE and not all(map(_is_degree, values)):
        return Taken(taken.column, "", "none", "nothing")
    return taken


def _by_part(name: str) -> str:
    """The field of the longest heading that is part of the column's name."""
    found = [
        (len(word), field) for word, field in _by_heading().items() if len(word) > 4 and f" {word} " in f" {name} "
    ]
    return max(found)[1] if found else ""


def _by_values(column: str, values: Sequence[str], knows: Knows) -> Taken:
    distinct = set(values)
    if distinct:
        for kind, role in (("sex", "sex"), ("place", "place"), ("act", "act")):
            if sum(knows(kind, value) for value in distinct) >= READABLE * len(distinct):
                return Taken(column, role, "low", "values")
    return Taken(column, "", "none", "nothing")


def _casualties(name: str, values: Sequence[str]) -> str:
    """`group:killed:min` for a column of numbers that is called so."""
    if not values or sum(value.strip().isdecimal() for value in values) < 0.5 * len(values):
        return ""
    words = name.split()
    for key, (called, _act) in HARMED.items():
        if any(f" {word} " in f" {name} " for word in folded(called)):
            for bound, said in (("min", LEAST), ("max", MOST), ("best", BEST)):
                if any(f" {word} " in f" {name} " for word in folded(said)):
                    return f"group:{key}:{bound}"
            return f"group:{key}:best" if len(words) <= 3 else ""
    return ""


def _formats(values: Sequence[str]) -> tuple[str, ...]:
    """The date format that reads nearly all cells; where several do, the one that is usual here."""
    read = {name: sum(_reads(name, value) for value in values) for name in ORDER if name in FORMATS}
    best = max(read.values(), default=0)
    if not values or best < READABLE * len(values):
        return ()
    return tuple(name for name in ORDER if read.get(name) == best)[:1]


def _reads(name: str, value: str) -> bool:
    try:
        read_date(value, (name,))
    except Refused:
        return False
    return True


def _is_degree(value: str) -> bool:
    try:
        return -180 <= float(value) <= 180
    except ValueError:
        return False


def _with_sources(taken: list[Taken]) -> list[Taken]:
    """Columns of yes and no are sources only together: a single one can mean anything."""
    answers = [one for one in taken if one.role == "source"]
    if len(answers) >= 2:
        return taken
    return [Taken(one.column, "", "none", "nothing") if one.role == "source" else one for one in taken]


def mapping_from(taken: Sequence[Taken], *, name: str, title: str = "", optional_sources: bool = False) -> Mapping:
    """The mapping that these guesses make."""
    uses = tuple(Use(one.column, one.role, dates=one.dates) for one in taken if one.role in FIELDS)
    groups: dict[str, Group] = {}
    for one in taken:
        if one.role.startswith("group:"):
            _, key, bound = one.role.split(":")
            group = groups.get(key) or Group(key, act=HARMED[key][1] if key in HARMED else "")
            groups[key] = group.with_bound(bound, one.column)
    sources = tuple(
        SourceColumn(one.column, Institution(slug(one.column), one.column), "other", optional=optional_sources)
        for one in taken
        if one.role == "source"
    )
    row_is: Literal["event", "person"] = "event" if groups else "person"
    ignore: tuple[str, ...] = ()
    if row_is == "event":  # it has no single person whose card could be sealed: proposed to be dropped
        ignore = tuple(one.column for one in taken if one.why == "sealed" and one.role in OF_ONE_PERSON)
        uses = tuple(use for use in uses if use.field not in OF_ONE_PERSON)
    return Mapping(
        list=(slug(name) or "list")[:60],
        title=title or name,
        row_is=row_is,
        id=tuple(one.column for one in taken if one.role == "id"),
        columns=uses,
        groups=tuple(groups.values()),
        ignore=ignore,
        sources=sources,
    )
