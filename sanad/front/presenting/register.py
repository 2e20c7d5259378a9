"""The grid of the register as it is drawn, and the entries that were left unfinished."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from sanad.accounts.readers import Reader
from sanad.front.forms.entry import Entry
from sanad.front.forms.grid import AllegedForm, RowForm
from sanad.violations import queries
from sanad.web.formats import moment, number
from sanad.web.forms import widget_class

WHOLE_ROWS = 12  # as many lines are drawn with all their fields; the others where one of these is filled or asked for
MAIN = ("kind", "name", "described", "sex", "age", "status")
ALLEGED = ("type", "degree", "institution", "name", "line")


@dataclass(frozen=True)
class Cell:
    """One act and one line: ticked or not."""

    number: int
    label: str
    box: SafeString


@dataclass(frozen=True)
class Field:
    """An input of a line under the heading of its column."""

    label: str
    input: SafeString
    errors: list[str]


@dataclass(frozen=True)
class Row:
    """One line of the grid."""

    form: RowForm
    number: int
    index: int
    fields: list[Field]
    cells: list[Cell]
    whole: bool

    @property
    def span(self) -> int:
        """How many columns the line has."""
        return 1 + len(self.fields) + len(self.cells)


@dataclass(frozen=True)
class AllegedRow:
    """One alleged perpetrator, and the acts."""

    form: AllegedForm
    number: int
    index: int
    fields: list[Field]
    cells: list[Cell]


@dataclass(frozen=True)
class Grid:
    """Acts, victims, alleged perpetrators; the headings of the columns."""

    acts: list[tuple[int, str]]
    of_victim: list[str]
    of_alleged: list[str]
    rows: list[Row]
    alleged: list[AllegedRow]


@dataclass(frozen=True)
class Kept:
    """An entry that was left unfinished."""

    id: UUID
    when: str


def page_shown(entry: Entry) -> Grid:
    """The grid of a page, typed or read."""
    acts = [(n, _("Act %(number)s") % {"number": number(n)}) for n in range(1, len(entry.done) + 1)]
    rows = [
        Row(
            form,
            n,
            n - 1,
            _fields(form, MAIN, n),
            _cells(form, acts, n, _("line")),
            n <= WHOLE_ROWS or form.is_whole or bool(form.errors.keys() & set(form.SELDOM)),
        )
        for n, form in enumerate(entry.victims, 1)
        if isinstance(form, RowForm)
    ]
    alleged = [
        AllegedRow(form, n, n - 1, _fields(form, ALLEGED, n), _cells(form, acts, n, _("alleged perpetrator")))
        for n, form in enumerate(entry.perpetrators, 1)
        if isinstance(form, AllegedForm)
    ]
    return Grid(acts, _labels(RowForm, MAIN), _labels(AllegedForm, ALLEGED), rows, alleged)


def _labels(form: type[RowForm] | type[AllegedForm], names: Sequence[str]) -> list[str]:
    return [str(form.base_fields[name].label) for name in names]


def _fields(form: RowForm | AllegedForm, names: Sequence[str], line: int) -> list[Field]:
    """The inputs of a line; each says for screen readers of which line it is."""
    shown = []
    for name in names:
        bound = form[name]
        label = str(bound.label)
        wrong = {"aria-invalid": "true"} if bound.errors else {}
        css = f"{bound.field.widget.attrs.get('class', '')} {widget_class(bound.field.widget)}".strip()
        attrs = {"class": css, "aria-label": f"{label}, {line}", **wrong}
        shown.append(Field(label, bound.as_widget(attrs=attrs), [str(error) for error in bound.errors]))
    return shown


def _cells(form: RowForm | AllegedForm, acts: list[tuple[int, str]], line: int, what: str) -> list[Cell]:
    ticked, name = form.ticked(), form.add_prefix("done")
    return [
        Cell(
            n,
            label,
            format_html(
                '<input class="form-check-input" type="checkbox" name="{}" value="{}" aria-label="{}, {} {}"{}>',
                name,
                n,
                label,
                what,
                line,
                " checked" if str(n) in ticked else "",
            ),
        )
        for n, label in acts
    ]


def kept_entries(reader: Reader) -> list[Kept]:
    """What this reader left unfinished, the newest first."""
    return [Kept(one.pk, moment(one.saved_at)) for one in queries.unfinished_of(reader)]
