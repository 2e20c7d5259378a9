"""What views hand to the component templates."""

from dataclasses import dataclass
from datetime import datetime
from typing import TypeAlias

from django.utils.functional import Promise

Words: TypeAlias = str | Promise


@dataclass(frozen=True)
class Column:
    """A column of `web/table.html`; numbers stand at the end of their cell."""

    label: Words
    number: bool = False


@dataclass(frozen=True)
class Cell:
    """A cell of `web/table.html`; None is said as unknown, never as zero or empty."""

    value: object
    address: str | None = None
    number: bool = False


@dataclass(frozen=True)
class Chip:
    """One filter that is on: its name, what was chosen, and the address without it."""

    label: Words
    value: Words
    address: str


@dataclass(frozen=True)
class HistoryLine:
    """One line of `web/history.html`: something that somebody did, as a whole sentence, with the reason they gave."""

    at: datetime
    sentence: str
    why: str = ""
    undone: str = ""  # who took it back, when and why
    address: str | None = None  # where it can be taken back
    label: Words = ""
    at_once: bool = False  # a button there takes it back without asking for a reason
    values: tuple[tuple[Words, str, str], ...] = ()  # what changed: its name, before, after
