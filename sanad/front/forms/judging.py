"""Forms on which a reviewer judges: a verdict, a toll, a value, a reason."""

from collections.abc import Iterable, Sequence
from datetime import date
from uuid import UUID

from django import forms
from django.utils.translation import gettext, ngettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from sanad.accounts.permissions import Permission
from sanad.accounts.readers import Reader
from sanad.codes import queries as codes
from sanad.front.forms.widgets import CodeField
from sanad.front.presenting.event import EventPage
from sanad.front.presenting.suffering import Suffered
from sanad.violations.actions import Terms
from sanad.violations.queries.checklists import points_of_all, said
from sanad.violations.rules.checklists import ANSWERS
from sanad.web.fields import CountField, PartialDateField
from sanad.web.formats import number
from sanad.web.templatetags.web import STATES

VERDICTS = [
    ("under_review", pgettext_lazy("state", "under review")),
    ("verified", pgettext_lazy("state", "verified")),
    ("inconclusive", pgettext_lazy("state", "inconclusive")),
    ("rejected", pgettext_lazy("state", "rejected")),
]
IN_ERROR = ("withdrawn", pgettext_lazy("state", "withdrawn: entered in error"))
NO_STANDARD = "not_met"
SINGLY = 24  # violations that are ticked one by one; of more, each act and state is ticked as a whole
ANSWER_WORDS = [("", "–"), ("yes", _("Yes")), ("no", _("No")), ("not_applicable", _("Does not apply"))]


class ReasonForm(forms.Form):
    """Why something is done; a deed of judging without a reason is not kept."""

    why = forms.CharField(
        label=_("Why"), max_length=500, strip=True, widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"})
    )


class VerdictForm(ReasonForm):
    """A verdict with the standard of proof that is met, and the day on which that was, if earlier."""

    verdict = forms.ChoiceField(label=_("Verdict"), choices=VERDICTS, widget=forms.RadioSelect)
    standard = CodeField("standard_of_proof", label=_("Standard of proof that is met"))
    settled_on = PartialDateField(
        label=_("Verified on, if earlier than today"), required=False, help_text=_("A day: 17/04/2023.")
    )

    field_order: tuple[str, ...] = ("verdict", "standard", "settled_on", "why")

    def __init__(self, data: object = None, *, reader: Reader | None = None) -> None:
        super().__init__(data)
        if reader is not None and reader.may(Permission.JUDGE_WITHDRAW):
            self.fields["verdict"].choices = [*VERDICTS, IN_ERROR]

    def clean_settled_on(self) -> date | None:
        """One day: a month or a year says not when it was verified."""
        when = self.cleaned_data["settled_on"]
        if when is None:
            return None
        if when.earliest() is None or when.earliest() != when.latest():
            raise forms.ValidationError(_("Write one day, such as 17/04/2023."))
        return when.earliest()

    def clean(self) -> dict[str, object]:
        data = super().clean()
        if data.get("verdict") == "verified" and data.get("standard") in (None, NO_STANDARD):
            self.add_error("standard", _("Say which standard of proof is met; without one nothing is verified."))
        if data.get("verdict") != "verified":
            data["settled_on"] = None
        return data

    def terms(self) -> Terms:
        """What goes with the verdict."""
        slug = self.cleaned_data["standard"]
        standard = codes.code("standard_of_proof", slug).pk if slug else None
        return Terms(standard, self.cleaned_data["settled_on"], self.answers())

    def answers(self) -> dict[int, dict[str, str]]:
        """Answers to the checklist, by act type; a form without one has none."""
        return {}


