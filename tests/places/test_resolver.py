"""Free text read as a place: what is certain is taken, what is not is offered, nothing is guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

BEFORE = date(2010, 5, 1)


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("Swat", "kp_swat"),
        ("SWAT ", "kp_swat"),
        ("سوات", "kp_swat"),
        ("ضلع سوات", "kp_swat"),
        ("Swat, KPK", "kp_swat"),
        ("KP: Swat", "kp_swat"),
        ("District Swat", "kp_swat"),
        ("Distt. Swat", "kp_swat"),
        ("Lahore Punjab", "pb_lahore"),
        ("لاہور، پنجاب", "pb_lahore"),
        ("Leiah", "pb_layyah"),
        ("D.I. Khan", "kp_dera_ismail_khan"),
        ("D. I Khan", "kp_dera_ismail_khan"),
        ("DI Khan, NWFP", "kp_dera_ismail_khan"),
        ("Shaheed Sikandarabad", "ba_surab"),
        ("Kambar-Shahdadkot", "sd_qambar_shahdadkot"),
        ("Nawabshah", "sd_shaheed_benazirabad"),
        ("Korangi Karachi", "sd_korangi"),
        ("West Karachi", "sd_karachi_west"),
        ("NWFP", "kp"),
        ("KPK", "kp"),
        ("صوبہ سرحد", "kp"),
        ("Baluchistan", "ba"),
        ("AJK", "jk"),
        ("Capital", "is"),
        ("Islamabad", "is_islamabad"),
        ("Gilgit Baltistan", "gb"),
        ("Northern Areas", "gb"),
        ("Pakistan", "pk"),
        ("Khyber Agency", "kp_khyber"),
        ("Kuram Agency", "kp_kurram"),
        ("FR Kohat", "kp_kohat"),
        ("FATA", "kp"),
        ("Mingora", "kp_mingora"),
        ("Mingora Swat KPK", "kp_mingora"),
        ("Parachinar", "kp_parachinar"),
        ("Wah Cantt", "pb_wah_cantonment"),
        ("تحصیل مٹہ ضلع سوات", "kp_matta"),
        ("Gulberg, Karachi", "sd_gulberg_karachi"),
        ("Gulberg (Lahore)", "pb_gulberg_lahore"),
        ("Khanpur, Rahim Yar Khan", "pb_khanpur_rahim_yar_khan"),
        ("Hunza-Nagar, Gilgit-Baltistan", "gb_hunza_nagar"),
    ],
)
def test_a_name_is_read(gazetteer, said, key):
    found = gazetteer.resolve(said)
    assert (found.place and found.place.key, found.certain) == (key, True)


@pytest.mark.parametrize(
    ("town", "district", "province"),
    [
        ("Mingora", "PK532", "PK-KP"),
        ("Parachinar", "PK518", "PK-KP"),
        ("Miranshah", "PK525", "PK-KP"),
        ("Wana", "kp_south_waziristan_lower", "PK-KP"),
        ("Taxila", "PK630", "PK-PB"),
        ("Wah", "PK630", "PK-PB"),
        ("Darra Adam Khel", "PK514", "PK-KP"),
        ("Jamrud", "PK513", "PK-KP"),
        ("Landi Kotal", "PK513", "PK-KP"),
        ("Sehwan Sharif", "PK708", "PK-SD"),
        ("Turbat", "PK211", "PK-BA"),
        ("Rawalakot", "PK109", "PK-JK"),
        ("Chilas", "PK302", "PK-GB"),
        ("Rabwah", "PK606", "PK-PB"),
        ("Karachi", None, "PK-SD"),
        ("FATA", None, "PK-KP"),
    ],
)
def test_a_town_lies_in_its_district(gazetteer, town, district, province):
    place = gazetteer.resolve(town).place
    assert (code(gazetteer, gazetteer.district_of(place)), code(gazetteer, gazetteer.province_of(place))) == (
        district,
        province,
    )


def code(gazetteer, place):
    return gazetteer.outside_code(place) if place else None


def test_the_district_of_karachi_is_never_guessed(gazetteer):
    for said in ("Karachi", "کراچی", "karachi ", "Karachi City", "Sindh, Karachi"):
        found = gazetteer.resolve(said)
        assert (found.place.key, found.precision, found.why) == ("sd_karachi", "city", "wide")
        assert gazetteer.district_of(found.place) is None
        assert [one.key for one in found.alternatives] == [
            "sd_karachi_central",
            "sd_karachi_east",
            "sd_karachi_south",
            "sd_karachi_west",
            "sd_korangi",
            "sd_malir",
            "sd_keamari",
        ]


@pytest.mark.parametrize(
    ("said", "place", "offered"),
    [
        ("Kohistan", "kp_kohistan", {"kp_kohistan_upper", "kp_kohistan_lower", "kp_kolai_palas"}),
        ("South Waziristan", "kp_south_waziristan", {"kp_south_waziristan_upper", "kp_south_waziristan_lower"}),
        ("Chitral", "kp_chitral", {"kp_chitral_upper", "kp_chitral_lower"}),
        ("Tirah", "kp_tirah", {"kp_khyber", "kp_orakzai", "kp_kurram"}),
        ("Quetta", "ba_quetta", {"ba_quetta_east", "ba_quetta_west"}),
    ],
)
def test_a_name_of_several_districts_offers_them(gazetteer, said, place, offered):
    found = gazetteer.resolve(said)
    assert found.place.key == place
    assert {one.key for one in found.alternatives} == offered


@pytest.mark.parametrize(("said", "ground"), [("Khanpur", "pk"), ("Gulberg", "pk"), ("Dasht", "ba")])
def test_a_name_borne_by_several_falls_back_to_what_holds_them_all(gazetteer, said, ground):
    found = gazetteer.resolve(said)
    assert (found.place.key, found.certain, found.why) == (ground, False, "several")
    assert len(found.alternatives) > 1


@pytest.mark.parametrize(
    ("said", "nearest"),
    [
        ("Peshwar", "kp_peshawar"),
        ("Rawalpndi", "pb_rawalpindi"),
        ("Mirpurkas", "sd_mirpur_khas"),
        ("پیشاور", "kp_peshawar"),
    ],
)
def test_a_near_spelling_is_an_alternative_only(gazetteer, said, nearest):
    found = gazetteer.resolve(said)
    assert (found.place, found.certain, found.precision) == (None, False, "none")
    assert nearest in [one.key for one in found.alternatives]
    assert all(one.score < 1 for one in found.alternatives)


@pytest.mark.parametrize("said", ["Malakand Division", "Bannu road near Kohat", "the shrine of Sehwan in the evening"])
def test_a_place_inside_a_longer_text_is_an_alternative_only(gazetteer, said):
    found = gazetteer.resolve(said)
    assert (found.place, found.certain, found.why) == (None, False, "part")
    assert found.alternatives


@pytest.mark.parametrize("said", ["", "   ", "???", "\ufeff", "-", ","])
def test_an_empty_text_is_no_place(gazetteer, said):
    found = gazetteer.resolve(said)
    assert (found.place, found.certain, found.why, found.alternatives) == (None, False, "empty", ())


@pytest.mark.parametrize("said", ["x" * 5000, "a " * 3000, "Swat," * 5000, "Atlantis", "یہ کوئی جگہ نہیں", "12345"])
def test_what_names_no_place_gives_none(gazetteer, said):
    assert gazetteer.resolve(said).place is None


def test_what_no_place_is_called_is_kept(gazetteer):
    found = gazetteer.resolve("Mosal Kor, Mohmand Agency")
    assert (found.place.key, found.precision, found.unread) == ("kp_mohmand", "district", "Mosal Kor")
    found = gazetteer.resolve("village Dagai district Swabi")
    assert (found.place.key, found.unread) == ("kp_swabi", "village dagai")


def test_parts_that_do_not_lie_in_each_other_are_left_open(gazetteer):
    found = gazetteer.resolve("Lahore, Sindh")
    assert (found.place, found.certain, found.why) == (None, False, "contradiction")
    assert [one.key for one in found.alternatives] == ["pb_lahore", "sd"]


def test_a_district_of_another_province_is_not_taken(gazetteer):
    found = gazetteer.resolve("D.G Khan", within="kp")
    assert (found.place.key, found.certain, found.why) == ("kp", False, "elsewhere")
    assert [one.key for one in found.alternatives] == ["pb_dera_ghazi_khan"]


def test_the_stated_province_settles_a_name(gazetteer):
    assert gazetteer.resolve("Khanpur", within="sd").place.key == "sd_khanpur_shikarpur"
    assert gazetteer.resolve("Gulberg", within=gazetteer["pb_lahore"]).place.key == "pb_gulberg_lahore"


def test_a_hint_says_which_level_is_meant(gazetteer):
    assert gazetteer.resolve("Islamabad", kind_hint="province").place.key == "is"
    assert gazetteer.resolve("Islamabad", kind_hint="district").place.key == "is_islamabad"


@pytest.mark.parametrize(
    ("said", "key"),
    [
        ("South Waziristan", "fata_south_waziristan"),
        ("Khyber", "fata_khyber"),
        ("Khyber Agency", "fata_khyber"),
        ("FATA", "fata"),
        ("Kohistan", "kp_kohistan"),
        ("Chitral", "kp_chitral"),
        ("Quetta", "ba_quetta"),
        ("Taunsa", "pb_taunsa"),
        ("Wana", "kp_wana"),
        ("FR Kohat", "fata_fr_kohat"),
    ],
)
def test_a_name_belongs_to_the_unit_of_that_day(gazetteer, said, key):
    found = gazetteer.resolve(said, on=BEFORE)
    assert (found.place.key, found.certain, found.alternatives) == (key, True, ())


def test_the_same_question_gets_the_same_answer_object(gazetteer):
    first = gazetteer.resolve("Swat", on=date(2011, 1, 1))
    assert gazetteer.resolve("Swat", on=date(2011, 1, 2)) is first


NAMES = ["Swat", "Karachi", "Khanpur", "KPK", "FATA", "Islamabad", "Capital", "Gulberg", "Khyber", "سوات"]
WORDS = [*NAMES, "district", "ضلع", "agency", "near", ",", "-", "(", ")", "/"]


@given(st.lists(st.sampled_from(WORDS), max_size=8), st.sampled_from([None, "kp", "sd_karachi", "fata", "pb_lahore"]))
def test_no_answer_contradicts_itself(gazetteer, words, within):
    found = gazetteer.resolve(" ".join(words), within=within)
    assert not found.certain or found.place is not None
    assert found.precision == (found.place.level if found.place else "none")
    assert all(one.key in gazetteer for one in found.alternatives)
    if found.certain and within:
        assert gazetteer.may_lie_in(found.place, gazetteer[within])


@given(st.text(max_size=40))
def test_no_text_is_too_odd(gazetteer, said):
    found = gazetteer.resolve(said)
    assert found.said == said
