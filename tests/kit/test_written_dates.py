import csv
import io
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.kit.dates import FORMATS, PartialDate, read_date
from sanad.kit.dates.written import ENGLISH_MONTHS, URDU_MONTHS
from sanad.kit.refusals import Refused

IN_URDU = str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹")
OUR_TIME = st.dates(date(1800, 1, 1), date(2199, 12, 31))


def refusal(value, formats):
    with pytest.raises(Refused) as refused:
        read_date(value, formats)
    (reason,) = refused.value.reasons
    return reason


@pytest.mark.parametrize(
    "value, name, expected",
    [
        ("2014-05/..", "edtf", "2014-05/.."),
        ("2023-04-17~", "edtf", "2023-04-17~"),
        ("2014-05-01", "iso", "2014-05-01"),
        ("2014-5-1", "iso", "2014-05-01"),
        ("2014-05-01 10:30:00", "iso", "2014-05-01"),
        ("31/1/2014", "d/m/Y", "2014-01-31"),
        ("01 / 02 / 2014", "d/m/Y", "2014-02-01"),
        ("۳۱/۰۱/۲۰۱۴", "d/m/Y", "2014-01-31"),
        ("٣١/٠١/٢٠١٤", "d/m/Y", "2014-01-31"),
        ("1/31/2014", "m/d/Y", "2014-01-31"),
        ("31-01-2014", "d-m-Y", "2014-01-31"),
        ("31.1.2014", "d.m.Y", "2014-01-31"),
        ("4/2014", "m/Y", "2014-04"),
        ("Thursday-July 19-2007", "Weekday-Month d-Y", "2007-07-19"),
        ("thursday - July 19 - 2007 ", "Weekday-Month d-Y", "2007-07-19"),
        ("Jan-2017", "Mon-Y", "2017-01"),
        ("sept 2017", "Mon-Y", "2017-09"),
        ("17 April 2023", "d Month Y", "2023-04-17"),
        ("17th Apr. 2023", "d Month Y", "2023-04-17"),
        ("17-Apr-2023", "d Month Y", "2023-04-17"),
        ("۱۷ اپریل ۲۰۲۳ء", "d Month Y", "2023-04-17"),
        ("17 مئی، 2023", "d Month Y", "2023-05-17"),
        ("17 جولائي 2023", "d Month Y", "2023-07-17"),
        ("April 17, 2023", "Month d, Y", "2023-04-17"),
        ("April 2023", "Month Y", "2023-04"),
        ("اپریل ۲۰۲۳", "Month Y", "2023-04"),
        ("2023", "Y", "2023"),
        (2023.0, "Y", "2023"),
        (41000, "excel", "2012-04-01"),
        (41000.75, "excel", "2012-04-01"),
        ("41000.0", "excel", "2012-04-01"),
        ("\u200f2014-05-01\u00a0", "iso", "2014-05-01"),
    ],
)
def test_a_date_is_read_by_the_format_that_the_mapping_names(value, name, expected):
    assert read_date(value, name).text == expected


def test_a_date_object_of_a_worksheet_is_its_day():
    without_zone = datetime(2014, 5, 1, 23, 59)  # noqa: DTZ001 (a worksheet has none)
    assert read_date(without_zone, "d/m/Y").text == "2014-05-01"
    assert read_date(date(2014, 5, 1), ("iso",)).text == "2014-05-01"


def test_a_day_ends_at_midnight_in_karachi():
    assert read_date("2014-12-31T20:00:00Z", "iso").text == "2015-01-01"
    assert read_date("2014-12-31T20:00:00+05:00", "iso").text == "2014-12-31"
    assert read_date(datetime(2014, 12, 31, 20, tzinfo=UTC), "iso").text == "2015-01-01"
    karachi = datetime(2014, 12, 31, 20, tzinfo=ZoneInfo("Asia/Karachi"))
    assert read_date(karachi, "iso").text == "2014-12-31"


