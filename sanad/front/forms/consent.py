"""What a person agreed to, on which basis the office keeps the report, and how to keep the person safe."""

from datetime import date
from typing import TypedDict

from django import forms
from django.http import QueryDict
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from sanad.front.forms.report import TextField, day_of, not_to_come
from sanad.front.forms.widgets import CodeField
from sanad.front.options import id_of
from sanad.kit.dates import PartialDate
from sanad.violations.actions import Answered
from sanad.violations.rules.consent import WITHOUT_ASKING, Answer, Basis, Giver, Risk, Use
from sanad.web.fields import PartialDateField

USES = {
    Use.RECORD: _("to be kept in a record"),
    Use.MINISTRY: _("to be read by the ministry and other public offices"),
    Use.CSO: _("to be read by civil-society organisations"),
    Use.STATISTICS: _("to be counted, without a name"),
    Use.PUBLISH: _("to be published with a name"),
    Use.COURT: _("to be given to a court or a commission"),
}
ANSWERS = {
    Answer.GIVEN: pgettext_lazy("consent", "agreed"),
    Answer.REFUSED: pgettext_lazy("consent", "refused"),
    Answer.NOT_ASKED: pgettext_lazy("consent", "not asked"),
    Answer.WITHDRAWN: pgettext_lazy("consent", "withdrawn"),
}
GIVERS = {
    Giver.SELF: _("the person"),
    Giver.GUARDIAN: _("a guardian"),
    Giver.RELATIVE: _("a relative"),
}
BASES = {
    Basis.PUBLISHED: _("a published source"),
    Basis.CONSENT: _("consent of the person"),
}
RISKS = {
    Risk.UNKNOWN: pgettext_lazy("risk", "not known"),
    Risk.LOW: pgettext_lazy("risk", "low"),
    Risk.RAISED: pgettext_lazy("risk", "raised"),
    Risk.HIGH: pgettext_lazy("risk", "high"),
}
KEEP = ""


class Said(TypedDict):
    """A safeguard as it was typed, in the words of the action."""

    basis: Basis | None
    risk: Risk
    review_on: date | None
    contact: str


class DayField(PartialDateField):
    """A full day."""

    def clean(self, value: object) -> PartialDate | None:
        """Refuse a month or a year."""
        return day_of(super().clean(value))


def day(said: PartialDate | None) -> date | None:
    """The day that was typed."""
    return said.earliest() if said else None


class AnswersForm(forms.Form):
    """Answers given on one occasion; a use that nobody spoke of stays as it is."""

    given_by = forms.ChoiceField(label=_("Who answered"), required=False, choices=[("", "–"), *GIVERS.items()])
    language = CodeField("language", label=_("In which language"))
    asked_on = DayField(label=_("On which day"), required=False, help_text="")
    until = DayField(label=_("Holds until"), required=False, help_text=_("Empty: until it is withdrawn."))

    def __init__(self, *args: object, stands: dict[Use, Answer] | None = None) -> None:
        super().__init__(*args)
        self.stands = {use: (stands or {}).get(use, Answer.NOT_ASKED) for use in USES}
        for use, label in USES.items():
            now = ANSWERS[self.stands[use]]
            kept = (KEEP, _("as it is: %(answer)s") % {"answer": now})
            self.fields[use.value] = forms.ChoiceField(label=label, required=False, choices=[kept, *ANSWERS.items()])
        self.order_fields([*(use.value for use in USES), "given_by", "language", "asked_on", "until"])

    def record_state(self) -> dict[str, list[str]]:
        """What stands; a field that is left empty keeps it."""
        return {use.value: [answer.value] for use, answer in self.stands.items()}

    def clean_asked_on(self) -> PartialDate | None:
        """Nobody has answered yet on a day to come."""
        return not_to_come(self.cleaned_data["asked_on"])

    def clean(self) -> dict[str, object]:
        """Who answered is said, unless it is only that nobody was asked."""
        data = super().clean()
        said = {data.get(use.value) for use in USES} - {KEEP, None}
        if not said and not self.errors:
            self.add_error(None, _("Choose at least one answer."))
        if said - {Answer.NOT_ASKED} and not data.get("given_by"):
            self.add_error("given_by", _("Say who answered: the person, a guardian, a relative."))
        return data

    def answers(self) -> list[Answered]:
        """What was answered, for the action."""
        data = self.cleaned_data
        language, asked_on, until = id_of("language", data["language"]), day(data["asked_on"]), day(data["until"])
        return [
            Answered(
                use, Answer(data[use.value]), Giver(data["given_by"]) if data["given_by"] else None, language,
                asked_on, until,
            )
            for use in USES
            if data[use.value]
        ]  # fmt: skip