class JudgeForm(VerdictForm):
    """A verdict on some or all violations and attributions of an event, with the checklist of their acts."""

    violations = forms.MultipleChoiceField(label=_("Violations"), widget=forms.CheckboxSelectMultiple, required=False)
    attributions = forms.MultipleChoiceField(
        label=_("Alleged perpetrators"), widget=forms.CheckboxSelectMultiple, required=False
    )
    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    field_order = ("violations", "attributions", "verdict", "standard", "settled_on", "why")

    def __init__(self, page: EventPage, data: object = None, *, reader: Reader | None = None) -> None:
        super().__init__(data, reader=reader)
        self.page = page
        self.groups = _groups(page.violations)
        choices = list(_choices(page.violations, self.groups))
        self.fields["violations"].choices = choices
        self.fields["violations"].initial = [key for key, _label in choices]
        self.fields["seen"].initial = page.seen
        self.alleged = {one.key: one for one in page.alleged}
        self.fields["attributions"].choices = [(one.key, _attributed(one.words, one.state)) for one in page.alleged]
        if not page.alleged:
            del self.fields["attributions"]
        self.asked = points_of_all(one.type_id for one in page.violations)
        for slug, (point, _types) in self.asked.items():
            self.fields[f"check-{slug}"] = forms.ChoiceField(
                label=said(point), choices=ANSWER_WORDS, required=False, initial=""
            )

    def main(self) -> Iterable[forms.BoundField]:
        """Everything but the checklist."""
        return [bound for bound in self if not bound.name.startswith("check-")]

    def points(self) -> list[forms.BoundField]:
        """The checklist."""
        return [self[f"check-{slug}"] for slug in self.asked]

    def clean(self) -> dict[str, object]:
        data = super().clean()
        if not data.get("violations") and not data.get("attributions"):
            self.add_error("violations", _("Tick at least one: a verdict is about something."))
        if data.get("seen") and data["seen"] != self.page.seen:
            anew = self.data.copy()  # type: ignore[has-type]  # Django's, untyped
            anew["seen"] = self.page.seen
            self.data = anew
            raise forms.ValidationError(
                _("Somebody has judged this event since you opened it. Look at what it says now, then judge again.")
            )
        return data

    def chosen(self) -> set[UUID]:
        """The violations that were ticked, singly or as a group."""
        ticked = set(self.cleaned_data["violations"])
        return {one.id for key, rows in self.groups.items() if key in ticked for one in rows} | {
            one.id for one in self.page.violations if str(one.id) in ticked
        }

    def roots(self) -> set[UUID]:
        """The involvements behind the attributions that were ticked."""
        ticked = self.cleaned_data.get("attributions") or []
        return {root for key in ticked for root in self.alleged[key].roots}

    def answers(self) -> dict[int, dict[str, str]]:
        """What was answered, for each act type that asks it."""
        found: dict[int, dict[str, str]] = {}
        for slug, (_point, types) in self.asked.items():
            answer = self.cleaned_data.get(f"check-{slug}")
            if answer in ANSWERS:
                for one in types:
                    found.setdefault(one, {})[slug] = answer
        return found


def _groups(violations: Sequence[Suffered]) -> dict[str, list[Suffered]]:
    """Many violations, by act and state."""
    if len(violations) <= SINGLY:
        return {}
    groups: dict[str, list[Suffered]] = {}
    for one in violations:
        groups.setdefault(f"{one.slug}.{one.state}", []).append(one)
    return groups


def _choices(violations: Sequence[Suffered], groups: dict[str, list[Suffered]]) -> Iterable[tuple[str, str]]:
    if not groups:
        yield from ((str(one.id), _named(one)) for one in violations)
        return
    for key, rows in groups.items():
        said_ = {"act": rows[0].act, "state": STATES[rows[0].state]["word"], "n": number(len(rows))}
        words = ngettext("%(act)s, %(state)s: %(n)s victim", "%(act)s, %(state)s: %(n)s victims", len(rows))
        yield key, words % said_


def _named(violation: Suffered) -> str:
    return f"{violation.act}: {violation.victim}" if violation.victim else violation.act


def _attributed(words: str, state: str) -> str:
    return gettext("%(alleged)s (%(state)s)") % {"alleged": words, "state": STATES[state]["word"]}


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
