from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.kit.dates import PartialDate
from sanad.kit.refusals import Refused

MARKS = st.sampled_from(["", "~", "?", "%"])


@st.composite
def points(draw):
    day = draw(st.dates(date(1, 1, 1), date(9999, 12, 31))).isoformat()
    return day[: draw(st.sampled_from([4, 7, 10]))] + draw(MARKS)


@st.composite
def edtf(draw):
    """Any date that can be written: a point, or an interval with at most one open or unknown side."""
    first, last = draw(points()), draw(points())
    if first[:4] > last[:4]:
        first, last = last, first
    shape = draw(st.sampled_from(["point", "both", "open end", "open start", "unknown end", "unknown start"]))
    text = {
        "point": first,
        "both": f"{first}/{last}",
        "open end": f"{first}/..",
        "open start": f"../{last}",
        "unknown end": f"{first}/",
        "unknown start": f"/{last}",
    }[shape]
    try:
        return PartialDate.parse(text)
    except Refused:  # within one year the end may lie before the start
        return PartialDate.parse(first)


def refused(text):
    with pytest.raises(Refused) as refusal:
        PartialDate.parse(text)
    return refusal.value.reasons[0].code


@pytest.mark.parametrize(
    "text, first, last, precision",
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31), "year"),
        ("2023-04", date(2023, 4, 1), date(2023, 4, 30), "month"),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29), "month"),
        ("2023-04-17~", date(2023, 4, 17), date(2023, 4, 17), "day"),
        ("2014-05/..", date(2014, 5, 1), None, "interval"),
        ("2014-05/", date(2014, 5, 1), None, "interval"),
        ("../2014", None, date(2014, 12, 31), "interval"),
        ("/2014", None, date(2014, 12, 31), "interval"),
        ("2014-12-20?/2015~", date(2014, 12, 20), date(2015, 12, 31), "interval"),
    ],
)
def test_a_date_keeps_what_is_known_and_no_more(text, first, last, precision):
    read = PartialDate.parse(text)
    assert (read.earliest(), read.latest(), read.precision, read.text) == (first, last, precision, text)


def test_dates_are_made_from_their_parts():
    assert PartialDate(2023, 4) == PartialDate.parse("2023-04")
    assert PartialDate(2023, 4).latest() == date(2023, 4, 30)
    assert PartialDate(2023, approximate=True, uncertain=True).text == "2023%"
    assert PartialDate.on(date(2007, 7, 19)).text == "2007-07-19"
    assert str(PartialDate(814, 1)) == "0814-01"


def test_a_disappearance_may_go_on_still():
    held = PartialDate.between(PartialDate(2014, 5), None)
    assert held.text == "2014-05/.."
    assert held.is_interval and held.open_end and not held.unknown_end
    assert (held.year(), held.month(), held.quarter()) == (None, None, None)


def test_an_end_that_nobody_knows_is_not_an_open_end():
    over = PartialDate.between(PartialDate(2014, 5), None, unknown=True)
    assert over.text == "2014-05/"
    assert over.unknown_end and not over.open_end
    assert PartialDate.between(None, PartialDate(2015)).open_start


def test_marks_are_kept_apart():
    assert [
        (one.approximate, one.uncertain) for one in map(PartialDate.parse, ["2023", "2023~", "2023?", "2023%"])
    ] == [
        (False, False),
        (True, False),
        (False, True),
        (True, True),
    ]
    assert PartialDate.parse("2014~/2015").approximate


def test_a_date_that_spans_two_cells_belongs_to_neither():
    over_new_year = PartialDate.parse("2014-12/2015-01")
    assert (over_new_year.year(), over_new_year.month(), over_new_year.quarter()) == (None, None, None)
    summer = PartialDate.parse("2014-05/2014-06")
    assert (summer.year(), summer.month(), summer.quarter()) == (2014, None, (2014, 2))
    assert PartialDate(2014).quarter() is None
    assert PartialDate(2014, 12, 31).quarter() == (2014, 4)
    assert PartialDate(2014, 5).month() == (2014, 5)


