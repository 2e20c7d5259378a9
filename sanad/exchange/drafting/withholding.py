"""Names that the row seals are kept out of its readable texts, as in entry by hand."""

from collections.abc import Iterable, Iterator

from sanad.kit.naming import folded_names, names_somebody

NAMING = ("name", "other_names", "father_name", "perpetrator_name", "informant_name")
READABLE = ("title", "described", "occupation")


def names_in(values: dict[str, object], named: Iterable[str]) -> list[str]:
    """The sealed names of a row, folded; `named` are the members of its groups."""
    return folded_names((*_stated(values), *named))


def _stated(values: dict[str, object]) -> Iterator[str]:
    for field in NAMING:
        value = values.get(field)
        if isinstance(value, str):
            yield value
        elif isinstance(value, tuple):
            yield from value


def withhold(values: dict[str, object], names: list[str]) -> Iterator[str]:
    """Take the readable texts that name somebody out of the values; gives their fields."""
    for field in READABLE:
        text = values.get(field)
        if isinstance(text, str) and names_somebody(text, names):
            del values[field]
            yield field
