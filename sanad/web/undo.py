"""One click back: what a page says after a deed can carry the way to undo it.

A form with the fields that take it back travels with the message; it is posted to a page that checks it like any other.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.contrib import messages
from django.contrib.messages.storage.base import Message
from django.http import HttpRequest

MARK = "undo:"
Fields = Mapping[str, str | Sequence[str]]


@dataclass(frozen=True)
class Undo:
    """Where to post what."""

    address: str
    fields: list[tuple[str, str]]


def done(request: HttpRequest, sentence: str, *, address: str, fields: Fields | None = None) -> None:
    """Say that something was done, beside the button that undoes it."""
    listed = [
        (name, one) for name, value in (fields or {}).items() for one in ([value] if isinstance(value, str) else value)
    ]
    messages.success(request, sentence, extra_tags=MARK + json.dumps([address, listed]))


def undo_of(message: Message) -> Undo | None:
    """The way back that a message carries, if any."""
    tags = message.extra_tags or ""
    if not tags.startswith(MARK):
        return None
    address, listed = json.loads(tags.removeprefix(MARK))
    return Undo(address, [(name, value) for name, value in listed])
