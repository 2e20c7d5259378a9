"""Small forms of what stands beside an action, of decisions, focal points and progress."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sanad.commitments.fields import Amount, grouped_options, institution_options
from sanad.commitments.forms.recording import LANGUAGES, day_field
from sanad.commitments.models import Progress
from sanad.commitments.rules.reported import STAGE_TITLES, VERDICT_TITLES, WhyDestroyed
from sanad.violations.actions import Custody
from sanad.web.fields import CountField, Option, PickerField, SelectField

TWO_ROWS = {"rows": 2, "dir": "auto"}
CUSTODY = [
    (Custody.VIEWED, _("to look at it here")),
    (Custody.COPIED, _("to keep a copy within the office")),
    (Custody.EXPORTED, _("to take it along with a record")),
    (Custody.DISCLOSED, _("to hand it to a court or another body")),
]


class MilestoneForm(forms.Form):
    """A step and its day."""

    title = forms.CharField(label=_("Milestone"), max_length=300)
    due = day_field(label=_("Day"), required=True)


class EvidenceForm(forms.Form):
    """What shows it, and where that is."""

    title = forms.CharField(label=_("What shows that it was done"), max_length=300)
    found_at = forms.CharField(label=_("Number or address of the document"), max_length=300, required=False)


class FileForm(forms.Form):
    """A file that shows it. It stands last: the rest comes before it."""

    title = forms.CharField(
        label=_("What it shows"), max_length=300, help_text=_("Without names: this is read in lists.")
    )
    file = forms.FileField(label=_("The file"), allow_empty_file=True, max_length=None)


class FileOfForm(FileForm):
    """The same, with the report that it belongs to."""

    progress = forms.ChoiceField(label=_("What it belongs to"), required=False)
    field_order = ("progress", "title", "file")

    def __init__(self, reports: Sequence[Progress], *args: Any) -> None:  # Any: as Django takes them
        super().__init__(*args)
        chosen = [(str(one.pk), f"{one.period} · {one.get_stage_display()}") for one in reports]
        self.fields["progress"].choices = [("", _("the action as a whole")), *chosen]


class OpenForm(forms.Form):
    """What a file is opened for, and why."""

    custody = forms.ChoiceField(label=_("What for"), choices=CUSTODY, widget=forms.RadioSelect)
    why = forms.CharField(
        label=_("Why"), max_length=300, help_text=_("Where it goes to somebody else, say to whom."),
        widget=forms.Textarea(attrs=TWO_ROWS),
    )  # fmt: skip


class DestroyForm(forms.Form):
    """Why a file is destroyed, and that it is meant."""

    why = forms.ChoiceField(
        label=_("Why"),
        choices=[
            (WhyDestroyed.WRONG, _("it is the wrong file")),
            (WhyDestroyed.NAMES, _("it names people who should not be named here")),
            (WhyDestroyed.ASKED, _("whoever sent it asks for it")),
        ],
        widget=forms.RadioSelect,
    )
    sure = forms.BooleanField(label=_("Destroy the file. Nothing brings it back."))


class BottleneckForm(forms.Form):
    """What holds the action up."""

    kind = SelectField(label=_("Bottleneck"), options=lambda: grouped_options("bottleneck"), empty=None)
    said = forms.CharField(label=_("In a few words"), max_length=500, required=False)


class SolveForm(forms.Form):
    """How a bottleneck was solved."""

    how = forms.CharField(label=_("How it was solved"), max_length=400)


class AnswerForm(forms.Form):
    """What an action answers: a recommendation, a clause of a strategy, or a wider action, each by its number."""

    what = forms.CharField(
        label=_("Recommendation, as document and paragraph; clause, as strategy and number; or a wider action"),
        max_length=120,
        help_text=_("For example: upr-2012 122.5(a), or KP-2026-G1YENAN5M1 2.1, or 4.3."),
    )


class DecisionForm(forms.Form):
    """A decision of a task force."""

    meeting = forms.CharField(label=_("Meeting"), max_length=200)
    met_on = day_field(label=_("Day of the meeting"), required=True)
    said = forms.CharField(label=_("Decision"), widget=forms.Textarea(attrs=TWO_ROWS), max_length=2000)
    lead = PickerField(label=_("Who does it"), options=institution_options, required=False)
    due = day_field(label=_("Until"))


class OutcomeForm(forms.Form):
    """What became of a decision."""

    outcome = forms.CharField(label=_("What became of it"), max_length=400)


class FocalPointForm(forms.Form):
    """Who reports for an institution."""

    institution = PickerField(label=_("Institution"), options=institution_options)
    name = forms.CharField(label=_("Name"), max_length=120)
    designation = forms.CharField(label=_("Designation"), max_length=120, required=False)
    language = forms.ChoiceField(label=_("Language of the page"), choices=LANGUAGES, initial="ur")


class LinkForm(forms.Form):
    """How long a link opens."""

    until = day_field(
        label=_("Last day of the link"), required=True, initial=lambda: timezone.localdate() + timedelta(days=100)
    )


class ProgressForm(forms.Form):
    """How far an action is: short enough for a telephone."""

    stage = SelectField(
        label=_("How far is it?"),
        options=lambda: [Option(str(one), _(title)) for one, title in STAGE_TITLES.items()],
        empty=None,
        widget=forms.RadioSelect,
    )
    percent = CountField(label=_("How much is done, 0 to 100"), most=100)
    said = forms.CharField(
        label=_("What was done"), widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}), max_length=4000
    )
    evidence = forms.CharField(
        label=_("What shows it"),
        max_length=400,
        required=False,
        help_text=_("Number or address of a letter, notification, photograph or page."),
    )
    spent = Amount(label=_("Spent so far, in rupees"))


class VerdictForm(forms.Form):
    """What the second person says."""

    verdict = SelectField(
        label=_("Does the report stand?"),
        options=lambda: [Option(str(one), _(title)) for one, title in VERDICT_TITLES.items()],
        empty=None,
        widget=forms.RadioSelect,
    )
    remark = forms.CharField(label=_("Remark or question"), max_length=400, required=False)
