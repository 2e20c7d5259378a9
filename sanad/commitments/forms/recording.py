"""Forms of recommendations and actions."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.commitments.fields import (
    Amount,
    ManyCodes,
    ManyProvinces,
    NamedCodes,
    NamedInstitutions,
    code_options,
    institution_options,
)
from sanad.commitments.models import Action, Recommendation
from sanad.commitments.rules.asked import POSITION_TITLES, RESPONSIBILITY_TITLES
from sanad.web.fields import Option, PartialDateField, PickerField, SelectField

LANGUAGES = [("en", "English"), ("ur", "اردو")]
AREA = {"rows": 3, "dir": "auto"}


def day_field(**rest: object) -> forms.DateField:
    """A single day, by the browser's own calendar or typed."""
    rest.setdefault("required", False)
    widget = forms.DateInput(attrs={"type": "date", "class": "input-date"}, format="%Y-%m-%d")
    return forms.DateField(widget=widget, **rest)


def _positions() -> list[Option]:
    return [Option(str(one), _(title)) for one, title in POSITION_TITLES.items()]


def _responsibilities() -> list[Option]:
    return [Option(str(one), _(title)) for one, title in RESPONSIBILITY_TITLES.items()]


class RecommendationForm(forms.Form):
    """What was asked, by whom, where it stands, what the state said, whom and what it concerns."""

    kind = SelectField(label=_("Who asked (kind)"), options=lambda: code_options("asker_kind"), empty=None)
    asked_by = forms.CharField(label=_("Who asked"), max_length=200)
    mechanism = forms.CharField(label=_("Mechanism or body"), max_length=80, required=False)
    source = forms.RegexField(
        r"^[a-z0-9-]+$", label=_("Short name of the document"), max_length=60, help_text=_("For filters: upr-2012.")
    )
    cycle = forms.CharField(label=_("Cycle or session"), max_length=80, required=False)
    document = forms.CharField(label=_("Document"), max_length=200, required=False)
    paragraph = forms.CharField(label=_("Paragraph"), max_length=40, required=False)
    letter = forms.CharField(label=_("Letter or part"), max_length=20, required=False)
    asked_on = PartialDateField(label=_("Date"), required=False)
    words = forms.CharField(label=_("In the original words"), widget=forms.Textarea(attrs=AREA), max_length=10_000)
    language = forms.ChoiceField(label=_("Language of these words"), choices=LANGUAGES)
    translation = forms.CharField(
        label=_("Translation"), widget=forms.Textarea(attrs=AREA), max_length=10_000, required=False
    )
    position = SelectField(label=_("Position of the state"), options=_positions, required=False)
    position_on = PartialDateField(label=_("Date of the position"), required=False)
    position_document = forms.CharField(label=_("Document of the position"), max_length=200, required=False)
    follow_up = forms.BooleanField(label=_("The body follows this paragraph up"), required=False)
    grade = forms.RegexField(r"^[A-E][12]?$", label=_("Grade of the latest follow-up"), max_length=3, required=False)
    responsibility = SelectField(label=_("Who has to act"), options=_responsibilities, required=False)
    provinces = ManyProvinces(label=_("Provinces"))
    lead = PickerField(label=_("Lead institution"), options=institution_options, required=False)
    support = NamedInstitutions(
        label=_("Supporting institutions"), help_text=_("Names, with a semicolon between them.")
    )
    cluster = forms.CharField(label=_("Cluster of like recommendations"), max_length=200, required=False)
    themes = ManyCodes("theme", label=_("Themes"))
    groups = ManyCodes("group_of_people", label=_("Groups of people"))
    rights = NamedCodes("right", label=_("Rights and articles"), help_text=_("For example: ICCPR 6; CAT 2."))
    targets = NamedCodes("sdg_target", label=_("SDG targets"), help_text=_("For example: 16.3; 5.2."))

    def values(self) -> dict[str, object]:
        """The columns as the action takes them."""
        said = dict(self.cleaned_data)
        del said["cluster"]
        for name in ("asked_on", "position_on"):
            said[name] = said[name].text if said[name] else ""
        return _numbered(said)

    @staticmethod
    def shown(row: Recommendation) -> dict[str, object]:
        """What the form shows of a recommendation."""
        names = [field.name for field in Recommendation._meta.concrete_fields]
        found = {name: getattr(row, name) for name in names if name not in ("kind", "lead", "cluster")}
        cluster = row.cluster.name if row.cluster else ""
        return found | {"kind": row.kind_id, "lead": row.lead_id, "cluster": cluster}


class ActionForm(forms.Form):
    """What will be done, by whom, until when, with what money."""

    title = forms.CharField(label=_("Action"), max_length=400, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}))
    title_ur = forms.CharField(
        label=_("The same in Urdu"),
        max_length=400,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2, "dir": "rtl", "lang": "ur"}),
    )
    label = forms.CharField(label=_("Number in the plan"), max_length=20, required=False)
    kind = SelectField(label=_("Kind of action"), options=lambda: code_options("action_kind"), empty=None)
    outcome = forms.CharField(label=_("Outcome it serves"), max_length=400, required=False)
    lead = PickerField(label=_("Lead institution"), options=institution_options, required=False)
    support = NamedInstitutions(
        label=_("Supporting institutions"), help_text=_("Names, with a semicolon between them.")
    )
    responsibility = SelectField(label=_("Who has to act"), options=_responsibilities, required=False)
    provinces = ManyProvinces(label=_("Provinces"))
    starts = day_field(label=_("Begins"))
    ends = day_field(label=_("Ends"))
    timeline = forms.CharField(label=_("Timeline as the plan words it"), max_length=120, required=False)
    every = forms.TypedChoiceField(
        label=_("Reported every"),
        coerce=int,
        choices=[(1, _("month")), (3, _("quarter")), (6, _("half-year")), (12, _("year"))],
        initial=3,
    )
    budget = Amount(label=_("Budget in rupees"), help_text=_("Empty: not stated. 0: none is needed."))
    budget_source = forms.CharField(label=_("Source of the budget"), max_length=200, required=False)
    audience = forms.CharField(label=_("Audience"), max_length=200, required=False)
    output = forms.CharField(label=_("Output"), max_length=300, required=False)
    themes = ManyCodes("theme", label=_("Themes"))
    groups = ManyCodes("group_of_people", label=_("Groups of people"))

    def values(self) -> dict[str, object]:
        """The columns as the action takes them."""
        return _numbered(dict(self.cleaned_data))

    @staticmethod
    def shown(row: Action) -> dict[str, object]:
        """What the form shows of an action."""
        names = [field.name for field in Action._meta.concrete_fields]
        found = {name: getattr(row, name) for name in names if name not in ("kind", "lead")}
        return found | {"kind": row.kind_id, "lead": row.lead_id}


def _numbered(said: dict[str, object]) -> dict[str, object]:
    """Chosen keys as numbers; a choice left open as its own value."""
    for name in ("kind", "lead"):
        chosen = said.pop(name)
        said[f"{name}_id"] = int(str(chosen)) if chosen else None
    for name in ("position", "responsibility"):
        if name in said:
            said[name] = said[name] or ""
    return said


class DropForm(forms.Form):
    """Why an action is dropped."""

    why = forms.CharField(label=_("Why"), max_length=400, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}))
