"""The form on which an institution is corrected, and the search for one."""

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.accounts.forms import DayInput
from sanad.accounts.tie_form import institution_options
from sanad.front import placing
from sanad.institutions import queries
from sanad.institutions.actions import InstitutionContent
from sanad.institutions.models import Institution
from sanad.institutions.rules import KIND_TITLES, LEVEL_TITLES, InstitutionKind
from sanad.web.fields import PickerField

TEXTS = ("name_en", "name_ur", "acronym", "role", "source")
DAYS = ("valid_from", "valid_to")


class FindInstitutionForm(forms.Form):
    """Which institutions are listed."""

    name = forms.CharField(label=_("Name"), required=False, max_length=200, widget=forms.TextInput({"dir": "auto"}))
    kind = forms.ChoiceField(
        label=_("Kind"),
        required=False,
        choices=[("", _("all")), *((str(kind), _(title)) for kind, title in KIND_TITLES.items())],
    )


class InstitutionForm(forms.Form):
    """What is said of an institution, and every way in which it is written."""

    name_en = forms.CharField(
        label=_("Name in English"), max_length=200, required=False, widget=forms.TextInput({"dir": "ltr"})
    )
    name_ur = forms.CharField(
        label=_("Name in Urdu"), max_length=200, required=False, widget=forms.TextInput({"dir": "rtl", "lang": "ur"})
    )
    acronym = forms.CharField(label=_("Short form"), max_length=20, required=False)
    also = forms.CharField(
        label=_("Also written"),
        required=False,
        max_length=4000,
        help_text=_(
            "One on each line: other names, earlier names, the other script. Papers and files are read by them."
        ),
        widget=forms.Textarea({"rows": 4, "dir": "auto"}),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=[(str(kind), _(title)) for kind, title in KIND_TITLES.items()])
    level = forms.ChoiceField(
        label=_("Level of government"),
        required=False,
        choices=[("", "–"), *((str(level), _(title)) for level, title in LEVEL_TITLES.items())],
    )
    place = forms.CharField(label=_("Place"), max_length=200, required=False, widget=forms.TextInput({"dir": "auto"}))
    parent = PickerField(
        label=_("Belongs to"),
        options=institution_options,
        required=False,
        help_text=_(
            "Whoever is tied to it does not see records in which something below it is alleged to have done it."
        ),
    )
    valid_from = forms.DateField(label=_("Since"), required=False, widget=DayInput())
    valid_to = forms.DateField(
        label=_("Until"), required=False, widget=DayInput(), help_text=_("The first day on which it is no more.")
    )
    role = forms.CharField(label=_("What it does"), max_length=400, required=False)
    source = forms.CharField(label=_("Where we know it from"), max_length=300, required=False)

    def __init__(self, institution: Institution, data: object = None) -> None:
        self.institution = institution
        super().__init__(data, initial=_known(institution))  # type: ignore[arg-type]

    def clean_place(self) -> int | None:
        """The place that the words name; unchanged words keep it."""
        said = self.cleaned_data["place"].strip()
        if said == placing.label_of(self.institution.place_id):
            return self.institution.place_id
        found = placing.read(said)
        if said and not found.certain:
            raise forms.ValidationError(_("No place is called so, or several are. Write it with its district."))
        return found.place.id if said and found.place else None

    def content(self) -> InstitutionContent:
        """What was typed in, for the action."""
        said = self.cleaned_data
        parent = queries.institution(said["parent"]) if said["parent"] else None
        return InstitutionContent(
            **{name: said[name] for name in (*TEXTS, *DAYS, "level")},
            kind=InstitutionKind(said["kind"]),
            place_id=said["place"],
            parent_id=parent.pk if parent else None,
            also=tuple(line for line in said["also"].splitlines() if line.strip()),
        )


def _known(institution: Institution) -> dict[str, object]:
    own = {institution.name_en, institution.name_ur, institution.acronym}
    known: dict[str, object] = {name: getattr(institution, name) for name in (*TEXTS, *DAYS, "kind", "level")}
    return known | {
        "also": "\n".join(name for name in queries.names_of(institution) if name not in own),
        "place": placing.label_of(institution.place_id),
        "parent": institution.parent.slug if institution.parent else "",
    }
