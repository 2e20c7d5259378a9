"""Forms around the judging: interventions, links between events, bulk verdicts, what an office asks for."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.accounts.readers import Reader
from sanad.front.forms.judging import ReasonForm, VerdictForm
from sanad.front.forms.report import TextField
from sanad.front.forms.widgets import CodeField, InstitutionField, offer
from sanad.front.options import Bodies, id_of
from sanad.kit.dates import PartialDate
from sanad.violations.actions import InterventionDraft
from sanad.violations.models import Intervention
from sanad.web.fields import PartialDateField

AT_ONCE = 50  # events that are judged by one deed


class InterventionForm(forms.Form):
    """What somebody did about an event, and what came of it."""

    type = CodeField("intervention", label=_("What was done"), required=True)
    happened = PartialDateField(label=_("When"), required=False)
    institution = InstitutionField(label=_("By whom"), required=False)
    addressed = InstitutionField(label=_("To whom"), required=False)
    text = TextField(
        label=_("In a few words"),
        required=False,
        max_length=1000,
        help_text=_("Without names of victims or complainants: this is read by all who see the event."),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
    )
    response = CodeField("response", label=_("Response"))
    impact = CodeField("impact", label=_("What came of it"))

    def __init__(self, bodies: Bodies, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        self.bodies = bodies
        offer(self, bodies.options)

    def draft(self) -> InterventionDraft:
        """What was typed."""
        data = self.cleaned_data
        ids = {slug: number for number, slug in self.bodies.slugs.items()}
        return InterventionDraft(
            type_id=id_of("intervention", data["type"]) or 0,
            institution_id=ids.get(data["institution"] or ""),
            addressed_id=ids.get(data["addressed"] or ""),
            happened=data["happened"],
            response_id=id_of("response", data["response"]),
            impact_id=id_of("impact", data["impact"]),
            text=data["text"],
        )


class InterventionChangeForm(InterventionForm):
    """A correction, or the response that came later; the row that was read is named."""

    why = ReasonForm.base_fields["why"]
    seen = forms.IntegerField(widget=forms.HiddenInput)


def said_of(row: Intervention, slugs: dict[int, str], bodies: Bodies) -> dict[str, object]:
    """The form as the row stands."""
    return {
        "type": slugs.get(row.type_id),
        "happened": PartialDate.parse(row.happened) if row.happened else None,
        "institution": bodies.slug_of(row.institution_id),
        "addressed": bodies.slug_of(row.addressed_id),
        "text": row.text,
        "response": slugs.get(row.response_id or 0),
        "impact": slugs.get(row.impact_id or 0),
        "seen": row.number,
    }


class SeenReasonForm(ReasonForm):
    """A reason, for the row that was read."""

    seen = forms.IntegerField(widget=forms.HiddenInput)


SAME_EVENT = "same"  # no link: the other is this event, told once more


class LinkForm(ReasonForm):
    """How this event stands to another, which is named by its reference; or that the two are one."""

    how = forms.ChoiceField(label=_("How they hang together"))
    other = forms.CharField(
        label=_("Reference of the other event"),
        max_length=24,
        help_text=_("As it stands on its page, like KP-2026-9JT7ZE6N3T."),
        widget=forms.TextInput(attrs={"dir": "ltr", "autocomplete": "off", "class": "input-date"}),
    )

    field_order = ("how", "other", "why")

    def __init__(self, sentences: dict[str, tuple[str, str]], *args: object) -> None:
        super().__init__(*args)
        choices = []
        for slug, (first, second) in sentences.items():
            choices.append((f"{slug}.first", first))
            if second != first:
                choices.append((f"{slug}.second", second))
        choices.append((SAME_EVENT, _("It is the same event: put their accounts together")))
        self.fields["how"].choices = choices


class BulkForm(VerdictForm):
    """One verdict on many events; `seen` is what the preview showed."""

    event = forms.MultipleChoiceField(widget=forms.MultipleHiddenInput)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    def __init__(self, references: Sequence[str], data: object = None, *, reader: Reader | None = None) -> None:
        super().__init__(data, reader=reader)
        self.fields["event"].choices = [(one, one) for one in references]
        self.fields["event"].initial = list(references)


class RuleForm(ReasonForm):
    """Whether verdicts of the office need a second person."""

    second_person = forms.ChoiceField(
        label=_("A verdict of this office holds"),
        choices=[
            ("no", _("as soon as one reviewer has given it")),
            ("yes", _("once a second person has confirmed it")),
        ],
        widget=forms.RadioSelect,
    )

    field_order = ("second_person", "why")
