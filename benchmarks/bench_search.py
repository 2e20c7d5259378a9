"""Search under row security: two words among all reports, as an office of a province and as one that sees everything.

The invented records have few sentences, so that each of their words stands in a twelfth of all reports: a hard case.
Rows that `filling` repeated past the triggers are taken into the index first, which is measured too.
"""

import random
from statistics import median, quantiles
from time import perf_counter

from benchmarks import make_records
from benchmarks.bench_lists import _let_in, _officer, _rows
from benchmarks.scratch import Result, stopwatch

RUNS = 200
ROMAN = ("zameen", "mazdoor", "khatoon", "jhagre", "chowki", "hamla", "talib")
CODES = ("killing", "abduction", "torture", "قتل", "اغوا", "firearm", "honour", "police")


def main() -> list[Result]:
    """Take in what is not in the index, then ask."""
    from django.test import Client
    from django.test.utils import setup_test_environment

    from sanad.accounts.readers import operator, reader_for
    from sanad.violations.models import Event, Report

    setup_test_environment()
    results = _taken_in(Report)
    rows = f"{_rows(Event):,}"
    officer = _officer()
    for who, reader in (("an office", reader_for(officer)), ("all offices", operator())):
        times, found, capped = _asked(reader)
        late = quantiles(times, n=20)[-1]
        what = f"search: two words, {who}: {{}} ms"
        results += [
            Result(what.format("median"), rows, f"{median(times):.0f}"),
            Result(what.format("p95"), rows, f"{late:.0f}", "≤ 150", late <= 150),
            Result(f"search: reports found by {who}, median ({capped} of {RUNS} over the most counted)", rows, found),
        ]
    client = Client()
    _let_in(client, officer)
    pages = _pages(client)
    results.append(Result("search: whole page, p95 ms", rows, f"{quantiles(pages, n=20)[-1]:.0f}"))
    return results


def texts(seed: int = 11) -> list[str]:
    """Two words each: of a sentence, a place, a code, in both scripts and in Roman Urdu."""
    draw = random.Random(seed)
    sentences = [*make_records.SUMMARIES_EN, *make_records.SUMMARIES_UR]
    places = [district for district, _province in make_records.DISTRICTS]
    found = []
    for _ in range(RUNS):
        words = [word.strip(".۔,") for word in draw.choice(sentences).split() if len(word) > 3]
        pair = draw.sample(words, 2)
        if draw.random() < 0.5:
            pair[1] = draw.choice((*places, *CODES))
        if draw.random() < 0.2:
            pair[0] = draw.choice(ROMAN)
        found.append(" ".join(pair))
    return found


def _asked(reader) -> tuple[list[float], str, int]:
    from sanad.accounts.scope import scoped
    from sanad.search import queries
    from sanad.search.queries import Narrowed

    times, totals, capped = [], [], 0
    for n, text in enumerate(["home attacked", "زمین", *texts()]):
        with scoped(reader):
            began = perf_counter()
            found = queries.found_by(reader, queries.understood(text), Narrowed())
            took = (perf_counter() - began) * 1000
        if n > 1:
            times.append(took)
            totals.append(found.total)
            capped += found.more
    return times, f"{median(totals):,.0f}", capped


def _pages(client) -> list[float]:
    times = []
    for text in texts(12)[:60]:
        began = perf_counter()
        answer = client.post("/search/", {"said": text, "do": "search"})
        assert answer.status_code == 200, answer.status_code
        times.append((perf_counter() - began) * 1000)
    return times


def _taken_in(reports) -> list[Result]:
    from django.db import connection

    from sanad.accounts.readers import operator
    from sanad.accounts.scope import scoped
    from sanad.search.actions import take_in_anew, tend

    with scoped(operator()):
        number = reports.objects.count()
        with connection.cursor() as cursor:
            cursor.execute("select reltuples from pg_class where relname = 'search_searchentry'")
            held = int(cursor.fetchone()[0])
    with stopwatch() as seconds:
        taken = tend() if held >= number * 0.9 else take_in_anew()
        took = seconds()
    if taken < 10_000:
        return []
    return [Result("search: reports taken into the index, per second", f"{taken:,}", f"{taken / took:,.0f}")]
