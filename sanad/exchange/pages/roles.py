"""What a column can be on the page: a field, a bound of a group, a source, the id, dropped, or nothing."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from django.utils.translation import gettext as _

from sanad.exchange.mapping.fields import FIELDS, OF_ONE_PERSON, PART_TITLES, Part, Shape
from sanad.exchange.mapping.guess import Taken
from sanad.exchange.mapping.schema import Group, Institution, Mapping, SourceColumn, Use
from sanad.exchange.mapping.words import HARMED
from sanad.kit.refusals import N_
from sanad.kit.text import slug

UNUSED, IGNORE, ID, SOURCE = "", "ignore", "id", "source"
BOUNDS = {"min": N_("at least"), "best": N_("as stated"), "max": N_("at most"), "named": N_("names (sealed)")}
GROUP_TITLES = {
    "killed": N_("Killed"),
    "injured": N_("Injured"),
    "abducted": N_("Abducted"),
    "arrested": N_("Arrested"),
    "displaced": N_("Displaced"),
}

Choices = list[tuple[str, object]]


def choices(mapping: Mapping) -> Choices:
    """Everything that a column can be, in the groups of the page."""
    keys = dict.fromkeys([*GROUP_TITLES, *(group.key for group in mapping.groups)])
    how_many = [
        (f"group:{key}:{bound}", f"{_(GROUP_TITLES.get(key, key))}: {_(title)}")
        for key in keys
        for bound, title in BOUNDS.items()
    ]
    parts = [
        (_(PART_TITLES[part]), [(field.name, _(field.title)) for field in FIELDS.values() if field.part is part])
        for part in Part
    ]
    return [
        (UNUSED, _("not used; kept in the sealed row")),
        (IGNORE, _("dropped; not kept at all")),
        (ID, _("number of the row in the list")),
        (SOURCE, _("a source: yes or no")),
        (_("How many"), how_many),
        *parts,
    ]


def role_of(mapping: Mapping, column: str) -> str:
    """What the mapping makes of a column."""
    if column in mapping.ignore:
        return IGNORE
    if column in mapping.id:
        return ID
    if any(source.column == column for source in mapping.sources):
        return SOURCE
    for group in mapping.groups:
        for bound in BOUNDS:
            if getattr(group, bound) == column:
                return f"group:{group.key}:{bound}"
    return next((use.field for use in mapping.columns if use.column == column), UNUSED)


def with_roles(
    mapping: Mapping, columns: Sequence[str], uses: Sequence[tuple[str, Use | SourceColumn | None]]
) -> Mapping:
    """The mapping with what a person said of each column; what the page does not show stays.

    `uses` has the role of each column, and for a field or a source how it is read.
    """
    roles = {column: role for column, (role, _use) in zip(columns, uses, strict=True)}
    groups = _groups(mapping, roles)
    return replace(
        mapping,
        columns=tuple(use for _role, use in uses if isinstance(use, Use)) + _elsewhere(mapping.columns, roles),
        sources=tuple(use for _role, use in uses if isinstance(use, SourceColumn)) + _elsewhere(mapping.sources, roles),
        groups=groups,
        id=_id(mapping, roles),
        ignore=tuple(column for column, role in roles.items() if role == IGNORE),
    )


def _elsewhere(uses: Iterable, roles: dict[str, str]) -> tuple:  # of Use or of SourceColumn, and gives the same
    """Columns that another file of the same list has."""
    return tuple(use for use in uses if use.optional and use.column not in roles)


def _id(mapping: Mapping, roles: dict[str, str]) -> tuple[str, ...]:
    kept = [part for part in mapping.id if part.startswith("$") or roles.get(part) == ID]
    return (*kept, *(column for column, role in roles.items() if role == ID and column not in kept))


def _groups(mapping: Mapping, roles: dict[str, str]) -> tuple[Group, ...]:
    groups = {group.key: replace(group, min="", best="", max="", named="") for group in mapping.groups}
    for column, role in roles.items():
        if role.startswith("group:"):
            _group, key, bound = role.split(":")
            group = groups.get(key) or Group(key, act=HARMED[key][1] if key in HARMED else "")
            given = {name: getattr(group, name) for name in BOUNDS}
            groups[key] = _with_columns(group, {**given, bound: column})
    return tuple(group for group in groups.values() if group.columns)


def _with_columns(group: Group, given: dict[str, str]) -> Group:
    return replace(group, min=given["min"], best=given["best"], max=given["max"], named=given["named"])


def use_of(
    column: str, role: str, *, known: Mapping, dates: tuple[str, ...], kind: str, values: dict[str, str]
) -> Use | SourceColumn | None:
    """How a column is read, from what the page says and what the mapping knew."""
    if role == SOURCE:
        before = next((one for one in known.sources if one.column == column), None)
        if before:
            return replace(before, kind=kind or before.kind)
        return SourceColumn(column, Institution(slug(column) or "source", column), kind)
    if role not in FIELDS:
        return None
    before_use = next((one for one in known.columns if one.column == column and one.field == role), None)
    use = before_use or Use(column, role)
    has_dates = FIELDS[role].shape is Shape.DATE
    return replace(use, dates=dates if has_dates else (), values={**use.values, **values})


def taken_of(mapping: Mapping, columns: Sequence[str]) -> dict[str, Taken]:
    """An earlier mapping as guesses: all of them sure."""
    dates = {use.column: use.dates for use in mapping.columns}
    return {
        column: Taken(column, role_of(mapping, column), "high", "name", dates.get(column, ())) for column in columns
    }


def clashes(row_is: str, roles: Sequence[str]) -> list[str]:
    """Fields of one person in a list of events."""
    return [role for role in roles if row_is == "event" and role in OF_ONE_PERSON]
