"""Who told it, and the paper it stands on."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.front.forms.report.fields import TextField, day_of, not_to_come
from sanad.front.forms.widgets import CodeField, InstitutionField
from sanad.kit.dates import PartialDate
from sanad.kit.text import clean
from sanad.web.fields import PartialDateField

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
