"""One transaction per request, with the scope of whoever asks; doors that were not declared stay shut, and so do all
doors of users for somebody who has not shown a second factor.

Why not ATOMIC_REQUESTS: it wraps the view alone, so a scope set by a middleware would be gone before the view runs.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.views import redirect_to_login
from django.db import transaction
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils import translation

from sanad.accounts.actions.budgets import tell_over_budget
from sanad.accounts.entering import PAGES, PASSKEY_SHOWN, entering, factor_shown_in, note_seen
from sanad.accounts.readers import Reader, public_reader, reader_for
from sanad.accounts.scope import scoped
from sanad.accounts.steps import NEEDS_PASSKEY
from sanad.vault.looks import OverBudget
from sanad.web.doors import LINK, PUBLIC, USER, Door, entering_of, permission_of, readers_of
from sanad.web.formats import Style, written

View = Callable[..., HttpResponse]
OFFICE_KEY = "office"  # in the session: the office of the posting under which the user works now


class ReaderMiddleware:
    """Sets `request.reader` and runs the request in its scope; what is refused or fails leaves nothing behind."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        request.reader = _reader_of(request)
        request.entering = None if request.reader.user_id is not None else entering(request)
        _speak_the_language_of(request)
        with scoped(request.reader), written(_style_of(request)):
            response = self.get_response(request)
            if response.status_code >= 400 or getattr(request, "view_failed", False):
                transaction.set_rollback(True)
        if getattr(request, "over_budget", False):  # after the rollback, so that this stays
            tell_over_budget(request.reader)
        if response.streaming and not isinstance(response, FileResponse):
            response.streaming_content = _streamed_within(request.reader, response.streaming_content)
        return response

    def process_view(self, request: HttpRequest, view: View, args: tuple, kwargs: dict) -> HttpResponse | None:
        """Let in whom the view declares; for the others it is not there."""
        doors = readers_of(view)
        if not doors:
            raise Http404
        if request.reader.user_id is None:
            return self._for_a_visitor(request, view, doors)
        if USER in doors:
            permission = permission_of(view)
            if permission is not None and permission not in request.reader.permissions:
                raise Http404
        return None

    def _for_a_visitor(self, request: HttpRequest, view: View, doors: frozenset[Door]) -> HttpResponse | None:
        """Nobody is signed in. Whoever typed the password comes to the page of the next step, and to no other."""
        who = request.entering
        if who is not None and entering_of(view) is who.step:
            request.reader = who.reader()
            return None
        if doors & {PUBLIC, LINK}:  # a link's signature is checked by its view
            return None
        if USER not in doors:
            raise Http404
        return redirect(PAGES[who.step]) if who is not None else redirect_to_login(request.get_full_path())

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Remember that the view failed: by the time `__call__` sees it, it is a page."""
        request.view_failed = True
        request.over_budget = isinstance(exception, OverBudget)


def _reader_of(request: HttpRequest) -> Reader:
    """Whoever asks. A user without a posting today is signed out; a disabled one is not even found by the session."""
    if not request.user.is_authenticated:
        return public_reader()
    # Signed in by whatever way, but without a second factor or with a password that somebody else knows: not in.
    factor = factor_shown_in(request)
    if not factor or request.user.must_change_password:
        logout(request)
        return public_reader()
    reader = reader_for(request.user, request.session.get(OFFICE_KEY))
    if reader.office_id is None:
        logout(request)
        return public_reader()
    note_seen(request)
    if factor != PASSKEY_SHOWN and settings.SITE_KIND != "demo":  # invented people have no passkeys
        return replace(reader, permissions=reader.permissions - NEEDS_PASSKEY)
    return reader


def _speak_the_language_of(request: HttpRequest) -> None:
    """The user's own language, unless another was chosen in this browser."""
    if request.user.is_authenticated and settings.LANGUAGE_COOKIE_NAME not in request.COOKIES:
        translation.activate(request.user.language)
        request.LANGUAGE_CODE = translation.get_language()


def _style_of(request: HttpRequest) -> Style | None:
    """How the user likes numbers and dates; visitors get what the site has."""
    user = request.user
    if not user.is_authenticated:
        return None
    return Style(user.digits == user.Digits.URDU, user.dates == user.Dates.NUMBERS)


def _streamed_within(reader: Reader, content: Iterable[bytes]) -> Iterator[bytes]:
    """A body that is made while it is sent comes after the request's transaction: it gets one of its own."""
    with scoped(reader):
        yield from content