def test_within_means_surely_within():
    first, last = date(2014, 1, 1), date(2014, 6, 30)
    assert PartialDate(2014, 6).within(first, last)
    assert not PartialDate(2014).within(first, last)
    assert not PartialDate.parse("2014-05/..").within(first, last)
    assert not PartialDate.parse("../2014-05").within(first, last)


@pytest.mark.parametrize(
    "text, future",
    [
        ("2026-04-18", True),
        ("2026-04-17", False),
        ("2026", False),
        ("2027", True),
        ("2014/2027", True),
        ("2014/..", False),
    ],
)
def test_a_future_date_is_told(text, future):
    assert PartialDate.parse(text).is_future(date(2026, 4, 17)) is future


@pytest.mark.parametrize(
    "text, code",
    [
        ("2014-02-31", "date.impossible"),
        ("2023-02-29", "date.impossible"),
        ("2014-13", "date.impossible"),
        ("2014-00", "date.impossible"),
        ("2014-01-00", "date.impossible"),
        ("0000", "date.impossible"),
        ("2015/2014", "date.backwards"),
        ("2014-05/2014-04", "date.backwards"),
        ("2014-5", "date.unreadable"),
        ("14", "date.unreadable"),
        ("", "date.unreadable"),
        ("/", "date.unreadable"),
        ("../..", "date.unreadable"),
        ("2014/2015/2016", "date.unreadable"),
        ("2014-05-01T10:00", "date.unreadable"),
        ("201X", "date.unreadable"),
        ("2014\n", "date.unreadable"),
        ("۲۰۱۴", "date.unreadable"),
    ],
)
def test_what_is_no_date_is_refused_with_its_reason(text, code):
    assert refused(text) == code


def test_a_programmers_mistakes_are_not_refusals():
    with pytest.raises(ValueError, match="needs its month"):
        PartialDate(2014, None, 3)
    with pytest.raises(ValueError, match="interval"):
        PartialDate.between(PartialDate.parse("2014/2015"), None)


def test_a_date_cannot_be_changed():
    with pytest.raises(AttributeError):
        PartialDate(2014).text = "2015"


@given(edtf())
def test_what_is_written_is_read_again(one):
    assert PartialDate.parse(one.text) == one
    assert hash(PartialDate.parse(one.text)) == hash(one)


@given(edtf())
def test_earliest_is_never_after_latest_and_units_nest(one):
    first, last = one.earliest(), one.latest()
    assert first is not None or last is not None
    if first and last:
        assert first <= last
        assert one.within(first, last)
    if one.month():
        assert one.quarter() and one.year() == one.month()[0] == one.quarter()[0]
    if one.quarter():
        assert one.year() == one.quarter()[0]
    assert one.is_interval == (one.precision == "interval")


@given(st.lists(edtf()))
def test_dates_have_one_order(many):
    ordered = sorted(many, key=PartialDate.sort_key)
    many.reverse()
    assert sorted(many, key=PartialDate.sort_key) == ordered
    starts = [one.earliest() or date.min for one in ordered]
    assert starts == sorted(starts)


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 400))
def test_an_interval_lies_in_a_year_exactly_if_both_ends_do(start, days):
    end = start + timedelta(days=days)
    one = PartialDate.between(PartialDate.on(start), PartialDate.on(end))
    assert one.year() == (start.year if start.year == end.year else None)


@given(st.text() | st.from_regex(r"[0-9]{1,5}(-[0-9]{1,2}){0,2}[~?%]?(/[0-9.]{0,4})?", fullmatch=True))
def test_any_text_is_a_date_or_refused(text):
    try:
        assert PartialDate.parse(text).text == text
    except Refused as refused:
        assert refused.reasons[0].code.startswith("date.")
