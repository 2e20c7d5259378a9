"""What a report says of the event as a whole: summary, day, place, how and why, FIR, who told it."""

from datetime import date

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from sanad.front.acts import HOW
from sanad.front.forms.report.fields import TextField, day_of, not_to_come, shows
from sanad.front.forms.report.source import NamingForm
from sanad.front.forms.widgets import CodeField, InstitutionField
from sanad.kit.dates import PartialDate, read_spoken
from sanad.web.fields import PartialDateField


class HowForm(forms.Form):
    """Means, stated reason and kind of place of one act or one line; what is empty is as the whole report says."""

    means = CodeField("means", label=_("By what means"), empty=_("as the report says"))
    stated_reason = CodeField("stated_reason", label=_("Stated reason"), empty=_("as the report says"))
    kind_of_place = CodeField("kind_of_place", label=_("Kind of place"), empty=_("as the report says"))

    @property
    def opens_how(self) -> bool:
        """Whether these have to be seen."""
        return shows(self, HOW)

    @property
    def own(self) -> dict[str, str]:
        """What was chosen, once the form has been read."""
        return {name: self.cleaned_data[name] for name in HOW if self.cleaned_data.get(name)}


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
