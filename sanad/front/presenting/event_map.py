"""Where an event happened: its districts within their province. Coordinates are sealed and not drawn."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from sanad.front.presenting.words import Words
from sanad.places.rules import Gazetteer
from sanad.places.shapes import HEIGHT, WIDTH, MapShapes, bounds, shapes
from sanad.violations.models import Violation
from sanad.web.choropleth import Area, choropleth
from sanad.web.formats import number

MARGIN = 12


@dataclass(frozen=True)
class EventMap:
    """A picture, what it does not show, and whose outlines these are."""

    picture: SafeString
    where: str
    note: str
    attribution: str


def event_map(violations: Iterable[Violation], words: Words) -> EventMap | None:
    """The districts of an event; nothing where none is known."""
    found = [violation for violation in violations if not violation.nobody]
    places = Counter(violation.district_id for violation in found)
    unplaced = places.pop(None, 0)
    if not places:
        return None
    gazetteer = words.gazetteer
    drawn = shapes(gazetteer, "district", "today")
    shown: Counter[str] = Counter()
    for district, many in places.items():
        shown[_drawn_in(drawn, gazetteer.outside_code(gazetteer.by_id(district)))] += many
    provinces = {violation.province_id for violation in found} - {None}
    around = [code for code in drawn.shapes if _province(gazetteer, code) in provinces]
    codes = [code for code in dict.fromkeys([*around, *shown]) if code in drawn.shapes]
    urdu = (get_language() or "en").startswith("ur")
    areas = [
        Area(drawn.shapes[code].d, drawn.shapes[code].name_ur if urdu else drawn.shapes[code].name_en, shown[code])
        for code in codes
    ]
    names = words.joined(words.place_name(district) for district in places)
    return EventMap(
        choropleth(areas, size=(WIDTH, HEIGHT), title=names, view_box=_box(drawn, codes)),
        names,
        _note(unplaced),
        drawn.attribution,
    )


def _province(gazetteer: Gazetteer, code: str) -> int | None:
    row = gazetteer.by_outside_code(code)
    province = gazetteer.province_of(row) if row else None
    return province.id if province else None


def _drawn_in(drawn: MapShapes, code: str) -> str:
    """A district that no outline shows by itself lies within another."""
    return drawn.without_shape[code].drawn_in if code in drawn.without_shape else code


def _box(drawn: MapShapes, codes: Iterable[str]) -> str:
    box = bounds(drawn.shapes[code].d for code in codes)
    if box is None:
        return drawn.view_box
    left, top, width, height = box
    return f"{left - MARGIN} {top - MARGIN} {width + 2 * MARGIN} {height + 2 * MARGIN}"


def _note(unplaced: int) -> str:
    if not unplaced:
        return _("The district is shown, never the spot.")
    said = ngettext(
        "%(n)s violation has no district and is not on the map.",
        "%(n)s violations have no district and are not on the map.",
        unplaced,
    )
    return said % {"n": number(unplaced)}
