"""A table taken out says by whom and when, and no cell of it is ever calculated."""

import io
import unicodedata
from datetime import UTC, datetime

import openpyxl
import pytest

from sanad.figures.presenting.sheets import Taken, as_csv, as_xlsx, safe

FORMULAS = [
    "=1+1",
    "+92 300 1234567",
    "-1+1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    " =1",
    "＝1+1",
    "＋1",
    "－1+2",
    "＠a",
]
AT = datetime(2026, 3, 4, 9, 30, tzinfo=UTC)


@pytest.mark.parametrize("text", [*FORMULAS, "\u200e=1", "\ufeff=1"])
def test_what_a_sheet_would_calculate_begins_with_an_apostrophe(text):
    assert safe(text) == f"'{text}"


@pytest.mark.parametrize("text", ["Peshawar", "5–12", "-4", "قتل", "a=b", "3 = 3"])
def test_other_text_stays(text):
    assert safe(text) == text


def test_numbers_stay_numbers():
    assert (safe(-3), safe(None), safe(0)) == (-3, None, 0)


class Snapshot:
    """As little of one as a sheet asks for."""

    id, made_at = "=s1", AT


@pytest.fixture
def counted(monkeypatch):
    """A table whose every word begins like a formula."""
    from sanad.figures.presenting import sheets

    monkeypatch.setattr(sheets, "about", lambda snapshot, counted, taken: [("=about", "+about"), *taken.lines()])
    monkeypatch.setattr(sheets, "heads", lambda counted: ["@head", "－head"])
    monkeypatch.setattr(sheets, "lines", lambda counted: iter([["=cmd|' /C calc'!A0", 4], ["＝x", None]]))


def test_no_cell_of_a_csv_is_a_formula(counted):
    text = as_csv(Snapshot, None, Taken("=Amna", "Swat", AT, "=why")).decode("utf-8-sig")
    for line in text.splitlines():
        for cell in line.replace('"', "").split(","):
            assert not unicodedata.normalize("NFKC", cell).startswith(("=", "+", "@")), line


def test_no_cell_of_a_workbook_is_a_formula_and_its_properties_say_who(counted):
    book = openpyxl.load_workbook(
        io.BytesIO(as_xlsx(Snapshot, None, Taken("Amna Bibi", "Swat", AT, "For the minister")))
    )
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
    assert {cell.data_type for cell in cells} <= {"s", "n"}
    assert book.properties.creator == "Amna Bibi"
    said = [cell.value for cell in cells]
    assert any("Amna Bibi, Swat" in str(value) for value in said)
    assert any("2026" in str(value) for value in said)
    assert "For the minister" in said
