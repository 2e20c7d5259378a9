"""Files that were made to break their reader: refused with a reason, never more."""

import pytest

from sanad.exchange.files.tables import open_source
from sanad.kit.refusals import Refused
from tests.faults.hostile import half_files, workbook


def read(path) -> list[list[str]]:
    source = open_source(path)
    return [row for sheet in source.sheet_names() for row in source.rows(sheet)]


@pytest.fixture
def file(tmp_path):
    def make(content: bytes, name="list.csv"):
        path = tmp_path / name
        path.write_bytes(content)
        return path

    return make


@pytest.mark.parametrize("content", [b'{"a":' * 100_000, b"[" + b'{"a":[' * 50_000])
def test_brackets_without_end_are_refused(file, content):
    with pytest.raises(Refused):
        read(file(content))


def test_what_no_database_takes_is_not_read(file):
    rows = read(file(b'[{"a\\u0000":"\\ud800x","b":["\\udfff"]}]'))
    assert rows == [["a", "b"], ["\ufffdx", '["\ufffd"]']]


def test_a_workbook_with_changed_bytes_is_refused_wherever_they_are(file):
    book = workbook("<worksheet><sheetData/></worksheet>")
    for at in range(0, len(book), 7):
        broken = bytes(byte ^ 0x55 if n in (at, at + 1) else byte for n, byte in enumerate(book))
        try:
            read(file(broken, "a.xlsx"))
        except Refused as refusal:
            assert refusal.reasons


def test_half_files_are_refused_or_read(file):
    for one in half_files():
        try:
            read(file(one.content))
        except Refused as refusal:
            assert refusal.reasons
