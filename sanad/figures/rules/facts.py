"""What is counted, as plain rows: violations, events, and the accounts that sources give of them.

These rows are what a snapshot holds, written with codes in place of numbers. They exist for the reference
counter and for tests; a working site never builds them, because a million of them would not fit.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

Parents = Mapping[str, Mapping[str, str]]  # dimension -> code -> the code above it


@dataclass(frozen=True, slots=True)
class Place:
    """Where something happened, in today's districts and in those of its day."""

    province: str | None = None
    district: str | None = None
    province_then: str | None = None
    district_then: str | None = None


@dataclass(frozen=True, slots=True)
class Victim:
    """Who suffered: one human being, a group with its bounds as given, or an institution."""

    id: str
    kind: str = "individual"
    part_of: str | None = None
    min: int | None = None
    best: int | None = None
    max: int | None = None
    sex: str | None = None
    age_min: int | None = None
    age_max: int | None = None
    characteristics: tuple[str, ...] = ()
    status: str | None = None


@dataclass(frozen=True, slots=True)
class ViolationFact:
    """One type of act against one person in one event."""

    id: str
    event: str
    victim: Victim
    act: str
    first: date | None = None
    last: date | None = None
    place: Place = Place()
    perpetrator_types: tuple[str, ...] = ()
    categories: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    state: str = "new"
    verified_on: date | None = None
    nobody: bool = False  # a report says that zero suffered it
    custodians: frozenset[int] = frozenset({1})


@dataclass(frozen=True, slots=True)
class EventFact:
    """What happened; also an event in which no violation is alleged."""

    id: str
    first: date | None = None
    last: date | None = None
    place: Place = Place()
    custodians: frozenset[int] = frozenset({1})


@dataclass(frozen=True, slots=True)
class AccountFact:
    """One report of one event, and the violations that it is ground for."""

    id: str
    event: str
    received_on: date
    source_kind: str
    source: str | None = None
    batch: str | None = None
    grounds: frozenset[str] = frozenset()
    custodian: int = 1


@dataclass(frozen=True, slots=True)
class World:
    """Everything that one snapshot holds."""

    events: tuple[EventFact, ...] = ()
    violations: tuple[ViolationFact, ...] = ()
    accounts: tuple[AccountFact, ...] = ()
    parents: Parents = field(default_factory=dict)
