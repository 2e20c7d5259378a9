"""The form that finds a person by what is sealed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.kit.text import clean, visible

LONGEST = 300


class PersonForm(forms.Form):
    """A name, a CNIC or a phone number; which of them is seen from what is typed."""

    said = forms.CharField(
        label=_("Name, CNIC or phone"),
        max_length=LONGEST,
        widget=forms.TextInput(
            attrs={"dir": "auto", "autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}
        ),
        help_text=_(
            "In Urdu or English letters, also roughly: other spellings are found too. A number needs all digits."
        ),
    )

    def clean_said(self) -> str:
        """Without marks that nobody sees, which change the direction or hide between letters."""
        return visible(clean(self.cleaned_data["said"]))
