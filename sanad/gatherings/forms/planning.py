"""Forms of the plan: the gathering itself, a line of its agenda, an invitation."""

from collections.abc import Iterable
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.accounts.readers import Reader
from sanad.gatherings.actions import AgendaContent, GatheringContent, InvitationContent
from sanad.gatherings.models import Gathering
from sanad.gatherings.models.columns import choices
from sanad.gatherings.rules.kinds import ANSWER_TITLES, KIND_TITLES, SEAT_TITLES, STATE_TITLES, State
from sanad.projects.picking import (
    DayField,
    InstitutionField,
    LongTextField,
    QuickSelect,
    TextField,
    coverage_choices,
    ids_of_places,
)
from sanad.projects.queries import projects_in_order
from sanad.web.fields import CountField

MOST_SEATS = 500


class TimeField(forms.TimeField):
    """A time of day, like 09:30."""

    def __init__(self, **options: object) -> None:
        attrs = {"class": "input-short", "dir": "ltr", "placeholder": "09:30", "autocomplete": "off"}
        options.setdefault("widget", forms.TimeInput(attrs=attrs, format="%H:%M"))
        options.setdefault("required", False)
        super().__init__(input_formats=["%H:%M", "%H.%M", "%I:%M %p"], **options)


class GatheringForm(forms.Form):
    """What, when, where, with whom."""

    kind = forms.ChoiceField(label=_("Kind"), choices=choices(KIND_TITLES))
    title_en = TextField(label=_("Title in English"), max_length=200, required=False)
    title_ur = TextField(label=_("Title in Urdu"), max_length=200, required=False)
    first_day = DayField(label=_("First day"))
    last_day = DayField(label=_("Last day"), required=False, help_text=_("Empty: it is one day."))
    begins = TimeField(label=_("Begins at"))
    place = forms.ChoiceField(label=_("District"), required=False, widget=QuickSelect)
    venue = TextField(label=_("Hall"), max_length=200, required=False)
    partner = InstitutionField(label=_("Held together with"))
    project = forms.ChoiceField(label=_("Paid for by the project"), required=False)
    purpose = LongTextField(label=_("What it is for"), max_length=2000, required=False, rows=3)
    state = forms.ChoiceField(label=_("State"), choices=choices(STATE_TITLES), initial=State.PLANNED)
    form = forms.UUIDField(required=False, widget=forms.HiddenInput)

    def __init__(self, reader: Reader, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.fields["place"].choices = [("", _("not stated")), *coverage_choices()]
        projects = [(str(one.pk), one.title) for one in projects_in_order(reader)]
        self.fields["project"].choices = [("", _("none of the registry")), *projects]

    def content(self) -> GatheringContent:
        """What was typed."""
        data = dict(self.cleaned_data)
        data.pop("form")
        place = ids_of_places([data["place"]]) if data["place"] else []
        data |= {"place": place[0] if place else None, "project": UUID(data["project"]) if data["project"] else None}
        return GatheringContent(**data)


def said_of(gathering: Gathering) -> dict[str, object]:
    """What a plan says now, for the form."""
    said = {name: getattr(gathering, name, "") for name in GatheringForm.base_fields}
    return said | {
        "place": gathering.place.key if gathering.place else "",
        "partner": gathering.partner.slug if gathering.partner else "",
        "project": str(gathering.project_id or ""),
        "form": None,
    }


class AgendaForm(forms.Form):
    """A line of the agenda."""

    title = TextField(label=_("What"), max_length=200)
    day = DayField(label=_("Day"), required=False, help_text=_("Empty: the first day."))
    begins = TimeField(label=_("Begins at"))
    speaker = TextField(label=_("Speaker"), max_length=120, required=False)
    institution = InstitutionField(label=_("Institution"))

    def content(self) -> AgendaContent:
        """What was typed."""
        return AgendaContent(**self.cleaned_data)


class InvitationForm(forms.Form):
    """Seats for an institution."""

    institution = InstitutionField(label=_("Institution"), required=True)
    seat = forms.ChoiceField(label=_("Seat"), choices=choices(SEAT_TITLES), widget=QuickSelect)
    seats = CountField(label=_("How many"), most=MOST_SEATS, required=True, initial=1)
    note = TextField(label=_("Note"), max_length=200, required=False)

    def clean_seats(self) -> int:
        """An invitation is for one seat at least."""
        seats = self.cleaned_data["seats"]
        if not seats:
            raise forms.ValidationError(_("An invitation is for one seat at least."))
        return seats

    def content(self) -> InvitationContent:
        """What was typed."""
        return InvitationContent(**self.cleaned_data)


class AnswerForm(forms.Form):
    """What an institution answered."""

    answer = forms.ChoiceField(choices=choices(ANSWER_TITLES))


class FilterForm(forms.Form):
    """Which gatherings the list shows."""

    kind = forms.ChoiceField(label=_("Kind"), choices=[("", _("all")), *choices(KIND_TITLES)], required=False)
    state = forms.ChoiceField(label=_("State"), choices=[("", _("all")), *choices(STATE_TITLES)], required=False)
    year = forms.ChoiceField(label=_("Year"), required=False)

    def __init__(self, years: Iterable[int], *args: object) -> None:
        super().__init__(*args)
        self.fields["year"].choices = [("", _("all")), *((str(year), str(year)) for year in years)]
