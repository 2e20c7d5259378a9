"""Form fields of the field's own values: a date as precise as its source, a count, a code."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from sanad.kit.dates import PartialDate, read_date
from sanad.kit.refusals import Refused
from sanad.kit.text import ascii_digits, fold, visible
from sanad.web.formats import number
from sanad.web.refusals import say

Words: TypeAlias = str | Promise
# As people in Pakistan write dates by hand; the day stands before the month.
WRITTEN_BY_HAND = ("edtf", "iso", "d/m/Y", "d-m-Y", "d.m.Y", "m/Y", "d Month Y", "Month Y", "Month d, Y")


class PartialDateField(forms.CharField):
    """A date, a month or a year: 17/04/2023, April 2023, 2023-04, 2023~, 2014-05/..; cleans to a PartialDate."""

    default_error_messages = {
        "unreadable": _("Write the date like 17/04/2023, 04/2023 or 2023. Add ~ for about: 2023~."),
        "impossible": _("There is no such day. Look at the day and the month again: 17/04/2023 is 17 April."),
    }

    def __init__(self, *, help_text: Words | None = None, **options: object) -> None:
        options.setdefault(
            "widget", forms.TextInput(attrs={"class": "input-date", "dir": "ltr", "autocomplete": "off"})
        )
        help_text = _("As precise as the source: 17/04/2023, 04/2023 or 2023.") if help_text is None else help_text
        super().__init__(help_text=help_text, empty_value=None, **options)

    def to_python(self, value: object) -> PartialDate | None:
        if isinstance(value, PartialDate):
            return value
        text = super().to_python(value)
        if text is None:
            return None
        try:
            return read_date(text, WRITTEN_BY_HAND)
        except Refused as refusal:
            raise self._explained(refusal) from refusal

    def _explained(self, refusal: Refused) -> ValidationError:
        reason = refusal.reasons[0]
        kind = reason.code.removeprefix("date.")
        return ValidationError(self.error_messages.get(kind) or say(reason), code=reason.code)

    def prepare_value(self, value: object) -> object:
        return value.text if isinstance(value, PartialDate) else value

    def has_changed(self, initial: object, data: object) -> bool:
        return str(self.prepare_value(initial) or "") != str(data or "").strip()


class CountField(forms.Field):
    """How many: empty is unknown (None), 0 is none. Takes Urdu digits and thousands marks."""

    default_error_messages = {
        "not_a_count": _("Write a whole number, 0 for none, or leave it empty if it is not known."),
        "too_large": _("This is more than %(most)s. Look at the number again."),
    }

    def __init__(self, *, most: int = 1_000_000, **options: object) -> None:
        self.most = most
        attrs = {"inputmode": "numeric", "class": "input-short", "dir": "ltr", "autocomplete": "off"}
        options.setdefault("widget", forms.TextInput(attrs=attrs))
        options.setdefault("required", False)
        super().__init__(**options)

    def to_python(self, value: object) -> int | None:
        if value is None or isinstance(value, int):
            return value
        text = ascii_digits(visible(str(value))).strip().replace(",", "").replace("٬", "").replace("،", "")
        if not text:
            return None
        if not (text.isascii() and text.isdecimal()):
            raise ValidationError(self.error_messages["not_a_count"], code="not_a_count")
        if int(text[:12]) > self.most:
            raise ValidationError(
                self.error_messages["too_large"], code="too_large", params={"most": number(self.most)}
            )
        return int(text)


@dataclass(frozen=True)
class Option:
    """Something to pick: its permanent key, its name in the reader's language and in the other one."""

    key: str
    label: Words
    other: Words = ""
    aliases: tuple[str, ...] = ()
    group: Words = ""


Options = Iterable[Option] | Callable[[], Iterable[Option]]


class PickerInput(forms.TextInput):
    """A text input with its suggestions in a <datalist>: works by typing, with and without script."""

    template_name = "web/widgets/picker.html"
    options: Callable[[], list[Option]]
    shown_for: Callable[[object], object]

    def get_context(self, name: str, value: object, attrs: dict[str, object] | None) -> dict[str, object]:
        context = super().get_context(name, self.shown_for(value), attrs)
        widget = context["widget"]
        widget["list"] = f"{widget['attrs'].get('id') or name}_options"
        widget["suggestions"] = self.options()
        return context


class PickerField(forms.CharField):
    """One of many things by its name in either language, an alias or its key; cleans to the key or None.

    For a handful of choices use `SelectField`, which shows them all.
    """

    default_error_messages = {
        "no_such": _("“%(said)s” is not in the list. Type a part of the name and choose from the list."),
        "several": _("“%(said)s” can mean %(names)s. Write the full name."),
    }

    def __init__(self, *, options: Options, **rest: object) -> None:
        self._options = options
        super().__init__(widget=PickerInput(attrs={"autocomplete": "off", "dir": "auto"}), empty_value=None, **rest)
        self._join()

    def __deepcopy__(self, memo: dict[int, object]) -> "PickerField":
        copy = super().__deepcopy__(memo)
        copy._join()
        return copy

    def _join(self) -> None:
        self.widget.options = self.options
        self.widget.shown_for = self.words_for

    def options(self) -> list[Option]:
        """What can be picked now."""
        return list(self._options() if callable(self._options) else self._options)

    def words_for(self, key: object) -> object:
        """The name of a key, for showing it again; what is no key stays as it was typed."""
        return next((str(option.label) for option in self.options() if option.key == str(key)), key)

    def clean(self, value: object) -> str | None:
        text = super().clean(value)
        if text is None:
            return None
        found = _matching(text, self.options())
        if len(found) == 1:
            return found[0].key
        said = {"said": text[:60], "names": _(" or ").join(str(option.label) for option in found[:4])}
        code = "several" if found else "no_such"
        raise ValidationError(self.error_messages[code], code=code, params=said)


def _matching(text: str, options: list[Option]) -> list[Option]:
    """Options of this very key, else of this name, else with an alias; never by a part of a name."""
    wanted = fold(text)
    return (
        [option for option in options if option.key == text]
        or [option for option in options if wanted in (fold(str(option.label)), fold(str(option.other)))]
        or [option for option in options if wanted in map(fold, option.aliases)]
    )


NOT_STATED = _("not stated")


class SelectField(forms.ChoiceField):
    """One of a few things, all of them shown; empty is *not stated* and cleans to None."""

    def __init__(self, *, options: Options, empty: Words = NOT_STATED, **rest: object) -> None:
        super().__init__(choices=lambda: grouped(options, empty), **rest)

    def clean(self, value: object) -> str | None:
        return super().clean(value) or None


def grouped(options: Options, empty: Words | None) -> list[tuple[object, object]]:
    """Options as Django's choices, under the headings of their groups."""
    listed = options() if callable(options) else options
    choices: list[tuple[object, object]] = [] if empty is None else [("", empty)]
    groups: dict[str, list[tuple[str, Words]]] = {}
    for option in listed:
        if not option.group:
            choices.append((option.key, option.label))
            continue
        if str(option.group) not in groups:
            groups[str(option.group)] = []
            choices.append((option.group, groups[str(option.group)]))
        groups[str(option.group)].append((option.key, option.label))
    return choices
