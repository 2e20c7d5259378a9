"""Filters of the lists, as addresses: places and codes by their outside codes."""

from dataclasses import replace
from functools import partial
from uuid import UUID

from django import forms
from django.http import QueryDict
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from sanad.accounts.readers import Reader
from sanad.codes import queries as codes
from sanad.front.acts import Cleaned
from sanad.front.forms.widgets import CodeSelect
from sanad.front.options import codes_to_pick, districts_to_pick, provinces_to_pick
from sanad.front.presenting.words import Words
from sanad.violations import queries
from sanad.violations.queries import Filter
from sanad.web.fields import PartialDateField, SelectField, grouped

ALL = _("all")
STATES = [
    ("", ALL),
    ("new", pgettext_lazy("state", "new")),
    ("under_review", pgettext_lazy("state", "under review")),
    ("verified", pgettext_lazy("state", "verified")),
    ("inconclusive", pgettext_lazy("state", "inconclusive")),
    ("rejected", pgettext_lazy("state", "rejected")),
    ("mixed", pgettext_lazy("state", "judged in part")),
    ("withdrawn", pgettext_lazy("state", "withdrawn: entered in error")),
]


class Narrowing(forms.Form):
    """What both lists can be narrowed to. A value that cannot be read narrows nothing and says so."""

    source_kind = SelectField(
        options=partial(codes_to_pick, "source_kind"),
        label=_("Kind of source"),
        required=False,
        empty=ALL,
        widget=CodeSelect,
    )
    first = PartialDateField(label=_("From"), required=False, help_text="")
    last = PartialDateField(label=_("To"), required=False, help_text="")
    batch = forms.CharField(label=_("Import"), required=False, max_length=24)

    def __init__(self, query: QueryDict, reader: Reader, words: Words) -> None:
        super().__init__(query)
        self.reader, self.words = reader, words
        if not query.get("batch"):
            del self.fields["batch"]

    def narrowed(self) -> Filter:
        """The filter that the address says."""
        self.is_valid()
        data = self.cleaned_data
        first, last = data.get("first"), data.get("last")
        narrowed = Filter(
            source_kinds=self._under("source_kind", data.get("source_kind")),
            first=first.earliest() if first else None,
            last=last.latest() if last else None,
            batch=data.get("batch") or None,
        )
        return self._further(narrowed, data)

    def clean_batch(self) -> UUID | None:
        """The batch with this reference, for addresses that an import page gives."""
        said = self.cleaned_data["batch"]
        batch = queries.batches_visible_to(self.reader).filter(reference=said).first() if said else None
        if said and batch is None:
            raise forms.ValidationError(_("There is no import %(said)s for you."), params={"said": said})
        return batch.pk if batch else None

    def _further(self, narrowed: Filter, data: Cleaned) -> Filter:
        return narrowed

    def _under(self, vocabulary: str, slug: str | None) -> tuple[int, ...]:
        return tuple(sorted(codes.ids_under(vocabulary, [slug]))) if slug else ()


class EventNarrowing(Narrowing):
    """Filters of the list of events."""

    state = forms.ChoiceField(label=_("State"), choices=STATES, required=False)
    province = SelectField(options=provinces_to_pick, label=_("Province"), required=False, empty=ALL)
    district = SelectField(options=districts_to_pick, label=_("District"), required=False, empty=ALL, widget=CodeSelect)
    act = SelectField(
        options=partial(codes_to_pick, "act"), label=_("What was done"), required=False, empty=ALL, widget=CodeSelect
    )

    field_order = ("state", "province", "district", "act", "source_kind", "first", "last", "batch")

    def __init__(self, query: QueryDict, reader: Reader, words: Words) -> None:
        super().__init__(query, reader, words)
        language = get_language() or "en"
        for name, options in (("province", provinces_to_pick), ("district", districts_to_pick)):
            self.fields[name].choices = grouped(options(words.gazetteer, language), ALL)

    def _further(self, narrowed: Filter, data: Cleaned) -> Filter:
        return replace(
            narrowed,
            state=data.get("state", ""),
            province=self._place(data.get("province")),
            district=self._place(data.get("district")),
            acts=self._under("act", data.get("act")),
        )

    def _place(self, code: object) -> int | None:
        row = self.words.gazetteer.by_outside_code(str(code)) if code else None
        return row.id if row else None


class ReportNarrowing(Narrowing):
    """Filters of the list of reports."""

    mine = forms.BooleanField(label=_("Recorded by me"), required=False)

    field_order = ("source_kind", "first", "last", "mine", "batch")

    def _further(self, narrowed: Filter, data: Cleaned) -> Filter:
        return replace(narrowed, made_by=self.reader.user_id if data.get("mine") else None)
