"""From a row to reports: what is stated is kept as stated, doubts are said, nothing is repaired."""

from datetime import date

import pytest

from sanad.exchange.drafting.lists import ListReader
from sanad.exchange.mapping.reading import read_mapping
from sanad.kit.dates import PartialDate
from sanad.kit.refusals import Refused

TODAY = date(2026, 1, 1)
EVENTS = """
list: blasts
row_is: event
id: No
columns:
  Date: {to: happened, dates: [d/m/Y, iso]}
  Province: {to: province, optional: true}
  District: {to: district, optional: true}
  City: {to: place, optional: true}
  Latitude: {to: latitude, optional: true}
  Longitude: {to: longitude, optional: true}
  Kind: {to: kind_of_place, optional: true}
  Note: {to: summary, optional: true}
groups:
  killed: {act: killing, min: Least, max: Most, named: Names, optional: true}
"""
PERSONS = """
list: people
row_is: person
id: No
columns:
  Date: {to: happened, dates: [d/m/Y, iso], optional: true}
  Act: act
  Sex: {to: sex, optional: true}
  Age: {to: age, optional: true}
  Name: {to: name, optional: true}
  Phone: {to: phone, optional: true}
  Work: {to: occupation, optional: true}
  Accused: {to: perpetrator_name, split: ",", optional: true}
  By: {to: perpetrator_type, optional: true}
"""


@pytest.fixture
def drafted(registers, tmp_path):
    """`drafted(mapping, text)`: the rows of a CSV with this text."""

    def draft(mapping: str, text: str):
        path = tmp_path / "list.csv"
        path.write_text(text, encoding="utf-8")
        return list(ListReader(path, read_mapping(mapping), registers, today=TODAY).drafted())

    return draft


def codes(row) -> list[str]:
    return [finding.reason.code for finding in row.findings]


@pytest.fixture
def event(drafted):
    """`event(Date="13/05/2014", Least="1")`: one row of events."""

    def draft(**cells):
        cells = {"No": "1", "Date": "13/05/2014", "Least": "", "Most": "", **cells}
        quoted = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells.values())
        return drafted(EVENTS, ",".join(cells) + "\n" + quoted + "\n")[0]

    return draft


@pytest.fixture
def person(drafted):
    """`person(Age="about 30")`: one row of persons."""

    def draft(**cells):
        cells = {"No": "1", "Act": "killing", **cells}
        quoted = ",".join('"' + cell + '"' for cell in cells.values())
        return drafted(PERSONS, ",".join(cells) + "\n" + quoted + "\n")[0]

    return draft


def size(row):
    group = row.drafts[0].mentions[0]
    return group.min_size, group.max_size


@pytest.mark.parametrize(
    ("least", "most", "stored"),
    [
        ("", "15", (None, 15)),
        ("0", "0", (0, 0)),
        ("", "", (None, None)),
        ("۱۲", "۱۵", (12, 15)),
        ("N/A", "3", (None, 3)),
    ],
)
def test_a_blank_bound_is_unknown_and_zero_is_zero(event, least, most, stored):
    row = event(Least=least, Most=most)
    assert size(row) == stored and row.findings == []


def test_least_above_most_is_kept_as_given_and_flagged(event):
    row = event(Least="5", Most="3")
    assert size(row) == (5, 3)
    assert codes(row) == ["size.contradictory"]


@pytest.mark.parametrize(
    ("cells", "code"),
    [
        ({"Least": "-3"}, "count.negative"),
        ({"Least": "many"}, "count.not_a_number"),
        ({"Date": "31/02/2014"}, "date.impossible"),
        ({"Date": "soon"}, "date.unreadable"),
        ({"Date": "13/05/2026"}, "date.future"),
        ({"No": ""}, "row.no_id"),
        ({"No": "Total", "Least": "493"}, "row.total"),
        ({"No": "کل", "Least": "493"}, "row.total"),
    ],
)
def test_a_row_is_refused_with_its_reason(event, cells, code):
    row = event(**cells)
    assert row.refused and row.drafts == []
    assert code in codes(row)


def test_a_date_that_is_not_stated_is_not_made_up(event):
    assert event(Date="").drafts[0].acts[0].happened is None


def test_a_place_is_read_within_its_district_and_province(event):
    row = event(Province="KPK", District="Swat", City="Mingora")
    act = row.drafts[0].acts[0]
    assert row.findings == [] and act.place is not None
    assert (act.place_said, act.place_precision) == ("Mingora, Swat, KPK", "city")


def test_an_unknown_place_is_kept_as_said(event):
    row = event(Province="KPK", City="Lundun Kot")
    act = row.drafts[0].acts[0]
    assert act.place_said == "Lundun Kot, KPK" and act.place_precision == "province"
    assert codes(row)[0] in ("place.unknown", "place.unknown_near")


