"""The form that finds a person by what is sealed."""

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from sanad.front.forms.judging import ReasonForm
from sanad.kit.text import clean, visible

LONGEST = 300


class PersonForm(forms.Form):
    """A name, a CNIC or a phone number; which of them is seen from what is typed.

    Marks that nobody sees, which change the direction or hide between letters, are taken out first.
    """

    said = forms.CharField(
        label=_("Name, CNIC or phone"),
        max_length=LONGEST,
        widget=forms.TextInput(
            attrs={"dir": "auto", "autocomplete": "off", "autocapitalize": "off", "spellcheck": "false"}
        ),
        help_text=_("In Urdu or English letters; other spellings are found too. A number needs all its digits."),
    )

    def __init__(self, data: QueryDict | None = None) -> None:
        super().__init__(data)
        if data is not None:  # what is shown again reads as it was searched
            self.data = {**data.dict(), "said": visible(data.get("said", ""))}

    def clean_said(self) -> str:
        """As texts are stored: one form of each letter, plain spaces."""
        return clean(self.cleaned_data["said"])


class OtherEventForm(forms.Form):
    """An event whose persons are shown, by its reference."""

    event = forms.CharField(
        label=_("Reference of the other event"),
        max_length=24,
        help_text=_("As it stands on its page, like KP-2026-9JT7ZE6N3T."),
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off", "class": "input-date"}),
    )


class SamePersonForm(ReasonForm):
    """Who is the same person, by a record of theirs, and why; the choices are laid out by the page."""

    other = forms.UUIDField(
        label=_("The same person as"), error_messages=dict.fromkeys(("required", "invalid"), _("Choose who it is."))
    )

    field_order = ("other", "why")
