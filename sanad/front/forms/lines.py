"""Lines of a form that grow by a button, and forms drawn again as they were typed, without a word of reproach."""

from collections.abc import Mapping, Sequence
from typing import TypeVar

from django import forms
from django.http import QueryDict

Typed = dict[str, object]
Line = TypeVar("Line", bound=forms.Form)


def typed(form_class: type[forms.Form], data: QueryDict, prefix: str | None = None) -> Typed:
    """What was typed into a form, field by field, read or not."""
    form = form_class(prefix=prefix)
    return {
        name: field.widget.value_from_datadict(data, {}, form.add_prefix(name)) for name, field in form.fields.items()
    }


def number_of(prefix: str, data: Mapping[str, str], most: int) -> int:
    """How many lines the page had; nonsense is none."""
    said = data.get(f"{prefix}-count", "")
    return min(int(said), most) if said.isascii() and said.isdecimal() and len(said) < 4 else 0


def typed_lines(form_class: type[forms.Form], prefix: str, data: QueryDict, most: int) -> list[Typed]:
    """What was typed into each line."""
    return [typed(form_class, data, f"{prefix}-{n}") for n in range(number_of(prefix, data, most))]


def submitted_lines(form_class: type[Line], prefix: str, data: QueryDict, most: int) -> list[Line]:
    """The lines to be read and judged."""
    return [form_class(data, prefix=f"{prefix}-{n}") for n in range(number_of(prefix, data, most))]


def shown_lines(form_class: type[Line], prefix: str, said: Sequence[Typed]) -> list[Line]:
    """Lines that show what was typed, or is known, and complain of nothing."""
    return [form_class(initial=one, prefix=f"{prefix}-{n}") for n, one in enumerate(said)]
