"""The one field of the search, and what its answer is narrowed to; sent in the body, since a name may be typed."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from sanad.codes import queries as codes
from sanad.kit.text import clean, visible
from sanad.places import queries as places
from sanad.search.queries import Narrowed
from sanad.search.rules.terms import LONGEST_TEXT
from sanad.violations.models import Event

# Facets by the name of their field; each takes one value, as it stands in addresses elsewhere.
FACETS = ("province", "district", "year", "act", "state", "source_kind", "office", "withdrawn")
STATES = frozenset(Event.State.values)


class SearchForm(forms.Form):
    """What is searched for. Facets stand in hidden fields, so that a button takes one away or adds one."""

    said = forms.CharField(
        label=_("Search"),
        max_length=LONGEST_TEXT,
        widget=forms.TextInput(
            attrs={
                "dir": "auto",
                "type": "search",
                "autocomplete": "off",
                "spellcheck": "false",
                "class": "form-control",
                "aria-describedby": "id_said_help",
            }
        ),
        help_text=_("Words of a report, a place, an act, an institution, a reference; in Urdu or English letters."),
    )

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data)
        self.chosen: dict[str, str] = {}
        if data is not None:  # what is shown again reads as it was searched
            self.data = {"said": visible(clean(data.get("said", "")))}
            self.chosen = _chosen(data)

    @property
    def narrowed(self) -> Narrowed:
        """What the facets say; one that cannot be read says nothing."""
        return narrowed_by(self.chosen)


def _chosen(data: QueryDict) -> dict[str, str]:
    """The facets in force: those sent, with the one that was pressed (`set act=killing`, `drop act`)."""
    chosen = {name: data[name][:60] for name in FACETS if data.get(name)}
    verb, _space, rest = data.get("do", "").partition(" ")
    name, _equals, value = rest.partition("=")
    if verb == "set" and name in FACETS:
        chosen[name] = value[:60]
    elif verb == "drop":
        chosen.pop(name, None)
        if name == "province":
            chosen.pop("district", None)
    return chosen


def narrowed_by(chosen: Mapping[str, str]) -> Narrowed:
    """Facets as ids."""
    gazetteer = places.gazetteer()
    province, district = (gazetteer.by_outside_code(chosen.get(name, "")) for name in ("province", "district"))
    year, office = chosen.get("year", ""), chosen.get("office", "")
    return Narrowed(
        province=province.id if province else None,
        district=district.id if district else None,
        year=int(year) if year.isdecimal() and 1800 < int(year) < 2200 else None,
        acts=_codes("act", chosen),
        states=[chosen["state"]] if chosen.get("state") in STATES else [],
        source_kinds=_codes("source_kind", chosen),
        office=int(office) if office.isdecimal() and len(office) < 9 else None,
        withdrawn=bool(chosen.get("withdrawn")),
    )


def _codes(vocabulary: str, chosen: Mapping[str, str]) -> list[int]:
    number = codes.ids_by_slug(vocabulary).get(chosen.get(vocabulary, ""))
    return [] if number is None else [number]


def older_than(data: QueryDict) -> tuple[date, UUID] | None:
    """Where the page before ended: `2026-03-05 0192…`; anything else begins anew."""
    day, _space, row = data.get("before", "").partition(" ")
    try:
        return date.fromisoformat(day), UUID(row)
    except ValueError:
        return None
