"""The tables of the said, the judged and the derived layer."""

from sanad.violations.models.derived import Account, Event, Ground, Identity, Person, Violation
from sanad.violations.models.judged import Judgement
from sanad.violations.models.said import (
    Act,
    Batch,
    CoverageDay,
    Document,
    Involvement,
    Mention,
    Report,
    Revision,
    VictimStatus,
)

__all__ = [
    "Account",
    "Act",
    "Batch",
    "CoverageDay",
    "Document",
    "Event",
    "Ground",
    "Identity",
    "Involvement",
    "Judgement",
    "Mention",
    "Person",
    "Report",
    "Revision",
    "VictimStatus",
    "Violation",
]
