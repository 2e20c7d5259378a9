"""Forms on which a reviewer judges: a verdict, a toll, a value, a reason."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sanad.front.forms.widgets import CodeField
from sanad.front.presenting.event import Suffered
from sanad.web.fields import CountField

VERDICTS = [
    ("under_review", pgettext_lazy("state", "under review")),
    ("verified", pgettext_lazy("state", "verified")),
    ("inconclusive", pgettext_lazy("state", "inconclusive")),
    ("rejected", pgettext_lazy("state", "rejected")),
]
NO_STANDARD = "not_met"


class ReasonForm(forms.Form):
    """Why something is done; a deed of judging without a reason is not kept."""

    why = forms.CharField(
        label=_("Why"), max_length=500, strip=True, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )


class VerdictForm(ReasonForm):
    """A verdict with the standard of proof that is met."""

    verdict = forms.ChoiceField(label=_("Verdict"), choices=VERDICTS, widget=forms.RadioSelect)
    standard = CodeField("standard_of_proof", label=_("Standard of proof that is met"))

    field_order: tuple[str, ...] = ("verdict", "standard", "why")

    def clean(self) -> dict[str, object]:
        data = super().clean()
        if data.get("verdict") == "verified" and data.get("standard") in (None, NO_STANDARD):
            self.add_error("standard", _("Say which standard of proof is met; without one nothing is verified."))
        return data


class JudgeForm(VerdictForm):
    """A verdict on some or all violations of an event."""

    violations = forms.MultipleChoiceField(label=_("Violations"), widget=forms.CheckboxSelectMultiple)

    field_order = ("violations", "verdict", "standard", "why")

    def __init__(self, violations: Sequence[Suffered], data: object = None) -> None:
        super().__init__(data)
        choices = [(str(v.id), _named(v)) for v in violations]
        self.fields["violations"].choices = choices
        self.fields["violations"].initial = [key for key, _label in choices]
        if len(choices) == 1:
            self.fields["violations"].widget = forms.MultipleHiddenInput()


def _named(violation: Suffered) -> str:
    return f"{violation.act}: {violation.victim}" if violation.victim else violation.act


class TollForm(ReasonForm):
    """The size of a group where accounts differ."""

    least = CountField(label=_("At least"))
    best = CountField(label=_("Best figure"))
    most = CountField(label=_("At most"))

    field_order = ("least", "best", "most", "why")

    def clean(self) -> dict[str, object]:
        data = super().clean()
        least, most = data.get("least"), data.get("most")
        if least is not None and most is not None and least > most:
            self.add_error("least", _("The least is more than the most."))
        if not self.errors and all(data.get(name) is None for name in ("least", "best", "most")):
            self.add_error("least", _("Write at least one number."))
        return data


class ChooseForm(ReasonForm):
    """Whose value of a field stands."""

    prefer = forms.ChoiceField(label=_("Which value stands?"), widget=forms.RadioSelect)

    field_order = ("prefer", "why")

    def __init__(self, choices: Sequence[tuple[str, str]], data: object = None) -> None:
        super().__init__(data)
        self.fields["prefer"].choices = choices
