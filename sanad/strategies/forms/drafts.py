"""Forms for strategies, their stages, files and texts."""

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sanad.places.queries import place_label, provinces
from sanad.strategies.models import Clause, Draft, PlannedAction
from sanad.strategies.models.strategy import Stage
from sanad.strategies.rules.stages import NEXT
from sanad.strategies.word.guards import LARGEST_FILE

LANGUAGES = [("en", _("English")), ("ur", _("Urdu"))]
URDU = {"dir": "rtl", "lang": "ur"}
ENGLISH = {"dir": "ltr", "lang": "en"}


class StrategyForm(forms.Form):
    """A new strategy."""

    title_en = forms.CharField(
        label=_("Title in English"), max_length=200, required=False, widget=forms.TextInput(ENGLISH)
    )
    title_ur = forms.CharField(label=_("Title in Urdu"), max_length=200, required=False, widget=forms.TextInput(URDU))
    province = forms.ChoiceField(label=_("Province"), required=False)
    first_year = forms.IntegerField(label=_("First year"), required=False, min_value=1947, max_value=2100)
    last_year = forms.IntegerField(label=_("Last year"), required=False, min_value=1947, max_value=2100)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["province"].choices = [("", "–"), *((str(one.id), place_label(one)) for one in provinces())]

    def clean(self) -> dict[str, object]:
        """One title at least; an end after the beginning."""
        said = super().clean()
        if not (said.get("title_en") or said.get("title_ur")):
            self.add_error("title_en", _("Give it a title, in one language at least."))
        first, last = said.get("first_year"), said.get("last_year")
        if first and last and last < first:
            self.add_error("last_year", _("The last year comes after the first."))
        return said


class StageForm(forms.Form):
    """The next stage."""

    stage = forms.ChoiceField(label=_("It has reached the stage"))
    since = forms.DateField(label=_("Since"), widget=forms.DateInput({"type": "date", "class": "input-date"}))
    why = forms.CharField(
        label=_("By which letter or meeting"), max_length=500, widget=forms.TextInput({"dir": "auto"})
    )

    def __init__(self, stage: str, *args: object, **kwargs: object) -> None:
        super().__init__(*args, initial={"since": timezone.localdate()}, **kwargs)
        titles = dict(Stage.choices)
        self.fields["stage"].choices = [(one, titles[one]) for one in NEXT[stage]]


class UploadForm(forms.Form):
    """A Word file."""

    file = forms.FileField(
        label=_("Word file (DOCX)"),
        help_text=_("At most %(most)s MB. Nothing is stored before you have seen what was understood.")
        % {"most": LARGEST_FILE // 2**20},
        widget=forms.FileInput({"accept": ".docx"}),
    )
    language = forms.ChoiceField(label=_("Its language"), choices=LANGUAGES)
    into = forms.ChoiceField(label=_("It is"), required=False)

    def __init__(self, drafts: list[Draft], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        latest = drafts[0]
        whole = (
            _("the text of draft %(number)s")
            if latest.state == Draft.State.OPEN
            else _("the next draft, number %(number)s")
        )
        number = latest.number if latest.state == Draft.State.OPEN else latest.number + 1
        other = _("the words of draft %(number)s in the other language") % {"number": latest.number}
        self.fields["into"].choices = [("", whole % {"number": number}), (str(latest.number), other)]


def _area(rows: int, attrs: dict[str, str]) -> forms.Textarea:
    return forms.Textarea({"rows": rows, **attrs})


class ClauseForm(forms.ModelForm):
    """The words of a clause."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = Clause
        fields = ("kind", "number", "depth", "heading_en", "heading_ur", "text_en", "text_ur")
        labels = {
            "kind": _("Kind of clause"),
            "number": _("Number"),
            "depth": _("Depth (1 is the highest)"),
            "heading_en": _("Heading in English"),
            "heading_ur": _("Heading in Urdu"),
            "text_en": _("Text in English"),
            "text_ur": _("Text in Urdu"),
        }
        widgets = {
            "number": forms.TextInput({"class": "input-short", "dir": "auto"}),
            "depth": forms.NumberInput({"class": "input-short", "min": 1, "max": 6}),
            "heading_en": forms.TextInput(ENGLISH),
            "heading_ur": forms.TextInput(URDU),
            "text_en": _area(5, ENGLISH),
            "text_ur": _area(5, URDU),
        }

    def clean(self) -> dict[str, object]:
        """A clause says something."""
        said = super().clean()
        if not any(said.get(name) for name in ("number", "heading_en", "heading_ur", "text_en", "text_ur")):
            self.add_error("text_en", _("Write the words of the clause."))
        return said


class PlannedForm(forms.ModelForm):
    """A row of the action table."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False)

    class Meta:
        model = PlannedAction
        fields = (
            "theme", "outcome", "words_en", "words_ur", "agency_en", "agency_ur", "timeline_en", "timeline_ur",
            "indicator_en", "indicator_ur", "baseline", "target", "budget", "evidence",
        )  # fmt: skip
        labels = {
            "theme": _("Thematic area"),
            "outcome": _("Outcome"),
            "words_en": _("Action in English"),
            "words_ur": _("Action in Urdu"),
            "agency_en": _("Responsible agency in English"),
            "agency_ur": _("Responsible agency in Urdu"),
            "timeline_en": _("Timeline in English"),
            "timeline_ur": _("Timeline in Urdu"),
            "indicator_en": _("Indicator in English"),
            "indicator_ur": _("Indicator in Urdu"),
            "baseline": _("Baseline"),
            "target": _("Target"),
            "budget": pgettext_lazy("action plan", "Budget"),
            "evidence": pgettext_lazy("action plan", "Evidence"),
        }
        widgets = {
            **{name: _area(2, ENGLISH) for name in ("words_en", "agency_en", "indicator_en")},
            **{name: _area(2, URDU) for name in ("words_ur", "agency_ur", "indicator_ur")},
            "timeline_en": forms.TextInput(ENGLISH),
            "timeline_ur": forms.TextInput(URDU),
            **{name: forms.TextInput({"dir": "auto"}) for name in ("baseline", "target", "budget")},
            "evidence": _area(2, {"dir": "auto"}),
        }

    def __init__(self, clauses: list[Clause], *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        for name in ("theme", "outcome"):
            field = self.fields[name]
            field.queryset = field.queryset.filter(pk__in=[one.pk for one in clauses if one.kind == name])
            field.required = False

    def clean(self) -> dict[str, object]:
        """An action says what is to be done."""
        said = super().clean()
        if not (said.get("words_en") or said.get("words_ur")):
            self.add_error("words_en", _("Say what is to be done."))
        return said


def place_of(pk: str) -> int | None:
    """The province that was chosen."""
    return int(pk) if pk else None


__all__ = ["ClauseForm", "PlannedForm", "StageForm", "StrategyForm", "UploadForm", "place_of"]
