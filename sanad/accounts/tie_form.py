"""The form for a tie of a user to an institution."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.institutions.models import Institution
from sanad.institutions.queries import institution, institutions_of
from sanad.web.fields import Option, PickerField


def institution_options() -> list[Option]:
    """All institutions, to pick one."""
    return [Option(one.slug, one.name_en or one.name_ur, one.name_ur, (one.acronym,)) for one in institutions_of()]


class TieForm(forms.Form):
    """An institution, and why."""

    institution = PickerField(label=_("Institution"), options=institution_options)
    why = forms.CharField(
        label=_("Why"), max_length=300, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
        help_text=_("For example: served there from 2015 to 2021, or a close relative serves there."),
    )  # fmt: skip

    def clean_institution(self) -> Institution | None:
        """The institution of that name."""
        return institution(self.cleaned_data["institution"])
