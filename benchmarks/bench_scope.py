"""What the two walls cost on the event list: the reader's scope and row security, against the same query without them.

The same filters, drawn from the same seed, in turns: as the application with the scope of a reader, as the same reader
tied to institutions, and as the administrator of the server, whom no policy holds, with no condition of the reader.
"""

import random
from collections.abc import Callable
from dataclasses import replace
from itertools import cycle

import psycopg

from benchmarks.bench_lists import _filters, _rows
from benchmarks.scratch import Result, timed

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
    results = []
    for what, (middle, late) in found.items():
        ratio = middle / base
        aim = {"scope and row security": f"≤ {MOST} ×"}.get(what, "")
        results.append(
            Result(
                f"event list, {what}: median ms (p95), × bare", rows, f"{middle:.1f} ({late:.1f}), {ratio:.2f} ×", aim,
                ratio <= MOST if aim else None,
            )
        )  # fmt: skip
    return results


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
    from unittest.mock import patch

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
