"""What is counted at the sign-in: tries of passwords and of codes."""

from django.http import HttpRequest

from sanad.accounts.known_browsers import is_known
from sanad.accounts.models import User
from sanad.accounts.throttle import ALL_PASSWORDS, CODES, PASSWORDS, Limit, forgive, take

__all__ = ["CODES", "PASSWORDS", "Tries"]


class Tries:
    """Tries of one thing; asking whether there were too many counts as one."""

    def __init__(self, limits: tuple[Limit, ...], about: str, *, of_all: Limit | None = None) -> None:
        self.limits, self.about, self.of_all = limits, about, of_all

    @classmethod
    def of_passwords(cls, request: HttpRequest, username: str) -> "Tries":
        """Of the password of an account, whether or not it exists."""
        name = username.strip().lower()
        known = is_known(request, name)
        return cls(PASSWORDS, f"{'known' if known else 'strange'} {name}", of_all=None if known else ALL_PASSWORDS)

    @classmethod
    def of_codes(cls, user: User) -> "Tries":
        """Of the second factor of somebody whose password was right."""
        return cls(CODES, f"code {user.pk}")

    def too_many(self) -> bool:
        """Count a try; were there too many?"""
        waits = take(self.limits, self.about)
        if self.of_all is not None:
            waits = max(waits, take((self.of_all,), ""))
        return waits > 0

    def forgive(self) -> None:
        """It went well."""
        forgive(self.limits, self.about)
