"""Sessions: ended by their user, or by whoever manages the user."""

from django.db import transaction

from sanad.accounts.models import User, UserSession
from sanad.accounts.permissions import Permission, require
from sanad.accounts.queries.managed import may_manage_wholly
from sanad.accounts.readers import Reader
from sanad.kit.refusals import N_, NotPermitted
from sanad.ledger.actions import record


@transaction.atomic
def end_session(session: UserSession, *, by: Reader) -> None:
    """Sign oneself out of another browser."""
    if session.user_id is None or session.user_id != by.user_id:
        raise NotPermitted.one("not_oneself", N_("This is not a session of yours."))
    UserSession.objects.filter(pk=session.pk).delete()
    _write_down(session.user_id, 1, by)


@transaction.atomic
def end_other_sessions(user: User, keep: str, *, by: Reader) -> int:
    """Sign oneself out everywhere but here; `keep` is the key of this session as the table has it."""
    if user.pk != by.user_id:
        raise NotPermitted.one("not_oneself", N_("This is not a session of yours."))
    ended, _ = UserSession.objects.filter(user=user).exclude(session_key=keep).delete()
    _write_down(user.pk, ended, by)
    return int(ended)


@transaction.atomic
def end_sessions_of(user: User, *, by: Reader) -> int:
    """Sign somebody else out everywhere, at their next request."""
    require(by, Permission.USER_MANAGE)
    if not may_manage_wholly(by, user):
        raise NotPermitted.one(
            "posted_elsewhere",
            N_("This user is posted at an office that is not at or below yours. Ask an administrator above."),
        )
    ended = forget_sessions(user)
    _write_down(user.pk, ended, by)
    return ended


def forget_sessions(user: User, *, keep: str = "") -> int:
    """End the sessions of a user, as a part of another deed."""
    ended, _ = UserSession.objects.filter(user_id=user.pk).exclude(session_key=keep).delete()
    return int(ended)


def _write_down(user: int, ended: int, by: Reader) -> None:
    record("sessions.ended", by=by, object_kind="user", object_id=user, office=by.office_id, ended=ended)
