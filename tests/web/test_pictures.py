"""Charts and maps: links that stay ours, nothing that the content security policy refuses."""

import re

import pytest
from django.utils import translation

from sanad.web import charts, choropleth
from sanad.web.charts import Bar
from sanad.web.choropleth import Area

KILLED = [
    Bar("Sindh", 57, "/tables/?province=PK-SD&unit=victims", most=80),
    Bar("Balochistan", None, "/tables/?province=PK-BA"),
    Bar("Islamabad", 0, None),
]


def links(svg):
    return re.findall(r'<a href="([^"]*)"', svg)


@pytest.mark.parametrize("draw", [charts.bars, charts.columns])
def test_a_chart_links_to_this_site_only(draw):
    svg = draw(KILLED, title="Killed")
    assert set(links(svg)) == {"/tables/?province=PK-SD&amp;unit=victims", "/tables/?province=PK-BA"}
    assert "http" not in svg.replace('xmlns="http://www.w3.org/2000/svg"', "")


def test_a_chart_holds_no_script_and_no_style():
    svg = charts.bars([Bar('<script>alert("x")</script>', 1, '"><script>')], title="</title><script>")
    assert "<script" not in svg
    assert "style" not in svg


def test_a_chart_says_its_numbers_to_those_who_do_not_see_it():
    svg = charts.bars(KILLED, title="Killed by province")
    assert "<title>Killed by province</title><desc>Sindh: 57–80; Balochistan: unknown; Islamabad: 0</desc>" in svg
    assert 'aria-label="Sindh: 57–80"' in svg


def test_a_bar_is_met_once_by_the_keyboard():
    svg = charts.bars(KILLED, title="Killed")
    *under, uppermost = [tag for tag in re.findall(r"<a [^>]*>", svg) if "PK-SD" in tag]
    assert "aria-label" in uppermost
    assert under
    assert all('tabindex="-1" aria-hidden="true"' in tag for tag in under)


def test_an_urdu_chart_runs_from_the_right():
    with translation.override("ur"):
        urdu = charts.bars([Bar("سندھ", 57), Bar("پنجاب", 5)], title="ہلاک")
    english = charts.bars([Bar("Sindh", 57), Bar("Punjab", 5)], title="Killed")
    assert 'direction="ltr"' in urdu
    assert urdu.index("سندھ") > 0
    assert re.search(r'd="M[1-9][\d.]*,', urdu), "bars begin at the right edge, not at 0"
    assert re.search(r'd="M0,', english)


def test_a_chart_without_rows_is_no_crash():
    assert "<svg" in charts.bars([], title="Nothing")


def test_series_have_a_legend():
    rows = [Bar("Sindh", 1, series="verified"), Bar("Sindh", 2, series="unverified")]
    assert [name for name, _colour in charts.legend(rows)] == ["verified", "unverified"]
    assert charts.legend(KILLED) == []


def test_limits_rise_and_reach_the_largest():
    values = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 100, 1204]
    upper = choropleth.limits(values)
    assert upper == sorted(set(upper))
    assert upper[-1] == 1204


@pytest.mark.parametrize(("values", "upper"), [([], []), ([0, 0], []), ([5], [5]), ([1, 1, 2], [1, 2])])
def test_few_values_make_few_classes(values, upper):
    assert choropleth.limits(values) == upper


def test_unknown_is_hatched_and_zero_is_the_lightest():
    areas = [Area("M0 0z", "Kech", None), Area("M1 1z", "Swat", 0), Area("M2 2z", "Dir", 9, "/x?a=1&b=2")]
    svg = choropleth.choropleth(areas, size=(10, 10), title="Events")
    assert 'fill="url(#unknown-hatch)" d="M0 0z"><title>Kech: unknown</title>' in svg
    assert 'class="area q0" d="M1 1z"><title>Swat: 0</title>' in svg
    assert '<a href="/x?a=1&amp;b=2" aria-label="Dir: 9"><path class="area q6"' in svg
    assert [entry.words for entry in choropleth.classes(areas)] == ["0", "1–9", "unknown"]


def test_names_on_a_map_are_escaped():
    svg = choropleth.choropleth([Area('"><script>', "<script>", 1, '"><script>')], size=(1, 1), title="<script>")
    assert "<script" not in svg
