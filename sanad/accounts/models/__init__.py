"""The tables of people and offices, of what takes two persons, and of signed links."""

from sanad.accounts.models.approvals import Approval, Grant, Notice
from sanad.accounts.models.edits import KeptEdit
from sanad.accounts.models.links import Link
from sanad.accounts.models.offices import Office, Posting, SharingRule, Tie, User
from sanad.accounts.models.sessions import UserSession

__all__ = [
    "Approval",
    "Grant",
    "KeptEdit",
    "Link",
    "Notice",
    "Office",
    "Posting",
    "SharingRule",
    "Tie",
    "User",
    "UserSession",
]
