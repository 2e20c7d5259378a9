"""Every address of the site with something in place of its variables, and a look at which views would run."""

import re
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import URLPattern, URLResolver, get_resolver, resolve

VARIABLE = re.compile(r"<(?:(\w+):)?\w+>")
FILLINGS = {
    "int": "1",
    "uuid": "01890000-0000-7000-8000-000000000001",
    "slug": "something",
    "str": "something",
    "path": "something",
    None: "something",
}


@dataclass(frozen=True)
class Route:
    """An address and the view that answers there."""

    pattern: str
    address: str
    view: object
    name: str


def routes() -> list[Route]:
    """All of them, as the resolver has them; an address that leads to another view than its own is a mistake here."""
    found = []
    for pattern in _patterns(get_resolver(), ""):
        address = "/" + VARIABLE.sub(lambda variable: FILLINGS.get(variable[1], "something"), pattern)
        match = resolve(address)
        found.append(Route(pattern, address, match.func, match.view_name))
    return found


def _patterns(resolver, before):
    for entry in resolver.url_patterns:
        if isinstance(entry, URLResolver):
            yield from _patterns(entry, before + str(entry.pattern))
        elif isinstance(entry, URLPattern):
            yield before + str(entry.pattern)


class Threshold:
    """A last middleware: notes which view would run now, and answers in its place."""

    reached = False

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        Threshold.reached = True
        return HttpResponse("inside")


def at_the_threshold(client: Client) -> Client:
    """The same browser, in front of a site whose views do not run."""
    same = Client()
    same.cookies = client.cookies
    with override_settings(MIDDLEWARE=[*settings.MIDDLEWARE, f"{__name__}.Threshold"]):
        same.handler.load_middleware()
    return same


def reaches(client: Client, route: Route, method: str) -> bool:
    """Would the view of this address run for this client?"""
    Threshold.reached = False
    session = client.session
    kept = dict(session.items())
    client.generic(method, route.address)
    if not session.exists(session.session_key):  # shown out: the next door is tried as this one was
        session.update(kept)
        session.save(must_create=True)
        client.cookies[settings.SESSION_COOKIE_NAME] = session.session_key
    return Threshold.reached
