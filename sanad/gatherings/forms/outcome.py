"""Forms of what came out: minutes, files, follow-ups."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.gatherings.actions import FollowUpContent
from sanad.gatherings.models.columns import choices
from sanad.gatherings.rules.kinds import MATERIAL_TITLES, PHOTO_CONSENT_TITLES, MaterialKind, PhotoConsent
from sanad.projects.picking import DayField, InstitutionField, LongTextField, TextField


class MinutesForm(forms.Form):
    """The minutes."""

    minutes = LongTextField(label=_("Minutes"), max_length=60_000, rows=16, required=False)


class FollowUpForm(forms.Form):
    """What, who, until when."""

    what = TextField(label=_("What is to be done"), max_length=300)
    owner = TextField(label=_("By whom"), max_length=120)
    institution = InstitutionField(label=_("Institution"))
    due = DayField(label=_("Until"))

    def content(self) -> FollowUpContent:
        """What was typed."""
        return FollowUpContent(**self.cleaned_data)


class DoneForm(forms.Form):
    """That it is done."""

    note = TextField(label=_("Note"), max_length=300, required=False)


class MaterialForm(forms.Form):
    """A file. It stands last: the rest comes before it."""

    kind = forms.ChoiceField(label=_("What it is"), choices=choices(MATERIAL_TITLES))
    title = TextField(label=_("What it shows"), max_length=120, required=False)
    consent = forms.ChoiceField(
        label=_("If it shows people: what they agreed to"),
        choices=choices(PHOTO_CONSENT_TITLES),
        initial=PhotoConsent.NOT_ASKED,
    )
    file = forms.FileField(label=_("The file"), allow_empty_file=True, max_length=None)

    def clean(self) -> dict[str, object]:
        """A photograph of people needs an answer that is about people."""
        data = super().clean() or self.cleaned_data
        if data.get("kind") == MaterialKind.PHOTOGRAPH and data.get("consent") == PhotoConsent.NOT_NEEDED:
            self.add_error("consent", _("A photograph of people says whether they agreed."))
        return data


class OpenForm(forms.Form):
    """Why a file is opened."""

    why = TextField(label=_("Why"), max_length=300)
