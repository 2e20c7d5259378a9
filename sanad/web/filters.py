"""Filters as addresses: which are on, and the address without one of them."""

from collections.abc import Iterator

from django.forms import BaseForm, BoundField, ChoiceField
from django.http import QueryDict
from django.utils.functional import Promise

from sanad.web.components import Chip

CURSORS = ("after", "before")  # a changed filter starts the list anew


def chips(form: BaseForm, query: QueryDict) -> list[Chip]:
    """The filters that are on, each with the address that takes it away."""
    return [
        Chip(bound.label, words, _without(query, bound.html_name, value))
        for bound in form
        if not bound.is_hidden
        for value, words in _chosen(bound, query)
    ]


def _chosen(bound: BoundField, query: QueryDict) -> Iterator[tuple[str, str | Promise]]:
    for value in query.getlist(bound.html_name):
        if value:
            yield value, _words(bound, value)


def _words(bound: BoundField, value: str) -> str | Promise:
    shown = getattr(bound.field, "words_for", None)
    if shown is not None:
        return shown(value)
    if isinstance(bound.field, ChoiceField):
        for key, label in _flat(bound.field.choices):
            if str(key) == value:
                return label
    return value


def _flat(choices: object) -> Iterator[tuple[object, str]]:
    for key, label in choices:  # type: ignore[attr-defined]
        if isinstance(label, list | tuple):
            yield from _flat(label)
        else:
            yield key, label


def _without(query: QueryDict, name: str, value: str) -> str:
    rest = query.copy()
    rest.setlist(name, [kept for kept in rest.getlist(name) if kept != value])
    for cursor in CURSORS:
        rest.pop(cursor, None)
    return f"?{rest.urlencode()}"
