"""One-time codes: which step of time a code belongs to, and how people type them.

The arithmetic is allauth's. Its own memory of used codes is not taken: it is a cache entry of 30 seconds, while a code
is taken for 90 (one step before and after), so that a code that was read over a shoulder could be used again.
"""

import unicodedata

from allauth.core.internal.cryptokit import compare_user_code
from allauth.mfa import app_settings
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from cryptography.fernet import InvalidToken

from sanad.accounts.adapter import Adapter
from sanad.accounts.models import User


class ForeignSecret(ValueError):
    """A secret that was moved here from the row of somebody else, or that the key of the site does not open."""


def plain(code: str) -> str:
    """A code as its digits, whichever digits were typed: ۱۲۳ ۴۵۶ is 123456."""
    return "".join(str(unicodedata.decimal(letter, letter)) for letter in code if not letter.isspace())


def code_at(secret: str, step: int) -> str:
    """The code of a step of time."""
    return str(format_hotp_value(hotp_value(secret, step)))


def step_now(now: float) -> int:
    """The step of time that we are in."""
    return int(now) // app_settings.TOTP_PERIOD


def step_of(secret: str, code: str, now: float) -> int | None:
    """The latest step, within the tolerance, of which this is the code."""
    tolerance = app_settings.TOTP_TOLERANCE
    typed = plain(code)
    found = None
    for step in range(step_now(now) - tolerance, step_now(now) + tolerance + 1):
        if compare_user_code(actual=typed, expected=code_at(secret, step)):
            found = step
    return found


def bound(user: User, secret: str) -> str:
    """A secret tied to its user: moved to the row of another, it no longer opens anything."""
    return f"{user.pk}:{secret}"


def secret_in(user: User, row: Authenticator) -> str:
    """The secret of an app on a telephone."""
    return _opened(user, row.data["secret"])


def belongs(user: User, row: Authenticator) -> bool:
    """Were these recovery codes made for this user?"""
    try:
        return bool(_opened(user, row.data["seed"]))
    except ForeignSecret:
        return False


def spaced(code: str) -> str:
    """A recovery code as it is read and copied: 12345-67890."""
    half = len(code) // 2
    return f"{code[:half]}-{code[half:]}"


def _opened(user: User, sealed: str) -> str:
    try:
        owner, _, secret = Adapter().decrypt(sealed).partition(":")
    except InvalidToken:
        raise ForeignSecret from None
    if owner != str(user.pk):
        raise ForeignSecret
    return secret
