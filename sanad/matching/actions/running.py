"""Matching: the comparison in its own process, then the pairs written down at once, then the links that are sure.

Whatever ends it on the way, nothing half done is left: pairs are written in one transaction, each link is a deed of its
own that is whole or not there, and the next matching goes on from what was compared to the end.
"""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader, operator
from sanad.accounts.scope import scoped
from sanad.kit.refusals import N_, OutOfOrder, Refused
from sanad.ledger.actions import record
from sanad.matching import queries
from sanad.matching.actions.learning import learn
from sanad.matching.actions.linking import link_what_is_sure
from sanad.matching.actions.proposing import write_pairs
from sanad.matching.models import Pair, Run
from sanad.matching.process.orders import Order, Result, spark_lacks
from sanad.vault.asking import refusal_of

TASK = "matching.match"
OVERLAP = timedelta(days=1)  # an import commits long after its first row was numbered
LOCK = 7_298_311

Carry = Callable[[Order], Result]


def match_records(*, by: Reader, whole: bool = False, engine: str = "duckdb", carry: Carry | None = None) -> Run:
    """Compare what this reader may open, propose pairs, link what is sure; `whole` compares all anew."""
    require(by, Permission.JUDGE_LINK)
    require(by, Permission.SEALED_OPEN)
    _require_engine(engine)
    with _alone():
        run, since = _begin(by, whole, engine)
        try:
            with scoped(operator()):
                learn()
                weights = {kind: row.weights for kind in Pair.Kind.values if (row := queries.weights_of(kind))}
            result = (carry or in_a_process)(Order(by.ticket(), since - OVERLAP if since else None, engine, weights))
            with scoped(by):
                kept = write_pairs(run, result, whole=since is None)
            linked, held_back = link_what_is_sure(kept, run=run, by=by)
        except Refused as refused:
            _end(run, by, Run.State.FAILED, why=refused.reasons[0].code)
            raise
        except BaseException:
            _end(run, by, Run.State.FAILED, why="interrupted")
            raise
        counted = {"records": result.records, "pairs": len(result.pairs), "locked": len(result.locked)}
        return _end(run, by, Run.State.DONE, linked=linked, held_back=held_back, **counted)


def in_a_process(order: Order) -> Result:
    """Have the order carried out where names may be in clear: in a process that ends with it."""
    done = subprocess.run(
        [sys.executable, "-m", "sanad.matching.process"],
        input=json.dumps(order.said()),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        check=False,
    )
    if done.returncode != 0:
        raise OutOfOrder.one("matching_ended", N_("The matching was interrupted. Nothing was kept; start it again."))
    answer = json.loads(done.stdout)
    if "refused" in answer:
        raise refusal_of(answer["refused"])
    return Result(**answer)


def schedule_matching() -> None:
    """Have what is new compared in the background, for the whole site; asked for again while it waits, it runs once."""
    try:
        with transaction.atomic():
            app.configure_task(TASK, queueing_lock=TASK).defer(by=_site().ticket())
    except AlreadyEnqueued:
        pass  # the one that waits will see this too


def _site() -> Reader:
    """The site itself: all offices. Nobody is shown what it compares; pairs are seen by who sees both records."""
    return operator()


def _require_engine(engine: str) -> None:
    if engine != "spark":
        return
    if missing := spark_lacks():
        raise OutOfOrder.one(
            "spark_missing",
            N_("Spark cannot be used here: %(missing)s is missing. See docs/operating."),
            missing=missing,
        )
    if settings.SITE_KIND != "demo" and not settings.UNDER_TEST and not settings.SPARK_DISK_IS_ENCRYPTED:
        raise OutOfOrder.one(
            "spark_in_clear",
            N_(
                "Spark writes names to disk in clear. It is for invented records; for others only where the disk is"
                " encrypted and SANAD_SPARK_DISK_IS_ENCRYPTED says so."
            ),
        )


@contextmanager
def _alone() -> Iterator[None]:
    """One matching at a time; a process that was killed holds nothing any more."""
    with connection.cursor() as cursor:
        cursor.execute("select pg_try_advisory_lock(%s)", [LOCK])
        if not cursor.fetchone()[0]:
            raise OutOfOrder.one("matching_runs", N_("A matching is running already. Wait until it has ended."))
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("select pg_advisory_unlock(%s)", [LOCK])


def _begin(by: Reader, whole: bool, engine: str) -> tuple[Run, datetime | None]:
    """Write down that it began, and since when things are new to it."""
    assert by.office_id is not None
    now = timezone.now()
    with scoped(operator()):
        left = Run.objects.filter(state=Run.State.RUNNING)  # we are alone: these were killed
        left.update(state=Run.State.FAILED, why="interrupted", ended_at=now)
    with scoped(by):
        since = None if whole else queries.compared_since(by)
        run = Run.objects.create(
            custodian_id=by.office_id, begun_at=now, made_by=by.user_id, engine=engine, whole=since is None
        )
        record("matching.run", by=by, object_kind="matching", object_id=run.pk, office=by.office_id)
    return run, since


def _end(run: Run, by: Reader, state: str, **said: object) -> Run:
    run.state, run.ended_at = state, timezone.now()
    for name, value in said.items():
        setattr(run, name, value)
    with scoped(by):
        run.save()
    return run