def test_a_district_of_another_province_is_flagged_and_not_moved(event, registers):
    row = event(Province="Sindh", District="Swat")
    assert codes(row) == ["place.elsewhere"]
    sindh = registers.place("Sindh", within=None, level="province", on=None)
    assert row.drafts[0].acts[0].place == sindh.id


def test_coordinates_outside_of_the_stated_place_are_flagged_and_sealed_as_given(event):
    row = event(Province="Sindh", City="Karachi", Latitude="34.0043", Longitude="71.5448")
    assert codes(row) == ["place.point_outside"]
    assert row.drafts[0].acts[0].sealed == {"latitude": 34.0043, "longitude": 71.5448}


def test_what_cannot_be_a_coordinate_is_never_repeated_in_a_reason(event):
    row = event(Latitude="house of Ali", Longitude="71")
    assert codes(row) == ["place.not_coordinate", "place.half_point"]
    assert all("Ali" not in finding.reason.plain() for finding in row.findings)


def test_an_unknown_code_is_kept_in_the_sealed_row_and_not_stated(event):
    row = event(Kind="Moon base")
    assert codes(row) == ["code.unknown"]
    assert row.drafts[0].acts[0].kind_of_place is None
    assert row.drafts[0].raw["Kind"] == "Moon base"


def test_a_turned_direction_is_not_read_and_said(event):
    row = event(Kind="\u202emosque\u202c")
    assert codes(row) == ["text.controls"]
    assert row.drafts[0].acts[0].kind_of_place is not None


def test_a_cell_that_begins_with_an_equals_sign_is_text(event):
    row = event(Note="=HYPERLINK(1)")
    assert row.drafts[0].summary == "=HYPERLINK(1)"
    assert codes(row) == ["text.formula"]


def among_others(line: str, columns: str) -> str:
    """The line after enough others that its column does not look sealed as a whole."""
    return "\n".join([columns, *(f"{number},plain" for number in range(100, 120)), line]) + "\n"


def test_a_telephone_number_is_not_let_into_the_readable_summary(drafted):
    row = drafted(
        EVENTS.replace("Date:", "When:").replace("happened,", "happened, optional: true,"),
        among_others("1,call 0300-1234567 at night", "No,Note"),
    )[-1]
    assert row.drafts[0].summary == "" and codes(row) == ["text.number_withheld"]
    assert row.drafts[0].raw["Note"] == "call 0300-1234567 at night"
    assert all("0300" not in finding.reason.plain() for finding in row.findings)


def test_a_name_that_the_row_seals_is_not_let_into_its_readable_texts(event, person):
    row = event(Note="Gul Bibi was shot, says the paper", Least="1", Most="1", Names="Gul Bibi")
    assert row.drafts[0].summary == "" and codes(row) == ["text.name_withheld"]
    assert row.drafts[0].raw["Note"] == "Gul Bibi was shot, says the paper"
    row = person(Name="Sher Khan", Work="driver of SHER KHAN transport")
    assert row.drafts[0].mentions[0].occupation == "" and codes(row) == ["text.name_withheld"]
    assert all("Sher" not in finding.reason.plain() for finding in row.findings)


def test_a_number_in_an_open_column_is_not_repeated_in_a_reason(drafted):
    mapping = PERSONS.replace("  Act: act\n", "").replace("columns:", "constants: {act: killing}\ncolumns:")
    row = drafted(mapping, among_others("1,35202-1234567-1", "No,Sex"))[-1]
    assert row.findings and all("35202" not in finding.reason.plain() for finding in row.findings)


def test_named_victims_are_members_of_the_group(event):
    row = event(Least="12", Most="12", Names="Gul; Sher")
    _group, *members = row.drafts[0].mentions
    assert [one.part_of for one in members] == ["killed", "killed"]
    assert [one.sealed for one in members] == [{"name": "Gul"}, {"name": "Sher"}]
    assert len(row.drafts[0].acts) == 3


def test_the_same_id_twice_in_a_file_is_refused_the_second_time(drafted):
    rows = drafted(EVENTS, "No,Date,Least,Most\n1,13/05/2014,1,1\n1,14/05/2014,2,2\n")
    assert [row.refused for row in rows] == [False, True]
    assert codes(rows[1]) == ["row.id_twice"]


def test_a_header_that_comes_again_and_cells_that_moved_are_refused(drafted):
    text = "No,Date,Least,Most\nNo,Date,Least,Most\n1,13/05/2014,1,1,2\n"
    assert [codes(row) for row in drafted(EVENTS, text)] == [["row.header_again"], ["row.too_wide"]]


