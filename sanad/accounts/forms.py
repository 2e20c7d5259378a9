"""The shape of what is typed in on the pages of this package. What may be done is decided by the actions."""

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from sanad.accounts.actions.offices import OfficeContent
from sanad.accounts.models import Office, User
from sanad.accounts.queries.managed import (
    offices_above,
    offices_managed_by,
    offices_to_share_with,
    own_offices,
    places_of_offices,
)
from sanad.accounts.readers import Reader
from sanad.accounts.roles import DUTIES, TITLES, Role
from sanad.accounts.rules import GIVES_TITLES, KIND_TITLES, OfficeKind
from sanad.accounts.tie_form import institution_options
from sanad.institutions.queries import institution
from sanad.web.fields import PickerField

LATIN = {"dir": "ltr", "autocapitalize": "none", "spellcheck": "false"}


class DayInput(forms.DateInput):
    """A day, picked or typed."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class LanguageForm(forms.Form):
    """The language of the screens, and how numbers and dates are written."""

    language = forms.ChoiceField(label=_("Language"), choices=User.Language.choices, widget=forms.RadioSelect)
    digits = forms.ChoiceField(
        label=_("Digits on Urdu screens"), choices=User.Digits.choices, widget=forms.RadioSelect, required=False
    )
    dates = forms.ChoiceField(
        label=_("Dates are written"), choices=User.Dates.choices, widget=forms.RadioSelect, required=False
    )


class WorkplaceForm(forms.Form):
    """The office for which somebody with several postings works now."""

    office = forms.ModelChoiceField(label=_("I work now for"), queryset=None, empty_label=None)

    def __init__(self, reader: Reader, *args: Any, **kwargs: Any) -> None:  # Any: Django's form arguments
        super().__init__(*args, **kwargs)
        self.fields["office"].queryset = own_offices(reader)


class OfficeForm(forms.Form):
    """What is said of an office."""

    name_en = forms.CharField(label=_("Name in English"), max_length=200, widget=forms.TextInput({"dir": "ltr"}))
    name_ur = forms.CharField(
        label=_("Name in Urdu"), max_length=200, required=False, widget=forms.TextInput({"dir": "rtl", "lang": "ur"})
    )
    slug = forms.CharField(
        label=_("Short name"),
        max_length=40,
        help_text=_("Small Latin letters, digits and hyphens, like kp-swat. It cannot be changed later."),
        widget=forms.TextInput(LATIN),
    )
    kind = forms.ChoiceField(
        label=_("Kind of office"),
        choices=[(str(kind), _(title)) for kind, title in KIND_TITLES.items()],
        help_text=_(
            "A district office's records are seen by the office it belongs to; others keep theirs to themselves."
        ),
    )
    parent = forms.ModelChoiceField(label=_("Belongs to"), queryset=None, required=False)
    place = forms.ModelChoiceField(label=_("Province or district"), queryset=None, required=False)
    institution = PickerField(
        label=_("Part of the institution"),
        options=institution_options,
        required=False,
        help_text=_("Whoever is posted here does not see records in which it is an alleged perpetrator."),
    )
    reference_prefix = forms.CharField(
        label=_("Letters before its references"),
        max_length=4,
        help_text=_("Two to four Latin capitals, like KP."),
        widget=forms.TextInput({"dir": "ltr", "autocapitalize": "characters"}),
    )
    since = forms.DateField(label=_("Open since"), widget=DayInput())
    until = forms.DateField(label=_("Closed on"), required=False, widget=DayInput())

    def __init__(self, reader: Reader, office: Office | None, *args: Any, **kwargs: Any) -> None:  # Any: as above
        names = [*OfficeForm.base_fields]
        known = {name: getattr(office, name) for name in names} if office else {"since": timezone.localdate()}
        if office:
            known["institution"] = office.institution.slug if office.institution else ""
        super().__init__(*args, initial=known, **kwargs)
        above = offices_managed_by(reader)
        if office:
            self.fields["slug"].disabled = True
            above = above.exclude(pk=office.pk)
            if office.parent_id and not above.filter(pk=office.parent_id).exists():
                self.fields["parent"].disabled = True
                above = offices_above(office)
        self.fields["parent"].queryset = above
        self.fields["place"].queryset = places_of_offices()

    def content(self) -> OfficeContent:
        """What was typed in, for the action."""
        said = dict(self.cleaned_data)
        parent, place = said.pop("parent"), said.pop("place")
        named = said.pop("institution")
        found = institution(named) if named else None
        said["kind"] = OfficeKind(said["kind"])
        return OfficeContent(
            **said,
            parent_id=parent.pk if parent else None,
            place_id=place.pk if place else None,
            institution_id=found.pk if found else None,
        )


def role_field() -> forms.ChoiceField:
    """The roles, each with what it is for."""
    titles = [(str(role), format_lazy("{}: {}", _(TITLES[role]), _(duty))) for role, duty in DUTIES.items()]
    return forms.ChoiceField(label=_("Role"), choices=titles, widget=forms.RadioSelect)


class UserForm(forms.Form):
    """A new user with a first posting."""

    full_name = forms.CharField(label=_("Full name"), max_length=120)
    username = forms.CharField(
        label=_("User name"), max_length=32, help_text=_("Like a.khan."), widget=forms.TextInput(LATIN)
    )
    language = forms.ChoiceField(label=_("Language"), choices=User.Language.choices, widget=forms.RadioSelect)
    office = forms.ModelChoiceField(label=_("Office"), queryset=None, empty_label=None)

    def __init__(self, reader: Reader, *args: Any, **kwargs: Any) -> None:  # Any: Django's form arguments
        super().__init__(*args, **kwargs)
        self.fields["office"].queryset = offices_managed_by(reader)
        self.fields["role"] = role_field()


class PostingForm(forms.Form):
    """A role at an office for a time."""

    office = forms.ModelChoiceField(label=_("Office"), queryset=None, empty_label=None)
    since = forms.DateField(label=_("From"), widget=DayInput())
    until = forms.DateField(
        label=_("Until"), required=False, widget=DayInput(), help_text=_("The first day on which it no longer holds.")
    )

    def __init__(self, reader: Reader, *args: Any, **kwargs: Any) -> None:  # Any: Django's form arguments
        super().__init__(*args, **kwargs)
        self.fields["office"].queryset = offices_managed_by(reader)
        self.fields["role"] = role_field()

    def role(self) -> Role:
        """The role that was chosen."""
        return Role(self.cleaned_data["role"])


class SharingForm(forms.Form):
    """What an office gives another."""

    giver = forms.ModelChoiceField(label=_("Gives"), queryset=None, empty_label=None)
    receiver = forms.ModelChoiceField(label=_("Given to"), queryset=None)
    gives = forms.ChoiceField(
        label=_("What is given"),
        choices=[(str(gives), _(title)) for gives, title in GIVES_TITLES.items()],
        widget=forms.RadioSelect,
    )
    why = forms.CharField(
        label=_("Why, or by which letter"), max_length=500, widget=forms.Textarea({"rows": 3, "dir": "auto"})
    )

    def __init__(self, reader: Reader, *args: Any, **kwargs: Any) -> None:  # Any: Django's form arguments
        super().__init__(*args, **kwargs)
        self.fields["giver"].queryset = offices_managed_by(reader)
        self.fields["receiver"].queryset = offices_to_share_with(reader)
