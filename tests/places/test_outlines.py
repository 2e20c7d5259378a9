"""Outlines: which district holds a point, and the paths of a map."""

import gzip
import random
import re
import time

import pytest

from sanad.places import outlines, shapes
from sanad.places.rules.polygons import outline

SQUARE = [(0.0, 0.0), (4.0, 0.0), (4.0, 4.0), (0.0, 4.0)]
HOLE = [(1.0, 1.0), (1.0, 3.0), (3.0, 3.0), (3.0, 1.0)]


@pytest.mark.parametrize(
    ("latitude", "longitude", "inside"),
    [(0.5, 0.5, True), (2, 2, False), (3.5, 2, True), (5, 2, False), (2, -1, False), (2, 4.5, False)],
)
def test_a_point_in_a_square_with_a_hole(latitude, longitude, inside):
    assert outline([SQUARE, HOLE]).holds(latitude, longitude) is inside


def test_a_point_just_outside_touches():
    square = outline([SQUARE])
    assert not square.holds(2, 4.004)
    assert square.holds_or_touches(2, 4.004, 0.005)
    assert not square.holds_or_touches(2, 4.006, 0.005)
    assert not square.holds_or_touches(4.1, 4.1, 0.005)


def test_an_outline_without_rings_is_a_mistake():
    with pytest.raises(ValueError, match="at least one ring"):
        outline([])


@pytest.mark.parametrize(
    ("latitude", "longitude", "key"),
    [
        (34.0151, 71.5249, "kp_peshawar"),
        (31.5204, 74.3587, "pb_lahore"),
        (33.6844, 73.0479, "is_islamabad"),
        (30.1798, 66.9750, "ba_quetta"),
        (33.8990, 70.1000, "kp_kurram"),
        (28.6139, 77.2090, None),  # Delhi
        (24.0, 64.0, None),  # the sea
        (0.0, 0.0, None),
        (float("nan"), 70.0, None),
        (float("inf"), 70.0, None),
    ],
)
def test_the_district_of_a_point(latitude, longitude, key):
    assert outlines.place_at(latitude, longitude) == key


@pytest.mark.parametrize(
    ("key", "inside"),
    [
        ("kp_peshawar", True),
        ("kp_hayatabad", True),
        ("kp", True),
        ("fata", True),  # today in Khyber Pakhtunkhwa
        ("kp_swat", False),
        ("pb", False),
        ("sd_karachi", False),
        ("kp_tirah", False),
    ],
)
def test_whether_a_point_of_peshawar_lies_in_the_stated_place(gazetteer, key, inside):
    assert outlines.within_district(34.0151, 71.5249, gazetteer[key], gazetteer) is inside


def test_units_without_an_outline_use_that_of_the_one_they_lie_in(gazetteer):
    wana = (32.2989, 69.5725)
    for key in ("kp_wana", "kp_south_waziristan_lower", "kp_south_waziristan", "fata_south_waziristan"):
        assert outlines.within_district(*wana, gazetteer[key], gazetteer) is True
    assert outlines.within_district(35.85, 71.78, gazetteer["kp_chitral"], gazetteer) is True  # in one of its halves
    assert outlines.within_district(24.86, 67.01, gazetteer["sd_karachi"], gazetteer) is True
    assert outlines.within_district(30.0, 70.0, gazetteer["pk"], gazetteer) is None


def test_a_hundred_thousand_points_take_seconds(gazetteer):
    """About one second on two cores with little other load."""
    dice = random.Random(7)
    places = [gazetteer[key] for key in outlines.drawn("district")]
    points = [(dice.uniform(23.5, 37.0), dice.uniform(61.0, 77.0)) for _ in range(10_000)]
    outlines.place_at(30.0, 70.0)
    began = time.process_time()
    for number, (latitude, longitude) in enumerate(points):
        outlines.within_district(latitude, longitude, places[number % len(places)], gazetteer)
        outlines.place_at(latitude, longitude)
    assert time.process_time() - began < 1.0


def test_every_district_has_a_path_and_the_map_is_light(gazetteer):
    drawing = shapes.shapes(gazetteer)
    assert len(drawing.shapes) == 156
    assert drawing.shapes["PK513"].name_ur == "خیبر"
    assert all(re.fullmatch(r"(M\d+ \d+l[-\d ]+z)+", shape.d) for shape in drawing.shapes.values())
    paths = "".join(shape.d for shape in drawing.shapes.values())
    assert len(gzip.compress(paths.encode())) < 18_000
    assert "OpenStreetMap" in drawing.attribution


def test_paths_stay_within_the_view_box(gazetteer):
    width, height = map(int, shapes.VIEW_BOX.split()[2:])
    for shape in shapes.shapes(gazetteer).shapes.values():
        for x, y in _points(shape.d):
            assert 0 <= x <= width and 0 <= y <= height


def _points(path):
    for start, moves in re.findall(r"M(\d+ \d+)l([-\d ]+)z", path):
        x, y = map(int, start.split())
        yield x, y
        numbers = [int(number) for number in re.findall(r"-?\d+", moves)]
        for dx, dy in zip(numbers[::2], numbers[1::2], strict=True):
            x, y = x + dx, y + dy
            yield x, y


def test_districts_without_a_path_say_who_holds_them(gazetteer):
    apart = shapes.shapes(gazetteer).without_shape
    assert apart["PK218"].drawn_in == "PK228"  # Lehri in Sibi
    assert apart["kp_swat_upper"].drawn_in == "PK532"
    assert apart["ba_quetta_east"].drawn_in == "PK226"
    assert len(apart) == 26


def test_the_map_of_before_2018_shows_agencies(gazetteer):
    then = shapes.shapes(gazetteer, "district", "then").shapes
    assert "fata_khyber" in then and "PK513" not in then and len(then) == 156
    provinces = shapes.shapes(gazetteer, "province", "then").shapes
    assert list(provinces)[-1] == "PK-TA"  # drawn last, on top of the province around it
    assert list(shapes.shapes(gazetteer, "province").shapes) == [
        "PK-BA", "PK-GB", "PK-IS", "PK-JK", "PK-KP", "PK-PB", "PK-SD"
    ]  # fmt: skip