@pytest.mark.parametrize(
    ("said", "bounds"),
    [("12-15", (12, 15)), ("9 months", (0, 0)), ("about 30", (30, 30)), ("minor", (None, 17)), ("", (None, None))],
)
def test_ages_are_kept_as_said_with_their_bounds(person, said, bounds):
    mention = person(Age=said).drafts[0].mentions[0]
    assert (mention.age_min, mention.age_max, mention.age_said) == (*bounds, said)


def test_an_age_that_cannot_be_read_is_kept_as_said(person):
    row = person(Age="thirtyish")
    assert codes(row) == ["age.unreadable"]
    assert row.drafts[0].mentions[0].age_said == "thirtyish"


def test_an_act_that_nobody_knows_refuses_the_row(person):
    assert codes(person(Act="sorcery")) == ["act.unknown"]
    assert codes(person(Act="")) == ["row.no_act"]


def test_four_perpetrators_are_four_involvements_in_one_act(person):
    draft = person(Accused="A, B, C, D", By="family").drafts[0]
    assert len(draft.acts) == 1 and len(draft.involvements) == 4
    assert {one.act for one in draft.involvements} == {draft.acts[0].key}
    assert sum(one.role == "perpetrator" for one in draft.mentions) == 4


def test_nobody_is_chosen_where_no_perpetrator_is_said(person):
    assert person().drafts[0].involvements == ()


def test_names_and_numbers_go_to_the_sealed_values_only(person):
    draft = person(Name="Gul Bibi", Phone="0300-1234567").drafts[0]
    assert draft.mentions[0].sealed == {"name": "Gul Bibi", "phone": "0300-1234567"}
    assert "Gul" not in draft.summary


SOURCES = """
list: by_source
row_is: person
id: No
constants: {act: killing}
columns: {Date: {to: happened, dates: [Mon-Y]}}
sources:
  yes: ["TRUE", "1"]
  no: ["FALSE", "0"]
  not_applicable: [N/A]
  columns: {Police: police, News: newspaper, Church: religious_body}
"""


def test_each_source_that_says_yes_gives_a_report_of_the_same_event(drafted):
    row = drafted(SOURCES, "No,Date,Police,News,Church\n7,Jan-2017,TRUE,1,N/A\n")[0]
    assert [one.external_id for one in row.drafts] == ["7/police", "7/news"]
    assert {one.event_key for one in row.drafts} == {"7"}
    assert {one.mentions[0].key for one in row.drafts} == {"victim"}
    assert row.drafts[0].acts[0].happened == PartialDate(2017, 1)


def test_not_applicable_is_never_no_and_blank_is_neither(drafted):
    row = drafted(SOURCES, "No,Date,Police,News,Church\n7,Jan-2017,TRUE,,N/A\n8,Jan-2017,TRUE,FALSE,maybe\n")
    assert row[0].drafts[0].listed == {"police": "yes", "church": "not_applicable"}
    assert row[1].drafts[0].listed == {"police": "yes", "news": "no"}
    assert codes(row[1]) == ["source.unknown_answer"]


def test_where_no_source_says_yes_the_list_itself_is_the_source_or_the_row_is_refused(drafted):
    text = "No,Date,Police,News,Church\n7,Jan-2017,FALSE,FALSE,N/A\n"
    assert [one.external_id for one in drafted(SOURCES, text)[0].drafts] == ["7/by_source"]
    assert codes(drafted(SOURCES + "no_source: refuse\n", text)[0]) == ["row.no_source"]


def test_a_mapping_with_a_code_that_the_site_does_not_have_is_refused_with_its_line(drafted):
    with pytest.raises(Refused) as refused:
        drafted(SOURCES.replace("act: killing", "act: slaying"), "No,Date,Police,News,Church\n7,Jan-2017,1,1,1\n")
    assert refused.value.reasons[0].code == "mapping.code_unknown"
    assert refused.value.reasons[0].params["line"] == 5


def test_a_date_without_ids_still_gives_reports(drafted):
    rows = drafted(EVENTS.replace("id: No", "id: none"), "No,Date,Least,Most\n1,13/05/2014,1,1\n")
    assert rows[0].drafts[0].external_id == ""


def test_the_memory_for_a_list_does_not_grow_with_its_length(registers, tmp_path):
    import tracemalloc

    path = tmp_path / "long.csv"
    mapping = read_mapping(EVENTS.replace("id: No", "id: none"))

    def peak(rows: int) -> int:
        with path.open("w") as file:
            file.write("No,Date,City,Least,Most,Note\n")
            file.writelines(f"{number},13/05/2014,Swat,1,2,a note that is {number} long\n" for number in range(rows))
        tracemalloc.start()
        for _row in ListReader(path, mapping, registers, today=TODAY).drafted():
            pass
        used = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return used

    peak(2_000)  # what is remembered once is there now
    assert peak(12_000) < peak(2_000) + 3 * 2**20
