"""The form on which somebody sees what each column was taken for, and corrects it."""

from collections.abc import Iterator, Sequence
from collections.abc import Mapping as Readable
from dataclasses import dataclass, replace

from django import forms
from django.utils.translation import gettext_lazy as _

from sanad.codes import queries as codes
from sanad.exchange.mapping.fields import FIELDS, Shape
from sanad.exchange.mapping.guards import looks_sealed
from sanad.exchange.mapping.schema import ALL_SHEETS, Institution, Mapping, SourceColumn, Use
from sanad.exchange.pages import roles
from sanad.kit.dates import FORMATS
from sanad.kit.text import fold, slug
from sanad.web.fields import Option, SelectField

SHOWN = 3
VALUES_SHOWN = 15
EXAMPLES = {
    "edtf": "2014-05~", "iso": "2014-05-31", "d/m/Y": "31/05/2014", "m/d/Y": "05/31/2014", "d-m-Y": "31-05-2014",
    "d.m.Y": "31.05.2014", "m/Y": "05/2014", "Weekday-Month d-Y": "Saturday-May 31-2014", "Mon-Y": "May-2014",
    "d Month Y": "31 May 2014", "Month d, Y": "May 31, 2014", "Month Y": "May 2014", "Y": "2014", "excel": "41790",
}  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One column on the page: its name, some of its cells, and its inputs."""

    column: str
    samples: list[str]
    sealed: bool
    role: forms.BoundField
    more: list[forms.BoundField]
    unknown: list[tuple[str, forms.BoundField]]


class ColumnsForm(forms.Form):
    """The list as a whole, then every column. Inputs that only some roles need come once the role is chosen."""

    title = forms.CharField(
        label=_("What the list is called"), max_length=200, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    list = forms.CharField(
        label=_("Short name of the list"),
        max_length=60,
        help_text=_("Small letters, digits and _. The numbers of the rows hold within this list for ever."),
        widget=forms.TextInput(attrs={"dir": "ltr"}),
    )
    row_is = forms.ChoiceField(
        label=_("What a row is"),
        choices=[("event", _("an event, with how many were harmed")), ("person", _("a person"))],
        widget=forms.RadioSelect,
    )
    source_name = forms.CharField(
        label=_("Who made the list"), max_length=200, required=False, widget=forms.TextInput(attrs={"dir": "auto"})
    )
    source_kind = SelectField(label=_("Kind of source"), options=lambda: picks("source_kind"), empty=None)
    act = SelectField(
        label=_("What was done, in every row"),
        help_text=_("Only where no column says it."),
        options=lambda: picks("act"),
        required=False,
    )

    def __init__(
        self,
        mapping: Mapping,
        columns: Sequence[str],
        samples: Readable[str, Sequence[str]],
        unknown: Readable[tuple[str, str], Sequence[str]],
        data: Readable[str, object] | None = None,
        *,
        sheets: Sequence[str] = (),
    ) -> None:
        self.mapping, self.columns, self.samples, self.unknown = mapping, columns, samples, unknown
        super().__init__(data, initial=_initial(mapping))
        if len(sheets) > 1 and not mapping.sheets:
            self.fields["sheet"] = forms.ChoiceField(
                label=_("Sheet"),
                initial=(mapping.sheet or sheets)[0],
                choices=[*((name, name) for name in sheets), (ALL_SHEETS[0], _("all of them, with the same columns"))],
            )
        for place, column in enumerate(columns):
            self._add(place, column)

    def _add(self, place: int, column: str) -> None:
        role = roles.role_of(self.mapping, column)
        self.fields[f"role_{place}"] = forms.ChoiceField(
            label=column,
            required=False,
            initial=role,
            choices=roles.choices(self.mapping),
            widget=forms.Select(attrs={"class": "form-select"}),
        )
        chosen = str(self.data.get(f"role_{place}", role)) if self.is_bound else role
        use = next((one for one in self.mapping.columns if one.column == column), None)
        if chosen in FIELDS and FIELDS[chosen].shape is Shape.DATE:
            first = use.dates[0] if use and use.dates else ""
            self.fields[f"dates_{place}"] = forms.ChoiceField(
                label=_("written like"), initial=first, choices=[(name, EXAMPLES.get(name, name)) for name in FORMATS]
            )
        if chosen == roles.SOURCE:
            source = next((one for one in self.mapping.sources if one.column == column), None)
            self.fields[f"kind_{place}"] = SelectField(
                label=_("kind of source"), initial=source.kind if source else "", options=lambda: picks("source_kind")
            )
        for number, said in enumerate(self.unknown.get((column, chosen), ())[:VALUES_SHOWN]):
            self.fields[f"value_{place}_{number}"] = SelectField(
                label=said, options=_options_for(chosen), empty=_("as said; not stated"), required=False
            )

    def lines(self) -> Iterator[Line]:
        """The columns in the order of the file."""
        for place, column in enumerate(self.columns):
            chosen = str(self[f"role_{place}"].value() or "")
            cells = list(dict.fromkeys(cell.strip() for cell in self.samples.get(column, ()) if cell.strip()))
            sealed = bool(looks_sealed(cells)) or (chosen in FIELDS and FIELDS[chosen].sealed)
            sealed = sealed or chosen.endswith(":named")
            more = [self[name] for name in (f"dates_{place}", f"kind_{place}") if name in self.fields]
            known = self.unknown.get((column, chosen), ())
            values = [(said, self[f"value_{place}_{n}"]) for n, said in enumerate(known[:VALUES_SHOWN])]
            yield Line(column, [] if sealed else cells[:SHOWN], sealed, self[f"role_{place}"], more, values)

    def clean_list(self) -> str:
        """The short name in the letters that it may have."""
        return slug(str(self.cleaned_data["list"]))[:60]

    def clean(self) -> dict[str, object]:
        """Several columns cannot fill one field."""
        cleaned = super().clean() or {}
        for place in range(len(self.columns)):
            role = str(cleaned.get(f"role_{place}") or "")
            if role == roles.SOURCE and f"kind_{place}" not in self.data:
                self.add_error(f"role_{place}", _("Say now of which kind the source is, and go on again."))
            if role in FIELDS and FIELDS[role].shape is Shape.DATE and f"dates_{place}" not in self.data:
                self.add_error(f"role_{place}", _("Say now how the dates are written, and go on again."))
        return cleaned

    def made(self) -> Mapping:
        """The mapping that the form describes."""
        said = self.cleaned_data
        uses = [(str(said[f"role_{place}"]), self._use(place, column)) for place, column in enumerate(self.columns)]
        mapping = roles.with_roles(self.mapping, self.columns, uses)
        constants = {name: value for name, value in mapping.constants.items() if name != "act"}
        if said["act"]:
            constants["act"] = said["act"]
        return replace(
            mapping,
            sheet=(said["sheet"],) if "sheet" in said else mapping.sheet,
            list=said["list"],
            title=said["title"],
            row_is=said["row_is"],
            source_kind=said["source_kind"],
            source=_source(mapping, said["source_name"]),
            constants=constants,
        )

    def _use(self, place: int, column: str) -> Use | SourceColumn | None:
        said = self.cleaned_data
        role = str(said[f"role_{place}"])
        values = {
            known: said.get(f"value_{place}_{number}") or ""
            for number, known in enumerate(self.unknown.get((column, role), ())[:VALUES_SHOWN])
            if said.get(f"value_{place}_{number}")
        }
        dates = (str(said[f"dates_{place}"]),) if said.get(f"dates_{place}") else ()
        return roles.use_of(
            column, role, known=self.mapping, dates=dates, kind=str(said.get(f"kind_{place}") or ""), values=values
        )


def _initial(mapping: Mapping) -> dict[str, object]:
    return {
        "title": mapping.title,
        "list": mapping.list,
        "row_is": mapping.row_is,
        "source_name": mapping.source.name if mapping.source else "",
        "source_kind": mapping.source_kind,
        "act": mapping.constants.get("act", ""),
    }


def _source(mapping: Mapping, name: str) -> Institution | None:
    """The maker of the list; one that the mapping knew keeps its short name and kind."""
    if not name:
        return None
    if mapping.source and fold(mapping.source.name) == fold(name):
        return mapping.source
    return Institution(slug(name) or mapping.list, name, "other")


def picks(vocabulary: str) -> list[Option]:
    """The codes of a vocabulary, to pick from."""
    return [Option(code.slug, codes.label(code)) for code in codes.codes_offered(vocabulary)]


def _options_for(role: str) -> list[Option]:
    """What an unknown value of a field can be made to mean."""
    return picks(FIELDS[role].vocabulary) if role in FIELDS and FIELDS[role].vocabulary else []
