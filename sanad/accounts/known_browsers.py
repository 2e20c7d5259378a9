"""Browsers in which an account signed in before: their tries are counted apart (`throttle`), and open nothing.

The cookie holds keyed hashes of user names, signed. It lets a stranger who types wrong passwords not keep the owner of
the account out; it is no second factor.
"""

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

from sanad.accounts.models import User

COOKIE = "sanad_known"
LASTS = 90 * 24 * 60 * 60
SALT = "sanad.known-browsers"
MOST = 5  # people who share one computer


def is_known(request: HttpRequest, username: str) -> bool:
    """Did this account sign in here before? Unknown names are unknown here too."""
    return _sign(username) in _names(request)


def remember_browser(request: HttpRequest, response: HttpResponse, user: User) -> HttpResponse:
    """Know this browser from now on."""
    mine = _sign(user.username)
    names = [mine, *(name for name in _names(request) if name != mine)][:MOST]
    response.set_cookie(
        COOKIE,
        signing.dumps(names, salt=SALT),
        max_age=LASTS,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
        path="/sign-in/",
    )
    return response


def _names(request: HttpRequest) -> list[str]:
    try:
        return list(signing.loads(request.COOKIES.get(COOKIE, ""), salt=SALT, max_age=LASTS))
    except signing.BadSignature:
        return []


def _sign(username: str) -> str:
    return salted_hmac(SALT, username.strip().lower()).hexdigest()[:20]
