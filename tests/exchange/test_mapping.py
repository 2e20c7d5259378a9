"""A mapping is YAML that a person can write; every mistake in it is said with its line."""

import pytest
from django.conf import settings

from sanad.exchange.mapping import guess
from sanad.exchange.mapping.fields import FIELDS
from sanad.exchange.mapping.guards import check_columns, check_sealed, looks_sealed
from sanad.exchange.mapping.reading import read_mapping
from sanad.exchange.mapping.writing import write_mapping
from sanad.kit.dates import FORMATS
from sanad.kit.refusals import Refused

EVENTS = """
list: blasts
row_is: event
id: No
columns:
  Date: {to: happened, dates: [d/m/Y]}
  City: place
groups:
  killed: {act: killing, min: Least, max: Most}
"""
PERSONS = """
list: killings
row_is: person
id: none
constants: {act: killing}
columns: {Date: happened, Name: name}
"""


def mistakes(text: str) -> list[tuple[str, object]]:
    with pytest.raises(Refused) as refused:
        read_mapping(text)
    return [(reason.code, reason.params.get("line")) for reason in refused.value.reasons]


@pytest.mark.parametrize("path", sorted((settings.DATA / "mappings").glob("*.yaml")), ids=lambda path: path.stem)
def test_a_shipped_mapping_is_written_back_the_same(path):
    mapping = read_mapping(path.read_text(encoding="utf-8"))
    assert read_mapping(write_mapping(mapping)) == mapping


@pytest.mark.parametrize("text", [EVENTS, PERSONS])
def test_a_mapping_is_written_back_the_same(text):
    mapping = read_mapping(text)
    assert read_mapping(write_mapping(mapping)) == mapping


def test_words_that_yaml_would_change_stay_what_they_are():
    text = (
        PERSONS
        + "sources:\n  yes: [yes, TRUE, 1]\n  no: [no, 0]\n  not_applicable: [N/A]\n  columns: {Police: police}\n"
    )
    source = read_mapping(text).sources[0]
    assert (source.yes, source.no, source.not_applicable) == (("yes", "TRUE", "1"), ("no", "0"), ("N/A",))


@pytest.mark.parametrize(
    ("text", "code", "line"),
    [
        ("list: [a", "mapping.broken", 1),
        ("", "mapping.empty", None),
        ("just words", "mapping.empty", None),
        ("list: &a x\ntitle: *a\n", "mapping.alias", 2),
        (EVENTS.replace("City: place", "City: plaice"), "mapping.field_unknown", 7),
        (EVENTS.replace("City: place", "City: place\n  City: place"), "mapping.key_twice", 8),
        (EVENTS.replace("d/m/Y", "dd.mm"), "mapping.date_format", 6),
        (EVENTS.replace("row_is: event", "row_is: thing"), "mapping.not_allowed", 3),
        (EVENTS + "colour: red\n", "mapping.key_unknown", 10),
        (EVENTS.replace("min: Least, max: Most", "means: firearm"), "mapping.group_without_column", 9),
        (EVENTS.replace("  City: place\n", "  City: place\n  Town: place\n"), "mapping.field_twice", 2),
        (EVENTS.replace("list: blasts", "list: Blasts 2014"), "mapping.list", 2),
        (EVENTS.replace("act: killing, ", ""), "mapping.no_act", 2),
        (EVENTS.replace("City: place", "City: name"), "mapping.person_in_event", 2),
        (PERSONS.replace("act: killing", "act: killing, name: Ali"), "mapping.sealed_constant", 5),
        (PERSONS + "header: first\n", "mapping.header", 7),
    ],
)
def test_a_mistake_is_said_with_its_line(text, code, line):
    assert (code, line) in mistakes(text)


def test_all_mistakes_are_said_at_once():
    text = EVENTS.replace("City: place", "City: plaice") + "colour: red\n"
    assert {code for code, _ in mistakes(text)} >= {"mapping.field_unknown", "mapping.key_unknown"}


def test_a_column_that_is_not_there_is_asked_for_by_its_near_name():
    with pytest.raises(Refused) as refused:
        check_columns(read_mapping(EVENTS), ["No", "Dates", "City", "Least", "Most"])
    assert refused.value.reasons[0].code == "mapping.column_missing_near"
    assert refused.value.reasons[0].params["near"] == "Dates"


