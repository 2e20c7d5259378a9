"""The shape of a question on the page, and of saving its answer."""

from collections.abc import Iterable

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from sanad.codes import queries as codes
from sanad.figures.models import SavedTable
from sanad.figures.presenting import labels
from sanad.figures.presenting.captions import filter_words
from sanad.figures.rules.cells import UNSTATED
from sanad.figures.rules.dimensions import Frame, Unit, names_of_dimensions
from sanad.figures.rules.requests import RANGE, CountRequest, Filter, read_request
from sanad.places import queries as places
from sanad.web.components import Chip
from sanad.web.fields import NOT_STATED, Option, SelectField

FILTERED = ("act", "province", "status", "perpetrator_type", "characteristic", "sex", "source_kind")


def _units() -> list[Option]:
    return [Option(unit.value, labels.UNITS[unit]) for unit in Unit]


def _frames() -> list[Option]:
    return [Option(frame.value, labels.FRAMES[frame]) for frame in Frame]


class QuestionForm(forms.Form):
    """Unit, rows, columns and the filters that are asked for most; its address is put together by `request`."""

    unit = SelectField(label=_("Count"), options=_units, empty=None)
    rows = SelectField(label=_("Rows"), options=(), empty=None)
    and_rows = SelectField(label=_("and within them"), options=(), empty="–", required=False)
    columns = SelectField(label=_("Columns"), options=(), empty="–", required=False)
    frame = SelectField(label=_("Places"), options=_frames, empty=None, required=False)
    year_from = forms.RegexField(r"^\d{4}$", label=_("Years from"), required=False)
    year_to = forms.RegexField(r"^\d{4}$", label=_("to"), required=False)

    def __init__(self, data: QueryDict | dict[str, object] | None, *, lists: Iterable[str]) -> None:
        super().__init__(data)
        self.lists = tuple(lists)
        names = [Option(name, labels.dimension_label(name)) for name in names_of_dimensions(self.lists)]
        for field, empty in (("rows", None), ("and_rows", "–"), ("columns", "–")):
            self.fields[field] = SelectField(
                label=self.fields[field].label, options=names, empty=empty, required=empty is None
            )
        for field in ("year_from", "year_to"):
            self.fields[field].widget.attrs = {
                "inputmode": "numeric",
                "class": "input-short",
                "size": "4",
                "dir": "ltr",
            }
        for name in FILTERED:
            self.fields[name] = SelectField(
                label=labels.DIMENSIONS[name], options=_values(name), empty=_("all"), required=False
            )

    def question(self) -> list[str]:
        """Names of the fields that say what is counted."""
        return ["unit", "rows", "and_rows", "columns", "frame"]

    def request(self, kept: Iterable[str], snapshot: str) -> CountRequest:
        """The request that was put together; `kept` are filters that the form does not show."""
        said = self.cleaned_data
        where = [f"{name}={said[name]}" for name in FILTERED if said[name]]
        if said["year_from"] or said["year_to"]:
            where.append(f"year={said['year_from']}{RANGE}{said['year_to']}")
        return read_request(
            said["unit"],
            [said["rows"], said["and_rows"] or ""],
            [said["columns"] or ""],
            [*where, *kept],
            frame=said["frame"] or Frame.TODAY.value,
            snapshot=snapshot,
            lists=self.lists,
        )


def asked_again(request: CountRequest) -> dict[str, object]:
    """What the form shows for a request."""
    data: dict[str, object] = {
        "unit": request.unit.value,
        "rows": request.rows[0] if request.rows else "",
        "and_rows": request.rows[1] if len(request.rows) > 1 else "",
        "columns": request.columns[0] if request.columns else "",
        "frame": request.frame.value,
    }
    for one in request.where:
        if one.dimension in FILTERED and len(one.values) == 1:
            data[one.dimension] = one.values[0]
        elif _is_span(one):
            data["year_from"], _dots, data["year_to"] = one.values[0].partition(RANGE)
    return data


def not_in_form(request: CountRequest) -> list[Filter]:
    """The filters that the form cannot show; they stay until they are taken away."""
    return [
        one for one in request.where if not (one.dimension in FILTERED and len(one.values) == 1) and not _is_span(one)
    ]


def _is_span(one: Filter) -> bool:
    return one.dimension == "year" and len(one.values) == 1 and RANGE in one.values[0]


def chips(request: CountRequest) -> list[Chip]:
    """Each filter with the address of the same question without it."""
    found = []
    for position, one in enumerate(request.where):
        rest = request.where[:position] + request.where[position + 1 :]
        without = CountRequest(request.unit, request.rows, request.columns, rest, request.frame, request.snapshot)
        found.append(Chip(labels.dimension_label(one.dimension), filter_words(one), f"?{without.address()}"))
    return found


def _values(name: str) -> list[Option]:
    """What can be chosen in a filter: what may be offered today, and *not stated*."""
    if name == "province":
        found = [Option(places.gazetteer().outside_code(one), places.place_label(one)) for one in places.provinces()]
    elif name == "status":
        found = [Option(key, words) for key, words in labels.STATES.items()]
    else:
        found = [Option(code.slug, _indented(code)) for code in codes.codes_of(name) if code.until is None]
        if name == "characteristic":
            found = [Option(key, words) for key, words in labels.DERIVED.items()] + found
    return [*found, Option(UNSTATED, NOT_STATED)]


def _indented(code: codes.Code) -> str:
    return f"{'— ' if code.parent_id else ''}{codes.label(code)}"


class SaveForm(forms.Form):
    """A name for a table, or the saved table whose next version it is."""

    name = forms.CharField(label=_("Name"), max_length=120)
    note = forms.CharField(
        label=_("What it is for"), max_length=500, required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    replaces = SelectField(label=_("Save as"), options=(), empty=_("a new table"), required=False)

    def __init__(self, data: QueryDict | None, *, tables: Iterable[SavedTable], **rest: object) -> None:
        super().__init__(data, **rest)
        self.tables = {str(table.key): table for table in tables}
        next_versions = [
            Option(key, _("the next version of “%(name)s”") % {"name": table.name})
            for key, table in self.tables.items()
        ]
        self.fields["replaces"] = SelectField(
            label=_("Save as"), options=next_versions, empty=_("a new table"), required=False
        )

    def replaced(self) -> SavedTable | None:
        """The saved table that gets a new version, if one was chosen."""
        return self.tables.get(self.cleaned_data["replaces"] or "")


class ReturnForm(forms.Form):
    """The month and the language of a monthly return."""

    month = forms.CharField(
        label=_("Month"),
        required=False,
        help_text=_("Year and month, as 2026-10; empty for the whole table."),
        widget=forms.TextInput(attrs={"class": "input-short", "dir": "ltr", "placeholder": "2026-10"}),
    )
    language = forms.ChoiceField(label=_("Language"), choices=[("en", "English"), ("ur", "اردو")])
    why = forms.CharField(label=_("What it is for"), max_length=300, widget=forms.TextInput(attrs={"dir": "auto"}))


class TakeOutForm(forms.Form):
    """Why a table leaves the house."""

    why = forms.CharField(
        label=_("What it is for"),
        max_length=300,
        help_text=_("Who gets it, and for what. It stands in the file, and in the list of what was taken out."),
        widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
    )
