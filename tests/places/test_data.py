"""The seed files: complete, in both languages, and free of what may not be shipped."""

import csv
import json
from collections import Counter

import pytest

from sanad.places import seed
from sanad.places.outlines import drawn
from sanad.places.rules.rows import DISTRICTS, Kind, squash

DISTRICT_ROWS = [one for one in seed.places() if one.kind in DISTRICTS]


def test_there_are_182_districts_and_those_before_them():
    kinds = Counter(one.kind for one in seed.places())
    coded = [one for one in DISTRICT_ROWS if "ocha_2022" in one.codes]
    former = {"kp_chitral", "kp_kohistan", "kp_dir", "gb_hunza_nagar"}
    later = [one for one in DISTRICT_ROWS if one.kind is Kind.DISTRICT and not one.codes and one.key not in former]
    assert (len(coded), len(later)) == (160, 22)
    assert kinds[Kind.DISTRICT] == 182 + len(former)
    assert (kinds[Kind.AGENCY], kinds[Kind.FRONTIER_REGION]) == (7, 6)


def test_provinces_carry_their_iso_codes():
    codes = {one.codes["iso_3166_2"] for one in seed.places() if one.kind in ("province", "territory")}
    assert codes == {"PK-BA", "PK-KP", "PK-PB", "PK-SD", "PK-IS", "PK-JK", "PK-GB", "PK-TA"}


def test_keys_and_codes_are_unique():
    keys = Counter(one.key for one in seed.places())
    codes = Counter(pair for one in seed.places() for pair in one.codes.items())
    assert [key for key, times in (keys | codes).items() if times > 1] == []


def test_what_is_pointed_to_is_there():
    keys = {one.key for one in seed.places()}
    pointed = {key for one in seed.places() for key in (one.parent, one.former_parent, *one.parts) if key}
    pointed |= {key for one in seed.successions() for key in (one.predecessor, one.successor)}
    assert pointed <= keys


def test_every_place_has_its_name_in_clean_urdu():
    for one in seed.places():
        assert one.name_ur, one.key
        names = [one.name_ur, *(name.name for name in one.names if name.language == "ur")]
        assert not set("".join(names)) & set("يكىةە\u200c\u00a0"), one.key
        assert all("\u0600" <= letter <= "\u06ff" or letter == " " for letter in one.name_ur if letter not in "()"), (
            one.key
        )


def test_an_ended_unit_became_something_on_that_day():
    ends = {one.key: one.valid_to[0] for one in seed.places() if one.valid_to}
    became = {one.predecessor: one.happened for one in seed.successions() if one.kind != "carved"}
    assert ends == became


def test_a_unit_begins_when_it_came_from_another():
    begins = {one.key: one.valid_from[0] for one in seed.places() if one.valid_from}
    for one in seed.successions():
        if one.kind != "merged":
            assert begins[one.successor] == one.happened, one.successor


def test_no_district_has_the_name_of_another_that_holds():
    holding = [one for one in DISTRICT_ROWS if one.valid_to is None]
    names = Counter(key for one in holding for key in {squash(one.name_en), squash(one.name_ur)})
    assert [name for name, times in names.items() if times > 1] == []


def test_nothing_is_shipped_whose_licence_is_not_clear():
    for path in sorted(seed.FOLDER.rglob("*")):
        if path.suffix in (".csv", ".geojson"):
            text = path.read_text(encoding="utf-8")
            assert "pop_2023" not in text and "transgender" not in text, path.name
            if path.suffix == ".geojson":
                assert "name_ur" not in text, path.name


def test_outlines_are_small_and_name_their_source():
    files = sorted((seed.FOLDER / "geometry").glob("*.geojson"))
    assert sum(path.stat().st_size for path in files) <= 400_000
    for path in files:
        content = json.loads(path.read_text(encoding="utf-8"))
        assert "OpenStreetMap contributors" in content["attribution"]
        assert content["licence"] == "ODbL-1.0"


def test_every_district_of_today_is_drawn_or_lies_in_one_that_is():
    districts = drawn("district")
    shown = set(districts) | {inner for one in districts.values() for inner in one.includes}
    missing = {one.key for one in DISTRICT_ROWS if one.kind is Kind.DISTRICT} - shown
    assert missing == {"kp_chitral", "kp_kohistan", "kp_dir", "gb_hunza_nagar"}  # ended before 2023
    assert (len(districts), len(drawn("province"))) == (156, 7)


@pytest.fixture(scope="module")
def reference(shared_data):
    with (shared_data / "places" / "pk_admin.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_every_name_of_the_reference_list_is_read_as_its_district(gazetteer, reference):
    for row in reference:
        place = gazetteer.by_outside_code(row["pcode"])
        for name in filter(None, (row["name_en"], *row["alt_names"].split("|"))):
            found = gazetteer.resolve(name, kind_hint={"1": "province", "2": "district"}.get(row["level"]))
            assert found.place is not None and found.certain, name
            if place is not None and name not in ("Chitral",):  # an ended district of its own here
                assert found.place == place, name
