"""What somebody wants to record: the shape that the hand-entry form, the file import and later doors fill.

Codes, places and institutions are ids; people and acts are named by keys that hold within one report.
Reports of one batch that share an `event_key` are accounts of one event; in these, mentions with the same key
are the same person. `None` is "the source does not say".
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from sanad.kit.dates import PartialDate


@dataclass(frozen=True, slots=True)
class StatusDraft:
    """A status of the victim (missing, released, dead, …) and since when."""

    status: int
    happened: PartialDate | None = None


@dataclass(frozen=True, slots=True)
class MentionDraft:
    """A person, group or institution as the report describes them.

    `sealed` holds what may name somebody: name, other_names, father_name, cnic, phone, address.
    """

    key: str
    role: str = "victim"
    kind: str = "individual"
    institution: int | None = None
    min_size: int | None = None
    best_size: int | None = None
    max_size: int | None = None
    part_of: str | None = None
    sex: int | None = None
    age_min: int | None = None
    age_max: int | None = None
    age_said: str = ""
    occupation: str = ""
    described: str = ""
    characteristics: tuple[int, ...] = ()
    statuses: tuple[StatusDraft, ...] = ()
    sealed: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ActDraft:
    """One thing done to one mention. `sealed` holds coordinates: latitude, longitude.

    `happened_said`: the words of the source, where they are no date of the calendar (*last Friday of Ramzan*).
    """

    key: str
    victim: str
    type: int
    means: int | None = None
    stated_reason: int | None = None
    kind_of_place: int | None = None
    happened: PartialDate | None = None
    place: int | None = None
    place_precision: str = ""
    place_said: str = ""
    sealed: Mapping[str, object] = field(default_factory=dict)
    happened_said: str = ""


@dataclass(frozen=True, slots=True)
class InvolvementDraft:
    """Who or what a report says did an act: a mention, an institution, or only a type."""

    act: str
    perpetrator: str | None = None
    institution: int | None = None
    type: int | None = None
    degree: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentDraft:
    """The paper, letter, call or file that the report rests on."""

    kind: int | None = None
    institution: int | None = None
    title: str = ""
    page: str = ""
    dated: PartialDate | None = None
    language: int | None = None
    original: str | None = None


@dataclass(frozen=True, slots=True)
class ReportDraft:
    """One source's account of one event. `kept_document`: that of an earlier report on the same page."""

    source_kind: int
    received_on: date
    document: DocumentDraft = DocumentDraft()
    source_institution: int | None = None
    reliability: int | None = None
    relays: int | None = None
    channel: int | None = None
    language: int | None = None
    origin: str = ""
    external_id: str = ""
    event_key: str = ""
    summary: str = ""
    narrative: str = ""
    fir_number: str = ""
    fir_date: date | None = None
    police_station: int | None = None
    sections: str = ""
    listed: Mapping[str, str] | None = None
    raw: Mapping[str, object] = field(default_factory=dict)  # the row as received; sealed with the narrative
    mentions: tuple[MentionDraft, ...] = ()
    acts: tuple[ActDraft, ...] = ()
    involvements: tuple[InvolvementDraft, ...] = ()
    kept_document: UUID | None = None
