"""Rules of gatherings, without a database."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID

import pytest

from sanad.gatherings.rules.alike import Named, alike_among, persons_of
from sanad.gatherings.rules.counting import Came, counted
from sanad.gatherings.rules.kinds import SEAT_OF, State
from sanad.gatherings.rules.planning import reasons_against_door, reasons_against_plan
from sanad.institutions.rules import InstitutionKind

DAY = date(2026, 3, 10)


def person(number: int) -> UUID:
    return UUID(int=number)


def codes(reasons) -> set[str]:
    return {reason.code for reason in reasons}


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"title": ""}, {"gathering_nameless"}),
        ({"first": None, "last": None}, {"gathering_undated"}),
        ({"last": DAY - timedelta(days=1)}, {"ends_before_start"}),
        ({"last": DAY + timedelta(days=40)}, {"gathering_too_long"}),
        ({"state": State.HELD, "today": DAY - timedelta(days=1)}, {"held_before_its_day"}),
        ({}, set()),
    ],
)
def test_a_plan_says_what_it_lacks(said, why):
    plan = {"title": "Workshop", "first": DAY, "last": None, "state": State.PLANNED, "today": DAY}
    assert codes(reasons_against_plan(**{**plan, **said})) == why


def test_a_door_closes_by_itself_and_with_the_gathering():
    midnight = datetime(2026, 3, 11, tzinfo=UTC)

    def shut(state, hours):
        now = midnight + timedelta(hours=hours)
        return codes(reasons_against_door(state=state, last=DAY, now=now, end_of_last=midnight))

    assert shut(State.PLANNED, -10) == shut(State.HELD, 11) == set()
    assert shut(State.PLANNED, 12) == {"door_is_over"}
    assert shut(State.CANCELLED, -10) == {"gathering_cancelled"}


def test_one_human_being_who_signed_in_twice_is_one():
    lines = [
        Came(person(1), "female", "", "d1"),
        Came(person(1), "female", "cso", ""),
        Came(person(2), "male", "cso", "d2"),
        Came(person(3)),
    ]
    found = counted(lines)
    assert found.total == 3
    assert found.sex == {"female": 1, "male": 1, "": 1}
    assert found.seat == {"cso": 2, "": 1}
    assert found.district == {"d1": 1, "d2": 1, "": 1}
    assert sum(found.seat_by_sex.values()) == found.total


def test_nobody_is_zero_and_not_unstated():
    assert counted([]).total == 0
    assert counted([]).sex == {}


def test_two_spellings_of_one_name_are_found_and_others_are_not():
    known = [Named(person(1), "Muhammad Umar Farooq"), Named(person(2), "Zarina Khatoon")]
    new = [Named(person(3), "محمد عمر فاروق"), Named(person(4), "Zareena Khatun"), Named(person(5), "Bashir Masih")]
    found = {frozenset((one.one, one.other)) for one in alike_among(new, known, ())}
    assert found == {frozenset((person(1), person(3))), frozenset((person(2), person(4)))}


def test_what_was_decided_is_not_asked_again_and_the_old_are_not_compared_with_each_other():
    twice = [Named(person(1), "Zarina Khatoon"), Named(person(2), "Zareena Khatun")]
    assert alike_among(twice, (), [frozenset((person(1), person(2)))]) == []
    assert alike_among((), twice, ()) == []
    assert len(alike_among(twice, (), ())) == 1


def test_the_oldest_line_gives_the_person_and_undoing_gives_it_back():
    lines = [person(number) for number in (1, 2, 3, 4)]
    same = [frozenset((person(3), person(2))), frozenset((person(3), person(1)))]
    assert persons_of(lines, same) == {
        person(1): person(1),
        person(2): person(1),
        person(3): person(1),
        person(4): person(4),
    }
    assert persons_of(lines, same[:1])[person(3)] == person(2)
    assert persons_of(lines, ()) == {one: one for one in lines}


def test_every_seat_of_a_kind_of_institution_is_for_a_kind_that_there_is():
    assert set(SEAT_OF) <= {str(kind) for kind in InstitutionKind}
