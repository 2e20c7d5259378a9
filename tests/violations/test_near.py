"""How near two accounts are, as a table; no database."""

from datetime import date

import pytest

from sanad.violations.rules.near import Spot, Where, days_between, nearness

KILLING, MURDER, BEATING, HARM = 1, 2, 3, 4
TREE = {KILLING: None, MURDER: KILLING, BEATING: HARM, HARM: None}
SWAT, MINGORA, KP, MARDAN = 10, 11, 1, 20


def spot(place=MINGORA, district=SWAT, day=5, last=None, acts=(MURDER,)) -> Spot:
    first = date(2026, 3, day) if day else None
    return Spot(place, district, KP, first, date(2026, 3, last) if last else first, acts)


@pytest.mark.parametrize(
    ("known", "where", "days", "shown"),
    [
        (spot(), Where.PLACE, 0, True),
        (spot(place=SWAT, day=6), Where.DISTRICT, 1, True),
        (spot(place=SWAT, day=6, acts=(KILLING,)), Where.DISTRICT, 1, True),
        (spot(place=SWAT, day=6, acts=(BEATING,)), Where.DISTRICT, 1, False),
        (spot(place=MARDAN, district=MARDAN), Where.PROVINCE, 0, True),
        (spot(place=MARDAN, district=MARDAN, day=9), Where.PROVINCE, 4, False),
        (spot(day=20), Where.PLACE, 15, False),
        (spot(day=None), Where.PLACE, None, True),
        (spot(day=1, last=28), Where.PLACE, 0, True),
    ],
)
def test_what_is_near_is_shown(known, where, days, shown):
    found = nearness(spot(), known, TREE)
    assert (found.where, found.days, found.is_shown) == (where, days, shown)


def test_two_that_say_the_district_alone_are_near_in_the_district():
    assert nearness(spot(place=SWAT), spot(place=SWAT), TREE).where is Where.DISTRICT


def test_what_is_not_known_is_near_to_nothing():
    nothing = Spot()
    found = nearness(nothing, nothing, TREE)
    assert (found.where, found.days, found.score) == (Where.APART, None, 0)
    assert days_between(spot(day=None), spot()) is None


def test_a_like_name_tells_something_in_one_district_or_within_a_month():
    typed = spot()
    assert nearness(typed, spot(place=SWAT, day=None), TREE).may_be_of_one_person
    assert nearness(typed, spot(place=MARDAN, district=MARDAN, day=25), TREE).may_be_of_one_person
    assert not nearness(typed, Spot(province=2, first=date(2026, 3, 5)), TREE).may_be_of_one_person
