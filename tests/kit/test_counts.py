import csv
import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.kit.counts import Range, read_count
from sanad.kit.refusals import Refused


def refused(value):
    with pytest.raises(Refused) as refusal:
        read_count(value)
    return refusal.value.reasons[0].code


@pytest.mark.parametrize("value", ["", "  ", "NA", "n/a", "N/A", "N.A.", None, "\u00a0"])
def test_an_unknown_number_of_victims_is_not_zero(value):
    assert read_count(value) is None


@pytest.mark.parametrize(
    "value, number",
    [("0", 0), ("12", 12), ("۱۲", 12), ("٣", 3), ("1,234", 1234), ("12,34,567", 1234567), (3.0, 3), ("2.0", 2), (7, 7)],
)
def test_numbers_are_read_as_they_are_written(value, number):
    assert read_count(value) == number


@pytest.mark.parametrize(
    "value, code",
    [
        ("-3", "count.negative"),
        ("\u22123", "count.negative"),
        (-1.0, "count.negative"),
        ("2.5", "count.fraction"),
        (2.5, "count.fraction"),
        ("-0.5", "count.negative"),
        ("dozens", "count.not_a_number"),
        ("12+", "count.not_a_number"),
        ("10-12", "count.not_a_number"),
        ("1,2", "count.not_a_number"),
        (float("nan"), "count.not_a_number"),
        (True, "count.not_a_number"),
        ("3520212345671", "count.too_many"),
        ("9" * 6_000, "count.too_many"),
    ],
)
def test_what_is_no_number_of_people_is_refused_with_its_reason(value, code):
    assert refused(value) == code


@given(st.text())
def test_any_text_is_read_or_refused(text):
    try:
        number = read_count(text)
    except Refused:
        return
    assert number is None or number >= 0


@given(st.integers(0, 50_000_000))
def test_a_number_reads_the_same_however_it_is_grouped(number):
    assert read_count(number) == read_count(f"{number:,}") == read_count(float(number)) == number


@pytest.mark.parametrize(
    "bounds, contradictory",
    [
        (Range(3, None, 5), False),
        (Range(5, None, 3), True),
        (Range(3, 6, 5), True),
        (Range(3, 2, None), True),
        (Range(None, None, 3), False),
        (Range(), False),
        (Range(4, 4, 4), False),
    ],
)
def test_bounds_that_contradict_each_other_are_flagged(bounds, contradictory):
    assert bounds.contradictory is contradictory


def test_the_suicide_attacks_read_as_an_independent_count_has_them(shared_data):
    file = (shared_data / "violations" / "PakistanSuicideAttacks.csv").read_bytes().decode("latin-1")
    rows = list(csv.DictReader(io.StringIO(file, newline="")))
    for column, unknown in {
        "Killed Min": 146,
        "Killed Max": 16,
        "Injured Max": 33,
        "No. of Suicide Blasts": 82,
    }.items():
        read = [read_count(row[column]) for row in rows]
        assert read.count(None) == unknown
        assert sum(filter(None, read)) == sum(int(row[column]) for row in rows if row[column].isdigit())
