"""Who is signed in where."""

from django.db.models import QuerySet
from django.utils import timezone

from sanad.accounts.models import User, UserSession
from sanad.accounts.queries.managed import users_managed_by
from sanad.accounts.readers import Reader


def own_sessions(reader: Reader) -> QuerySet[UserSession]:
    """The open sessions of the reader, the one seen last first."""
    if reader.user_id is None:
        return UserSession.objects.none()
    return _open().filter(user_id=reader.user_id).order_by("-seen_at", "session_key")


def sessions_open(reader: Reader, user: User) -> int:
    """In how many browsers a user whom this reader manages is signed in."""
    if not users_managed_by(reader).filter(pk=user.pk).exists():
        return 0
    return _open().filter(user=user).count()


def _open() -> QuerySet[UserSession]:
    return UserSession.objects.filter(expire_date__gt=timezone.now())