@pytest.mark.parametrize(
    "value, formats, code",
    [
        ("31/02/2014", "d/m/Y", "date.impossible"),
        ("1/31/2014", "d/m/Y", "date.impossible"),
        ("3/4/14", "d/m/Y", "date.two_digit_year"),
        ("Jan-17", "Mon-Y", "date.two_digit_year"),
        ("17/04/1416", "d/m/Y", "date.year_out_of_range"),
        ("25 safar 1423", "d Month Y", "date.unreadable"),
        ("2545", "Y", "date.year_out_of_range"),
        ("3/4/2014", ("d/m/Y", "m/d/Y"), "date.ambiguous"),
        ("2015/2014", "edtf", "date.backwards"),
        ("last spring", FORMATS, "date.unreadable"),
        ("", FORMATS, "date.unreadable"),
        ("2014-01-01T99:00Z", "iso", "date.unreadable"),
        (12, "excel", "date.unreadable"),
        (float("nan"), "excel", "date.unreadable"),
        (float("inf"), "Y", "date.unreadable"),
    ],
)
def test_what_cannot_be_read_surely_is_refused_with_its_reason(value, formats, code):
    assert refusal(value, formats).code == code


def test_a_refusal_shows_the_date_as_the_source_writes_it():
    assert refusal("31/02/2014", "d/m/Y").plain() == "There is no such date: 31/02/2014."


def test_two_formats_that_agree_are_not_ambiguous():
    assert read_date("4/4/2014", ("d/m/Y", "m/d/Y")).text == "2014-04-04"
    assert read_date("25/12/2014", ("d/m/Y", "m/d/Y")).text == "2014-12-25"


def test_a_weekday_that_is_not_that_days_is_doubted_and_not_repaired():
    doubts = []
    read = read_date("Saturday-March 07-2016", "Weekday-Month d-Y", doubts)
    assert read.text == "2016-03-07"
    assert [doubt.plain() for doubt in doubts] == ["2016-03-07 was a Monday; the source says Saturday."]


def test_a_format_that_does_not_exist_is_a_programmers_mistake():
    with pytest.raises(ValueError, match="Y-d-m"):
        read_date("2014", ["iso", "Y-d-m"])


@given(OUR_TIME)
def test_every_day_reads_the_same_in_every_format_and_script(day):
    d, m, y = day.day, day.month, day.year
    english, urdu = ENGLISH_MONTHS[m - 1], URDU_MONTHS[m - 1]
    written = {
        "edtf": day.isoformat(),
        "iso": day.isoformat(),
        "d/m/Y": f"{d}/{m}/{y}",
        "m/d/Y": f"{m:02}/{d:02}/{y}",
        "d-m-Y": f"{d:02}-{m:02}-{y}",
        "d.m.Y": f"{d}.{m}.{y}",
        "Weekday-Month d-Y": f"{day:%A}-{english} {d}-{y}",
        "d Month Y": f"{d} {english} {y}",
        "Month d, Y": f"{english[:3]} {d}, {y}",
    }
    for name, text in written.items():
        doubts = []
        assert read_date(text, name, doubts) == read_date(text.translate(IN_URDU), name) == PartialDate.on(day)
        assert doubts == []
    assert read_date(f"{d} {urdu} {y}".translate(IN_URDU) + "ء", "d Month Y") == PartialDate.on(day)
    assert read_date(f"{urdu} {y}", "Month Y") == read_date(f"{english[:3]}-{y}", "Mon-Y") == PartialDate(y, m)


@given(
    st.text()
    | st.from_regex(r"[0-9۰-۹]{1,5}[-/. ][0-9a-z]{1,4}[-/. T][0-9]{0,5}([T ][0-9]{2}:[0-9]{2}[Z+][0-9]{0,4})?")
)
def test_any_text_is_a_date_or_refused(text):
    try:
        read_date(text, FORMATS)
    except Refused as refused:
        assert all(reason.code.startswith("date.") and reason.plain() for reason in refused.reasons)


def test_all_dates_of_the_suicide_attacks_are_read_and_one_weekday_is_doubted(shared_data):
    file = (shared_data / "violations" / "PakistanSuicideAttacks.csv").read_bytes().decode("latin-1")
    rows = list(csv.DictReader(io.StringIO(file, newline="")))
    doubts = []
    read = [read_date(row["Date"], "Weekday-Month d-Y", doubts) for row in rows]
    assert len(read) == 492
    assert [one.year() for one in read] == [int(row["Date"][-4:]) for row in rows]
    assert (min(map(PartialDate.earliest, read)), max(map(PartialDate.latest, read))) == (
        date(1995, 11, 19),
        date(2017, 10, 5),
    )
    assert [doubt.code for doubt in doubts] == ["date.weekday"]
