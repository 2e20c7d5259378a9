"""The hand-entry form of a report: the paper, what happened, who suffered what, who is said to have done it."""

from collections.abc import Iterable
from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sanad.front.forms.widgets import CodeField, CodesField, InstitutionField
from sanad.kit.ages import read_age
from sanad.kit.dates import PartialDate, read_spoken
from sanad.kit.refusals import Refused
from sanad.kit.text import clean
from sanad.web.fields import CountField, PartialDateField
from sanad.web.refusals import say

# The kind of source that a kind of institution nearly always is; where it may be two kinds, people choose.
SOURCE_OF = {
    "newspaper": "newspaper",
    "news_agency": "news_agency",
    "police_station": "police",
    "police": "police",
    "prison": "prison",
    "ministry": "government",
    "department": "government",
    "court": "court",
    "hospital": "hospital",
    "cso": "ngo",
    "commission": "commission",
    "assembly": "parliament",
    "helpline": "helpline",
    "community": "community_body",
    "international": "international_body",
}
MOST_LINES = 30


class TextField(forms.CharField):
    """Text as people type or paste it: cleaned of invisible marks, the letters kept."""

    def to_python(self, value: object) -> str:
        return clean(super().to_python(value) or "")


def day_of(when: PartialDate | None) -> PartialDate | None:
    """Refuse a date that is no full day."""
    if when is not None and when.precision != "day":
        raise forms.ValidationError(_("Write the full day: 17/04/2023."))
    return when


def not_to_come(when: PartialDate | None) -> PartialDate | None:
    """Refuse what lies in the future."""
    if when is not None and when.is_future(timezone.localdate()):
        raise forms.ValidationError(_("This day lies in the future."))
    return when


def shows(form: forms.Form, names: Iterable[str]) -> bool:
    """Whether one of these fields holds something, or is at fault; a closed part of the page must not hide it."""
    bound = [form[name] for name in names if name in form.fields]
    return any(one.errors or (one.value() not in (None, "", [])) for one in bound)


class NamingForm(forms.Form):
    """A form that picks an institution and may, for those who manage them, name one that is not in the list yet."""

    picker = ""
    may_name = False
    named_anew = ""  # the name to be added, after `clean`

    def name_anew(self) -> None:
        """Let a name that is not in the list pass, if it was ticked to be added."""
        if not (self.not_in_list and self.may_name and self.cleaned_data.get(f"add_{self.picker}")):
            return
        self.named_anew = clean(self.data.get(self.add_prefix(self.picker), "")).strip()
        del self._errors[self.picker]
        self.cleaned_data[self.picker] = None

    @property
    def not_in_list(self) -> bool:
        """Whether what was typed is in no list."""
        faults = self._errors.as_data().get(self.picker, []) if self.is_bound and self._errors else []
        return any(fault.code == "no_such" for fault in faults)

    @property
    def offers_to_add(self) -> bool:
        """Whether the page asks if the name shall be added."""
        return self.may_name and (self.not_in_list or bool(self.named_anew))


class SourceForm(NamingForm):
    """Who told it, and the paper it stands on."""

    picker = "source"
    source = InstitutionField(label=_("Source"), required=False)
    add_source = forms.BooleanField(label=_("Add this source to the list"), required=False)
    source_kind = CodeField("source_kind", label=_("Kind of source"), empty=_("as the source is"))
    dated = PartialDateField(label=_("Date of the document"), required=False, help_text="")
    page = TextField(label=_("Page"), required=False, max_length=20)
    document_title = TextField(label=_("Headline or subject"), required=False, max_length=300)
    received_on = PartialDateField(label=_("Received on"), help_text="")
    document_kind = CodeField("document_kind", label=_("Kind of document"))
    language = CodeField("language", label=_("Language"))
    channel = CodeField("channel", label=_("How it reached us"))

    def clean_received_on(self) -> PartialDate | None:
        return not_to_come(day_of(self.cleaned_data["received_on"]))

    def clean_dated(self) -> PartialDate | None:
        return not_to_come(self.cleaned_data["dated"])

    def clean(self) -> dict[str, object]:
        data = super().clean()
        self.name_anew()
        if not data.get("source_kind") and "source_kind" not in self.errors:
            data["source_kind"] = self._kind_of(data.get("source"))
            if data["source_kind"] is None and "source" not in self.errors:
                self.add_error("source_kind", _("Choose what kind of source it is."))
        return data

    def _kind_of(self, source: object) -> str | None:
        """What the institution is says what kind of source it is."""
        picked = next((one for one in self.fields["source"].options() if one.key == source), None)
        return SOURCE_OF.get(str(picked.group)) if picked else None


