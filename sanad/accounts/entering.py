"""Between the password and being in: who it is, how far they came, and how they are let in at last.

Until the last step is done the session holds a number under `KEY` and nobody is signed in: `request.user` stays
anonymous. `let_in` alone calls Django's `login`, and leaves the mark that the reader's middleware asks for.
"""

import time
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import rotate_token
from django.shortcuts import redirect
from django.utils.crypto import constant_time_compare

from sanad.accounts.actions.users import note_sign_in
from sanad.accounts.devices import device_words
from sanad.accounts.known_browsers import remember_browser
from sanad.accounts.models import User
from sanad.accounts.models.sessions import BEGAN, DEVICE, SEEN, SessionStore
from sanad.accounts.queries.factors import Factors, factors_of
from sanad.accounts.queries.making_readers import current_postings, user_numbered
from sanad.accounts.readers import Reader, ReaderKind, reader_for
from sanad.accounts.steps import Step, next_step

KEY = "entering"  # in the session of somebody who is on the way in
MARK = "second_factor"  # in the session of somebody who is in: which factor was shown, and when
PASSKEY_SHOWN = "passkey"  # the strongest of the factors that `MARK` may name
LASTS = 15 * 60
SEEN_EVERY = 60
BACKEND = "sanad.accounts.backends.PostedUsers"
PAGES = {
    Step.FACTOR: "accounts:second_factor",
    Step.PASSWORD: "accounts:change_password",
    Step.ENROL: "accounts:enrol",
    Step.CODES: "accounts:codes",
    Step.IN: "accounts:go_on",
}


@dataclass(frozen=True)
class Entering:
    """Somebody who typed the right password."""

    user: User
    factors: Factors
    factor: str  # the one that was shown; empty before
    goal: str

    @property
    def step(self) -> Step:
        """What is to be done next."""
        return next_step(
            enrolled=self.factors.enrolled,
            factor_shown=bool(self.factor),
            one_time_password=self.user.must_change_password,
            codes_kept=self.factors.codes_kept,
        )

    def reader(self) -> Reader:
        """Whoever is on the way in: has a name for the deeds, and sees and may do nothing."""
        office = reader_for(self.user).office_id
        return Reader(ReaderKind.USER, self.user.pk, str(self.user), office)


def begin(request: HttpRequest, user: User, goal: str) -> None:
    """The password was right: from now on a few minutes for the rest, in a session of its own."""
    request.session.flush()
    request.session[KEY] = {
        "user": user.pk,
        "hash": user.get_session_auth_hash(),
        "at": int(time.time()),
        "factor": "",
        "goal": goal,
    }
    request.session.set_expiry(LASTS)
    rotate_token(request)


def entering(request: HttpRequest) -> Entering | None:
    """Who is on the way in; nobody once the time is over, the password has changed or the user is disabled."""
    told = request.session.get(KEY)
    if not isinstance(told, dict) or not 0 <= time.time() - told["at"] < LASTS:
        return None
    user = user_numbered(told["user"])
    if user is None or not user.is_active or not current_postings(user):
        return None
    if not constant_time_compare(told["hash"], user.get_session_auth_hash()):
        return None
    return Entering(user, factors_of(user), told["factor"], told["goal"])


def factor_was_shown(request: HttpRequest, factor: str) -> None:
    """Go on with a new session key."""
    request.session[KEY] = {**request.session[KEY], "factor": factor}
    request.session.cycle_key()


def password_was_changed(request: HttpRequest, user: User) -> None:
    """The way in goes on under the new password."""
    request.session[KEY] = {**request.session[KEY], "hash": user.get_session_auth_hash()}
    request.session.cycle_key()


def go_on(request: HttpRequest) -> HttpResponse:
    """To the next step, or in."""
    who = entering(request)
    if who is None:
        return redirect("accounts:sign_in")
    if who.step is not Step.IN:
        return redirect(PAGES[who.step])
    return _let_in(request, who)


def factor_shown_in(request: HttpRequest) -> str:
    """The second factor by which the user of this session came in; empty where there was none."""
    told = request.session.get(MARK)
    if not isinstance(told, dict) or told.get("user") != request.user.pk:
        return ""
    return str(told.get("factor", ""))


def mark(session: dict[str, object], user: User, factor: str) -> None:
    """Write down by which second factor somebody came in, and when."""
    now = int(time.time())
    session[MARK] = {"user": user.pk, "factor": factor, "at": now}
    session[BEGAN], session[SEEN] = session.get(BEGAN, now), now


def _let_in(request: HttpRequest, who: Entering) -> HttpResponse:
    request.session.flush()
    login(request, who.user, backend=BACKEND)
    mark(request.session, who.user, who.factor)
    request.session[DEVICE] = device_words(request.headers.get("User-Agent", ""))
    request.session.set_expiry(settings.IDLE_SECONDS)
    SessionStore.clear_expired()
    note_sign_in(by=reader_for(who.user), factor=who.factor)
    return remember_browser(request, redirect(who.goal), who.user)


def passkey_was_shown(request: HttpRequest) -> None:
    """Somebody who is in has shown a passkey as well: more is allowed, under another session key."""
    mark(request.session, request.user, PASSKEY_SHOWN)
    request.session.cycle_key()


def note_seen(request: HttpRequest) -> None:
    """Move the end of the session on, at most once a minute: an hour after the last request, half a day in all."""
    now, session = int(time.time()), request.session
    began = session.get(BEGAN, now)
    if now - session.get(SEEN, 0) < SEEN_EVERY:
        return
    session[BEGAN], session[SEEN] = began, now
    session.set_expiry(max(1, min(settings.IDLE_SECONDS, began + settings.SESSION_COOKIE_AGE - now)))
