"""Signed links: somebody without an account does one thing with one object, until the link is revoked or over.

`issue_link` gives the token for the address of a view declared so:

    @readers(LINK)
    @by_link("progress.report")
    def report(request, link, ...): ...

The address holds the token as `<str:token>`. Inside the view `request.reader` is of the kind LINK: its scope is the
office that gave the link, it has no permission, and the view must ask for nothing but `link.of`. A link for one person
belongs to the first browser in which somebody pressed the button (programs that fetch an address to show a picture of
it do not press buttons); others are told whom to ask.
"""

import hmac
from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils import timezone, translation
from django.views.decorators.csrf import csrf_protect

from sanad.accounts.actions.links import issue_link, revoke_link, take_link
from sanad.accounts.models import Link
from sanad.accounts.models.links import hashed_token
from sanad.accounts.queries.links import is_open, link_for, link_with, links_of
from sanad.accounts.readers import Reader, ReaderKind
from sanad.accounts.scope import scoped

__all__ = ["by_link", "holder_of", "issue_link", "link_for", "links_of", "revoke_link"]

View = Callable[..., HttpResponse]
TAKE = "take"  # the button by which a browser takes a link


def holder_of(link: Link) -> Reader:
    """Whoever holds a link: sees what the office that gave it keeps, through the one view that it opens."""
    one = frozenset({link.custodian_id})
    return Reader(ReaderKind.LINK, None, f"link {link.id}", link.custodian_id, sees=one)


def by_link(purpose: str) -> Callable[[View], View]:
    """Open a view to whoever holds a link for this purpose; the view gets the link in place of the token."""

    def declare(view: View) -> View:
        @wraps(view)
        def opened(request: HttpRequest, token: str, *args: object, **kwargs: object) -> HttpResponse:
            request.user = AnonymousUser()  # whoever happens to be signed in here acts as the holder of the link
            link = link_with(token, purpose)
            if link is None or not is_open(link):
                return _shut(request, link, "unknown" if link is None else "over")
            _speak(request, link)
            if not link.open_to_many and not _is_its_browser(request, link):
                return _first_time(request, link, token)
            request.reader = holder_of(link)
            with scoped(request.reader):
                return view(request, link, *args, **kwargs)

        return opened

    return declare


@csrf_protect  # a view that takes a file checks its token itself, after this
def _first_time(request: HttpRequest, link: Link, token: str) -> HttpResponse:
    """Nobody took the link yet, or somebody else did."""
    if link.browser_hash:
        return _shut(request, link, "taken")
    if request.method != "POST" or TAKE not in request.POST:
        return render(request, "accounts/link_take.html", {"link": link})
    with scoped(holder_of(link)):
        secret = take_link(link, token, holder_of(link))
    if secret is None:
        return _shut(request, link, "taken")
    response = HttpResponseRedirect(request.get_full_path())
    response.set_cookie(
        _cookie(link),
        secret,
        max_age=int((link.expires_at - timezone.now()).total_seconds()),
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def _is_its_browser(request: HttpRequest, link: Link) -> bool:
    shown = request.COOKIES.get(_cookie(link), "")
    return bool(link.browser_hash) and hmac.compare_digest(hashed_token(shown), link.browser_hash)


def _cookie(link: Link) -> str:
    return f"sanad_link_{link.id.hex[-16:]}"


def _shut(request: HttpRequest, link: Link | None, why: str) -> HttpResponse:
    """It does not open: unknown, over or taken. Whom to ask is said to whoever held a real link."""
    return render(request, "accounts/link_shut.html", {"link": link, "why": why}, status=404)


def _speak(request: HttpRequest, link: Link) -> None:
    """The language of the link, unless another was chosen in this browser."""
    if link.language and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
        translation.activate(link.language)
        request.LANGUAGE_CODE = link.language
