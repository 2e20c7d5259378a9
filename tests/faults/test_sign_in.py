"""Sign-in: every door without the second factor, codes used again, steps left out, names found out, locked accounts."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import MD5PasswordHasher, make_password
from django.http import Http404
from django.test import Client
from django.utils import timezone

from sanad.accounts import backends, entering, middleware, throttle, tries
from sanad.accounts import one_time_codes as codes
from sanad.accounts.actions.factors import new_recovery_codes, show_code, show_recovery_code
from sanad.accounts.models import User
from sanad.accounts.queries.factors import factors_of
from sanad.accounts.readers import reader_for
from sanad.accounts.steps import Step
from sanad.web.doors import LINK, PUBLIC, entering_of, readers_of
from tests.faults.routes import at_the_threshold, reaches, routes
from tests.fixtures import telephone_of

pytestmark = pytest.mark.django_db
PASSWORD = "kettle orbit seven maize"
# The doors that somebody may use between the password and being in: this list is the whole of it.
DECLARED = {
    "accounts:second_factor": Step.FACTOR,
    "accounts:passkey": Step.FACTOR,
    "accounts:recovery": Step.FACTOR,
    "accounts:change_password": Step.PASSWORD,
    "accounts:enrol": Step.ENROL,
    "accounts:codes": Step.CODES,
    "accounts:codes_file": Step.CODES,
    "accounts:go_on": Step.IN,
}
METHODS = ("GET", "POST", "HEAD", "PUT", "DELETE", "OPTIONS")


@pytest.fixture
def people(offices, user):
    """Somebody at each step of the way in: a client that typed the right password and nothing else."""

    def come(step: Step | None) -> Client:
        client = Client()
        if step is None:  # signed in by some other way than the pages
            client.force_login(user("administrator", offices.kp), factor="")
            return client
        who = user("administrator", offices.kp)
        who.password = make_password(PASSWORD)
        who.must_change_password = step is Step.PASSWORD
        who.save()
        if step not in (Step.ENROL, Step.PASSWORD):
            telephone_of(who)
        if step is Step.CODES:
            new_recovery_codes(who, by=reader_for(who))
        client.post("/sign-in/", {"username": who.username, "password": PASSWORD})
        if step in (Step.CODES, Step.IN):
            session = client.session
            session[entering.KEY] = session[entering.KEY] | {"factor": "totp"}
            session.save()
        return client

    return come


@pytest.fixture
def states(people):
    """A browser for each state between nobody and somebody."""
    return {step: at_the_threshold(people(step)) for step in (None, *Step)}


def sweep(states, doors, *, all_methods: bool) -> tuple[int, list[str], list[str]]:
    """How many doors were tried, those that opened and should not, and those that should have and did not."""
    tried, open_doors, shut_doors = 0, [], []
    for step, client in states.items():
        for number, door in enumerate(doors):
            declared = step is not None and entering_of(door.view) is step
            public = bool(readers_of(door.view) & {PUBLIC, LINK})
            for method in METHODS if all_methods else METHODS[number % 2 : number % 2 + 1]:
                tried += 1
                reached = reaches(client, door, method)
                if reached and not declared and not public:
                    open_doors.append(f"{method} {door.address} at {step}")
                if declared and not reached and method != "OPTIONS":
                    shut_doors.append(f"{method} {door.address} at {step}")
    return tried, open_doors, shut_doors


def undeclared() -> list[str]:
    """Doors that declare a step and do not stand in the list above, or at another step."""
    return [r.name for r in routes() if (e := entering_of(r.view)) is not None and DECLARED.get(r.name) is not e]


def replays(user, scale) -> tuple[int, int]:
    """Codes that were tried again, and how many were taken again."""
    tried = taken = 0
    secret = codes.secret_in(user, factors_of(user).totp)
    now = codes.step_now(time.time())
    for _ in range(scale.of(10, 200)):
        fresh = factors_of(user).totp.data | {"last_step": 0}
        Authenticator.objects.filter(user=user, type="totp").update(data=fresh)
        for first, then in ((0, (0, -1)), (1, (1, 0, -1)), (-1, (-1,))):
            if not show_code(user, codes.code_at(secret, now + first)):
                continue
            for shift in then:
                tried += 1
                taken += show_code(user, codes.code_at(secret, now + shift))
    for code in factors_of(user).codes.wrap().get_unused_codes():
        show_recovery_code(user, code)
        tried += 1
        taken += show_recovery_code(user, codes.spaced(code))
    return tried, taken


class Hashes:
    """Counts how many password hashes are computed."""

    def __init__(self, monkeypatch):
        self.count = 0
        encode = MD5PasswordHasher.encode

        def counted(hasher, *args, **kwargs):
            self.count += 1
            return encode(hasher, *args, **kwargs)

        monkeypatch.setattr(MD5PasswordHasher, "encode", counted)


def answer_to(name: str, hashes: Hashes) -> tuple[int, str, int]:
    """What a stranger sees who types a name with a wrong password: status, page, and how much was computed for it."""
    before = hashes.count
    answer = Client().post("/sign-in/", {"username": name, "password": "not the right password"})
    page = re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", answer.content.decode()).replace(name, "NAME")
    return answer.status_code, page, hashes.count - before


def told_apart(names: dict[str, str], hashes: Hashes) -> list[str]:
    """Kinds of account whose answer differs from that of an unknown name."""
    unknown = answer_to("nobody.at.all", hashes)
    return [kind for kind, name in names.items() if answer_to(name, hashes) != unknown]


@pytest.fixture
def accounts(offices, user):
    """An account of every kind."""
    made = {}
    for kind in ("in use", "disabled", "without a posting", "one-time password expired", "no password"):
        who = user("recorder", offices.swat)
        who.password = "!" if kind == "no password" else make_password(PASSWORD)
        made[kind] = who.username
        if kind == "disabled":
            who.is_active = False
        if kind == "without a posting":
            who.postings.update(until="2024-01-01")
        if kind == "one-time password expired":
            who.must_change_password, who.one_time_expires = True, timezone.now()
        who.save()
    return made


def locked_accounts_entered(names: dict[str, str]) -> int:
    """Accounts whose right password lets somebody on after too many wrong ones."""
    entered = 0
    for name in names.values():
        stranger = Client()
        for _ in range(throttle.PASSWORDS[0].allowed):
            stranger.post("/sign-in/", {"username": name, "password": "wrong"})
        entered += stranger.post("/sign-in/", {"username": name, "password": PASSWORD}).status_code == 302
    return entered


def test_no_door_opens_before_the_second_factor(states, scale, holds, monkeypatch):
    doors = routes()
    mutants = [
        (None, "factor_shown_in", lambda request: "totp"),  # whoever is signed in is taken to have shown one
        (Step.FACTOR, "entering_of", lambda view: Step.FACTOR),  # every door says that it opens at this step
        (Step.FACTOR, "_for_a_visitor", _at_any_step),  # steps may be left out
    ]
    some = [door for door in doors if door.name in (*DECLARED, "accounts:my_account", "front:desk")]
    looked_at = doors if scale.long else list(dict.fromkeys([*some, *doors[::3]]))
    tried, opened, shut = sweep(states, looked_at, all_methods=scale.long)
    caught = 0
    for step, name, mutant in mutants:
        with monkeypatch.context() as patch:
            where = middleware.ReaderMiddleware if name.startswith("_") else middleware
            patch.setattr(where, name, mutant)
            caught += bool(sweep({step: states[step]}, some, all_methods=False)[1])
    with monkeypatch.context() as patch:  # one more page says that it opens before the second factor
        patch.setattr(next(d.view for d in doors if d.name == "accounts:my_account"), "entering", Step.FACTOR)
        caught += undeclared() == ["accounts:my_account"]
    holds(
        "sign-in doors",
        things="doors tried at every step of the way in",
        looked_at=tried,
        short={
            "opened without the second factor": len(opened),
            "undeclared": len(undeclared()),
            "shut at their own step": len(shut),
        },
        seeded=len(mutants) + 1,
        caught=caught,
        notes={"addresses": f"{len(doors)}"},
    )


def _at_any_step(self, request, view, doors):
    """As the middleware does it, had it forgotten to ask which step somebody is at."""
    if request.entering is None or entering_of(view) is None:
        raise Http404


def test_no_code_is_taken_twice(offices, user, scale, holds, monkeypatch):
    who = user("recorder", offices.swat)
    telephone_of(who)
    tried, taken = replays(who, scale)
    caught = 0
    with monkeypatch.context() as patch:  # what was used is not written down
        patch.setattr(Authenticator, "save", lambda self, **kwargs: None)
        caught += replays(who, type(scale)(long=False))[1] > 0
    holds(
        "sign-in codes",
        things="codes used again",
        looked_at=tried,
        short={"taken again": taken},
        seeded=1,
        caught=caught,
    )


def test_a_stranger_learns_no_name_and_guesses_no_further(accounts, holds, monkeypatch, settings, tmp_path):
    hashes = Hashes(monkeypatch)
    apart = told_apart(accounts, hashes)
    User.objects.update(is_active=True)
    entered = locked_accounts_entered(accounts)
    caught = 0
    settings.TRIES = tmp_path / "first"
    with monkeypatch.context() as patch:  # an unknown name costs no hash
        patch.setattr(backends.User, "set_password", lambda self, password: None)
        caught += "in use" in told_apart(accounts, hashes)
    settings.TRIES = tmp_path / "second"
    with monkeypatch.context() as patch:  # tries are not counted
        patch.setattr(tries, "take", lambda limits, about: 0)
        caught += locked_accounts_entered(accounts) > 0
    holds(
        "sign-in names",
        things="kinds of account",
        looked_at=len(accounts),
        short={"told apart from unknown names": len(apart), "entered after too many tries": entered},
        seeded=2,
        caught=caught,
    )
