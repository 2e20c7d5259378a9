"""Headers: every address, for everybody, in every state of disrepair, and every file, carries the full set."""

import re
from itertools import chain

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.test import Client, override_settings

from sanad.accounts.actions.factors import new_recovery_codes
from sanad.accounts.readers import reader_for
from sanad.web import middleware
from tests.faults.routes import routes
from tests.fixtures import telephone_of

pytestmark = pytest.mark.django_db
# Written down a second time on purpose: what the program promises, not what it happens to have.
WANTED = {
    "Content-Security-Policy": r"default-src '(self|none)'",
    "X-Content-Type-Options": r"nosniff\Z",
    "X-Frame-Options": r"DENY\Z",
    "Referrer-Policy": r"same-origin\Z",
    "Cross-Origin-Opener-Policy": r"same-origin\Z",
    "Cross-Origin-Resource-Policy": r"same-origin\Z",
    "Permissions-Policy": r".*camera=\(\).*geolocation=\(\)",
}
OVER_TLS = {"Strict-Transport-Security": r"max-age=31536000; includeSubDomains"}
POLICY = ("object-src 'none'", "base-uri 'none'", "form-action 'self'", "frame-ancestors 'none'")
INLINE = re.compile(r"<script(?![^>]*\bsrc=)|<style|\sstyle=|\son[a-z]+=[\"']|javascript:", re.IGNORECASE)
FORM = "application/x-www-form-urlencoded"
TLS = {
    "SECURE_HSTS_SECONDS": 31_536_000,
    "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
    "SECURE_PROXY_SSL_HEADER": ("HTTP_X_FORWARDED_PROTO", "https"),
    "SESSION_COOKIE_SECURE": True,
    "CSRF_COOKIE_SECURE": True,
    "LANGUAGE_COOKIE_SECURE": True,
}


class Breaks:
    """A middleware in whose reach everything breaks, or asks for too much, or is refused."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        raise RuntimeError("broken")


def missing(answer, *, tls: bool) -> list[str]:
    """What an answer lacks."""
    lacks = [
        name
        for name, pattern in {**WANTED, **(OVER_TLS if tls else {})}.items()
        if not re.match(pattern, answer.headers.get(name, ""))
    ]
    policy = answer.headers.get("Content-Security-Policy", "")
    if "unsafe" in policy or ("sandbox" not in policy and any(part not in policy for part in POLICY)):
        lacks.append("a policy without gaps")
    if "no-store" not in answer.headers.get("Cache-Control", "") and not answer.is_static:
        lacks.append("no-store")
    for name, cookie in answer.cookies.items():
        if not cookie["samesite"] or (tls and not cookie["secure"]) or ("session" in name and not cookie["httponly"]):
            lacks.append(f"flags of the cookie {name}")
    if (
        "attachment" not in answer.headers.get("Content-Disposition", "attachment")
        and "text/html" in answer["Content-Type"]
    ):
        lacks.append("a download that is no page")
    return lacks


def inline(answer) -> bool:
    """Is there code or style in the page itself?"""
    if answer.streaming or "text/html" not in answer.headers.get("Content-Type", ""):
        return False
    return bool(INLINE.search(answer.content.decode()))


def ask(client: Client, address: str, method: str = "GET", *, tls: bool, data=None, **more):
    """One answer, with the proxy's word that it came over TLS."""
    client.raise_request_exception = False
    headers = {"X-Forwarded-Proto": "https"} if tls else {}
    answer = client.generic(method, address, data or b"", secure=tls, headers=headers, **more)
    answer.is_static = address.startswith(settings.STATIC_URL)
    return answer


@pytest.fixture
def browsers(offices, user):
    """Nobody, and somebody in each role."""
    found = {"nobody": Client()}
    for role in ("recorder", "reviewer", "analyst", "cso", "administrator"):
        found[role] = Client()
        found[role].force_login(user(role, offices.kp))
    return found


@pytest.fixture
def static_file(settings, tmp_path):
    """A style sheet as `sanad serve` collects it."""
    settings.STATIC_ROOT = tmp_path
    (tmp_path / "sheet.css").write_text("p{}")
    return f"{settings.STATIC_URL}sheet.css"


def repaired(client: Client, **changed) -> Client:
    """The same browser in front of a site with other settings."""
    same = Client(enforce_csrf_checks=changed.pop("csrf", False))
    same.cookies = client.cookies
    with override_settings(**changed):
        same.handler.load_middleware()
    return same