class SafeguardForm(forms.Form):
    """Basis, risk, and a safe way to reach the person."""

    basis = forms.ChoiceField(label=_("The record rests on"), required=False)
    risk = forms.ChoiceField(label=_("Risk to the person"), choices=list(RISKS.items()))
    review_on = DayField(label=_("Look at the risk again on"), required=False, help_text="")
    contact = TextField(
        label=_("How to reach the person safely"),
        required=False,
        max_length=1000,
        help_text=_("Sealed. Leave it empty to keep what is known."),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto", "autocomplete": "off"}),
    )

    def __init__(self, follows: Basis, *args: object, **options: object) -> None:
        super().__init__(*args, **options)
        from_source = _("as follows from the source: %(basis)s") % {"basis": BASES[follows]}
        self.fields["basis"].choices = [("", from_source), *BASES.items()]

    def said(self) -> Said:
        """What was said, for the action."""
        data = self.cleaned_data
        return {
            "basis": Basis(data["basis"]) if data["basis"] else None,
            "risk": Risk(data["risk"]),
            "review_on": day(data["review_on"]),
            "contact": data["contact"],
        }


class AskedForm(forms.Form):
    """The short part of the entry form: one answer for everybody in the report; each person has a page for more."""

    prefix = "asked"
    answered = forms.ChoiceField(
        label=_("Were the people in this report asked?"),
        required=False,
        choices=[
            ("", pgettext_lazy("consent", "not asked")),
            ("given", _("yes: agreed to what is ticked, no to the rest")),
        ],
    )
    uses = forms.MultipleChoiceField(
        label=_("Agreed"),
        required=False,
        choices=list(USES.items()),
        initial=[str(use) for use in WITHOUT_ASKING],
        widget=forms.CheckboxSelectMultiple,
    )
    given_by = forms.ChoiceField(label=_("Who answered"), required=False, choices=[("", "–"), *GIVERS.items()])
    language = CodeField("language", label=_("In which language"))
    risk = forms.ChoiceField(label=_("Risk to the person"), required=False, choices=list(RISKS.items()))
    contact = TextField(
        label=_("How to reach the person safely"),
        required=False,
        max_length=1000,
        help_text=_("Sealed."),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )

    @classmethod
    def of(cls, data: QueryDict, *, read: bool) -> "AskedForm":
        """The part as it was sent: to be read, or only to be drawn again."""
        if read:
            return cls(data)
        one = cls()
        uses = data.getlist(one.add_prefix("uses"))
        one.initial = {name: data.get(one.add_prefix(name), "") for name in one.fields} | {"uses": uses}
        return one

    @property
    def is_open(self) -> bool:
        """Whether something stands in it."""
        said = (self[name].value() for name in self.fields if name != "uses")
        return any(value not in (None, "", "unknown") for value in said)

    def clean(self) -> dict[str, object]:
        """Who answered is said."""
        data = super().clean()
        if data.get("answered") and not data.get("given_by"):
            self.add_error("given_by", _("Say who answered: the person, a guardian, a relative."))
        return data

    def answers(self) -> list[Answered]:
        """What was answered, for the action; nothing where nobody was asked."""
        data = self.cleaned_data
        if not data["answered"]:
            return []
        giver, language = Giver(data["given_by"]), id_of("language", data["language"])
        agreed = set(data["uses"])
        return [
            Answered(use, Answer.GIVEN if use in agreed else Answer.REFUSED, giver, language, timezone.localdate())
            for use in USES
        ]

    def safeguard(self) -> Said | None:
        """Risk and contact, if either was said."""
        data = self.cleaned_data
        risk = Risk(data["risk"] or Risk.UNKNOWN)
        if risk is Risk.UNKNOWN and not data["contact"]:
            return None
        return {"basis": None, "risk": risk, "review_on": None, "contact": data["contact"]}
