"""Do printed tables add up? T1, T3 and T4 do; T2 is 9 short, and stays so. No database."""

import pytest
from django.conf import settings

from sanad.codes.files import classifications_in
from sanad.figures.rules.published import adds_up, checks
from sanad.figures.rules.published_lines import COLUMNS, read_file, read_period, read_text
from sanad.figures.rules.published_lists import category_named, list_of
from sanad.kit.refusals import Refused
from tests.figures.printed import ALL_FOUR, HEAD, T2

BARE = ",".join(COLUMNS) + "\n"


@pytest.fixture(scope="module")
def tables():
    return {table.name: table.figures for table in read_file(ALL_FOUR.encode())}


def said(found):
    return [(check.total.value, str(check.of), check.sum, check.gap) for check in found]


@pytest.mark.parametrize("name", ["T1", "T3", "T4"])
def test_tables_that_add_up(tables, name):
    found = checks(tables[name])
    assert found and adds_up(found) is True


def test_every_total_is_checked_along_each_line_that_is_printed_whole(tables):
    assert said(checks(tables["T1"])) == [
        (90, "cell", 90, 0),
        (8648, "category_total", 8648, 0),
        (8648, "area_total", 8648, 0),
    ]
    # The total of Punjab alone says nothing about Pakistan.
    assert said(checks(tables["T4"])) == [(4376, "cell", 4376, 0), (13904, "cell", 13904, 0)]


def test_a_table_that_is_nine_short_says_so_and_is_not_mended(tables):
    found = checks(tables["T2"])
    assert said(found) == [(20649, "category_total", 20640, -9), (20649, "period_total", 20649, 0)]
    assert adds_up(found) is False
    assert sum(one.value for one in tables["T2"] if one.role == "category_total") == 20640


def test_measures_are_never_added(tables):
    assert [(check.total.measure, check.sum) for check in checks(tables["T3"])] == [
        ("cases", 129534),
        ("accused arrested", 174119),
    ]


def test_a_part_that_is_not_printed_is_not_zero():
    figures = read_text(HEAD + T2.replace(",247,", ",,"))[0].figures
    short = checks(figures)[0]
    assert (short.unknown, short.adds_up) == (1, None)
    # Even a part that is left out cannot bring back what is too much.
    more = checks(read_text(HEAD + T2.replace(",247,", ",,").replace(",6613,", ",9613,"))[0].figures)[0]
    assert more.adds_up is False


def test_a_table_without_totals_cannot_be_told():
    only = "".join(line + "\n" for line in T2.splitlines() if "category_total" in line)
    assert adds_up(checks(read_text(HEAD + only)[0].figures)) is None


def test_numbers_and_periods_as_people_write_them():
    text = BARE + "Punjab\tAll\t۲۰۱۳\tcases\t۱۰۹٬۰۳۱\tcell\n".replace("\t", ";").replace(",", ";")
    figure = read_text(text.replace("area,category,period,measure,value,role", ";".join(COLUMNS)), "Mine")[0].figures[0]
    assert (figure.value, figure.period.first.year) == (109031, 2013)
    part = read_period("2015 (part)")
    assert part.part and (part.first.isoformat(), part.last.isoformat()) == ("2015-01-01", "2015-12-31")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "published.columns"),
        ("area,category\nPunjab,All\n", "published.columns"),
        (BARE, "published.empty"),
        (BARE + "Punjab,All,2013,cases,many,cell\n", "published.value"),
        (BARE + "Punjab,All,2013,cases,-4,cell\n", "published.value"),
        (BARE + "Punjab,All,sometime,cases,4,cell\n", "published.period"),
        (BARE + "Punjab,All,2015/2012,cases,4,cell\n", "published.period"),
        (BARE + "Punjab,All,2013,cases,4,sum\n", "published.role"),
        (BARE + ",All,2013,cases,4,cell\n", "published.empty"),
        (BARE + "Punjab,All,2013,cases,4,cell\nPunjab,All,2013,cases,5,cell\n", "published.twice"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_line(text, code):
    with pytest.raises(Refused) as refused:
        read_text(text, "Mine")
    assert code in [reason.code for reason in refused.value.reasons]


def test_a_file_that_is_no_text_is_refused():
    with pytest.raises(Refused) as refused:
        read_file(b"\xff\xfe\x00area")
    assert refused.value.reasons[0].code == "published.not_utf8"


def test_a_table_is_laid_beside_the_list_it_follows(tables):
    lists = classifications_in(settings.DATA)
    assert {name: list_of(figures, lists) for name, figures in tables.items()} == {
        "T1": "molj_2012_2013",
        "T2": "hrwing_2012_2015",
        "T3": "",
        "T4": "mohr_2021_2023",
    }
    women = next(one for one in lists if one.slug == "mohr_2021_2023")
    assert category_named("Murder", women) == "murder" and category_named("Arson", women) is None
