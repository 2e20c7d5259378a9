"""Charts as SVG, made on the server: links inside, no script, no style of their own.

`bars` lies down and suits names; `columns` stands and suits years. A value that is not
known has no bar but the word for it. `Bar.most` draws what goes beyond the least.

Vega-Lite draws them in vl-convert (0.7 s the first time in a process, then 0.05 s). Its
specification is written here as it is: importing Altair to write it costs 1.2 s in every
process. Traps met: a relative address gets a foreign host put before it, so marks carry
numbered placeholders; `text-anchor` turns round in a right-to-left page, so the SVG
sets its own direction; Vega's own ARIA attributes say everything twice.
"""

import json
import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path

import vl_convert
from django.conf import settings
from django.utils.safestring import SafeString, mark_safe

from sanad.web.formats import count_range, in_urdu, number

FIRST, SECOND, THIRD, FOURTH = "#1f6c5b", "#c98a1b", "#4a6fa5", "#9b4f6e"
COLOURS = (FIRST, SECOND, THIRD, FOURTH)
BEYOND = "#96c7bb"  # from the least to the most
INK, SOFT, GRID = "#1b2726", "#52605e", "#d3dbd8"
FONT = "Noto Naskh Arabic, sans-serif"
FONT_FOLDER = "@expo-google-fonts/noto-naskh-arabic"
PLACEHOLDER = "https://link.invalid/"
LINK = re.compile(rf'<a xlink:href="{re.escape(PLACEHOLDER)}(\d+)"')
ARIA = re.compile(r' (?:aria-[a-z]+|role)="[^"]*"')
ROOT = re.compile(r"<svg [^>]*>")
SIZE = re.compile(r'viewBox="0 0 ([\d.]+) ([\d.]+)"')
ISOLATE, END_ISOLATE = "\u2068", "\u2069"
ROOM_FOR_NUMBERS = 24  # more columns than this leave no room for a number on each


@dataclass(frozen=True)
class Bar:
    """One bar: its name, its value (None: unknown), where a click leads; `series` stacks bars of one name."""

    label: str
    value: float | None
    address: str | None = None
    most: float | None = None
    series: str = ""


def bars(rows: Sequence[Bar], *, title: str, description: str = "") -> SafeString:
    """Lying bars, one below the other, in the order given."""
    return _drawn(rows, title, description, lying=True)


def columns(rows: Sequence[Bar], *, title: str, description: str = "") -> SafeString:
    """Standing bars, for years and months; they run in the direction of the page."""
    return _drawn(rows, title, description, lying=False)


def _drawn(rows: Sequence[Bar], title: str, description: str, *, lying: bool) -> SafeString:
    series = list(dict.fromkeys(row.series for row in rows))
    points = [_point(row, index, series) for index, row in enumerate(rows)]
    svg = _svg(json.dumps(_specification(points, len(series), lying, rtl=in_urdu()), ensure_ascii=False))
    # A bar is drawn in layers; the keyboard and the screen reader meet the uppermost only.
    layers = Counter(LINK.findall(svg))

    def link(found: re.Match[str]) -> str:
        row = rows[int(found[1])]
        layers[found[1]] -= 1
        if row.address is None:
            return "<a"
        spoken = 'tabindex="-1" aria-hidden="true"' if layers[found[1]] else f'aria-label="{escape(_said(row))}"'
        return f'<a href="{escape(row.address)}" {spoken}'

    head = f"<title>{escape(title)}</title><desc>{escape(description or '; '.join(map(_said, rows[:60])))}</desc>"
    body = LINK.sub(link, svg)
    width, height = SIZE.search(body).groups()  # type: ignore[union-attr]  # vl-convert always writes one
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="chart" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" direction="ltr" role="group" aria-label="{escape(title)}">'
    )
    return mark_safe(ROOT.sub(lambda _match: root + head, body, count=1))


def legend(rows: Sequence[Bar]) -> list[tuple[str, str]]:
    """Names and colours of the series, for the list below a chart (`web/legend.html`)."""
    names = list(dict.fromkeys(row.series for row in rows))
    return [(name, COLOURS[index % len(COLOURS)]) for index, name in enumerate(names)] if len(names) > 1 else []


def _said(row: Bar) -> str:
    words = _value_in_words(row)
    return f"{row.label}, {row.series}: {words}" if row.series else f"{row.label}: {words}"


