"""Whether two drafts say the same: a text of all that was stated, to be hashed under the office's key.

The day of receipt, the file that a draft came in and the id by which its list knows it are left out: the same row in
the same list sent again is unchanged. Fields at their default are left out too, so that a field added to the drafts
later changes nothing.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from operator import attrgetter

from sanad.kit.dates import PartialDate
from sanad.violations.drafts import (
    ActDraft,
    DocumentDraft,
    InvolvementDraft,
    MentionDraft,
    ReportDraft,
    StatusDraft,
)

LEFT_OUT = frozenset({"received_on", "original", "title", "event_key", "origin", "external_id", "kept_document"})
NOT_SAID: tuple[object, ...] = (None, "", (), {})


def stated(value: object) -> str:
    """The content of a draft as text; equal texts say the same."""
    write = WRITERS.get(type(value))
    return repr(value) if write is None else write(value)


@cache
def _said(kind: type) -> tuple[tuple[str, ...], tuple[object, ...], Callable[[object], tuple[object, ...]]]:
    """Names and defaults of the fields that count, and one call that reads them all."""
    held = [f for f in fields(kind) if f.name not in LEFT_OUT]
    defaults = tuple(None if f.default is MISSING else f.default for f in held)
    return tuple(f.name for f in held), defaults, attrgetter(*(f.name for f in held))


def _draft(value: object) -> str:
    kind: type = type(value)
    names, defaults, read = _said(kind)
    told = [
        f"{name}={stated(held)}"
        for name, default, held in zip(names, defaults, read(value), strict=True)
        if held not in NOT_SAID and held != default
    ]
    return "{" + ";".join(told) + "}"


def _mapping(value: Mapping[str, object]) -> str:
    return "(" + ",".join(f"{key!r}:{stated(value[key])}" for key in sorted(value)) + ")"


def _series(value: tuple[object, ...] | list[object]) -> str:
    return "[" + ",".join(map(stated, value)) + "]"


DRAFTS = (ReportDraft, MentionDraft, ActDraft, InvolvementDraft, DocumentDraft, StatusDraft)
WRITERS: dict[type, Callable[..., str]] = {
    **dict.fromkeys(DRAFTS, _draft),
    **dict.fromkeys((tuple, list), _series),
    dict: _mapping,
    PartialDate: attrgetter("text"),
}
