"""Tables of gatherings: the plan, who came, what came out."""

from sanad.gatherings.models.outcome import FollowUp, ListTaken, Material
from sanad.gatherings.models.people import Group, GroupMember, Participant, SameParticipant
from sanad.gatherings.models.plan import AgendaItem, Gathering, Invitation

__all__ = [
    "AgendaItem",
    "FollowUp",
    "Gathering",
    "Group",
    "GroupMember",
    "Invitation",
    "ListTaken",
    "Material",
    "Participant",
    "SameParticipant",
]
