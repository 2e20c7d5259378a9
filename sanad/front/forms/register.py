"""What the register asks beside the report itself: danger, and whether the paper has been read through."""

from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _


class RegisterForm(forms.Form):
    """Ticks at the end of the register, and the page on which the last report stood."""

    danger = forms.BooleanField(
        label=_("Somebody is in danger now"),
        required=False,
        help_text=_("The head of the office is told at once."),
    )
    read_through = forms.BooleanField(label=_("This paper of this day is read through"), required=False)
    as_printed = forms.BooleanField(
        label=_("Keep the full text as the original, as it was pasted"), required=False, initial=True
    )
    document = forms.UUIDField(required=False, widget=forms.HiddenInput)

    @property
    def page_before(self) -> UUID | None:
        """The document of the last report, once the form has been read."""
        found = self.cleaned_data.get("document")
        return found if isinstance(found, UUID) else None
