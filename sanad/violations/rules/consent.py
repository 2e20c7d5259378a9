"""What the people concerned agreed to, and what follows for those who read and count. No Django.

A report rests on a published source, or on somebody's consent. *Not asked* is not *refused*: what was published may be
kept and shared within the rules of the offices until the person says no; what was confided is shared only once the
person said yes. A *no* holds whatever the source.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum


class Basis(StrEnum):
    """Why the office may keep what a report says of a person."""

    PUBLISHED = "published"
    CONSENT = "consent"


class Use(StrEnum):
    """What is agreed to, one by one."""

    RECORD = "record"
    MINISTRY = "ministry"
    CSO = "cso"
    STATISTICS = "statistics"
    PUBLISH = "publish"
    COURT = "court"


class Answer(StrEnum):
    """What somebody said to one use."""

    GIVEN = "given"
    REFUSED = "refused"
    NOT_ASKED = "not_asked"
    WITHDRAWN = "withdrawn"


class Giver(StrEnum):
    """Who said it."""

    SELF = "self"
    GUARDIAN = "guardian"
    RELATIVE = "relative"


class Risk(StrEnum):
    """How much harm may come to the person from being in a record."""

    UNKNOWN = "unknown"
    LOW = "low"
    RAISED = "raised"
    HIGH = "high"


NO = frozenset({Answer.REFUSED, Answer.WITHDRAWN})
# An anonymous number and the record itself need no yes beside the report; everything else that was confided does.
WITHOUT_ASKING = frozenset({Use.RECORD, Use.STATISTICS})
ALSO_PUBLISHED = frozenset({Use.MINISTRY, Use.CSO})
# Source kinds whose reports stand in public; notes of a journalist, a complaint or a hospital's record do not.
PUBLISHED_SOURCES = frozenset(
    {
        "media",
        "newspaper",
        "television",
        "radio",
        "online_media",
        "news_agency",
        "social_media",
        "parliament",
        "court",
        "compiled_list",
    }
)
CSO_OFFICE = "cso"


def basis_of(source_kind: str, chosen: str = "") -> Basis:
    """The lawful basis: what somebody chose for this person, else what follows from the kind of source."""
    if chosen:
        return Basis(chosen)
    return Basis.PUBLISHED if source_kind in PUBLISHED_SOURCES else Basis.CONSENT


def use_by(office_kind: str) -> Use:
    """Which use it is when an office of this kind reads what another keeps."""
    return Use.CSO if office_kind == CSO_OFFICE else Use.MINISTRY


@dataclass(frozen=True, slots=True)
class Said:
    """The last answer to one use; it holds through its last day."""

    answer: Answer
    until: date | None = None

    def on(self, day: date) -> Answer:
        """What it says on a day: a yes whose time is over is as good as not asked; a no stays."""
        over = self.until is not None and self.until < day
        return Answer.NOT_ASKED if over and self.answer is Answer.GIVEN else self.answer


@dataclass(frozen=True, slots=True)
class Wishes:
    """What holds for one person in one report."""

    basis: Basis
    said: Mapping[Use, Said] = field(default_factory=dict)

    def answer(self, use: Use, day: date) -> Answer:
        """What the person said to a use, as it holds on a day."""
        said = self.said.get(use)
        return Answer.NOT_ASKED if said is None else said.on(day)

    def allow(self, use: Use, day: date) -> bool:
        """May the record be used so? Whoever keeps it no longer to be kept is used for nothing."""
        if use is not Use.RECORD and self.answer(Use.RECORD, day) in NO:
            return False
        answer = self.answer(use, day)
        if answer is not Answer.NOT_ASKED:
            return answer is Answer.GIVEN
        return use in WITHOUT_ASKING or (use in ALSO_PUBLISHED and self.basis is Basis.PUBLISHED)

    def hidden_from_others(self, day: date) -> bool:
        """Does nobody but whoever keeps the report read what it says of this person?"""
        return not self.allow(Use.RECORD, day)

    def sealed_from(self, office_kind: str, day: date) -> bool:
        """Do the sealed values of this person stay closed to an office of this kind that does not keep them?"""
        return not self.allow(use_by(office_kind), day)
