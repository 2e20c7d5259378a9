"""The door to searching for people by what is sealed: ids of mentions come out, never a name or a number."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS

from sanad.kit.refusals import OutOfOrder
from sanad.vault import numbers
from sanad.vault.asking import ask
from sanad.vault.names.rules import require_searchable, require_searcher
from sanad.vault.names.tokens import LONGEST_TEXT
from sanad.vault.queries import numbers_alike
from sanad.vault.searches import count_search
from sanad.vault.tickets import Looker


@dataclass(frozen=True)
class Found:
    """Rows of mentions that fit, the likest first, and what of the reader's sight was not searched."""

    rows: Sequence[UUID]
    by: str  # name, cnic or phone
    more: bool = False
    locked: int = 0  # offices whose names are locked
    waiting: int = 0  # offices whose names are being made ready


def find_people(reader: Looker, text: str, *, limit: int = 50) -> Found:
    """Mentions with a CNIC or phone number that is typed, or else with names like what is typed."""
    typed = numbers.typed(text)
    if typed:
        return _by_number(reader, typed, limit)
    require_searchable(reader, text)
    answer = ask("names", by=reader, text=text[:LONGEST_TEXT], limit=limit)
    rows = [UUID(row) for row in cast(list[str], answer["rows"])]
    return Found(rows, "name", bool(answer["more"]), int(str(answer["locked"])), int(str(answer["waiting"])))


def names_like(reader: Looker, name: str, *, limit: int = 30) -> Found:
    """Mentions with a name very like one that is being written into a report; a deed with a quota of its own.

    For whoever shows only those that are near in place or time too: names alone are what `find_people` is asked for.
    """
    require_searchable(reader, name)
    answer = ask("names", by=reader, text=name[:LONGEST_TEXT], limit=limit, typing=True)
    rows = [UUID(row) for row in cast(list[str], answer["rows"])]
    return Found(rows, "name", bool(answer["more"]), int(str(answer["locked"])), int(str(answer["waiting"])))


def named_in(reader: Looker, text: str, rows: Sequence[UUID]) -> bool:
    """Whether a sealed name of these mentions stands in a text that many will read; no name leaves the vault."""
    if not rows or not text.strip():
        return False
    return bool(ask("named", by=reader, text=text, rows=[row.hex for row in rows])["named"])


def find_names(reader: Looker, text: str, limit: int = 50) -> list[UUID]:
    """Mentions, by the id of their row, whose sealed names are like a text."""
    return list(find_people(reader, text, limit=limit).rows)


def _by_number(reader: Looker, typed: dict[numbers.Kind, list[str]], limit: int) -> Found:
    """By keyed hash, which needs no key that is unlocked; each custodian has hashes of its own."""
    require_searcher(reader)
    wanted: list[bytes] = []
    custodians = list(getattr(reader, "opens", reader.sees))
    for custodian in custodians:
        try:
            hash_of = numbers.hashers(custodian)
        except OutOfOrder:  # that office has sealed nothing here
            continue
        wanted += [hash_of[kind](number) for kind, many in typed.items() for number in many]
    by = "cnic" if numbers.Kind.CNIC in typed else "phone"
    refusal = count_search(reader, by=by, using=DEFAULT_DB_ALIAS)
    if refusal is not None:
        raise refusal
    alike = numbers_alike(wanted, custodians, [str(kind) for kind in typed]).order_by("-row_id")
    rows = list(dict.fromkeys(alike.values_list("row_id", flat=True)[: limit + 1]))
    return Found(rows[:limit], by, len(rows) > limit)
