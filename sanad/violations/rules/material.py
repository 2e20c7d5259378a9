"""What `derive` reads and what it gives: plain rows, ids as UUIDs, codes and places as small integers."""

from dataclasses import dataclass, field
from datetime import date, datetime
from uuid import UUID


@dataclass(slots=True)
class SaidReport:
    """One source's account; reports sort by id, which is the order in which they were recorded."""

    id: UUID
    reference: str
    custodian: int
    received_on: date
    source_kind: int
    summary: str = ""


@dataclass(slots=True)
class SaidMention:
    """A current mention row, named by its root."""

    root: UUID
    report: UUID
    role: str
    kind: str
    institution: int | None = None
    min_size: int | None = None
    best_size: int | None = None
    max_size: int | None = None
    part_of: UUID | None = None
    sex: int | None = None
    age_min: int | None = None
    age_max: int | None = None
    characteristics: tuple[int, ...] = ()


@dataclass(slots=True)
class SaidAct:
    """A current act row, named by its root; dates as EDTF text with first and last day."""

    root: UUID
    report: UUID
    victim: UUID
    type: int
    means: int | None = None
    stated_reason: int | None = None
    kind_of_place: int | None = None
    happened: str = ""
    happened_first: date | None = None
    happened_last: date | None = None
    place: int | None = None
    place_said: str = ""


@dataclass(slots=True)
class SaidInvolvement:
    root: UUID
    act: UUID
    type: int | None = None
    report: UUID | None = None
    institution: int | None = None


@dataclass(slots=True)
class SaidStatus:
    """A status of the victim; those of one report stand in the order in which it states them."""

    report: UUID
    mention: UUID
    status: int
    happened_last: date | None = None
    happened_first: date | None = None


@dataclass(slots=True)
class Pair:
    """Two reports, or two mentions, judged to be the same event, entry or person, or not; later ones come later."""

    kind: str
    one: UUID
    other: UUID
    verdict: str = "same"


@dataclass(slots=True)
class Verification:
    """A verdict in force on an act of a type (or, for attributions, on an involvement).

    `made_at` is when it came into force (with a second person, when this one confirmed it); `settled_on` the earlier
    day on which the thing was established, where that was said.
    """

    of: UUID
    verdict: str
    standard: int | None
    made_at: datetime
    type: int | None = None
    settled_on: date | None = None


@dataclass(slots=True)
class Choice:
    """A value chosen where accounts differ: a said row to prefer, or for `toll` three bounds. The latest is last."""

    of: UUID
    field: str
    prefer: UUID | None = None
    bounds: tuple[int | None, int | None, int | None] | None = None


@dataclass(slots=True)
class Material:
    """Everything that belongs to one or more whole events, and nothing else.

    `former` are mentions and acts that a correction took out: they count nowhere, but who was judged to be the same
    through them stays the same, and a verdict on them shows that there was one.
    """

    reports: list[SaidReport]
    mentions: list[SaidMention]
    acts: list[SaidAct]
    involvements: list[SaidInvolvement] = field(default_factory=list)
    statuses: list[SaidStatus] = field(default_factory=list)
    former_mentions: list[SaidMention] = field(default_factory=list)
    former_acts: list[SaidAct] = field(default_factory=list)
    withdrawn: frozenset[UUID] = frozenset()
    pairs: list[Pair] = field(default_factory=list)
    verifications: list[Verification] = field(default_factory=list)
    attributions: list[Verification] = field(default_factory=list)
    choices: list[Choice] = field(default_factory=list)


@dataclass(slots=True)
class PlaceFrame:
    """For a place id, the district and the province that hold it in today's frame."""

    district: dict[int, int | None]
    province: dict[int, int | None]


@dataclass(slots=True)
class DerivedEvent:
    id: UUID
    reference: str
    custodians: tuple[int, ...]
    title: str
    happened: str
    happened_first: date | None
    happened_last: date | None
    sorted_on: date
    place: int | None
    place_said: str
    district: int | None
    province: int | None
    accounts: int
    violations: int
    act_types: tuple[int, ...]
    source_kinds: tuple[int, ...]
    state: str
    withdrawn: bool
    received_on: date
    members: tuple[UUID, ...]  # reports, withdrawn ones too


@dataclass(slots=True)
class DerivedPerson:
    id: UUID
    custodians: tuple[int, ...]
    kind: str
    institution: int | None
    sex: int | None
    age_min: int | None
    age_max: int | None
    characteristics: tuple[int, ...]
    min_size: int | None
    best_size: int | None
    max_size: int | None
    toll_differs: bool
    contradictory: bool
    part_of: UUID | None
    status: int | None
    members: tuple[UUID, ...]  # roots of mentions


@dataclass(slots=True)
class DerivedViolation:
    id: UUID
    custodians: tuple[int, ...]
    event: UUID
    person: UUID
    type: int
    means: int | None
    stated_reason: int | None
    kind_of_place: int | None
    happened: str
    happened_first: date | None
    happened_last: date | None
    place: int | None
    district: int | None
    province: int | None
    perpetrator_types: tuple[int, ...]
    state: str
    standard: int | None
    verified_on: date | None
    nobody: bool
    differs: tuple[str, ...]
    members: tuple[UUID, ...]  # roots of acts


@dataclass(slots=True)
class Derived:
    events: list[DerivedEvent]
    persons: list[DerivedPerson]
    violations: list[DerivedViolation]
    withdrawn: frozenset[UUID] = frozenset()  # reports that count nowhere
