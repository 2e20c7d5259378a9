"""The shape of a printed table on its page: what it is, and its figures, one on each line."""

import csv
import io
from collections.abc import Iterable

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.figures.actions.published import TableContent
from sanad.figures.models import PublishedTable
from sanad.figures.presenting import labels
from sanad.figures.presenting.published import lists_offered
from sanad.figures.rules.dimensions import Unit
from sanad.figures.rules.published import Printed
from sanad.figures.rules.published_lines import COLUMNS
from sanad.web.fields import Option, SelectField

TEXTS = ("name", "title", "printed_by", "printed_on", "source", "note")


def _lists() -> list[Option]:
    return [Option(slug, label) for slug, label in lists_offered()]


class PublishedForm(forms.Form):
    """A printed table."""

    name = forms.CharField(
        label=_("Short name"), max_length=60, help_text=_("As you will look for it: T2, Senate 2015.")
    )
    title = forms.CharField(label=_("Title, as printed"), max_length=300, required=False)
    printed_by = forms.CharField(label=_("Printed by"), max_length=200, required=False)
    printed_on = forms.CharField(label=_("Printed when"), max_length=40, required=False)
    source = forms.CharField(label=_("Where it can be read"), max_length=500, required=False)
    classification = SelectField(
        label=_("Official list"), options=_lists, empty=_("found by the names of the categories"), required=False
    )
    note = forms.CharField(label=_("Note"), max_length=500, required=False, widget=forms.Textarea({"rows": 2}))
    figures = forms.CharField(
        label=_("Figures, one on each line"),
        help_text=_(
            "The first line names the columns: area, category, period, measure, value, role. Between them commas, or "
            "pasted from a sheet. Write every total as printed, also where it does not add up; leave a value empty "
            "where it is not printed. Roles: cell, area_total, category_total, period_total, grand_total."
        ),
        widget=forms.Textarea({"rows": 14, "dir": "ltr", "spellcheck": "false", "class": "code"}),
    )

    def content(self, classification: str) -> TableContent:
        """What is said of the table, for the action."""
        return TableContent(
            **{name: self.cleaned_data[name] for name in TEXTS},
            classification=self.cleaned_data["classification"] or classification,
        )


def typed_again(table: PublishedTable, figures: Iterable[Printed]) -> dict[str, object]:
    """What the form shows of a table that is there."""
    known: dict[str, object] = {name: getattr(table, name) for name in TEXTS}
    return known | {"classification": table.classification, "figures": as_lines(figures)}


def as_lines(figures: Iterable[Printed]) -> str:
    """The figures as they are typed."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in figures:
        value = "" if one.value is None else one.value
        writer.writerow([one.area, one.category, one.period.said, one.measure, value, one.role])
    return out.getvalue()


class BesideForm(forms.Form):
    """How our own count is taken beside a printed table."""

    unit = SelectField(
        label=_("Our count"),
        options=lambda: [Option(unit.value, labels.UNITS[unit]) for unit in Unit],
        empty=_("as the printed word says"),
        required=False,
    )
    state = SelectField(
        label=_("State of verification"),
        options=lambda: [Option("verified", _("verified only"))],
        empty=_("all"),
        required=False,
    )
