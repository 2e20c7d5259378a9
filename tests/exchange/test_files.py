"""Files are told by their content and read cell by cell as they stand; what cannot be read has one clear reason."""

import csv
import io
import json
import zipfile

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as some

from sanad.exchange.files import limits
from sanad.exchange.files.content import Kind
from sanad.exchange.files.delimited import END, HELD_RETURN
from sanad.exchange.files.tables import open_source, open_table, open_tables
from sanad.kit.refusals import Refused
from tests.exchange.conftest import CALOOCAN, SUICIDE_ATTACKS

PNG = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01"


def table_of(path, **choice):
    source = open_source(path)
    return open_tables(source, **choice)[0]


def cells_of(path, **choice):
    table = table_of(path, **choice)
    return table.columns, [row.cells for row in table.rows()]


def reason_for(path, **choice) -> str:
    with pytest.raises(Refused) as refused:
        cells_of(path, **choice)
    return refused.value.reasons[0].code


@pytest.fixture
def written(tmp_path):
    """`written(content, name)`: a file with these bytes or this text."""

    def write(content: bytes | str, name: str = "list.csv"):
        path = tmp_path / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return path

    return write


@pytest.fixture
def workbook(tmp_path):
    """`workbook({"sheet": rows}, name)`: an XLSX."""

    def make(sheets, name="list.xlsx"):
        path = tmp_path / name
        book = xlsxwriter.Workbook(path)
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            for number, row in enumerate(rows):
                sheet.write_row(number, 0, row)
        book.close()
        return path

    return make


def test_the_real_list_is_neither_utf8_nor_windows_and_is_read_with_a_note(shared):
    source = open_source(shared(SUICIDE_ATTACKS))
    table = open_tables(source)[0]
    rows = [row.cells for row in table.rows()]
    assert (source.kind, source.encoding, source.delimiter) == (Kind.DELIMITED, "cp1252", ",")
    assert [note.code for note in source.notes] == ["file.encoding_neither"]
    assert "0x90 (5×: ’)" in source.notes[0].plain()
    assert len(rows) == 492 and {len(row) for row in rows} == {26}
    assert any("Hayatabad" in cell and "Peshawar’s" in cell for row in rows for cell in row)
    assert sum(cell.count("\r") for row in rows for cell in row) == 89


def test_a_workbook_gives_text_with_true_and_false(shared):
    source = open_source(shared(CALOOCAN))
    assert source.sheet_names() == ["police killings", "unidentified assailant killings"]
    table = open_table(source, "police killings")
    assert table.columns[9] == "RiseUp for Life and Rights"
    assert next(table.rows()).cells[5:9] == ["FALSE", "TRUE", "FALSE", "FALSE"]


def test_an_old_workbook_under_a_new_name_is_read_with_a_note(shared):
    source = open_source(shared("xlsforms/odk_ifrc_distribution_site_assessment.xlsx"))
    assert source.kind is Kind.XLS
    assert [note.code for note in source.notes] == ["file.xls_named_xlsx"]


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "file.empty"),
        (b"\n \n,,\n", "file.no_rows_at_all"),
        (PNG, "file.image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01" + bytes(40), "file.image"),
        (b"%PDF-1.7\n%\xe2\xe3", "file.pdf"),
        (b"<html><table><tr><td>1", "file.markup"),
        (b"PK\x03\x04 but not more", "file.damaged"),
        (bytes(range(32)) * 20, "file.binary"),
        (b"Date,Killed\n", "file.header_only"),
        (b"Date,Killed\n,\n", "file.header_only"),
        (b"Killed,,Injured,\nMin,Max,Min,Max\n1,2,3,4\n", "file.two_header_rows"),
        (b"2014,12,33.5\n2015,3,34.1\n", "file.no_header"),
        (b'Date,Place\n2014,"Swat\n2015,Tank\n', "file.quote_unclosed"),
        (",".join(f"c{n}" for n in range(1000)).encode() + b"\n" + b"1," * 999 + b"1\n", "file.too_many_columns"),
        (b'[{"a": 1}, {"a": ', "file.json_broken"),
        (b'[{"a": 1, "a": 2}]', "file.key_twice"),
    ],
)
def test_what_is_no_table_gets_its_reason(written, content, code):
    assert reason_for(written(content)) == code


def test_a_zip_named_csv_is_no_table(tmp_path):
    path = tmp_path / "list.csv"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("inside.csv", "a,b\n1,2\n")
    assert reason_for(path) == "file.archive"


def test_a_workbook_that_unpacks_to_far_more_than_it_seems_is_refused(workbook):
    path = workbook({"a": [["x"], [1]]})
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/worksheets/sheet9.xml", b" " * 80 * limits.MEGABYTE)
    assert reason_for(path) == "file.zip_bomb"


def test_a_large_old_workbook_is_refused_with_its_limit(written, monkeypatch):
    monkeypatch.setattr(limits, "LARGEST_XLS", 100)
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") + bytes(200)
    assert reason_for(written(content, "old.xls")) == "file.xls_too_large"


