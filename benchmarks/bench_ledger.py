"""The ledger: what a deed costs, whether one waits for another, how long a verification takes."""

import os
import threading
from collections.abc import Iterator
from statistics import median, quantiles

from django.db import close_old_connections, connection, transaction
from django.utils import timezone
from psycopg.types.json import Jsonb

from benchmarks.scratch import Result, stopwatch, timed
from sanad.accounts.readers import operator
from sanad.accounts.scope import scoped
from sanad.kit.ids import uuid7s
from sanad.ledger import checkpoints
from sanad.ledger.actions import record
from sanad.ledger.models import Deed
from sanad.ledger.queries import latest_root
from sanad.ledger.rules import Content, commitment
from sanad.ledger.sequencing import sequence
from sanad.ledger.verifying import verify

LEAVES = int(os.environ.get("SANAD_BENCH_LEAVES", "1000000"))
ABOUT = {"object_kind": "report", "office": 1}
PIECE = 50_000


def main() -> list[Result]:
    """Deeds first, while the table is small; then a million leaves."""
    by = operator()
    results = [_cost(by), *_without_waiting(by)]
    _fill(by)
    with stopwatch() as seconds:
        made = sequence(everything=True)
    if made >= PIECE:  # else the site was filled by an earlier run
        results.append(Result("deeds numbered, per second", f"{made:,}", f"{made / seconds():,.0f}"))
    held = checkpoints.make(by=by).note
    with stopwatch() as seconds:
        verified = verify({"held": held})
    took = seconds()
    sound = not verified.faults
    figure = f"{took:.1f} s" if sound else "FAULTY"
    results.append(Result("verify the whole ledger", f"{verified.leaves:,}", figure, "≤ 20 s", sound and took <= 20))
    with stopwatch() as seconds:
        latest_root()
    results.append(Result("root from the rows", f"{verified.leaves:,}", f"{seconds():.1f} s"))
    return results


def _cost(by: object) -> Result:
    """A transaction with a deed against the same transaction without."""
    with scoped(by):
        cost, worst = timed(lambda: record("report.recorded", by=by, object_id=1, **ABOUT), 500)
    return Result("a deed in a transaction (p95)", "500", f"{cost:.2f} ms ({worst:.2f})", "≤ 1 ms", cost <= 1)


def _without_waiting(by: object) -> list[Result]:
    """Deeds while another transaction holds its own deed open and the sequencer runs all the time."""
    stop = threading.Event()
    threads = [threading.Thread(target=_hold, args=(by, stop)), threading.Thread(target=_number, args=(stop,))]
    for thread in threads:
        thread.start()
    times = []
    for _ in range(300):
        with stopwatch() as seconds, transaction.atomic():
            record("report.recorded", by=by, object_id=2, **ABOUT)
        times.append(seconds() * 1000)
    stop.set()
    for thread in threads:
        thread.join()
    waited = sum(time > 100 for time in times)
    figure = f"{median(times):.2f} ms ({quantiles(times, n=20)[-1]:.2f})"
    return [
        Result("a deed and its commit beside an open deed and the sequencer (p95)", "300", figure),
        Result("of these, waited more than 100 ms", "300", str(waited), "0", waited == 0),
    ]


def _hold(by: object, stop: threading.Event) -> None:
    with transaction.atomic():
        record("report.recorded", by=by, object_id=3, **ABOUT)
        stop.wait()
    close_old_connections()


def _number(stop: threading.Event) -> None:
    while not stop.wait(0.01):
        sequence()
    close_old_connections()


def _fill(by: object) -> None:
    """Deeds by COPY, each with its own salt and commitment, until there are enough."""
    missing = LEAVES - Deed.objects.count()
    columns = "id, at, actor, operator, action, object_kind, object_id, office, detail, salt, commitment"
    into = f"copy ledger_deed ({columns}) from stdin"
    while missing > 0:
        with transaction.atomic(), connection.cursor() as cursor, cursor.connection.cursor().copy(into) as copy:
            for content in _contents(min(PIECE, missing)):
                salt = os.urandom(16)
                values = {**vars(content), "detail": Jsonb(content.detail)}
                copy.write_row((*values.values(), salt, commitment(salt, content)))
        missing -= PIECE


def _contents(number: int) -> Iterator[Content]:
    now = timezone.now()
    for n, made in enumerate(uuid7s(number)):
        said = {"revision": n % 3}
        yield Content(made, now, n % 50, "", "report.recorded", "report", str(made), n % 9, said)
