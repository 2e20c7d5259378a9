"""Pages of a list by the place in its order, not by number: as quick at the end as at the start.

    page = keyset.page(events, ("-happened_first", "-id"), request.GET)
    {% include "web/pager.html" with previous=page.previous next=page.next %}

All fields run in one direction, none may be null, and the last must be unique: an index over
them is then read from the place of the cursor on. A list whose date may be unknown orders by
a column that is never null (the day it was received, or a date with a stand-in far out).
"""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet
from django.http import QueryDict

AFTER, BEFORE = "after", "before"
SIZE = 50
Key = list[Any]  # Any: whatever the ordered columns hold


@dataclass(frozen=True)
class Page:
    """Some rows of a list, and the addresses of those before and after."""

    rows: list[Model]
    previous: str | None
    next: str | None


def page(rows: QuerySet, order: Sequence[str], query: QueryDict, size: int = SIZE) -> Page:
    """The rows that the address asks for; a cursor that cannot be read shows the first page."""
    fields = [name.lstrip("-") for name in order]
    direction = AFTER if query.get(AFTER) else BEFORE
    key = _read(query.get(direction), rows, fields)
    backwards = direction == BEFORE and key is not None
    falling = order[0].startswith("-") != backwards
    if key is not None:
        rows = rows.filter(_beyond(fields, key, falling))
    found = list(rows.order_by(*(f"-{name}" if falling else name for name in fields))[: size + 1])
    more, found = len(found) > size, found[:size]
    if backwards:
        found.reverse()
    has_previous, has_next = (more, True) if backwards else (key is not None, more)
    return Page(
        found,
        _address(query, BEFORE, found[0], fields) if found and has_previous else None,
        _address(query, AFTER, found[-1], fields) if found and has_next else None,
    )


def _beyond(fields: list[str], key: Key, falling: bool) -> Q:
    """Rows further on than this key. The bound on the first field is what the index uses."""
    than = "lt" if falling else "gt"
    beyond, same = Q(), Q()
    for name, value in zip(fields, key, strict=True):
        beyond |= same & Q(**{f"{name}__{than}": value})
        same &= Q(**{name: value})
    return Q(**{f"{fields[0]}__{than}e": key[0]}) & beyond


def _address(query: QueryDict, direction: str, row: Model, fields: list[str]) -> str:
    rest = query.copy()
    for name in (AFTER, BEFORE):
        rest.pop(name, None)
    text = json.dumps([getattr(row, name) for name in fields], default=str)
    rest[direction] = urlsafe_b64encode(text.encode()).decode().rstrip("=")
    return f"?{rest.urlencode()}"


def _read(cursor: str | None, rows: QuerySet, fields: list[str]) -> Key | None:
    """The values in a cursor; None for a broken one, since readers shorten and retype addresses."""
    if not cursor:
        return None
    try:
        key = json.loads(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)))
        if not isinstance(key, list) or None in key:
            return None
        columns = [rows.model._meta.get_field(name) for name in fields]
        return [column.to_python(value) for column, value in zip(columns, key, strict=True)]
    except (ValueError, TypeError, ValidationError):
        return None
