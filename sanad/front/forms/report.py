"""The hand-entry form of a report: the paper, what happened, who suffered what, who is said to have done it."""

from functools import partial

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sanad.front.options import codes_to_pick, institutions_to_pick
from sanad.kit.ages import read_age
from sanad.kit.refusals import Refused
from sanad.kit.text import clean
from sanad.web.fields import CountField, PartialDateField, PickerField, SelectField, grouped
from sanad.web.refusals import say


def _codes(vocabulary: str, label: str, **options: object) -> SelectField:
    options.setdefault("required", False)
    return SelectField(options=partial(codes_to_pick, vocabulary), label=label, **options)


class CodesField(forms.MultipleChoiceField):
    """Several codes of one vocabulary."""

    def __init__(self, vocabulary: str, **options: object) -> None:
        options.setdefault("required", False)
        choices = partial(lambda: grouped(partial(codes_to_pick, vocabulary), None))
        super().__init__(choices=choices, widget=forms.SelectMultiple(attrs={"size": 5}), **options)


class TextField(forms.CharField):
    """Text as people type or paste it: cleaned of invisible marks, the letters kept."""

    def to_python(self, value: object) -> str:
        return clean(super().to_python(value) or "")


class ReportForm(forms.Form):
    """The report itself: its source, its document, what happened, when and where."""

    source_kind = _codes("source_kind", _("Kind of source"), required=True)
    source = PickerField(
        options=institutions_to_pick,
        label=_("Source"),
        required=False,
        help_text=_("The paper or institution that told it."),
    )
    document_title = TextField(label=_("Headline or subject"), required=False, max_length=300)
    page = TextField(label=_("Page"), required=False, max_length=20)
    dated = PartialDateField(label=_("Date of the document"), required=False, help_text="")
    received_on = PartialDateField(label=_("Received on"), help_text="")
    language = _codes("language", _("Language"))
    relays = _codes("relays", _("Whom it relays"))
    reliability = _codes("reliability", _("Reliability"))

    summary = TextField(
        label=_("Summary"),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=_("One or two sentences without names: “a woman”, “two labourers”."),
    )
    narrative = TextField(
        label=_("Full text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        help_text=_("Kept sealed. Names may stand here."),
    )
    happened = PartialDateField(label=_("When it happened"), required=False)
    place = TextField(
        label=_("Where it happened"),
        required=False,
        max_length=200,
        help_text=_("District, town or province, as written."),
    )
    place_key = forms.ChoiceField(label=_("Which place is meant?"), required=False, widget=forms.RadioSelect)
    kind_of_place = _codes("kind_of_place", _("Kind of place"))
    means = _codes("means", _("Means"))
    stated_reason = _codes("stated_reason", _("Stated reason"))

    fir_number = TextField(label=_("FIR number"), required=False, max_length=40)
    fir_date = PartialDateField(label=_("FIR date"), required=False, help_text="")
    police_station = PickerField(
        options=partial(institutions_to_pick, ("police_station",)), label=_("Police station"), required=False
    )
    sections = TextField(label=_("Sections of law"), required=False, max_length=200)

    informant_name = TextField(label=_("Name of complainant or witness"), required=False, max_length=200)
    informant_phone = TextField(label=_("Phone"), required=False, max_length=40)

    def clean_received_on(self):
        day = self.cleaned_data["received_on"]
        if day.precision != "day":
            raise forms.ValidationError(_("Write the full day: 17/04/2023."))
        if day.earliest() > timezone.localdate():
            raise forms.ValidationError(_("This day lies in the future."))
        return day

    def clean_fir_date(self):
        day = self.cleaned_data["fir_date"]
        if day is not None and day.precision != "day":
            raise forms.ValidationError(_("Write the full day: 17/04/2023."))
        return day

    def clean_happened(self):
        happened = self.cleaned_data["happened"]
        if happened is not None and happened.is_future(timezone.localdate()):
            raise forms.ValidationError(_("This day lies in the future."))
        return happened


class VictimForm(forms.Form):
    """One line of victims: a person or a group, what was done to them."""

    KINDS = [("individual", _("One person")), ("group", _("A group"))]

    kind = forms.ChoiceField(label=_("Who"), choices=KINDS, initial="individual")
    acts = CodesField("act", label=_("What was done"), help_text=_("Several: hold Ctrl."))
    described = TextField(
        label=_("Described as"),
        required=False,
        max_length=120,
        help_text=_("Without a name: “a student”, “passers-by”."),
    )
    sex = _codes("sex", _("Sex"))
    age = TextField(label=_("Age"), required=False, max_length=40, help_text=_("34, about 30, 12–15, 9 months, minor."))
    occupation = TextField(label=_("Occupation"), required=False, max_length=80)
    characteristics = CodesField("characteristic", label=_("Characteristics"))
    status = _codes("victim_status", _("What became of them"))
    min_size = CountField(label=_("At least"))
    best_size = CountField(label=_("Best figure"))
    max_size = CountField(label=_("At most"))
    member_of = forms.TypedChoiceField(
        label=_("Belongs to the group in line"), required=False, coerce=int, empty_value=None,
        choices=[("", _("none")), *((n, str(n)) for n in range(1, 31))],
    )  # fmt: skip
    name = TextField(label=_("Name"), required=False, max_length=200)
    father_name = TextField(label=_("Father’s or husband’s name"), required=False, max_length=200)
    cnic = TextField(label=_("CNIC"), required=False, max_length=40)
    phone = TextField(label=_("Phone"), required=False, max_length=40)
    address = TextField(label=_("Address"), required=False, max_length=300)

    SEALED = ("name", "father_name", "cnic", "phone", "address")
    SIZES = ("min_size", "best_size", "max_size")

    def clean_age(self):
        try:
            return read_age(self.cleaned_data["age"])
        except Refused as refusal:
            raise forms.ValidationError([say(reason) for reason in refusal.reasons]) from refusal

    def clean(self):
        data = super().clean()
        if data.get("kind") == "individual" and any(data.get(size) is not None for size in self.SIZES):
            self.add_error("kind", _("Numbers are for groups. Choose “A group”, or take the numbers away."))
        if not self.errors and not self.is_blank and not data.get("acts") and not data.get("member_of"):
            self.add_error("acts", _("Choose what was done to them."))
        return data

    @property
    def is_blank(self) -> bool:
        """Nothing was typed into this line."""
        held = {k: v for k, v in self.cleaned_data.items() if k not in ("kind", "age") and v not in (None, "", [])}
        return not held and not self.cleaned_data.get("age") and self.cleaned_data.get("kind") == "individual"


class PerpetratorForm(forms.Form):
    """One line of alleged perpetrators. Nothing is chosen beforehand."""

    type = _codes("perpetrator_type", _("Type of alleged perpetrator"))
    degree = _codes("involvement", _("Degree of involvement"))
    institution = PickerField(options=institutions_to_pick, label=_("Institution"), required=False)
    name = TextField(label=_("Name"), required=False, max_length=200)
    line = forms.TypedChoiceField(
        label=_("Against"), required=False, coerce=int, empty_value=None,
        choices=[("", _("all victims")), *((n, str(n)) for n in range(1, 31))],
    )  # fmt: skip

    @property
    def is_blank(self) -> bool:
        """Nothing was chosen in this line."""
        return not any(self.cleaned_data.get(name) for name in ("type", "degree", "institution", "name"))


VictimLines = forms.formset_factory(VictimForm, extra=0, min_num=1, max_num=30, absolute_max=60)
PerpetratorLines = forms.formset_factory(PerpetratorForm, extra=0, min_num=1, max_num=20, absolute_max=40)