def test_a_locked_workbook_is_refused(written):
    content = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600) + "EncryptedPackage".encode("utf-16-le")
    assert reason_for(written(content, "locked.xlsx")) == "file.locked"


def test_of_several_sheets_one_has_to_be_chosen(workbook):
    path = workbook({"first": [["a", "b"], ["x", 1]], "second": [["a", "b"], ["y", 2]], "empty": []})
    assert reason_for(path) == "file.sheet_not_chosen"
    assert reason_for(path, sheets=["third"]) == "file.sheet_missing"
    assert cells_of(path, sheets=["Second"])[1] == [["y", "2"]]
    assert cells_of(path, sheets=["1"])[1] == [["x", "1"]]
    assert len(open_tables(open_source(path), ["all"])) == 2


def test_values_of_formulas_are_used_and_said(tmp_path):
    path = tmp_path / "sums.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["a", "b"])
    sheet.write(1, 0, 3)
    sheet.write_formula(1, 1, "=A2*2", None, 6)
    sheet.merge_range("A4:B4", "merged")
    book.close()
    source = open_source(path)
    assert [note.code for note in source.notes] == ["file.formulas", "file.merged_cells"]
    assert cells_of(path)[1] == [["3", "6"], ["merged", ""]]


def test_days_times_and_numbers_of_a_workbook_are_plain_text(tmp_path):
    from datetime import date, datetime, time

    path = tmp_path / "types.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    day, moment, hour = (book.add_format({"num_format": f}) for f in ("dd/mm/yyyy", "dd/mm/yyyy hh:mm", "hh:mm"))
    sheet.write_row(0, 0, ["day", "moment", "hour", "number", "cnic", "yes"])
    sheet.write_datetime(1, 0, date(2017, 3, 4), day)
    sheet.write_datetime(1, 1, datetime(2017, 3, 4, 13, 30), moment)  # noqa: DTZ001 (a sheet knows no zones)
    sheet.write_datetime(1, 2, time(13, 30), hour)
    sheet.write_row(1, 3, [2.5, 3520112345671, True])
    book.close()
    expected = ["2017-03-04", "2017-03-04 13:30:00", "13:30:00", "2.5", "3520112345671", "TRUE"]
    assert cells_of(path)[1] == [expected]


def test_columns_of_one_name_are_told_apart_and_said(written):
    table = table_of(written("Name,Date,Name\na,2014,b\n"))
    assert table.columns == ["Name", "Date", "Name (2)"]
    assert [note.code for note in table.notes] == ["file.columns_twice"]


def test_a_header_below_a_title_is_found_and_said(written):
    table = table_of(written("List of killings 2016,,\n,,\nDate,Place,Killed\n2014,Swat,3\n"))
    assert table.columns == ["Date", "Place", "Killed"]
    assert [row.number for row in table.rows()] == [4]
    assert table.notes[0].code == "file.header_found"


def test_two_header_rows_are_joined_when_they_are_stated(written):
    path = written("Date,Killed,,Injured,\n,Min,Max,Min,Max\n2014,1,2,3,4\n")
    assert cells_of(path, header=(1, 2))[0] == ["Date", "Killed Min", "Killed Max", "Injured Min", "Injured Max"]


def test_names_of_columns_lose_stray_spaces_and_marks(written):
    assert cells_of(written("\ufeff Date ,  Police \u200f Station\na,b\n"))[0] == ["Date", "Police Station"]


def test_a_lone_return_stays_in_its_cell_quoted_or_not(written):
    assert cells_of(written(b'a,b\r\nx\ry,"p\rq\r\nr"\r\n'))[1] == [["x\ry", "p\rq\r\nr"]]


def test_an_old_macintosh_file_ends_its_rows_with_returns(written):
    assert cells_of(written(b"a,b\rx,1\ry,2\r"))[1] == [["x", "1"], ["y", "2"]]


def test_cells_beyond_the_header_are_marked(written):
    rows = list(table_of(written("a,b\n1x,2,3\n1x,2,\n1x\n")).rows())
    assert [(row.cells, row.beyond) for row in rows] == [(["1x", "2"], True), (["1x", "2"], False), (["1x", ""], False)]


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(written, separator):
    text = "\n".join(
        separator.join(row) for row in (["name", "date", "killed"], ["a, b", "2014", "3"], ["c", "2015", "4"])
    )
    assert table_of(written(text)).source.delimiter == separator


def test_what_excel_states_about_the_delimiter_is_believed(written):
    assert cells_of(written("sep=;\na;b\nx;1\n"))[1] == [["x", "1"]]


@pytest.mark.parametrize(
    "content",
    [
        [{"a": "x", "b": 1.10}, {"a": None, "b": True, "c": [1]}],
        {"rows": [{"a": "x", "b": 1.10}, {"a": None, "b": True, "c": [1]}]},
    ],
)
def test_objects_are_rows(written, content):
    path = written(json.dumps(content).replace("1.1", "1.10"), "list.json")
    assert cells_of(path) == (["a", "b", "c"], [["x", "1.10", ""], ["", "TRUE", '["1"]']])


