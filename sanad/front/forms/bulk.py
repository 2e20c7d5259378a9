"""The form by which one field is changed for many reports."""

from collections.abc import Callable
from functools import partial

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.front import placing
from sanad.front.forms.widgets import CodeSelect, InstitutionField, offer
from sanad.front.options import SOURCES_READ, codes_to_pick, id_of
from sanad.institutions.queries import institution
from sanad.violations.actions.editing import PAPER, PLACE, SOURCE_KIND, Change, NewPlace
from sanad.web.fields import Option, SelectField

FIELDS = {PLACE: _("Place"), PAPER: _("Paper or channel"), SOURCE_KIND: _("Kind of source")}


class BulkForm(forms.Form):
    """Which field, its new value, and why."""

    field = forms.ChoiceField(label=_("What is changed"), choices=[(str(key), words) for key, words in FIELDS.items()])
    place = forms.CharField(
        label=_("Place"), max_length=200, required=False, widget=forms.TextInput({"dir": "auto"}),
        help_text=_("For all acts of these reports."),
    )  # fmt: skip
    paper = InstitutionField(label=_("Paper or channel"), required=False, kinds=SOURCES_READ)
    source_kind = SelectField(
        label=_("Kind of source"), options=partial(codes_to_pick, "source_kind"), required=False, widget=CodeSelect
    )
    why = forms.CharField(
        label=_("Why"), max_length=300, widget=forms.Textarea({"rows": 2, "dir": "auto"}),
        help_text=_("It is kept with every report that is changed."),
    )  # fmt: skip

    def __init__(self, data: object, institutions: Callable[[], list[Option]]) -> None:
        super().__init__(data)  # type: ignore[arg-type]
        offer(self, institutions)

    def clean(self) -> dict[str, object]:
        """The value of the chosen field is there, and means one thing."""
        data = super().clean()
        chosen = data.get("field")
        if chosen and not data.get(chosen) and not self.has_error(chosen):
            self.add_error(chosen, _("Say what it shall be."))
        if chosen == PLACE and data.get("place"):
            read = placing.read(str(data["place"]))
            if not read.certain or read.place is None:
                self.add_error("place", _("No place is called so, or several are. Write it with its district."))
        return data

    def change(self) -> Change:
        """What was chosen, for the action."""
        data = self.cleaned_data
        if data["field"] == PLACE:
            found = placing.settled(placing.read(data["place"]), "")
            return Change(PLACE, NewPlace(found.id, found.precision, found.said))
        if data["field"] == PAPER:
            paper = institution(data["paper"])
            assert paper is not None
            return Change(PAPER, paper.pk)
        kind = id_of("source_kind", data["source_kind"])
        assert kind is not None
        return Change(SOURCE_KIND, kind)
