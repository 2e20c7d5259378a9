"""The tables of people and offices, and of what takes two persons."""

from sanad.accounts.models.approvals import Approval, Grant, Notice
from sanad.accounts.models.offices import Office, Posting, SharingRule, Tie, User
from sanad.accounts.models.sessions import UserSession

__all__ = ["Approval", "Grant", "Notice", "Office", "Posting", "SharingRule", "Tie", "User", "UserSession"]
