"""A real list in many hands' spelling: 492 suicide attacks, 1995 to 2017."""

import calendar
import re
from collections import Counter
from datetime import date

import pytest

from sanad.places import outlines, queries
from sanad.places.actions import load_pack


class Operator:
    user_id = None
    name = "operator"


def day_of(row):
    month, day, year = re.findall(r"\w+", row["Date"])[1:]
    return date(int(year), list(calendar.month_name).index(month), int(day))


def read(gazetteer, row):
    province = gazetteer.resolve(row["Province"], on=day_of(row), kind_hint="province")
    return province, gazetteer.resolve(row["City"], within=province.place, on=day_of(row))


@pytest.mark.parametrize(
    ("said", "then", "today"),
    [
        ("KPK", "PK-KP", "PK-KP"),
        ("FATA", "PK-TA", "PK-KP"),
        ("Fata", "PK-TA", "PK-KP"),
        ("Capital", "PK-IS", "PK-IS"),
        ("Balochistan", "PK-BA", "PK-BA"),
        ("Baluchistan", "PK-BA", "PK-BA"),
        ("AJK", "PK-JK", "PK-JK"),
        ("Punjab", "PK-PB", "PK-PB"),
        ("Sindh", "PK-SD", "PK-SD"),
    ],
)
def test_every_way_to_write_a_province_is_read(gazetteer, attacks, said, then, today):
    days = [day_of(row) for row in attacks if row["Province"] == said]
    assert days
    for day in days:
        found = gazetteer.resolve(said, on=day, kind_hint="province")
        assert found.certain
        assert gazetteer.outside_code(gazetteer.in_frame(found.place, "then", day)) == then
        assert gazetteer.outside_code(gazetteer.in_frame(found.place)) == today


def test_459_of_492_rows_name_one_district(gazetteer, attacks):
    left: Counter = Counter()
    for row in attacks:
        _, found = read(gazetteer, row)
        if not (found.certain and gazetteer.district_of(found.place)):
            left[row["City"].strip().lower(), row["Province"], found.why] += 1
    assert left == {
        ("karachi", "Sindh", "wide"): 29,
        ("tirah valley", "FATA", "wide"): 1,
        ("d.g khan", "KPK", "elsewhere"): 3,
    }
    assert len(attacks) - left.total() == 459


def test_all_93_pairs_of_city_and_province_are_understood(gazetteer, attacks):
    pairs = {(row["City"].strip().lower(), row["Province"].strip().lower()) for row in attacks}
    whys = Counter(read(gazetteer, row)[1].why for row in attacks)
    assert len({row["City"] for row in attacks}) == 93
    assert len(pairs) > 60
    assert set(whys) == {"name", "parts", "wide", "elsewhere"}


def test_attacks_before_2018_fell_in_agencies(gazetteer, attacks):
    then = Counter()
    for row in attacks:
        _, found = read(gazetteer, row)
        unit = gazetteer.district_of(found.place, "then", day_of(row)) if found.place else None
        then[unit.key if unit else None] += 1
    assert then["fata_khyber"] == 15
    assert then["fata_north_waziristan"] == 24
    assert then["fata_south_waziristan"] == 11
    assert then["fata_fr_kohat"] == 6  # Darra Adam Khel
    assert then["kp_khyber"] == 0


@pytest.mark.django_db
def test_tehsils_of_a_pack_change_no_answer(gazetteer, attacks, loaded, shared_data):
    load_pack(shared_data / "places" / "pk_tehsils_census2023.csv", by=Operator())
    for row in attacks:
        assert read(queries.gazetteer(), row)[1].place.key == read(gazetteer, row)[1].place.key, row["City"]


def coordinates(row):
    try:
        return float(row["Latitude"]), float(row["Longitude"])
    except ValueError:
        return None


def test_coordinates_agree_with_the_stated_province_in_484_of_489_rows(gazetteer, attacks):
    outside = Counter()
    located = [(row, point) for row in attacks if (point := coordinates(row))]
    for row, point in located:
        province, _ = read(gazetteer, row)
        if not outlines.within_district(*point, province.place, gazetteer):
            outside[row["City"].strip()] += 1
    assert len(located) == 489
    assert outside == {"D.G Khan": 3, "Taftan": 1, "Quetta": 1}
