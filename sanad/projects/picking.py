"""What forms of this package and of those above offer: institutions, places, days, text as people type it."""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from django import forms
from django.forms.utils import flatatt
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from sanad.institutions import queries as institutions
from sanad.kit.dates import PartialDate
from sanad.kit.text import clean
from sanad.places import queries as places
from sanad.places.rules import Kind, PlaceRow
from sanad.places.rules.rows import DISTRICTS, PROVINCES
from sanad.web.fields import Option, PartialDateField, PickerField
from sanad.web.formats import in_urdu

Choices = list[tuple[object, object]]


class TextField(forms.CharField):
    """Text as people type or paste it: cleaned of invisible marks, the letters kept."""

    def __init__(self, **options: object) -> None:
        options.setdefault("widget", forms.TextInput(attrs={"dir": "auto"}))
        super().__init__(**options)

    def to_python(self, value: object) -> str:
        return clean(super().to_python(value) or "")


class LongTextField(TextField):
    """Several lines of it."""

    def __init__(self, *, rows: int = 4, **options: object) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows, "dir": "auto"}), **options)


class DayField(PartialDateField):
    """A full day; cleans to a date."""

    def __init__(self, **options: object) -> None:
        super().__init__(**{"help_text": _("Like 17/04/2023."), **options})

    def to_python(self, value: object) -> date | None:  # type: ignore[override]
        if isinstance(value, date):
            return value
        when = super().to_python(value)
        if when is None:
            return None
        if when.precision != "day" or when.is_interval:
            raise forms.ValidationError(_("Write the full day: 17/04/2023."))
        return when.earliest()

    def prepare_value(self, value: object) -> object:
        if isinstance(value, date):
            return f"{value:%d/%m/%Y}"
        return super().prepare_value(value)


class QuickSelect(forms.Select):
    """A long select drawn in one go: through templates, the districts take 40 ms."""

    def render(self, name: str, value: object, attrs: object = None, renderer: object = None) -> SafeString:
        """The select with its options."""
        chosen = {str(one) for one in (value if isinstance(value, list | tuple) else [value])}
        flat = flatatt({"name": name, **self.build_attrs(self.attrs, attrs)})
        return format_html("<select{}>{}</select>", flat, _drawn(self.choices, chosen))


def _drawn(choices: Iterable[tuple[object, object]], chosen: set[str]) -> SafeString:
    parts = []
    for key, label in choices:
        if isinstance(label, list | tuple):
            parts.append(f'<optgroup label="{escape(key)}">{_drawn(label, chosen)}</optgroup>')
            continue
        mark = " selected" if str(key or "") in chosen else ""
        parts.append(f'<option value="{escape(key)}"{mark}>{escape(label)}</option>')
    return mark_safe("".join(parts))


class QuickSelectMultiple(QuickSelect, forms.SelectMultiple):
    """The same for several."""

    def value_from_datadict(self, data: object, files: object, name: str) -> object:
        """All that were chosen."""
        return forms.SelectMultiple.value_from_datadict(self, data, files, name)

    def build_attrs(self, base: dict[str, object], extra: object = None) -> dict[str, object]:
        """Several can be chosen."""
        return {**super().build_attrs(base, extra), "multiple": True}


class InstitutionField(PickerField):
    """An institution by its name in either language or its acronym; cleans to its number or None."""

    def __init__(self, **options: object) -> None:
        options.setdefault("required", False)
        super().__init__(options=institution_options, **options)

    def clean(self, value: object) -> int | None:  # type: ignore[override]
        slug = super().clean(value)
        found = institutions.institution(slug) if slug else None
        return found.pk if found else None


def institution_options() -> list[Option]:
    """Every institution, in the reader's language."""
    urdu = in_urdu()
    return [
        Option(one.slug, one.name, one.name_en if urdu else one.name_ur, (one.acronym,) if one.acronym else ())
        for one in institutions.institutions_of()
    ]


def district_choices(first: PlaceRow | None = None) -> Choices:
    """Districts of today under their provinces; those of one province before all others."""
    listed = _districts(places.places_version(), in_urdu())
    return [
        (label, list(under)) for key, label, under in sorted(listed, key=lambda one: not first or one[0] != first.key)
    ]


@lru_cache(maxsize=4)
def _districts(version: str, urdu: bool) -> tuple[tuple[str, str, tuple[tuple[str, str], ...]], ...]:
    """Drawn once for each version of the gazetteer: finding the province of every place takes a tenth of a second."""
    language, book = "ur" if urdu else "en", places.gazetteer()
    under: dict[str, list[tuple[str, str]]] = {}
    for one in places.districts():
        province = book.province_of(one)
        if province is not None:
            under.setdefault(province.key, []).append((one.key, places.place_label(one, language)))
    provinces = sorted((one for one in places.provinces() if one.key in under), key=lambda one: one.name_en)
    return tuple((one.key, places.place_label(one, language), tuple(under[one.key])) for one in provinces)


def coverage_choices() -> Choices:
    """The country, the provinces, and the districts under them."""
    country = [(one.key, places.place_label(one)) for one in places.gazetteer() if one.kind is Kind.COUNTRY]
    provinces = [(one.key, places.place_label(one)) for one in places.provinces()]
    return [(_("Country and provinces"), [*country[:1], *provinces]), *district_choices()]


def places_by_id(ids: Iterable[int]) -> list[PlaceRow]:
    """Places by their number, the widest first."""
    wanted = set(ids)
    found = [one for one in places.gazetteer() if one.id in wanted]
    return sorted(found, key=lambda one: (one.kind in DISTRICTS, one.kind in PROVINCES, one.name_en))


def ids_of_places(keys: Iterable[str]) -> list[int]:
    """The numbers of places by their keys."""
    return [found.id for key in keys if (found := places.place_by_key(key)) is not None]


def said_day(when: PartialDate | date | None) -> date | None:
    """A day out of a form, whichever shape it has."""
    return when if when is None or isinstance(when, date) else when.earliest()
