"""One door to snapshots: what a reader may count, what they may open, and the one fixed table between."""

import pytest

from sanad.accounts.models import SharingRule
from sanad.accounts.scope import scoped
from sanad.figures.queries import open_snapshot
from sanad.figures.rules.requests import read_request
from sanad.kit.refusals import NotPermitted, OutOfOrder, Refused
from tests.figures.conftest import draft
from tests.fixtures import SINCE

AGREED = read_request("violations", ["district", "quarter"], ["act"])


@pytest.fixture
def records(house, reader, store):
    """Seven killings in Swat kept by Khyber Pakhtunkhwa, one by Sindh; one more in Karachi by Sindh."""
    kp, sindh = reader("analyst", house.kp), reader("analyst", house.sindh)
    store(kp, *(draft(f"k{n}", place="PK527") for n in range(7)))
    store(sindh, draft("s1", place="PK527"), draft("s2", place="PK712", act="torture"))


@pytest.fixture
def ministry(house, reader, records):
    """The ministry may count what both keep, and opens what Khyber Pakhtunkhwa keeps."""
    for giver, gives in ((house.kp, "records"), (house.sindh, "counts")):
        SharingRule.objects.create(giver=giver, receiver=house.ministry, gives=gives, since=SINCE, why="Agreed")
    return reader("analyst", house.ministry)


def test_an_office_counts_its_own(house, reader, records, count):
    assert count(reader("analyst", house.kp), "violations").total == 7
    assert count(reader("analyst", house.sindh), "violations").total == 2


def test_what_may_only_be_counted_is_left_out_and_said_so(ministry, count):
    counted = count(ministry, "violations", ["act"])
    assert (counted.total, counted.left_out) == (7, 1)


def test_the_agreed_table_holds_it_without_small_cells(ministry, freeze):
    snapshot = freeze(ministry)
    with scoped(ministry):
        counted = snapshot.count(AGREED)
    assert counted.cells == {("PK527", "2014-Q2", "killing"): 8}
    assert counted.openable == {("PK527", "2014-Q2", "killing"): 7}
    assert counted.hidden == {("PK712", "2014-Q2", "torture")}
    assert counted.total == 8  # without the hidden cell, which could else be computed
    assert counted.left_out == 0


def test_the_agreed_table_takes_no_filter(ministry, freeze):
    snapshot = freeze(ministry)
    filtered = read_request("violations", ["district", "quarter"], ["act"], ["act=torture"])
    with scoped(ministry):
        counted = snapshot.count(filtered)
    assert (counted.total, counted.left_out) == (0, 1)


def test_the_operator_counts_everything(operator, records, count):
    assert count(operator, "violations").total == 9


def test_who_may_not_count_is_refused(house, reader, records, operator, freeze):
    snapshot = freeze(operator)
    administrator = reader("administrator", house.kp)
    with pytest.raises(NotPermitted):
        open_snapshot(administrator, snapshot.id)


def test_a_snapshot_that_is_not_there_is_refused(analyst):
    with pytest.raises(OutOfOrder):
        open_snapshot(analyst, "0" * 20)


def test_a_value_that_is_unknown_is_refused_with_those_that_are(operator, records, count):
    with pytest.raises(Refused) as refused:
        count(operator, "violations", ["act"], where=["sex=feminine"])
    assert "female" in str(refused.value)


def test_behind_a_number_stand_events_that_could_be_opened(ministry, freeze):
    snapshot = freeze(ministry)
    with scoped(ministry):
        found = snapshot.behind(read_request("violations", where=["district=PK527"]), most=5)
    assert (found.number, found.in_events, len(found.events)) == (7, 7, 5)


def test_official_lists_are_counted_by_their_rules(operator, records, count):
    counted = count(operator, "violations", ["category:mohr_2021_2023"])
    assert counted.cells == {("murder",): 8, ("unstated",): 1}


def test_imports_of_others_are_not_named_in_a_refusal(operator, house, reader, store, count):
    theirs = store(reader("analyst", house.sindh), draft("s1")).batch
    with pytest.raises(Refused) as refused:
        count(reader("analyst", house.kp), "reports", ["batch"], where=["batch=B-unknown"])
    assert theirs.reference not in str(refused.value)
