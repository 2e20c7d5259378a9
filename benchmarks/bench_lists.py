"""The event list with its filters, under row security, in the server (query, rows and page), and pages on the wire."""

import gzip
import random
from datetime import date

from benchmarks.scratch import Result, timed

RUNS = 60
PAGES = ("/", "/events/", "/reports/", "/reports/new/", "/figures/")


def main() -> list[Result]:
    """Every filter of the list, drawn at random, through the view as somebody signed in sees it."""
    from django.test import Client
    from django.test.utils import setup_test_environment

    from sanad.violations.models import Event

    setup_test_environment()
    client = Client()
    _let_in(client, _officer())
    rows = _rows(Event)
    draw = random.Random(7)

    def page() -> None:
        response = client.get("/events/", _filters(draw))
        assert response.status_code == 200, response.status_code

    middle, late = timed(page, RUNS)
    sizes = {address: _kilobytes(client, address) for address in PAGES}
    largest = max(sizes, key=sizes.get)
    kept = sizes[largest] <= 60
    return [
        Result("event list with filters, whole request: median ms", f"{rows:,}", f"{middle:.0f}"),
        Result("event list with filters, whole request: p95 ms", f"{rows:,}", f"{late:.0f}", "≤ 150", late <= 150),
        Result(f"largest page, compressed kB ({largest})", f"{rows:,}", str(sizes[largest]), "≤ 60", kept),
    ]


def _kilobytes(client, address: str) -> int:
    response = client.get(address, follow=True)  # tables without a snapshot lead to the newest
    assert response.status_code == 200, (address, response.status_code)
    return len(gzip.compress(response.content)) // 1024


def _filters(draw: random.Random) -> dict[str, str]:
    chosen: dict[str, str] = {}
    if draw.random() < 0.5:
        chosen["province"] = draw.choice(["PK-KP", "PK-PB", "PK-SD", "PK-BA"])
    if draw.random() < 0.3:
        chosen["district"] = draw.choice(["PK513", "PK532", "PK620"])
    if draw.random() < 0.5:
        chosen["act"] = draw.choice(["killing", "abduction", "torture", "censorship"])
    if draw.random() < 0.3:
        chosen["state"] = draw.choice(["new", "verified"])
    if draw.random() < 0.3:
        year = draw.randint(2016, 2025)
        chosen |= {"first": date(year, 1, 1).isoformat(), "last": date(year, 12, 31).isoformat()}
    return chosen


def _let_in(client: object, user: object) -> None:
    """Signed in, with the second factor shown."""
    from sanad.accounts.entering import mark

    client.force_login(user)
    session = client.session
    mark(session, user, "totp")
    session.save()


def _officer():
    from sanad.accounts.models import User
    from sanad.accounts.queries.making_readers import first_office

    found = User.objects.filter(username="bench.officer").first()
    if found:
        return found
    from sanad.accounts.models import Posting

    office = first_office()
    user = User.objects.create(username="bench.officer", full_name="Bench Officer", password="!")
    for role in ("recorder", "reviewer", "analyst"):
        Posting.objects.create(user=user, office=office, role=role, since=date(2020, 1, 1))
    return user


def _rows(event) -> int:
    from sanad.accounts.readers import operator
    from sanad.accounts.scope import scoped

    with scoped(operator()):
        return event.objects.count()
