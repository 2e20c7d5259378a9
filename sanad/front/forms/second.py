"""Forms for what takes two persons."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.accounts.queries.managed import offices_beside
from sanad.accounts.readers import Reader
from sanad.kit.references import read_reference
from sanad.kit.refusals import Refused
from sanad.web.refusals import say

APPROVE, REFUSE = "approve", "refuse"


class DecisionForm(forms.Form):
    """Yes or no to what another asked."""

    decision = forms.ChoiceField(choices=[(APPROVE, APPROVE), (REFUSE, REFUSE)])


class RemarkForm(forms.Form):
    """What the head found when looking at an emergency afterwards."""

    remark = forms.CharField(
        label=_("What you found"), max_length=500, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )


class EmergencyForm(forms.Form):
    """Which record, and why it cannot wait."""

    reference = forms.CharField(
        label=_("Reference of the report"),
        max_length=40,
        help_text=_("As it stands on paper, like KP-2026-9JT7ZE6N3T."),
        widget=forms.TextInput(attrs={"dir": "ltr", "autocapitalize": "characters", "spellcheck": "false"}),
    )
    why = forms.CharField(
        label=_("Why it cannot wait"), max_length=500, widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"})
    )

    def clean_reference(self) -> str:
        """As references are written; whether there is such a report is not looked up."""
        try:
            return read_reference(self.cleaned_data["reference"])
        except Refused as refusal:
            raise forms.ValidationError([say(reason) for reason in refusal.reasons]) from None


class TransferForm(forms.Form):
    """To which office, and why."""

    to = forms.ModelChoiceField(label=_("Office that takes the report over"), queryset=None)
    why = forms.CharField(label=_("Why"), max_length=500, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}))

    def __init__(self, reader: Reader, custodian: int, data: object = None) -> None:
        super().__init__(data)
        self.fields["to"].queryset = offices_beside(reader, custodian)
