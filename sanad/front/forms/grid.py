"""The grid of the register: acts across, victims down, and who is said to have done which of them to whom."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sanad.front.forms.report import HowForm, PerpetratorForm, VictimForm, shows
from sanad.front.forms.widgets import CodeField
from sanad.kit.text import ascii_digits, fold, visible

MOST_ROWS = 400  # beyond that it is a list, which is imported
MOST_ACTS = 99  # columns; acts that differ in how they were done are several
EVERYBODY = "all"
ALL = gettext_lazy("all")  # as the field says it
MEANS_ALL = frozenset(map(fold, ("all", "everybody", "everyone", "sab", "سب", "تمام")))
RANGE = re.compile(r"(\d{1,4})(?:\s*[-\u2013\u2014]\s*(\d{1,4}))?\Z", re.ASCII)
BETWEEN = re.compile(r"[,،;\s]+(?![-\u2013\u2014])")

Lines = tuple[int, ...]


class LinesField(forms.CharField):
    """Lines of the grid by their numbers: 1-12, 15. `all` is everybody; empty is what `empty` says."""

    default_error_messages = {
        "unreadable": gettext_lazy("Write the numbers of the lines, like 1-12, 15; or “all”."),
    }

    def __init__(self, **options: object) -> None:
        widget = forms.TextInput(attrs={"dir": "ltr", "class": "input-lines", "autocomplete": "off"})
        super().__init__(required=False, max_length=200, widget=widget, **options)

    def clean(self, value: object) -> Lines | str:
        text = ascii_digits(visible(super().clean(value) or "")).strip()
        if fold(text) in MEANS_ALL or text == "*":
            return EVERYBODY
        found: set[int] = set()
        for part in BETWEEN.split(re.sub(r"\s*([-\u2013\u2014])\s*", r"\1", text)):
            read = RANGE.match(part)
            if part and (not read or int(read[1]) > MOST_ROWS or int(read[2] or 0) > MOST_ROWS):
                raise ValidationError(self.error_messages["unreadable"], code="unreadable")
            if read:
                found.update(range(int(read[1]), int(read[2] or read[1]) + 1))
        return tuple(sorted(found))


def lines_text(lines: Lines) -> str:
    """Numbers as the field takes them: (1, 2, 3, 5) is 1-3, 5."""
    parts: list[list[int]] = []
    for number in sorted(set(lines)):
        if parts and number == parts[-1][1] + 1:
            parts[-1][1] = number
        else:
            parts.append([number, number])
    return ", ".join(str(first) if first == last else f"{first}-{last}" for first, last in parts)


class LineField(forms.IntegerField):
    """One line of the grid by its number."""

    def __init__(self, **options: object) -> None:
        attrs = {"inputmode": "numeric", "class": "input-short", "dir": "ltr", "autocomplete": "off"}
        super().__init__(
            required=False, min_value=1, max_value=MOST_ROWS, widget=forms.TextInput(attrs=attrs), **options
        )

    def to_python(self, value: object) -> int | None:
        return super().to_python(ascii_digits(str(value or "")))


class TicksField(forms.TypedMultipleChoiceField):
    """Which of the acts, by the number of their line; drawn as the cells of a row."""

    def __init__(self, **options: object) -> None:
        super().__init__(required=False, coerce=int, widget=forms.CheckboxSelectMultiple, **options)

    def valid_value(self, value: str) -> bool:
        """No list of choices: four hundred lines would each copy it."""
        return value.isascii() and value.isdecimal() and len(value) < 4 and 1 <= int(value) <= MOST_ACTS


class DoneForm(HowForm):
    """One act of the report, to which lines of victims it was done beside those ticked in the grid, and how."""

    type = CodeField("act", label=gettext_lazy("What was done"))
    to = LinesField(label=gettext_lazy("To lines"), help_text="")

    def clean(self) -> dict[str, object]:
        data = super().clean()
        if self.own and not data.get("type") and "type" not in self.errors:
            self.add_error("type", _("Choose what was done to them."))
        return data

    @property
    def is_said(self) -> bool:
        """Whether an act was chosen."""
        return bool(self.cleaned_data.get("type"))


class RowForm(VictimForm):
    """One victim of the grid: what was done to them is ticked, not chosen anew."""

    acts = None  # type: ignore[assignment]  # Django's way to leave a field of the base out
    done = TicksField(label=gettext_lazy("What was done to them"))
    member_of = LineField(label=gettext_lazy("Belongs to the group in line"))
    open = forms.CharField(required=False, widget=forms.HiddenInput)  # drawn with all its fields in a long list

    NOT_SAID: tuple[str, ...] = (*VictimForm.NOT_SAID, "done", "acts", "open")
    SAYS_ACTS = False
    SELDOM = (
        "status_on",
        "father_name",
        "cnic",
        "phone",
        "address",
        "occupation",
        "characteristics",
        "body",
        *VictimForm.SIZES,
    )

    @property
    def suffers(self) -> bool:
        """Whether an act of the grid is ticked for this line, once the page has been read."""
        return bool(self.cleaned_data.get("acts"))

    @property
    def says_something(self) -> bool:
        """Whether anything was typed but ticks."""
        return not super().is_blank

    @property
    def is_blank(self) -> bool:
        return not self.says_something and not self.suffers

    @property
    def opens(self) -> bool:
        """Whether the fields that are used less have to be seen."""
        return self["kind"].value() in ("group", "institution") or shows(self, self.SELDOM)

    @property
    def is_whole(self) -> bool:
        """Whether a long list draws this line with all its fields."""
        return bool(self["open"].value()) or self.opens

    def ticked(self) -> frozenset[str]:
        """The acts that are ticked, as they were typed."""
        return frozenset(str(one) for one in self["done"].value() or ())


class AllegedForm(PerpetratorForm):
    """One alleged perpetrator: of which acts, against which lines."""

    line = LinesField(label=gettext_lazy("Against lines"))
    done = TicksField(label=gettext_lazy("Of which acts"))

    def clean_line(self) -> Lines:
        said = self.cleaned_data["line"]
        return () if said == EVERYBODY else said

    def ticked(self) -> frozenset[str]:
        """The acts that are ticked, as they were typed."""
        return frozenset(str(one) for one in self["done"].value() or ())

    def no_such_line(self, number: int) -> None:
        """Complain of a line that is not there."""
        self.add_error("line", _("There is no line %(number)s.") % {"number": number})