def _value_in_words(row: Bar) -> str:
    if row.most is None:
        return number(row.value)
    return count_range(row.value, None, row.most)  # type: ignore[arg-type]  # bounds are whole numbers


def _point(row: Bar, index: int, series: list[str]) -> dict[str, object]:
    reach = max((bound for bound in (row.value, row.most) if bound is not None), default=0)
    return {
        "n": index,
        "label": _isolated(row.label),
        "value": row.value or 0,
        "reach": reach,
        "words": _isolated(_value_in_words(row)),
        "short": "?" if row.value is None else number(row.value),
        "colour": COLOURS[series.index(row.series) % len(COLOURS)],
        "link": f"{PLACEHOLDER}{index}",
    }


def _isolated(text: str) -> str:
    """Urdu with numbers in it keeps its own order inside the left-to-right SVG."""
    return text if text.isascii() else f"{ISOLATE}{text}{END_ISOLATE}"


def _specification(points: list[dict[str, object]], series: int, lying: bool, rtl: bool) -> dict[str, object]:
    """Two layers of bars (the least, and beyond it up to the most) and the numbers at their ends."""
    names, values = ("y", "x") if lying else ("x", "y")
    turned = {"reverse": True} if rtl else {}
    name = {
        "field": "label",
        "type": "nominal",
        "sort": None,
        "title": None,
        "axis": {"labelOverlap": True, "labelLimit": 190, "labelPadding": 6, "ticks": False, "domain": lying}
        | ({"orient": "right"} if rtl and lying else {})
        | ({} if lying else {"labelAngle": 0}),
        "scale": {} if lying else turned,
    }
    measure = {
        "type": "quantitative",
        "title": None,
        "axis": {"tickCount": 5, "format": ",d", "tickMinStep": 1, "domain": False, "ticks": False}
        | ({"orient": "right"} if rtl and not lying else {}),
        "scale": turned if lying else {},
    }
    several = series > 1
    mark_of = {"type": "bar", "height" if lying else "width": {"band": 0.72}}
    common = {names: name, "href": {"field": "link"}}
    beyond = {values: measure | {"field": "reach", "stack": False}}
    least = {values: measure | {"field": "value", "stack": several}, "color": {"field": "colour", "scale": None}}
    layers = [
        *([] if several else [{"mark": mark_of | {"color": BEYOND}, "encoding": common | beyond}]),
        {"mark": mark_of, "encoding": common | least},
    ]
    labels = len({point["label"] for point in points})
    short = all(point["reach"] == point["value"] for point in points) and labels <= ROOM_FOR_NUMBERS
    if not several and (lying or short):
        words = {"text": {"field": "words" if lying else "short"}}
        layers.append({"mark": _number_mark(lying, rtl), "encoding": common | words | beyond})
    size = {"width": 360, "height": {"step": 30}} if lying else {"width": max(320, min(labels, 24) * 26), "height": 220}
    return {
        "data": {"values": points},
        "layer": layers,
        "config": _look(),
        "padding": {"left": 4, "right": 4, "top": 6, "bottom": 4},
        "background": None,
        **size,
    }


def _number_mark(lying: bool, rtl: bool) -> dict[str, object]:
    if not lying:
        return {"type": "text", "baseline": "bottom", "dy": -3, "color": SOFT, "clip": False}
    return {"type": "text", "align": "right" if rtl else "left", "dx": -5 if rtl else 5, "color": INK, "clip": False}


def _look() -> dict[str, object]:
    axis = {"labelFont": FONT, "labelFontSize": 13, "labelColor": INK, "gridColor": GRID, "domainColor": SOFT}
    return {"view": {"stroke": None}, "axis": axis, "text": {"font": FONT, "fontSize": 12}, "font": FONT}


@lru_cache(maxsize=1)
def _fonts_known() -> bool:
    """The font that Urdu labels are measured with, once in a process."""
    folder = Path(settings.FRONT_END) / FONT_FOLDER
    if folder.is_dir():
        vl_convert.register_font_directory(str(folder))
    return True


@lru_cache(maxsize=256)
def _svg(specification: str) -> str:
    """Drawn once for each picture; addresses and titles are put in afterwards."""
    _fonts_known()
    svg = vl_convert.vegalite_to_svg(specification, vl_version="6.4")
    return ARIA.sub("", svg).replace(' xmlns:xlink="http://www.w3.org/1999/xlink"', "")
