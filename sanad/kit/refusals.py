"""Refusals of the field: what may not be done or cannot be read, and why.

A rule or a reader gives `Reason`s; `Refused` carries them to the page, the API or the command.
The sentence is English and is the key of its translation: mark it with `N_` so that Babel finds
it. Nobody decides anything by reading sentences: the `code` is for that.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Self

PLACEHOLDER = re.compile(r"%\((\w+)\)[a-z]|%%")


def N_(sentence: str) -> str:
    """Mark an English sentence for translation and give it back unchanged."""
    return sentence


def fill(sentence: str, params: Mapping[str, object]) -> str:
    """Put `params` into the `%(name)s` places; a place without a value stays as it is written.

    Used in place of `%` because a translator's slip must never turn a refusal into a crash.
    """

    def value(place: re.Match[str]) -> str:
        name = place[1]
        if name is None:
            return "%"
        return str(params[name]) if name in params else place[0]

    return PLACEHOLDER.sub(value, sentence)


@dataclass(frozen=True)
class Reason:
    """Why something is refused or doubtful: a permanent code, a sentence, and the field it is about."""

    code: str
    sentence: str
    params: Mapping[str, object] = field(default_factory=dict, hash=False)
    field: str | None = None

    def plain(self) -> str:
        """The sentence in English with its values; for logs, commands and tests."""
        return fill(self.sentence, self.params)


class Refused(Exception):
    """The field says no; `reasons` says why. Never raised for a programmer's mistake."""

    def __init__(self, reasons: Iterable[Reason] | Reason) -> None:
        self.reasons: tuple[Reason, ...] = (reasons,) if isinstance(reasons, Reason) else tuple(reasons)
        if not self.reasons:
            raise ValueError("a refusal needs a reason")
        super().__init__(self.reasons)

    @classmethod
    def one(cls, code: str, sentence: str, field: str | None = None, **params: object) -> Self:
        """A refusal with a single reason."""
        return cls((Reason(code, sentence, params, field),))

    def __str__(self) -> str:
        return " ".join(reason.plain() for reason in self.reasons)


class NotPermitted(Refused):
    """This reader may not do this."""


class OutOfOrder(Refused):
    """This cannot be done now: something has to come first, or it is too late."""


class Incomplete(Refused):
    """Something that is needed is missing."""
