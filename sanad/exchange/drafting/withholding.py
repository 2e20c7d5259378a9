"""Names that the row seals are kept out of its readable texts, as in entry by hand."""

from collections.abc import Iterable, Iterator

from sanad.kit.text import fold

NAMING = ("name", "other_names", "father_name", "perpetrator_name", "informant_name")
READABLE = ("title", "described", "occupation")
SHORTEST_NAME = 3  # as in violations.rules.entry: one or two letters match half of all words


def names_in(values: dict[str, object], named: Iterable[str]) -> list[str]:
    """The sealed names of a row, folded; `named` are the members of its groups."""
    folded = [fold(name) for name in (*_stated(values), *named)]
    return [name for name in folded if len(name) >= SHORTEST_NAME]


def _stated(values: dict[str, object]) -> Iterator[str]:
    for field in NAMING:
        value = values.get(field)
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from value


def names_somebody(text: str, names: list[str]) -> bool:
    """Whether one of the names stands in the text."""
    words = f" {fold(text)} "
    return any(f" {name} " in words for name in names)


def withhold(values: dict[str, object], names: list[str]) -> Iterator[str]:
    """Take the readable texts that name somebody out of the values; gives their fields."""
    for field in READABLE:
        text = values.get(field)
        if isinstance(text, str) and names_somebody(text, names):
            del values[field]
            yield field
