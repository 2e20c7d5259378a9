"""What the two walls cost on the event list: the reader's scope and row security, against the same query without them.

The same filters, drawn from the same seed: as the application with the scope of a reader, as the same reader tied to
institutions, and as the administrator of the server, whom no policy holds, with no condition of the reader. Twice: the
one statement that finds the rows (half a millisecond, of which planning is most), and the list as it is asked for, with
all that is looked up for its 25 rows and the page drawn.
"""

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from itertools import cycle
from statistics import median, quantiles
from unittest.mock import patch

import psycopg

from benchmarks.bench_lists import _filters, _let_in, _officer, _rows
from benchmarks.scratch import Result, stopwatch, timed

RUNS = 150
PAGE = 25
TIES = 40  # a station with all that is above it, or a department with some of its stations
MOST = 1.5
SETTING = "set_config(%s, %s, true)"


def main() -> list[Result]:
    """The page of the list as ids: what is looked up of 25 rows costs the same for all."""
    from django.conf import settings

    from sanad.accounts.readers import operator
    from sanad.config.engine import EmbeddedPostgres
    from sanad.institutions.models import Institution
    from sanad.ledger.scope import settings_of
    from sanad.violations.models import Event

    rows = f"{_rows(Event):,}"
    reader = operator()
    tied = replace(reader, conflicts=frozenset(Institution.objects.values_list("id", flat=True)[:TIES]))
    engine = EmbeddedPostgres(settings.SANAD_HOME)
    name = settings.DATABASES["default"]["NAME"]
    found = {}
    with (
        psycopg.connect(engine.address(database=name)) as app,
        psycopg.connect(engine.address("postgres", name)) as bare,
    ):
        ways = {
            "without either": (bare, None, {}),
            "scope and row security": (app, reader, settings_of(reader)),
            "the same, with conflicts": (app, tied, settings_of(tied)),
        }
        for what, (connection, who, told) in ways.items():
            found[what] = timed(_page(connection, who, told), RUNS)
    base = found["without either"][0]
    results = _lists(rows)
    for what, (middle, late) in found.items():
        ratio = middle / base
        figure = f"{middle:.2f} ({late:.1f}), {ratio:.2f} ×"
        results.append(Result(f"its one statement, {what}: median ms (p95), × bare", rows, figure))
    return results


def _lists(rows: str) -> list[Result]:
    """The list as somebody signed in asks for it, with both walls and, in turns, with neither."""
    from django.test import Client
    from django.test.utils import setup_test_environment

    setup_test_environment()
    client = Client()
    _let_in(client, _officer())

    def ask(draw: random.Random) -> None:
        assert client.get("/events/", _filters(draw)).status_code == 200

    times: dict[bool, list[float]] = {True: [], False: []}
    for turn in range(6):
        walled = turn % 2 == 0
        with nullcontext() if walled else _without_walls():
            draw = random.Random(turn // 2)
            ask(draw)  # connects
            for _ in range(RUNS // 3):
                with stopwatch() as seconds:
                    ask(draw)
                    times[walled].append(seconds() * 1000)
    bare, middle = median(times[False]), median(times[True])
    figure = f"{middle:.1f} ({quantiles(times[True], n=20)[-1]:.0f}), {middle / bare:.2f} ×"
    return [
        Result("event list without either: median ms", rows, f"{bare:.1f}"),
        Result(
            "event list, scope and row security: median ms (p95), × without", rows, figure, f"≤ {MOST} ×",
            middle / bare <= MOST,
        ),
    ]  # fmt: skip


@contextmanager
def _without_walls() -> Iterator[None]:
    """The administrator of the server, whom no policy holds; and no condition of a reader on events."""
    from django.db import connection

    from sanad.violations.models import Event
    from sanad.violations.queries import lists

    usual = connection.settings_dict
    connection.close()
    kept = {name: usual[name] for name in ("USER", "OPTIONS")}
    usual.update(USER="postgres", OPTIONS={name: one for name, one in usual["OPTIONS"].items() if name != "pool"})
    try:
        with patch.object(lists, "events_visible_to", lambda _reader: Event.objects.all()):
            yield
    finally:
        connection.close()
        usual.update(kept)


def _page(connection: psycopg.Connection, reader: object | None, told: dict[str, str]) -> Callable[[], None]:
    draw = random.Random(11)
    settings = [*told.items(), ("enable_sort", "off")]
    asked = cycle([_query(reader, draw) for _ in range(40)])

    def ask() -> None:
        sql, params = next(asked)
        with connection.transaction(), connection.cursor() as cursor:
            cursor.execute(f"select {', '.join(SETTING for _ in settings)}", [one for pair in settings for one in pair])
            cursor.execute(sql, params)
            cursor.fetchall()

    return ask


def _query(reader: object | None, draw: random.Random) -> tuple[str, tuple[object, ...]]:
    from sanad.accounts.readers import operator
    from sanad.front.forms.filters import EventNarrowing
    from sanad.front.presenting.words import Words
    from sanad.violations.models import Event
    from sanad.violations.queries import EVENT_ORDER, lists

    narrowed = EventNarrowing(_filters(draw), operator(), Words()).narrowed()
    if reader is not None:
        found = lists.listed_events(reader, narrowed)
    else:
        with patch.object(lists, "events_visible_to", lambda _reader: Event.objects.all()):
            found = lists.listed_events(operator(), narrowed)
    return found.order_by(*EVENT_ORDER)[:PAGE].query.sql_with_params()
