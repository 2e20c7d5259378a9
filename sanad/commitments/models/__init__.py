"""The tables of what was asked, what is done about it, and how it is measured."""

from sanad.commitments.models.deeds import Action, Answer, Bottleneck, Decision, Milestone
from sanad.commitments.models.measures import Indicator, Reading, Target
from sanad.commitments.models.progress import Evidence, FocalPoint, Progress
from sanad.commitments.models.recommendations import Cluster, Recommendation

__all__ = [
    "Action",
    "Answer",
    "Bottleneck",
    "Cluster",
    "Decision",
    "Evidence",
    "FocalPoint",
    "Indicator",
    "Milestone",
    "Progress",
    "Reading",
    "Recommendation",
    "Target",
]