def accidents(client: Client, static: str, *, tls: bool):
    """Answers that no view gives: refused hosts, stale forms, wrong methods, too many tries, a broken page, a file."""
    broken = repaired(client, MIDDLEWARE=[*settings.MIDDLEWARE, f"{__name__}.Breaks"])
    strict = repaired(client, csrf=True)
    yield ask(client, "/no/such/page/", tls=tls)
    yield ask(client, "/", tls=tls, SERVER_NAME="evil.example")
    yield ask(client, "/events/%00/", tls=tls)
    yield ask(client, "/sign-out/", tls=tls)
    yield ask(
        client, "/language/", "POST", tls=tls, data=b"language=ur", content_type="application/x-www-form-urlencoded"
    )
    yield ask(strict, "/sign-out/", "POST", tls=tls)
    yield ask(broken, "/", tls=tls)
    yield ask(repaired(client), static, tls=tls)
    yield ask(repaired(client), f"{static}.not.there", tls=tls)


def downloads(client: Client, *, tls: bool):
    """Files that a page gives."""
    for address in ("/account/codes/file/", "/figures/table.csv", "/figures/table.xlsx"):
        yield ask(client, address, "POST", tls=tls)


def sweep(browsers, static: str, *, tls: bool, every: int = 1) -> tuple[int, list[str], list[str]]:
    """How many answers were looked at, what they lack, and which have code or style within."""
    looked_at, lacks, within = 0, [], []
    doors = routes()[::every]
    for who, client in browsers.items():
        answers = [ask(client, door.address, tls=tls) for door in doors]
        answers += accidents(client, static, tls=tls)
        answers += downloads(client, tls=tls)
        for answer in answers:
            looked_at += 1
            where = f"{who} {answer.request['PATH_INFO']} {answer.status_code}"
            lacks += [f"{where}: {what}" for what in missing(answer, tls=tls)]
            within += [where] if inline(answer) else []
    return looked_at, lacks, within


def test_every_answer_carries_every_header(browsers, offices, user, static_file, scale, holds, monkeypatch, settings):
    recorder = user("recorder", offices.swat)
    telephone_of(recorder)
    new_recovery_codes(recorder, by=reader_for(recorder))
    browsers["with codes"] = Client()
    browsers["with codes"].force_login(recorder)
    some = browsers if scale.long else {name: browsers[name] for name in ("nobody", "analyst", "with codes")}
    plain = sweep(some, static_file, tls=False, every=scale.of(4, 1))
    for name, value in TLS.items():
        setattr(settings, name, value)
    some = {name: repaired(client) for name, client in some.items()}
    over_tls = sweep(some, static_file, tls=True, every=scale.of(4, 1))
    policy = "default-src 'self' 'unsafe-inline'"
    mutants = [  # what is changed in the program, and in the settings
        (lambda patch: patch.delitem(middleware.HEADERS, "Permissions-Policy"), {}),
        (lambda patch: patch.setitem(middleware.HEADERS, "Content-Security-Policy", policy), {}),
        (lambda patch: patch.setattr(middleware, "_may_be_kept", lambda request, response: True), {}),
        (lambda patch: patch.setattr("sanad.accounts.views.entry.render", _with_code), {}),
        (lambda patch: None, {"SECURE_HSTS_SECONDS": 0}),
        (lambda patch: None, {"MIDDLEWARE": settings.MIDDLEWARE[1:]}),
    ]
    caught = 0
    for change, changed in mutants:
        with monkeypatch.context() as patch:
            change(patch)
            few = {name: repaired(browsers[name], **changed) for name in ("nobody", "analyst")}
            caught += any(_look(few, ["/sign-in/", "/account/"]))
    holds(
        "headers",
        things="answers, plain and over TLS",
        looked_at=plain[0] + over_tls[0],
        short={
            "headers missing": len(plain[1]) + len(over_tls[1]),
            "pages with code or style within": len(plain[2]) + len(over_tls[2]),
        },
        seeded=len(mutants),
        caught=caught,
        notes={"first": first} if (first := next(chain(*plain[1:], *over_tls[1:]), "")) else {},
    )


def _look(browsers, addresses) -> tuple[list[str], list[str]]:
    answers = [ask(client, address, tls=True) for client in browsers.values() for address in addresses]
    return [lack for answer in answers for lack in missing(answer, tls=True)], [a for a in answers if inline(a)]


def _with_code(request, template, context=None, status=200):
    return HttpResponse("<p onclick='alert(1)'>", status=status)