class SaidForm(NamingForm):
    """What the report says of the event as a whole."""

    picker = "police_station"

    summary = TextField(
        label=_("Summary"),
        widget=forms.Textarea(attrs={"rows": 3, "dir": "auto"}),
        help_text=_("One or two sentences, without names."),
    )
    narrative = TextField(
        label=_("Full text"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4, "dir": "auto"}),
        help_text=_("Kept sealed. Names may stand here."),
    )
    happened = TextField(
        label=_("When it happened"),
        required=False,
        max_length=80,
        help_text=_("17/04/2023, about: 2023~, or in words: yesterday, last Friday of Ramzan"),
        widget=forms.TextInput(attrs={"dir": "auto", "autocomplete": "off"}),
    )
    place = TextField(
        label=_("Where it happened"),
        required=False,
        max_length=200,
        help_text=_("As written: town, district, province"),
        widget=forms.TextInput(attrs={"dir": "auto"}),
    )
    place_key = forms.ChoiceField(label=_("Which place is meant?"), required=False, widget=forms.RadioSelect)
    place_asked = forms.CharField(required=False, widget=forms.HiddenInput)
    kind_of_place = CodeField("kind_of_place", label=_("Kind of place"))
    means = CodeField("means", label=_("By what means"))
    stated_reason = CodeField("stated_reason", label=_("Stated reason"))
    relays = CodeField("relays", label=_("Whom it relays"))
    reliability = CodeField("reliability", label=_("Reliability"))

    fir_number = TextField(label=_("FIR number"), required=False, max_length=40)
    fir_date = PartialDateField(label=_("FIR date"), required=False, help_text="")
    police_station = InstitutionField(
        label=_("Police station"), required=False, kinds=("police_station",), shared="police_stations"
    )
    add_police_station = forms.BooleanField(label=_("Add this police station to the list"), required=False)
    sections = TextField(label=_("Sections of law"), required=False, max_length=200)

    informant_name = TextField(label=_("Name of complainant or witness"), required=False, max_length=200)
    informant_phone = TextField(label=_("Phone of complainant or witness"), required=False, max_length=40)

    read_against: date | None = None  # the day of the paper; words like *yesterday* are meant from there
    happened_said = ""  # the words of the source, after `clean`, where they are no date of the calendar

    FIR = ("fir_number", "fir_date", "police_station", "sections")
    OTHERWISE = ("happened", "place", "means", "stated_reason", "kind_of_place")

    @property
    def opens_fir(self) -> bool:
        """Whether the FIR has to be seen."""
        return shows(self, self.FIR)

    @property
    def opens_otherwise(self) -> bool:
        """Whether a further account says when, where or how in its own words."""
        return shows(self, self.OTHERWISE)

    def clean_fir_date(self) -> PartialDate | None:
        return not_to_come(day_of(self.cleaned_data["fir_date"]))

    def clean(self) -> dict[str, object]:
        data = super().clean()
        self.name_anew()
        data["happened_said"] = self.happened_said
        return data

    def clean_happened(self) -> PartialDate | None:
        """The date of the calendar; words that mean one are read against the day of the paper, and kept beside it."""
        text, self.happened_said = self.cleaned_data["happened"], ""
        if not text:
            return None
        try:
            return not_to_come(PartialDateField().clean(text))
        except forms.ValidationError as fault:
            spoken = read_spoken(text, self.read_against or timezone.localdate())
            if spoken is None:
                raise fault from None
            self.happened_said = text
            return not_to_come(spoken)


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

    def clean(self) -> dict[str, object]:
        data = super().clean()
        kind = data.get("kind")
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
        more = ("occupation", "characteristics", "member_of", "body")
        return self["kind"].value() == "institution" or shows(self, more)

    @property
    def is_blank(self) -> bool:
        """Nothing was typed into this line."""
        data = self.cleaned_data
        held = [v for k, v in data.items() if k not in self.NOT_SAID and v not in (None, "", [])]
        age = data.get("age")
        return not held and not (age and age.said) and data.get("kind") == "individual"


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
