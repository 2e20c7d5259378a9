"""Which two official lists are compared."""

from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.figures.presenting import labels
from sanad.figures.rules.dimensions import Unit
from sanad.web.fields import Option, SelectField

YEAR = {"inputmode": "numeric", "class": "input-short", "size": "4", "dir": "ltr"}


class ListsForm(forms.Form):
    """One list, the other, the unit, the years."""

    one = SelectField(label=_("One list"), options=(), empty=None)
    other = SelectField(label=_("The other list"), options=(), empty=None)
    unit = SelectField(
        label=_("Count"),
        options=lambda: [Option(one.value, labels.UNITS[one]) for one in (Unit.EVENTS, Unit.VIOLATIONS, Unit.REPORTS)],
        empty=None,
    )
    year_from = forms.RegexField(r"^\d{4}$", label=_("Years from"), required=False, widget=forms.TextInput(attrs=YEAR))
    year_to = forms.RegexField(r"^\d{4}$", label=_("to"), required=False, widget=forms.TextInput(attrs=YEAR))

    def __init__(self, data: object, *, lists: Iterable[str]) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        names = [Option(slug, labels.list_label(slug)) for slug in lists]
        for field in ("one", "other"):
            self.fields[field] = SelectField(label=self.fields[field].label, options=names, empty=None)