def test_a_column_is_found_in_another_spelling():
    check_columns(read_mapping(EVENTS), ["no.", "DATE", "city ", "Least", "most"])


def test_columns_of_one_name_have_to_be_told_apart():
    with pytest.raises(Refused) as refused:
        check_columns(read_mapping(EVENTS), ["No", "Date", "City", "City (2)", "Least", "Most"])
    assert refused.value.reasons[0].code == "mapping.column_twice"


CARDS = ["35202-1234567-1", "4210112345671", "۳۵۲۰۲-۱۲۳۴۵۶۷-۱", ""]
PHONES = ["0300-1234567", "+92 300 1234567", "", ""]


@pytest.mark.parametrize(("values", "looks"), [(CARDS, "cnic"), (PHONES, "phone"), (["12", "2014-05-06", "33.71"], "")])
def test_cards_and_telephones_are_known_by_their_cells(values, looks):
    assert looks_sealed(values) == looks


@pytest.mark.parametrize(
    ("extra", "refused"),
    [
        ("", True),
        ("ignore: [Card]\n", False),
        ("columns: {Date: happened, Card: cnic}\n", False),
        ("columns: {Date: happened, Card: address}\n", False),
        ("columns: {Date: happened, Card: occupation}\n", True),
    ],
)
def test_a_column_of_cards_is_sealed_or_dropped_by_name_else_refused(extra, refused):
    base = PERSONS.replace("columns: {Date: happened, Name: name}\n", "") if "columns" in extra else PERSONS
    mapping = read_mapping(base + extra)
    samples = {"Date": ["2014"], "Name": ["Ali"], "Card": CARDS}
    if not refused:
        check_sealed(mapping, samples)
        return
    with pytest.raises(Refused) as raised:
        check_sealed(mapping, samples)
    assert raised.value.reasons[0].code == "mapping.looks_like_cnic"
    assert "35202" not in str(raised.value)


def taken(samples) -> dict[str, str]:
    return {one.column: one.role for one in guess.guess_columns(list(samples), samples, lambda kind, said: False)}


def test_columns_are_taken_for_what_their_names_and_cells_say():
    samples = {
        "Sr. No.": ["1", "2", "3"],
        "Date of Incident": ["13/05/2014", "14/05/2014", "30/06/2014"],
        "District": ["Swat", "Tank", "Swat"],
        "Killed Min": ["1", "", "3"],
        "Killed Max": ["2", "5", ""],
        "Weather": ["fair", "rain", "fair"],
    }
    assert taken(samples) == {
        "Sr. No.": "id",
        "Date of Incident": "happened",
        "District": "district",
        "Killed Min": "group:killed:min",
        "Killed Max": "group:killed:max",
        "Weather": "",
    }


def test_urdu_headers_are_taken_too():
    samples = {"تاریخ": ["13/05/2014"], "ضلع": ["سوات"], "نام": ["گل"], "شناختی کارڈ": CARDS, "عمر": ["30"]}
    expected = ["happened", "district", "name", "cnic", "age"]
    assert list(taken(samples).values()) == expected


def test_whatever_looks_like_a_card_is_taken_for_sealed_under_any_name():
    assert taken({"Reference": CARDS, "b": ["x"]})["Reference"] == "cnic"


def test_columns_of_yes_and_no_are_sources_only_together():
    alone = {"Date": ["2014"], "Verified": ["TRUE", "FALSE"]}
    assert taken(alone)["Verified"] == ""
    assert taken({**alone, "News": ["FALSE", "N/A"]})["Verified"] == "source"


def test_a_guess_makes_a_mapping_that_can_be_written_and_read():
    samples = {"No": ["1", "2"], "Date": ["13/05/2014", "14/05/2014"], "Killed": ["1", "2"], "City": ["Swat", "Tank"]}
    found = guess.guess_columns(list(samples), samples, lambda kind, said: kind == "place")
    mapping = guess.mapping_from(found, name="Blasts 2014.csv")
    assert read_mapping(write_mapping(mapping)) == mapping
    assert mapping.groups[0].best == "Killed"


def test_every_field_says_how_it_is_read():
    assert all(field.vocabulary for field in FIELDS.values() if field.shape == "code")


def test_every_field_and_date_format_is_documented():
    page = (settings.BASE / "docs" / "operating" / "import.md").read_text(encoding="utf-8")
    missing = [name for name in (*FIELDS, *FORMATS) if f"`{name}`" not in page]
    assert missing == []
