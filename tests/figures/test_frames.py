"""Places are counted in today's map or in that of the day of the act."""

from tests.figures.conftest import draft


def test_an_agency_is_today_a_district_of_khyber_pakhtunkhwa(operator, store, count):
    store(operator, draft("1", day="2009-03-27", place="fata_khyber"), draft("2", day="2019-03-27", place="PK513"))
    assert count(operator, "violations", ["province"]).cells == {("PK-KP",): 2}
    assert count(operator, "violations", ["district"]).cells == {("PK513",): 2}


def test_then_it_was_in_fata(operator, store, count):
    store(operator, draft("1", day="2009-03-27", place="PK513"), draft("2", day="2019-03-27", place="PK513"))
    then = count(operator, "violations", ["province", "district"], frame="then")
    assert then.cells == {("PK-TA", "fata_khyber"): 1, ("PK-KP", "PK513"): 1}


def test_a_year_in_which_the_map_changed_is_in_neither_map(operator, store, count):
    store(operator, draft("1", day="2018", place="PK513"), draft("2", day="2018", place="PK712"))
    then = count(operator, "violations", ["province"], frame="then")
    assert then.cells == {("unstated",): 1, ("PK-SD",): 1}
    assert count(operator, "violations", ["province"]).cells == {("PK-KP",): 1, ("PK-SD",): 1}


def test_without_a_date_the_map_is_that_of_today(operator, store, count):
    store(operator, draft("1", day=None, place="fata_khyber"))
    assert count(operator, "violations", ["province"], frame="then").cells == {("PK-KP",): 1}
