"""Names for what counts are split by, in the reader's language, and the order in which they stand."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext, pgettext_lazy

from sanad.codes import queries as codes
from sanad.figures.rules.cells import UNSTATED
from sanad.figures.rules.dimensions import CATEGORY, Frame, Scale, Unit, dimension
from sanad.figures.rules.results import in_order
from sanad.institutions.queries import institution
from sanad.kit.refusals import Refused
from sanad.places import queries as places
from sanad.web import formats
from sanad.web.components import Words

UNITS: dict[Unit, Words] = {
    Unit.REPORTS: gettext_lazy("Reports"),
    Unit.EVENTS: gettext_lazy("Events"),
    Unit.VIOLATIONS: gettext_lazy("Violations"),
    Unit.VICTIMS: gettext_lazy("Victims"),
}
DIMENSIONS: dict[str, Words] = {
    "province": gettext_lazy("Province"),
    "district": gettext_lazy("District"),
    "year": gettext_lazy("Year of the act"),
    "quarter": gettext_lazy("Quarter of the act"),
    "month": gettext_lazy("Month of the act"),
    "reported_year": gettext_lazy("Year of reporting"),
    "verified_year": gettext_lazy("Year of verification"),
    "act": gettext_lazy("Type of act"),
    "sex": gettext_lazy("Sex"),
    "age_band": gettext_lazy("Age"),
    "characteristic": gettext_lazy("Characteristic of the person"),
    "perpetrator_type": gettext_lazy("Type of alleged perpetrator"),
    "victim_status": gettext_lazy("Status of the victim"),
    "status": gettext_lazy("State of verification"),
    "source": gettext_lazy("Source"),
    "source_kind": gettext_lazy("Kind of source"),
    "batch": gettext_lazy("Import"),
}
FRAMES: dict[Frame, Words] = {
    Frame.TODAY: gettext_lazy("Places of today"),
    Frame.THEN: gettext_lazy("Places of the day of the act"),
}
STATES: dict[str, Words] = {
    "new": pgettext_lazy("state", "new"),
    "under_review": pgettext_lazy("state", "under review"),
    "verified": pgettext_lazy("state", "verified"),
    "inconclusive": pgettext_lazy("state", "inconclusive"),
    "rejected": pgettext_lazy("state", "rejected"),
}
STATE_ORDER = ("verified", "under_review", "new", "inconclusive", "rejected")
DERIVED: dict[str, Words] = {
    "woman": gettext_lazy("Woman"),
    "child": gettext_lazy("Child (under 18)"),
    "senior_citizen": gettext_lazy("Senior citizen (60 or older)"),
}


def dimension_label(name: str) -> str:
    """What a dimension is called."""
    if name.startswith(CATEGORY):
        return _("Category: %(list)s") % {"list": list_label(name.removeprefix(CATEGORY))}
    return str(DIMENSIONS[name])


def list_label(slug: str) -> str:
    """The name of an official list."""
    try:
        found = codes.classification(slug)
    except Refused:
        return slug
    return found.name_ur if formats.in_urdu() else found.name_en


def label(name: str, key: str) -> str:
    """What a value is called; what has no name is shown by its key."""
    if key == UNSTATED and name.startswith(CATEGORY):
        return _("in no category of this list")
    if key == UNSTATED:
        return _("not verified") if name == "verified_year" else _("not stated")
    asked = dimension(name)
    if asked.scale is Scale.QUARTER:
        year, quarter = key.split("-Q")
        return _("%(year)s Q%(quarter)s") % {"year": year, "quarter": quarter}
    if asked.scale is Scale.MONTH:
        return formats.partial_date(key)
    if asked.scale is Scale.PLACE:
        place = places.place_by_code(key)
        return places.place_label(place) if place else key
    if name == "source":
        found = institution(key)
        return str(found) if found else key
    if asked.scale in (Scale.YEAR, Scale.NAME):
        return key
    return _code_label(name, key)


def _code_label(name: str, key: str) -> str:
    if name == "status":
        return str(STATES[key])
    if name == "age_band":
        return key.replace("-", "–")
    if name == "characteristic" and key in DERIVED:
        return str(DERIVED[key])
    if name.startswith(CATEGORY):
        return _category_label(name.removeprefix(CATEGORY), key)
    try:
        return codes.label(codes.code(name, key))
    except Refused:
        return key


def _category_label(slug: str, key: str) -> str:
    try:
        found = next((one for one in codes.classification(slug).categories if one.slug == key), None)
    except Refused:
        return key
    if found is None:
        return key
    return found.name_ur if formats.in_urdu() else found.name_en


def ordered(name: str, keys: list[str]) -> list[str]:
    """Values as a reader expects them: time by time, codes as their vocabulary has them, the rest by name."""
    scale = dimension(name).scale
    if scale in (Scale.YEAR, Scale.QUARTER, Scale.MONTH) or name == "age_band":
        return sorted(keys, key=in_order)
    place = _positions(name)
    if place:
        return sorted(keys, key=lambda key: (key == UNSTATED, place.get(key, len(place)), key))
    return sorted(keys, key=lambda key: (key == UNSTATED, label(name, key)))


def _positions(name: str) -> dict[str, int]:
    if name == "status":
        return {key: position for position, key in enumerate(STATE_ORDER)}
    if name.startswith(CATEGORY):
        try:
            listed = codes.classification(name.removeprefix(CATEGORY)).categories
        except Refused:
            return {}
        return {one.slug: position for position, one in enumerate(listed)}
    if name in ("act", "sex", "characteristic", "perpetrator_type", "victim_status", "source_kind"):
        keys = [*(DERIVED if name == "characteristic" else ()), *(code.slug for code in codes.codes_of(name))]
        return {key: position for position, key in enumerate(keys)}
    return {}


def count_words(unit: Unit, number: int) -> str:
    """`57 violations`: a number with its unit."""
    said = {"number": formats.number(number)}
    if unit is Unit.REPORTS:
        return ngettext("%(number)s report", "%(number)s reports", number) % said
    if unit is Unit.EVENTS:
        return ngettext("%(number)s event", "%(number)s events", number) % said
    if unit is Unit.VIOLATIONS:
        return ngettext("%(number)s violation", "%(number)s violations", number) % said
    return ngettext("%(number)s victim", "%(number)s victims", number) % said


def and_list(words: list[str]) -> str:
    """`Sindh, Punjab and Balochistan`."""
    if len(words) < 2:
        return "".join(words)
    comma = pgettext("between the parts of a list", ", ")
    return _("%(first)s and %(last)s") % {"first": comma.join(words[:-1]), "last": words[-1]}
