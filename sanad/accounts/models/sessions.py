"""Table: sessions, with the user, the device in words and when it was last seen; and how Django reads and writes them.

The browser holds the key; the table holds its hash. Whoever reads the table, or a backup of it, cannot take over a
session with what they find. No network address is kept.
"""

import hashlib
from datetime import UTC, datetime
from typing import Any

from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions
from django.contrib.sessions.base_session import AbstractBaseSession
from django.db import models
from django.utils import timezone

from sanad.accounts.models.offices import User
from sanad.kit.sensitivity import OFFICE, OPEN, SEALED

USER, DEVICE, BEGAN, SEEN = "_auth_user_id", "device", "began", "seen"  # what the session itself holds


def hashed(key: str | None) -> str:
    """A session's key as it stands in the table."""
    return hashlib.sha256(f"sanad session {key}".encode()).hexdigest()[:40]


class UserSession(AbstractBaseSession):
    """A session; without a user it belongs to somebody who is still on the way in."""

    sensitivity = {OPEN: "user expire_date", OFFICE: "device began_at seen_at", SEALED: "session_key session_data"}

    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="sessions")
    device = models.CharField(max_length=60, blank=True)
    began_at = models.DateTimeField(null=True)
    seen_at = models.DateTimeField(null=True)

    @classmethod
    def get_session_store_class(cls) -> type["SessionStore"]:
        """How such a row is read and written."""
        return SessionStore


class SessionStore(DatabaseSessions):
    """Django's sessions in the database, under the hash of their key (`SESSION_ENGINE`)."""

    @classmethod
    def get_model_class(cls) -> type[UserSession]:
        """The table."""
        return UserSession

    def _get_session_from_db(self) -> UserSession | None:
        found = UserSession.objects.filter(session_key=hashed(self.session_key), expire_date__gt=timezone.now()).first()
        if found is None:
            self._session_key = None
        return found

    def exists(self, session_key: str) -> bool:
        """Is there a session with this key?"""
        return UserSession.objects.filter(session_key=hashed(session_key)).exists()

    def delete(self, session_key: str | None = None) -> None:
        """End a session."""
        key = session_key or self.session_key
        if key is not None:
            UserSession.objects.filter(session_key=hashed(key)).delete()

    def create_model_instance(self, data: dict[str, Any]) -> UserSession:  # Any: whatever a session holds
        """The row of this session, as it stands now."""
        user = data.get(USER)
        return UserSession(
            session_key=hashed(self._get_or_create_session_key()),
            session_data=self.encode(data),
            expire_date=self.get_expiry_date(),
            user_id=int(user) if user is not None else None,
            device=str(data.get(DEVICE, ""))[:60],
            began_at=_moment(data.get(BEGAN)),
            seen_at=_moment(data.get(SEEN)),
        )


def _moment(seconds: float | None) -> datetime | None:
    return datetime.fromtimestamp(seconds, tz=UTC) if seconds else None
