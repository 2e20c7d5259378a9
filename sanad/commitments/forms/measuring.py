"""Forms of indicators and of values that are typed in."""

import re
from collections.abc import Iterable
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from sanad.commitments.fields import Amount, ManyCodes
from sanad.commitments.forms.recording import AREA, day_field
from sanad.commitments.models import Action, Indicator
from sanad.commitments.rules.measured import KIND_TITLES, LIVE_TITLES
from sanad.figures.models import SavedTable
from sanad.kit.text import ascii_digits
from sanad.web.fields import CountField, Option, SelectField

TARGET = re.compile(r"(\d{4})\s*[:=]\s*(-?\d+(?:\.\d+)?)\s*%?\Z")


class TargetsField(forms.CharField):
    """Targets by year, one after another: “2026: 40; 2028: 60”."""

    def __init__(self, **rest: object) -> None:
        super().__init__(required=False, widget=forms.Textarea(attrs={"rows": 2, "dir": "ltr"}), **rest)

    def clean(self, value: object) -> dict[int, Decimal]:
        found: dict[int, Decimal] = {}
        for said in re.split(r"[;؛\n]+", ascii_digits(super().clean(value) or "").replace("٫", ".")):
            if not said.strip():
                continue
            read = TARGET.match(said.strip())
            if read is None or not 1990 <= int(read[1]) <= 2100 or len(read[2]) > 16:
                raise ValidationError(_("Write each target as year: value, for example 2026: 40; 2028: 60."))
            if int(read[1]) in found:
                raise ValidationError(_("The year %(year)s has two targets."), params={"year": read[1]})
            found[int(read[1])] = Decimal(read[2])
        return found

    def prepare_value(self, value: object) -> object:
        if not isinstance(value, dict):
            return value
        return "; ".join(f"{year}: {number.normalize():f}" for year, number in sorted(value.items()))


class IndicatorForm(forms.Form):
    """What is measured, how, from where and towards what."""

    name = forms.CharField(label=_("Indicator"), max_length=300)
    name_ur = forms.CharField(label=_("The same in Urdu"), max_length=300, required=False)
    label = forms.CharField(label=_("Number in the plan"), max_length=20, required=False)
    kind = SelectField(
        label=_("What it measures"),
        options=lambda: [Option(str(one), _(title)) for one, title in KIND_TITLES.items()],
        empty=None,
    )
    definition = forms.CharField(label=_("Definition"), widget=forms.Textarea(attrs=AREA), max_length=4000)
    unit = forms.CharField(
        label=_("Unit"), max_length=60, help_text=_("For example: per cent, rupees, yes or no as 1 or 0.")
    )
    source = forms.CharField(label=_("Source"), max_length=300)
    disaggregation = forms.CharField(label=_("Split by"), max_length=300, required=False)
    live = SelectField(
        label=_("How it is measured"),
        options=lambda: [Option(str(one), _(title)) for one, title in LIVE_TITLES.items()],
        empty=_("typed in, with a document"),
        required=False,
    )
    table = SelectField(label=_("Saved table that counts it"), options=(), empty="–", required=False)
    part = forms.CharField(
        label=_("Which part of it"),
        max_length=400,
        required=False,
        help_text=_("A filter as in the address of a table: status=verified."),
        widget=forms.TextInput(attrs={"dir": "ltr"}),
    )
    upwards = forms.BooleanField(label=_("More is better"), required=False, initial=True)
    baseline = Amount(label=_("Baseline"), places=4)
    baseline_year = CountField(label=_("Year of the baseline"), most=2100)
    no_baseline_why = forms.CharField(label=_("If there is none: why"), max_length=300, required=False)
    targets = TargetsField(label=_("Targets by year"), help_text=_("For example: 2026: 40; 2028: 60."))
    action = SelectField(label=_("Action that it measures"), options=(), empty="–", required=False)
    themes = ManyCodes("theme", label=_("Themes"))

    def __init__(self, *args: object, tables: Iterable[SavedTable], actions: Iterable[Action], **rest: object) -> None:
        super().__init__(*args, **rest)
        offered = [Option(str(one.key), one.name) for one in tables]
        self.fields["table"] = SelectField(label=self.fields["table"].label, options=offered, empty="–", required=False)
        answered = [Option(str(one.pk), str(one)[:100]) for one in actions]
        self.fields["action"] = SelectField(
            label=self.fields["action"].label, options=answered, empty="–", required=False
        )

    def clean(self) -> dict[str, object]:
        """A baseline has its year."""
        said = super().clean() or self.cleaned_data
        if (said.get("baseline") is None) != (said.get("baseline_year") is None):
            self.add_error("baseline", _("A baseline has a value and a year."))
        return said

    def values(self) -> dict[str, object]:
        """The columns as the action takes them; targets stand apart."""
        said = dict(self.cleaned_data)
        del said["targets"]
        said["live"] = said["live"] or ""
        said["action_id"] = said.pop("action") or None
        said["part"] = (
            [part.strip() for part in said["part"].split(";") if part.strip()] if said["live"] == "share" else []
        )
        said["table"] = said["table"] or None if said["live"] else None
        return said

    @staticmethod
    def shown(row: Indicator, targets: dict[int, Decimal]) -> dict[str, object]:
        """What the form shows of an indicator."""
        names = [field.name for field in Indicator._meta.concrete_fields]
        found = {name: getattr(row, name) for name in names if name not in ("action", "part", "table")}
        table = str(row.table) if row.table else ""
        return found | {"part": "; ".join(row.part), "targets": targets, "action": row.action_id, "table": table}


class ReadingForm(forms.Form):
    """A value that somebody measured."""

    value = Amount(label=_("Value"), places=4, required=True)
    on = day_field(label=_("Measured on"), required=True)
    document = forms.CharField(label=_("Document in which it stands"), max_length=300)
