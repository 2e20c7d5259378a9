"""Who may sign in: an active user with a posting today and the right password, one-time or own."""

from django.contrib.auth.backends import BaseBackend
from django.http import HttpRequest
from django.utils import timezone

from sanad.accounts.models import User
from sanad.accounts.queries.making_readers import current_postings, user_named, user_numbered
from sanad.accounts.rules import one_time_password_expired


class PostedUsers(BaseBackend):
    """Name and password. Every refusal takes one password hash, so that unknown names are not told apart by time."""

    def authenticate(
        self, request: HttpRequest | None, username: str | None = None, password: str | None = None
    ) -> User | None:
        """The user, or None without saying why not."""
        if not username or not password:
            return None
        user = user_named(username)
        if user is None:
            User().set_password(password)
            return None
        return user if user.check_password(password) and _may_enter(user) else None

    def get_user(self, user_id: int) -> User | None:
        """The user of a session; None once disabled."""
        user = user_numbered(user_id)
        return user if user and user.is_active else None


def _may_enter(user: User) -> bool:
    return (
        user.is_active
        and not one_time_password_expired(user.one_time_expires, timezone.now())
        and bool(current_postings(user))
    )
