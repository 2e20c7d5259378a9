"""Forms of the registry of projects."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.projects.actions import ProjectContent, ResultContent
from sanad.projects.models import Project, choices
from sanad.projects.picking import (
    DayField,
    InstitutionField,
    LongTextField,
    QuickSelectMultiple,
    TextField,
    coverage_choices,
    ids_of_places,
    places_by_id,
)
from sanad.projects.rules import FOCUS_TITLES, GOALS, PART_TITLES, RESULT_TITLES, STATUS_TITLES
from sanad.web.fields import CountField

GOAL_TITLES = {
    1: _("1 No poverty"),
    2: _("2 Zero hunger"),
    3: _("3 Good health"),
    4: _("4 Quality education"),
    5: _("5 Gender equality"),
    6: _("6 Clean water"),
    7: _("7 Clean energy"),
    8: _("8 Decent work"),
    9: _("9 Industry and innovation"),
    10: _("10 Reduced inequalities"),
    11: _("11 Sustainable cities"),
    12: _("12 Responsible consumption"),
    13: _("13 Climate action"),
    14: _("14 Life below water"),
    15: _("15 Life on land"),
    16: _("16 Peace, justice and strong institutions"),
    17: _("17 Partnerships"),
}


class ProjectForm(forms.Form):
    """A project as its page shows it."""

    title_en = TextField(label=_("Title in English"), max_length=200, required=False)
    title_ur = TextField(label=_("Title in Urdu"), max_length=200, required=False)
    status = forms.ChoiceField(label=_("Status"), choices=choices(STATUS_TITLES))
    starts = DayField(label=_("First day"), required=False)
    ends = DayField(label=_("Last day"), required=False)
    focus = forms.ChoiceField(label=_("Focus area"), choices=choices(FOCUS_TITLES))
    goals = forms.TypedMultipleChoiceField(
        label=_("Goals of sustainable development"),
        choices=[(goal, GOAL_TITLES[goal]) for goal in GOALS],
        coerce=int,
        required=False,
        widget=forms.SelectMultiple(attrs={"size": 6}),
        help_text=_("Several: hold the Ctrl key."),
    )
    places = forms.MultipleChoiceField(
        label=_("Where it works"),
        choices=coverage_choices,
        required=False,
        widget=QuickSelectMultiple(attrs={"size": 8}),
        help_text=_("Several: hold the Ctrl key."),
    )
    summary_en = LongTextField(label=_("In a few sentences, in English"), max_length=2000, required=False)
    summary_ur = LongTextField(label=_("In a few sentences, in Urdu"), max_length=2000, required=False)
    objectives_en = LongTextField(label=_("Objectives in English, one in a line"), max_length=4000, required=False)
    objectives_ur = LongTextField(label=_("Objectives in Urdu, one in a line"), max_length=4000, required=False)

    def content(self) -> ProjectContent:
        """What was typed."""
        data = dict(self.cleaned_data)
        data.pop("places")
        return ProjectContent(**{**data, "goals": tuple(data["goals"])})

    def place_ids(self) -> list[int]:
        """Where it works."""
        return ids_of_places(self.cleaned_data["places"])


def said_of(project: Project) -> dict[str, object]:
    """What a project says now, for the form."""
    said = {name: getattr(project, name) for name in ProjectForm.base_fields if name != "places"}
    return {**said, "places": [one.key for one in places_by_id(c.place_id for c in project.coverage.all())]}


class PartnerForm(forms.Form):
    """An institution and what it does."""

    institution = InstitutionField(label=_("Institution"), required=True)
    part = forms.ChoiceField(label=_("What it does"), choices=choices(PART_TITLES))


class ResultForm(forms.Form):
    """A result; a number left empty is unknown."""

    title_en = TextField(label=_("Result in English"), max_length=200, required=False)
    title_ur = TextField(label=_("Result in Urdu"), max_length=200, required=False)
    kind = forms.ChoiceField(label=_("Kind"), choices=choices(RESULT_TITLES))
    baseline = CountField(label=_("At the start"))
    target = CountField(label=_("Wanted"))
    reached = CountField(label=_("Reached so far"))

    def content(self) -> ResultContent:
        """What was typed."""
        return ResultContent(**self.cleaned_data)
