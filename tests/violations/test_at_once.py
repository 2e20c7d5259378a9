"""Two people at once: the second waits and builds on what the first did, or is told so."""

from contextlib import contextmanager
from dataclasses import replace
from threading import Event as Signal
from threading import Thread

import pytest
from django.db import connection, connections

from sanad.accounts.scope import scoped
from sanad.kit.refusals import OutOfOrder
from sanad.violations import actions, queries
from sanad.violations.models import Event, Judgement, Report, Revision, Violation

pytestmark = pytest.mark.django_db(transaction=True)

PATIENCE = 30  # seconds


class Colleague(Thread):
    """Does something in a transaction of its own; `hold` keeps that open until it is told to go on."""

    def __init__(self, by, deed, *, hold=False):
        super().__init__(daemon=True)
        self.by, self.deed = by, deed
        self.done, self.go_on = Signal(), Signal()
        self.refusal = None
        if not hold:
            self.go_on.set()
        self.start()

    def run(self):
        try:
            with scoped(self.by):
                self.deed()
                self.done.set()
                self.go_on.wait(PATIENCE)
        except OutOfOrder as refusal:
            self.refusal = refusal.reasons[0].code
        finally:
            self.done.set()
            connections.close_all()

    def finish(self):
        self.go_on.set()
        self.join(PATIENCE)
        assert not self.is_alive()


@contextmanager
def meanwhile(by, deed):
    """While a colleague has done something and not yet ended: gives the colleague."""
    colleague = Colleague(by, deed, hold=True)
    assert colleague.done.wait(PATIENCE)
    yield colleague
    colleague.finish()
    assert colleague.refusal is None


def is_waiting():
    """Whether somebody waits for a lock in this database."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select count(*) from pg_locks l join pg_stat_activity a using (pid)"
            " where not l.granted and a.datname = current_database()"
        )
        return cursor.fetchone()[0] > 0


def until_waiting():
    tries = iter(range(PATIENCE * 20))
    while not is_waiting():
        assert next(tries, None) is not None, "nobody waits"
        Signal().wait(0.05)


def derived():
    return [list(model.objects.order_by("id").values()) for model in (Event, Violation)]


def test_two_people_at_once(operator, house, killing):
    """One test, since after each the tables of the site are filled again."""
    by = replace(operator, office_id=house.kp.pk)
    with scoped(by):
        one, other = (actions.record_report(killing(summary=f"Report {n}."), by=by) for n in range(2))

    _two_judge_the_same_event(by, one)
    _one_joins_what_the_other_judges(by, one, other)
    _two_correct_the_same_report(by, one, killing)
    _two_bring_in_the_same_list(by, [killing(external_id=str(n)) for n in range(2)])
    _one_adds_to_what_another_takes_back(by, killing)


def _two_judge_the_same_event(by, report):
    def judge(verdict):
        actions.judge_event(Event.objects.get(pk=report.pk), verdict, why="FIR", by=by)

    with meanwhile(by, lambda: judge("verified")) as first:
        second = Colleague(by, lambda: judge("rejected"))
        until_waiting()
        first.go_on.set()
        second.finish()
    with scoped(by):
        assert (Violation.objects.get(event=report.pk).state, Judgement.objects.count()) == ("rejected", 2)


def _one_joins_what_the_other_judges(by, one, other):
    def join():
        actions.judge_same_event(one, other, "same", why="Same house", by=by)

    with meanwhile(by, join) as first:
        with scoped(by):
            event = Event.objects.get(pk=other.pk)  # as it stands for others
        second = Colleague(by, lambda: actions.judge_event(event, "verified", why="FIR", by=by))
        until_waiting()
        first.go_on.set()
        second.finish()
    with scoped(by):
        assert sorted(Violation.objects.filter(event=one.pk).values_list("state", flat=True)) == [
            "rejected",
            "verified",
        ]
        standing = derived()
        actions.rederive([one.pk])
        assert derived() == standing


def _two_correct_the_same_report(by, report, killing):
    def correct(summary):
        actions.correct_report(report, killing(summary=summary), by=by, why="Read again", seen=1)

    with meanwhile(by, lambda: correct("First.")) as first:
        second = Colleague(by, lambda: correct("Second."))
        until_waiting()
        first.go_on.set()
        second.finish()
    assert second.refusal == "changed_since"
    with scoped(by):
        assert Revision.objects.get(report=report, until=None).summary == "First."


def _two_bring_in_the_same_list(by, drafts):
    def store():
        actions.store_batch(drafts, by=by, title="A list", origin="list")

    with meanwhile(by, store):
        second = Colleague(by, store)
        second.finish()
    assert second.refusal == "import_under_way"
    with scoped(by):
        assert Report.objects.filter(origin="list").count() == 2


def _one_adds_to_what_another_takes_back(by, killing):
    with scoped(by):
        report = Report.objects.filter(origin="list").first()
        event = queries.event_visible_to(by, report.reference)

    def undo():
        actions.undo_batch(report.batch, by=by, why="Wrong file")

    with meanwhile(by, undo) as first:
        second = Colleague(by, lambda: actions.add_account(event, killing(), same={}, by=by, why="Same house"))
        until_waiting()
        first.go_on.set()
        second.finish()
    assert second.refusal == "changed_since"
    with scoped(by):
        assert not Event.objects.filter(pk=event.pk).exists()
