"""Whether two drafts say the same: a text of all that was stated, to be hashed under the office's key.

The day of receipt and the file that a draft came in are left out: the same row in the same list sent again is
unchanged. Fields at their default are left out too, so that a field added to the drafts later changes nothing.
"""

from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache

from sanad.kit.dates import PartialDate

LEFT_OUT = frozenset({"received_on", "original", "title", "event_key"})


def stated(value: object) -> str:
    """The content of a draft as text; equal texts say the same."""
    parts: list[str] = []
    _state(value, parts.append)
    return "".join(parts)


@cache
def _fields(kind: type) -> tuple[tuple[str, object], ...]:
    return tuple((f.name, None if f.default is MISSING else f.default) for f in fields(kind) if f.name not in LEFT_OUT)


def _state(value: object, put) -> None:
    if isinstance(value, PartialDate):
        put(value.text)
    elif is_dataclass(value):
        put("{")
        for name, default in _fields(type(value)):
            held = getattr(value, name)
            if held is None or held == "" or held == () or held == {} or held == default:
                continue
            put(name)
            put("=")
            _state(held, put)
        put("}")
    elif isinstance(value, Mapping):
        put("(")
        for key in sorted(value):
            put(f"{key!r}:")
            _state(value[key], put)
        put(")")
    elif isinstance(value, (tuple, list)):
        put("[")
        for held in value:
            _state(held, put)
            put(",")
        put("]")
    else:
        put(repr(value))
