"""Forms of matching: a reason to look at names, a word on a pair, who is taken out of a person."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _


class BeginForm(forms.Form):
    """Why somebody compares records: said once, kept with every pair that is opened."""

    reason = forms.CharField(
        label=_("Why do you compare names now?"),
        max_length=300,
        strip=True,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )


class DecideForm(forms.Form):
    """A verdict on a pair, with a word on why where one is needed."""

    verdict = forms.ChoiceField(choices=[(one, one) for one in ("same", "entry", "different", "unsure")])
    why = forms.CharField(
        label=_("Remark (optional)"), required=False, max_length=400, strip=True,
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )  # fmt: skip


class PartForm(forms.Form):
    """Which records are taken out of a person, and why."""

    part = forms.MultipleChoiceField(label=_("Records that are of somebody else"), widget=forms.CheckboxSelectMultiple)
    why = forms.CharField(
        label=_("Why"), max_length=500, strip=True, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )

    def __init__(self, records: Sequence[tuple[str, str]], data: object = None) -> None:
        super().__init__(data)
        self.fields["part"].choices = records