def test_one_object_per_line_is_a_table_too(written):
    assert cells_of(written('{"a": "x"}\n{"a": "y"}\n'))[1] == [["x"], ["y"]]


def test_utf8_with_a_few_wrong_bytes_is_read_as_utf8_and_said(written):
    path = written(b"name,place\n" + "قتل,سوات\n".encode() * 20 + b"Peshawar\x92s,Tank\n")
    table = table_of(path)
    assert [row.cells for row in table.rows()][-1] == ["Peshawar’s", "Tank"]
    assert table.source.notes[0].code == "file.encoding_mixed"


# Lone surrogates and control characters are no text, U+FDD0 and U+FDD1 no characters; all else may stand in a cell.
no_text = ["Cs", "Cc"]
letters = some.characters(exclude_categories=no_text, exclude_characters=[HELD_RETURN, END, "\ufeff"])
letters |= some.sampled_from("\n\r\t")
cells = some.text(letters, max_size=12)
western = some.text(
    some.characters(codec="cp1252", exclude_categories=no_text) | some.sampled_from("\n\r"), max_size=12
)


def as_csv(rows, delimiter) -> str:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=delimiter, quoting=csv.QUOTE_ALL).writerows(rows)
    return text.getvalue()


def stored(rows):
    """What a reader may expect: blank rows are left out."""
    return [row for row in rows if any(row)]


@settings(deadline=None)
@given(
    some.lists(some.lists(cells, min_size=3, max_size=3), min_size=1, max_size=6),
    some.sampled_from([",", ";", "\t", "|"]),
    some.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_any_table_written_as_csv_reads_back_equal(tmp_path_factory, rows, delimiter, encoding):
    rows = [["Date", "Place", "Killed"], ["x", "y", "z"], *rows]
    path = tmp_path_factory.mktemp("any") / "list.csv"
    path.write_bytes(as_csv(rows, delimiter).encode(encoding))
    source = open_source(path, delimiter=delimiter)
    assert [row.cells for row in open_table(source, "", (1,)).rows()] == stored(rows[1:])


@settings(deadline=None)
@given(some.lists(some.lists(western, min_size=3, max_size=3), min_size=1, max_size=6))
def test_any_western_table_reads_back_equal(tmp_path_factory, rows):
    rows = [["Date", "Place", "Killed"], ["é", "ü", "ß"], *rows]
    path = tmp_path_factory.mktemp("any") / "list.csv"
    path.write_bytes(as_csv(rows, ",").encode("cp1252"))
    source = open_source(path, encoding="cp1252", delimiter=",")
    assert [row.cells for row in open_table(source, "", (1,)).rows()] == stored(rows[1:])


@settings(deadline=None)
@given(some.lists(some.lists(some.text(letters, max_size=9), min_size=3, max_size=3), min_size=1, max_size=5))
def test_any_list_of_objects_reads_back_equal(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("any") / "list.json"
    names = ["Date", "Place", "Killed"]
    path.write_text(json.dumps([dict(zip(names, row, strict=True)) for row in [["x", "y", "z"], *rows]]))
    table = open_table(open_source(path), "", (1,))
    assert [row.cells for row in table.rows()] == stored([["x", "y", "z"], *rows])


values = some.one_of(
    some.text(some.characters(exclude_categories=no_text, max_codepoint=0xFFFD), max_size=9).filter(
        lambda text: text == text.strip()
    ),
    some.integers(-(10**12), 10**12),
    some.floats(-1e9, 1e9).map(lambda number: round(number, 4)),
    some.booleans(),
    some.none(),
)


@settings(deadline=None)
@given(some.lists(some.lists(values, min_size=3, max_size=3), min_size=1, max_size=6))
def test_a_workbook_reads_the_same_whole_and_row_by_row(tmp_path_factory, rows):
    path = tmp_path_factory.mktemp("any") / "list.xlsx"
    book = xlsxwriter.Workbook(path, {"strings_to_formulas": False, "strings_to_urls": False})
    sheet = book.add_worksheet()
    for number, row in enumerate([["Date", "Place", "Killed"], ["x", "y", "z"], *rows], 2):
        sheet.write_row(number, 1, row)
    book.close()
    whole, by_rows = open_source(path), open_source(path)
    assert whole.whole is not None
    by_rows.whole = None
    tables = [open_table(source, "Sheet1", (3,)) for source in (whole, by_rows)]
    first, second = ([(row.number, row.cells) for row in table.rows()] for table in tables)
    assert first == second


def test_a_stray_cell_far_below_makes_a_small_workbook_be_read_row_by_row(tmp_path):
    path = tmp_path / "stray.xlsx"
    book = xlsxwriter.Workbook(path)
    sheet = book.add_worksheet()
    sheet.write_row(0, 0, ["Date", "Place"])
    sheet.write_row(1, 0, ["2014", "Swat"])
    sheet.write(1_048_575, 9, "stray")
    book.close()
    source = open_source(path)
    assert source.whole is None
    assert [(row.number, row.beyond) for row in open_tables(source)[0].rows()] == [(2, False), (1_048_576, True)]
