"""When names may be searched, and how often. No Django."""

from collections.abc import Collection
from typing import Protocol

from sanad.kit.refusals import N_, Incomplete, NotPermitted
from sanad.vault.looks import OPEN_SEALED
from sanad.vault.names.tokens import SHORTEST, searched

MOST_FOUND = 200


class Holder(Protocol):
    """Whoever holds permissions: a Reader."""

    @property
    def permissions(self) -> Collection[str]: ...


def require_searcher(by: Holder) -> None:
    """Refuse, unless this reader may search for people by what is sealed."""
    if OPEN_SEALED not in by.permissions:
        raise NotPermitted.one("not_permitted", N_("Your role does not search sealed names."))


def require_searchable(by: Holder, text: str) -> None:
    """Refuse, unless this reader may search and there is enough to search for."""
    require_searcher(by)
    if not any(letter.isalpha() for letter in text) or not searched(text):
        raise too_short()


def too_short() -> Incomplete:
    """The refusal of a text in which no word is long enough."""
    return Incomplete.one(
        "too_short",
        N_("Type at least %(letters)s letters of one name, or a whole CNIC or phone number."),
        letters=SHORTEST,
    )
