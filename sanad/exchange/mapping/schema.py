"""A mapping as values: what a row is, what each column fills, who the sources are."""

from collections.abc import Mapping as Readable
from dataclasses import dataclass, replace
from dataclasses import field as own
from typing import Literal

RowIs = Literal["event", "person"]
NOT_STATED = ("NA", "N/A", "-")
SHEET, ROW = "$sheet", "$row"  # parts of an id that no column holds
ALL_SHEETS = ("all",)


@dataclass(frozen=True, slots=True)
class Institution:
    """A source as an institution of our register; made there if it is new."""

    slug: str
    name: str = ""
    kind: str = "other"


@dataclass(frozen=True, slots=True)
class Use:
    """What one column fills, and how its cells are read."""

    column: str
    field: str
    dates: tuple[str, ...] = ()
    values: Readable[str, str] = own(default_factory=dict)  # as the cell says → slug or code of a place
    optional: bool = False
    split: str = ""  # several values in one cell, divided by this
    fold: bool = True  # in `values`: letter case, spaces and spelling marks do not count


@dataclass(frozen=True, slots=True)
class Group:
    """People whom a row only counts: columns with the least, best and greatest number, and what was done to them."""

    key: str
    act: str = ""
    means: str = ""
    status: str = ""
    sex: str = ""
    described: str = ""
    min: str = ""
    best: str = ""
    max: str = ""
    named: str = ""  # column with names of some of them, sealed
    split: str = ";"
    optional: bool = False

    def with_bound(self, bound: str, column: str) -> "Group":
        """The group with a column for its least, best or greatest number."""
        given = {"min": self.min, "best": self.best, "max": self.max, bound: column}
        return replace(self, min=given["min"], best=given["best"], max=given["max"])

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns that the group reads."""
        return tuple(name for name in (self.min, self.best, self.max, self.named) if name)


@dataclass(frozen=True, slots=True)
class SourceColumn:
    """A column that says whether one source reported the row."""

    column: str
    institution: Institution
    kind: str
    yes: tuple[str, ...] = ("TRUE", "1", "yes")
    no: tuple[str, ...] = ("FALSE", "0", "no")
    not_applicable: tuple[str, ...] = ("N/A",)
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Mapping:
    """How one list is read."""

    list: str
    title: str = ""
    row_is: RowIs = "event"
    id: tuple[str, ...] = ()
    sheet: tuple[str, ...] | None = None
    header: tuple[int, ...] | None = None
    encoding: str = ""
    delimiter: str = ""
    not_stated: tuple[str, ...] = NOT_STATED
    source_kind: str = "compiled_list"
    source: Institution | None = None
    constants: Readable[str, str] = own(default_factory=dict)
    sheets: Readable[str, Readable[str, str]] = own(default_factory=dict)
    columns: tuple[Use, ...] = ()
    groups: tuple[Group, ...] = ()
    sources: tuple[SourceColumn, ...] = ()
    no_source: Literal["list", "refuse"] = "list"
    ignore: tuple[str, ...] = ()
    lines: Readable[str, int] = own(default_factory=dict, compare=False)

    def named_columns(self) -> set[str]:
        """Every column that the mapping speaks of."""
        named = {use.column for use in self.columns} | set(self.ignore)
        named |= {column for group in self.groups for column in group.columns}
        named |= {source.column for source in self.sources} | {part for part in self.id if not part.startswith("$")}
        return named

    def required_columns(self) -> set[str]:
        """Those without which the file is another one."""
        required = {use.column for use in self.columns if not use.optional}
        required |= {column for group in self.groups if not group.optional for column in group.columns}
        required |= {source.column for source in self.sources if not source.optional}
        return required | {part for part in self.id if not part.startswith("$")}

    def chosen_sheets(self) -> tuple[str, ...] | None:
        """The sheets to read: those named, else those with constants of their own."""
        if self.sheet is not None:
            return self.sheet
        return tuple(self.sheets) or None

    def with_constants_of(self, sheet: str) -> "Mapping":
        """The mapping as it is for one sheet."""
        wanted = sheet.strip().casefold()
        own = next((those for name, those in self.sheets.items() if name.strip().casefold() == wanted), None)
        return replace(self, constants={**self.constants, **own}) if own else self
