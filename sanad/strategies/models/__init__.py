"""Tables: strategies and their drafts, what stands in a draft, who was asked, what they said, what became of it."""

from sanad.strategies.models.asked import Invitation
from sanad.strategies.models.clauses import Clause, PlannedAction
from sanad.strategies.models.points import Consultation, Disposition, Point, PointVersion
from sanad.strategies.models.strategy import Draft, Publication, StageChange, Strategy
from sanad.strategies.models.word import WordFile

__all__ = [
    "Clause",
    "Consultation",
    "Disposition",
    "Draft",
    "Invitation",
    "PlannedAction",
    "Point",
    "PointVersion",
    "Publication",
    "StageChange",
    "Strategy",
    "WordFile",
]
