"""Numbers, ranges and dates as readers of either language meet them."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation

from sanad.web import formats


def in_urdu(said, *values):
    with translation.override("ur"):
        return said(*values)


@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2023-04-17", "17 April 2023"),
        ("2023-04", "April 2023"),
        ("2014~", "about 2014"),
        ("2014?", "perhaps 2014"),
        ("2014%", "perhaps about 2014"),
        ("2014-05/..", "from May 2014, still going on"),
        ("2014-05/", "from May 2014, end unknown"),
        ("../2014", "until 2014"),
        ("/2014", "until 2014, beginning unknown"),
        ("2014-05-01/2014-05-03", "1 May 2014 to 3 May 2014"),
        (None, "date unknown"),
        ("", "date unknown"),
    ],
)
def test_a_date_is_said_as_precisely_as_its_source(edtf, words):
    assert formats.partial_date(edtf) == words


def test_a_date_in_urdu_has_urdu_months():
    assert in_urdu(formats.partial_date, "2023-04-17") == "17 اپریل 2023"
    assert in_urdu(formats.partial_date, "2014-05/..") == "مئی 2014 سے، اب تک جاری"


@pytest.mark.parametrize(
    ("least", "best", "most", "words"),
    [
        (12, None, 15, "12–15"),
        (3, None, None, "at least 3"),
        (None, None, 7, "up to 7"),
        (None, None, None, "unknown"),
        (0, 0, 0, "0"),
        (0, None, 3, "0–3"),
        (12, 13, 15, "12–15, best 13"),
        (None, 4, None, "4"),
        (15, None, 12, "15–12 (as given; the least is more than the most)"),
    ],
)
def test_a_missing_bound_is_never_the_other_one(least, best, most, words):
    assert formats.count_range(least, best, most) == words


def test_unknown_is_not_zero():
    assert formats.number(None) == "unknown"
    assert formats.number(0) == "0"


def test_thousands_are_set_off():
    assert formats.number(1_234_567) == "1,234,567"
    assert formats.percent(0.125, 1) == "12.5%"


def test_urdu_digits_are_a_setting(settings):
    assert in_urdu(formats.number, 1200) == "1,200"
    settings.URDU_DIGITS = True
    assert in_urdu(formats.number, 1200) == "۱٬۲۰۰"
    assert in_urdu(formats.partial_date, "2023-04") == "اپریل ۲۰۲۳"
    assert formats.number(1200) == "1,200"


def test_a_moment_is_shown_in_karachi():
    late = datetime(2023, 4, 16, 20, 5, tzinfo=UTC)
    assert formats.moment(late) == "17 April 2023, 01:05"
    assert formats.day(late) == "17 April 2023"
    assert formats.day(date(2023, 4, 17)) == "17 April 2023"


def render(text, **context):
    return Template("{% load formats %}" + text).render(Context(context))


def test_said_text_is_isolated_and_escaped():
    assert render("{{ name|said }}", name="<b>محمد") == '<bdi dir="auto">&lt;b&gt;محمد</bdi>'
    assert render("{{ name|said }}", name=None) == '<span class="unknown">unknown</span>'


def test_tags_say_what_the_functions_say():
    assert render("{% number n %} {% range 1 none 2 %} {% partial_date d %}", n=5, none=None, d="2014") == "5 1–2 2014"


@pytest.mark.parametrize("language", ["en", "ur"])
def test_the_day_stands_before_the_month(language):
    with translation.override(language):
        assert forms.DateField().clean("04/05/2023") == date(2023, 5, 4)
        assert Template("{{ d|date:'SHORT_DATE_FORMAT' }}").render(Context({"d": date(2023, 5, 4)})) == "04/05/2023"
        assert Template("{{ d }}").render(Context({"d": date(2023, 5, 4)})).startswith("4 ")


def test_who_likes_urdu_digits_gets_them_on_urdu_pages_alone():
    with formats.written(formats.Style(urdu_digits=True)):
        assert in_urdu(formats.number, 20649) == "۲۰٬۶۴۹"
        assert in_urdu(formats.partial_date, "2023-04-17") == "۱۷ اپریل ۲۰۲۳"
        assert formats.number(20649) == "20,649"
    assert in_urdu(formats.number, 20649) == "20,649"


def test_who_likes_dates_in_numbers_gets_them_as_precise_as_they_are():
    with formats.written(formats.Style(numeric_dates=True)):
        assert formats.partial_date("2023-04-17") == "17/04/2023"
        assert formats.partial_date("2023-04~") == "about 04/2023"
        assert formats.partial_date("2023") == "2023"
