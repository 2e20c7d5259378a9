"""Seen before? What is asked while a report is typed: events near by, in the server, under row security."""

import random
from datetime import timedelta
from statistics import median, quantiles
from time import perf_counter

from benchmarks import make_records
from benchmarks.bench_lists import _let_in, _officer, _rows
from benchmarks.scratch import Result

RUNS = 200


def main() -> list[Result]:
    """The whole request, with place, day and acts as they are typed."""
    from django.test import Client
    from django.test.utils import setup_test_environment

    from sanad.violations.models import Event

    setup_test_environment()
    client = Client()
    _let_in(client, _officer())
    times, shown = [], 0
    for n, typed in enumerate(_typed()):
        began = perf_counter()
        answer = client.post("/entry/near/", typed)
        took = (perf_counter() - began) * 1000
        assert answer.status_code == 200, answer.status_code
        if n > 1:
            times.append(took)
            shown += b"seen-why" in answer.content
    late = quantiles(times, n=20)[-1]
    rows = f"{_rows(Event):,}"
    return [
        Result("suggestions while typing, whole request: median ms", rows, f"{median(times):.0f}"),
        Result("suggestions while typing, whole request: p95 ms", rows, f"{late:.0f}", "≤ 200", late <= 200),
        Result("suggestions: something was shown, of 100", rows, f"{100 * shown / len(times):.0f}"),
    ]


def _typed() -> list[dict[str, str]]:
    draw = random.Random(3)
    asked = []
    for _ in range(RUNS + 2):
        district, _province = draw.choice(make_records.DISTRICTS)
        day = make_records.FIRST_DAY + timedelta(days=draw.randrange(make_records.DAYS))
        typed = {"place": district, "happened": day.isoformat(), "victims-0-acts": draw.choice(make_records.ACTS)}
        if draw.random() < 0.2:
            typed["happened"] = day.strftime("%Y-%m")
        if draw.random() < 0.1:
            del typed["place"]
        asked.append(typed)
    return asked
