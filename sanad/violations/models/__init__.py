"""The tables of the said, the judged and the derived layer."""

from sanad.violations.models.consent import Consent, Safeguard
from sanad.violations.models.derived import Account, Alleged, Event, Ground, Identity, Person, Violation
from sanad.violations.models.editing import Edited
from sanad.violations.models.entering import Danger, Unfinished
from sanad.violations.models.evidence import Evidence
from sanad.violations.models.judged import Judgement
from sanad.violations.models.received import Batch, CoverageDay, Document, Report, Revision
from sanad.violations.models.reviewing import Intervention, ReviewRule
from sanad.violations.models.said import Act, Involvement, Mention, VictimStatus

__all__ = [
    "Account",
    "Act",
    "Alleged",
    "Batch",
    "Consent",
    "CoverageDay",
    "Danger",
    "Document",
    "Edited",
    "Event",
    "Evidence",
    "Ground",
    "Identity",
    "Intervention",
    "Involvement",
    "Judgement",
    "Mention",
    "Person",
    "Report",
    "ReviewRule",
    "Revision",
    "Safeguard",
    "Unfinished",
    "VictimStatus",
    "Violation",
]
