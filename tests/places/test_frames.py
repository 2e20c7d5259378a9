"""Today's units and those of the day: FATA, agencies, split districts."""

from datetime import date

import pytest

from sanad.places.rules import Gazetteer, Kind, PlaceRow, SuccessionRow

BEFORE, AFTER = date(2010, 5, 1), date(2020, 5, 1)


@pytest.mark.parametrize(
    ("key", "day", "then", "today"),
    [
        ("fata", BEFORE, "fata", "kp"),
        ("fata_khyber", BEFORE, "fata_khyber", "kp_khyber"),
        ("kp_khyber", BEFORE, "fata_khyber", "kp_khyber"),
        ("kp_khyber", AFTER, "kp_khyber", "kp_khyber"),
        ("fata_khyber", AFTER, "kp_khyber", "kp_khyber"),
        ("fata_fr_kohat", BEFORE, "fata_fr_kohat", "kp_kohat"),
        ("kp_kohat", BEFORE, "kp_kohat", "kp_kohat"),
        ("kp_south_waziristan", BEFORE, "fata_south_waziristan", "kp_south_waziristan"),
        ("kp_south_waziristan_upper", BEFORE, "fata_south_waziristan", "kp_south_waziristan_upper"),
        ("kp_kohistan", BEFORE, "kp_kohistan", "kp_kohistan"),
        ("kp_kolai_palas", BEFORE, "kp_kohistan", "kp_kolai_palas"),
        ("sd_keamari", BEFORE, "sd_karachi_west", "sd_keamari"),
        ("ba_chaman", BEFORE, "ba_killa_abdullah", "ba_chaman"),
        ("kp_dir_central", BEFORE, "kp_dir_central", "kp_dir_central"),
        ("ba_karezat", date(2022, 8, 1), "ba_karezat", "ba_pishin"),
        ("gb_nagar", date(2012, 1, 1), "gb_hunza_nagar", "gb_nagar"),
        ("gb_nagar", date(2005, 1, 1), "gb_gilgit", "gb_nagar"),
        ("kp", BEFORE, "kp", "kp"),
    ],
)
def test_a_unit_in_both_frames(gazetteer, key, day, then, today):
    place = gazetteer[key]
    assert gazetteer.in_frame(place, "then", day).key == then
    assert gazetteer.in_frame(place, "today", day).key == today


@pytest.mark.parametrize(
    ("key", "day", "district", "province"),
    [
        ("fata_khyber", BEFORE, "fata_khyber", "fata"),
        ("kp_khyber", BEFORE, "fata_khyber", "fata"),
        ("kp_khyber", AFTER, "kp_khyber", "kp"),
        ("kp_darra_adam_khel", BEFORE, "fata_fr_kohat", "fata"),
        ("kp_darra_adam_khel", AFTER, "kp_kohat", "kp"),
        ("kp_jandola", BEFORE, "fata_fr_tank", "fata"),
        ("kp_wana", BEFORE, "fata_south_waziristan", "fata"),
        ("kp_wana", AFTER, "kp_south_waziristan", "kp"),
        ("kp_peshawar", BEFORE, "kp_peshawar", "kp"),
    ],
)
def test_where_a_place_lay_on_a_day(gazetteer, key, day, district, province):
    place = gazetteer[key]
    assert gazetteer.district_of(place, "then", day).key == district
    assert gazetteer.province_of(place, "then", day).key == province
    assert gazetteer.province_of(place).key == "kp"


def test_without_a_day_then_is_today(gazetteer):
    assert gazetteer.in_frame(gazetteer["fata_khyber"], "then").key == "kp_khyber"


def test_ancestors_go_up_to_the_country(gazetteer):
    assert [one.key for one in gazetteer.ancestors(gazetteer["kp_mingora"])] == ["kp_swat", "kp", "pk"]
    assert gazetteer.ancestors(gazetteer["pk"]) == ()


def test_the_country_has_no_province(gazetteer):
    assert gazetteer.province_of(gazetteer["pk"]) is None
    assert gazetteer.district_of(gazetteer["pk"]) is None


def test_units_that_became_each_other_do_not_go_round_for_ever():
    rows = [
        PlaceRow(1, "pk", Kind.COUNTRY, None, "Pakistan"),
        PlaceRow(2, "one", Kind.DISTRICT, "pk", "One", valid_to=date(2000, 1, 1)),
        PlaceRow(3, "two", Kind.DISTRICT, "pk", "Two", valid_to=date(2001, 1, 1)),
    ]
    ring = [
        SuccessionRow("one", "two", date(2000, 1, 1), "renamed"),
        SuccessionRow("two", "one", date(2001, 1, 1), "renamed"),
    ]
    assert Gazetteer(rows, ring).in_frame(rows[1]).key == "two"


def test_codes_find_places_and_places_their_codes(gazetteer):
    assert gazetteer.by_code("ocha_2022", "PK513").key == "kp_khyber"
    assert gazetteer.by_outside_code("PK-TA").key == "fata"
    assert gazetteer.by_outside_code("sd_keamari").key == "sd_keamari"
    assert gazetteer.by_outside_code("PK999") is None
    for place in gazetteer:
        assert gazetteer.by_outside_code(gazetteer.outside_code(place)) == place
