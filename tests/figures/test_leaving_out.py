"""Whoever says no to statistics is in no new snapshot; older ones keep their anonymous counts."""

from uuid import uuid4

import pytest

from sanad.accounts.scope import scoped
from sanad.figures.actions import copying
from sanad.figures.actions.leaving_out import without
from sanad.figures.presenting import lines
from sanad.figures.queries import open_snapshot
from sanad.figures.rules.requests import read_request
from sanad.violations.actions import Answered, write_consents
from sanad.violations.models import Mention, Report
from sanad.violations.queries import LeftOut
from sanad.violations.rules.consent import Answer, Giver, Use
from tests.figures.conftest import draft

pytestmark = pytest.mark.django_db
UNITS = ("reports", "events", "violations", "victims")


@pytest.fixture
def recorder(house, reader):
    return reader("recorder", house.kp)


@pytest.fixture
def says(recorder):
    """`says(key, use, answer)`: the person in the report with this external id."""

    def say(key, use, answer):
        with scoped(recorder):
            report = Report.objects.get(external_id=key)
            root = Mention.objects.get(report=report, role="victim").root
            write_consents(report, root, [Answered(Use(use), Answer(answer), Giver.SELF)], by=recorder)

    return say


def totals(snapshot, reader) -> dict[str, object]:
    with scoped(reader):
        return {unit: snapshot.count(read_request(unit, (), (), (), lists=snapshot.lists)).total for unit in UNITS}


@pytest.mark.parametrize("use", ["statistics", "record"])
def test_a_person_who_says_no_is_left_out(analyst, store, freeze, says, use):
    store(analyst, draft("1"), draft("2"), draft("3", size=(3, 3, 3)))
    before = totals(freeze(analyst), analyst)
    says("1", use, "withdrawn")
    after = totals(freeze(analyst), analyst)
    assert [unit for unit in UNITS if before[unit] == after[unit]] == []


def test_a_yes_again_counts_again(analyst, store, freeze, says):
    store(analyst, draft("1"), draft("2"))
    before = totals(freeze(analyst), analyst)
    says("1", "statistics", "withdrawn")
    says("1", "statistics", "given")
    assert totals(freeze(analyst), analyst) == before


def test_another_no_changes_no_count(analyst, store, freeze, says):
    store(analyst, draft("1"), draft("2"))
    before = totals(freeze(analyst), analyst)
    says("1", "ministry", "refused")
    assert totals(freeze(analyst), analyst) == before


def test_an_older_snapshot_keeps_its_numbers(analyst, store, freeze, says):
    store(analyst, draft("1"), draft("2"))
    older = freeze(analyst)
    before = totals(older, analyst)
    says("1", "statistics", "withdrawn")
    assert freeze(analyst).id != older.id
    with scoped(analyst):
        assert totals(open_snapshot(analyst, older.id), analyst) == before


def test_what_stands_behind_an_older_number_lists_the_event_no_more(analyst, store, freeze, says):
    store(analyst, draft("1"), draft("2"))
    older = freeze(analyst)
    says("1", "statistics", "withdrawn")
    with scoped(analyst):
        behind = older.behind(read_request("events", (), (), (), lists=older.lists), most=10)
        assert (behind.in_events, len(lines.events_of(analyst, behind.events))) == (2, 1)


def test_where_nobody_said_no_the_copy_is_as_it_was():
    nobody = LeftOut(frozenset(), frozenset(), frozenset())
    assert without(copying.QUERIES, nobody) == copying.QUERIES


def test_a_query_that_was_rewritten_is_noticed():
    gone = LeftOut(frozenset({uuid4()}), frozenset(), frozenset())
    (person,) = gone.persons
    assert str(person) in without(copying.QUERIES, gone)["raw_person"]
    with pytest.raises(ValueError, match="has changed"):
        without(dict.fromkeys(copying.QUERIES, "select 1"), gone)
