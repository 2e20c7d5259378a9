"""Who suffered what, and who is said to have done it: one line for each."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.front.forms.report.fields import TextField, not_to_come, shows
from sanad.front.forms.report.said import HowForm
from sanad.front.forms.widgets import CodeField, CodesField, InstitutionField
from sanad.kit.ages import read_age
from sanad.kit.refusals import Refused
from sanad.web.fields import CountField, PartialDateField
from sanad.web.refusals import say

MOST_LINES = 30


class VictimForm(forms.Form):
    """One line of victims: a person, a group or an institution, and what was done to them."""

    KINDS = [("individual", _("One person")), ("group", _("A group")), ("institution", _("An institution"))]

    held = forms.CharField(required=False, widget=forms.HiddenInput)  # key of the mention that a correction changes
    kind = forms.ChoiceField(label=_("Who"), choices=KINDS, initial="individual")
    acts = CodesField("act", label=_("What was done"))
    described = TextField(
        label=_("Described as"),
        required=False,
        max_length=120,
        help_text=_("Without a name: “a student”"),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    sex = CodeField("sex", label=_("Sex"))
    age = TextField(label=_("Age"), required=False, max_length=40, help_text=_("34, about 30, 12–15, minor"))
    occupation = TextField(label=_("Occupation"), required=False, max_length=80)
    characteristics = CodesField("characteristic", label=_("Characteristics"))
    status = CodeField("victim_status", label=_("What became of them"))
    status_on = PartialDateField(label=_("Since when"), required=False, help_text="")
    min_size = CountField(label=_("At least"))
    best_size = CountField(label=_("Best figure"))
    max_size = CountField(label=_("At most"))
    member_of = forms.TypedChoiceField(
        label=_("Belongs to the group in line"), required=False, coerce=int, empty_value=None,
        choices=[("", _("none")), *((n, str(n)) for n in range(1, MOST_LINES + 1))],
    )  # fmt: skip
    body = InstitutionField(label=_("Which institution"), required=False)
    name = TextField(label=_("Name"), required=False, max_length=200)
    father_name = TextField(label=_("Father’s or husband’s name"), required=False, max_length=200)
    cnic = TextField(label=_("CNIC"), required=False, max_length=40)
    phone = TextField(label=_("Phone"), required=False, max_length=40)
    address = TextField(label=_("Address"), required=False, max_length=300)

    SEALED = ("name", "father_name", "cnic", "phone", "address")
    SIZES = ("min_size", "best_size", "max_size")
    SAYS_ACTS = True  # of itself; in the grid they are ticked
    NOT_SAID: tuple[str, ...] = ("kind", "held", "age")

    def clean_age(self) -> object:
        try:
            return read_age(self.cleaned_data["age"])
        except Refused as refusal:
            raise forms.ValidationError([say(reason) for reason in refusal.reasons]) from refusal

    def clean_status_on(self) -> object:
        return not_to_come(self.cleaned_data["status_on"])

    def clean(self) -> dict[str, object]:
        data = super().clean()
        kind = data.get("kind")
        if data.get("status_on") and not data.get("status"):
            self.add_error("status", _("Choose what became of them, or take its date away."))
        if kind != "group" and any(data.get(size) is not None for size in self.SIZES):
            self.add_error("kind", _("Numbers are for groups. Choose “A group”, or take the numbers away."))
        if kind == "institution" and not data.get("body") and "body" not in self.errors:
            self.add_error("body", _("Say which institution it is."))
        says = self.errors or self.is_blank or data.get("acts") or data.get("member_of")
        if self.SAYS_ACTS and not says:
            self.add_error("acts", _("Choose what was done to them."))
        return data

    @property
    def opens_sizes(self) -> bool:
        """Whether the numbers of a group have to be seen."""
        return self["kind"].value() == "group" or shows(self, self.SIZES)

    @property
    def opens_names(self) -> bool:
        """Whether sealed values have to be seen."""
        return shows(self, self.SEALED)

    @property
    def opens_more(self) -> bool:
        """Whether the fields that are used less have to be seen."""
        more = ("status_on", "occupation", "characteristics", "member_of", "body")
        return self["kind"].value() == "institution" or shows(self, more)

    @property
    def is_blank(self) -> bool:
        """Nothing was typed into this line."""
        data = self.cleaned_data
        held = [v for k, v in data.items() if k not in self.NOT_SAID and v not in (None, "", [])]
        age = data.get("age")
        return not held and not (age and age.said) and data.get("kind") == "individual"


class LineForm(HowForm, VictimForm):
    """A line beside the persons of an event: somebody of these, or somebody else; with its own how and why."""

    ASK = "ask"  # typed before the event was known, and nobody has said yet

    same_as = forms.ChoiceField(label=_("Who of the event is this?"), required=False)

    NOT_SAID: tuple[str, ...] = (*VictimForm.NOT_SAID, "own", "same_as")

    def offer_persons(self, persons: Sequence[tuple[str, str]]) -> None:
        """The persons of the event, by their numbers on the page."""
        asked = [(self.ASK, _("– choose –"))] if self["same_as"].value() == self.ASK else []
        self.fields["same_as"].choices = [*asked, ("", _("somebody else")), *persons]

    def clean(self) -> dict[str, object]:
        data = super().clean()
        data["own"] = self.own
        if data.get("same_as") == self.ASK and not self.errors and not self.is_blank:
            self.add_error("same_as", _("Say whether this is somebody from above. Else one victim is counted twice."))
        return data

    @property
    def known_as(self) -> int | None:
        """The number of the person on the page, once the form has been read."""
        said = self.cleaned_data.get("same_as") or ""
        return int(said) if said.isdecimal() else None


class PerpetratorForm(forms.Form):
    """One line of alleged perpetrators. Nothing is chosen beforehand."""

    held = forms.CharField(required=False, widget=forms.HiddenInput)
    type = CodeField("perpetrator_type", label=_("Type"))
    degree = CodeField("involvement", label=_("Degree of involvement"))
    institution = InstitutionField(label=_("Institution"), required=False)
    name = TextField(label=_("Name"), required=False, max_length=200)
    line = forms.TypedChoiceField(
        label=_("Against"), required=False, coerce=int, empty_value=None,
        choices=[("", _("all of them")), *((n, str(n)) for n in range(1, MOST_LINES + 1))],
    )  # fmt: skip

    def clean(self) -> dict[str, object]:
        data = super().clean()
        if not self.errors and data.get("degree") and not (data["type"] or data["institution"] or data["name"]):
            self.add_error("type", _("Say who is alleged, or at least the type."))
        return data

    @property
    def is_blank(self) -> bool:
        """Nothing was chosen in this line."""
        return not any(self.cleaned_data.get(name) for name in ("type", "institution", "name"))
