"""Two drafts side by side: which clauses are new, dropped, changed or moved, and which words went in and out."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cached_property
from uuid import UUID

# The space goes with the word behind it: as tokens of their own, spaces would make the comparison ten times slower.
WORD = re.compile(r"\s*\w+|\s*[^\s\w]|\s+")
MOST_WORDS = 4_000  # a longer text is shown whole on both sides: comparing it word by word takes seconds


class Change(StrEnum):
    """What happened to a clause between two drafts."""

    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    NEW = "new"
    DROPPED = "dropped"


@dataclass(frozen=True)
class Words:
    """A run of words: kept (``=``), put in (``+``) or taken out (``-``)."""

    sign: str
    text: str


@dataclass(frozen=True)
class Wording:
    """What of a clause or an action is compared: fields by name, in their order."""

    identity: UUID
    place: int
    fields: Mapping[str, str]


@dataclass(frozen=True)
class Compared:
    """One clause in both drafts; where it is new or dropped, one side is None."""

    identity: UUID
    change: Change
    was: Mapping[str, str] | None
    now: Mapping[str, str] | None

    @cached_property
    def runs(self) -> dict[str, tuple[Words, ...]]:
        """Of each field that is not empty on both sides. Found when asked for: a page shows few of many clauses."""
        if self.was is None or self.now is None:
            sign, fields = ("+", self.now) if self.was is None else ("-", self.was)
            return {name: (Words(sign, text),) for name, text in (fields or {}).items() if text}
        both = {name: (self.was.get(name, ""), text) for name, text in self.now.items()}
        return {
            name: (Words("=", text),) if was == text else words_between(was, text)
            for name, (was, text) in both.items()
            if was or text
        }


def compare(older: Sequence[Wording], newer: Sequence[Wording]) -> list[Compared]:
    """Every clause of either draft, in the order of the newer one; a dropped one where it would stand."""
    before = {one.identity: one for one in older}
    after = {one.identity for one in newer}
    moved = _moved([one.identity for one in older if one.identity in after], newer, before)
    lines = [_compared(before.get(one.identity), one, one.identity in moved) for one in newer]
    return _with_dropped(lines, older, after)


def _compared(old: Wording | None, new: Wording, moved: bool) -> Compared:
    if old is None:
        return Compared(new.identity, Change.NEW, None, new.fields)
    changed = any(old.fields.get(name, "") != text for name, text in new.fields.items())
    change = Change.CHANGED if changed else Change.MOVED if moved else Change.SAME
    return Compared(new.identity, change, old.fields, new.fields)


def words_between(was: str, now: str) -> tuple[Words, ...]:
    """The words of both texts in one line: kept, taken out, put in. Works in any script that sets spaces."""
    one, other = WORD.findall(was), WORD.findall(now)
    if len(one) + len(other) > MOST_WORDS:
        return tuple(Words(sign, text) for sign, text in (("-", was), ("+", now)) if text)
    runs: list[Words] = []
    for tag, a, b, c, d in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(Words("=", "".join(one[a:b])))
            continue
        if a < b:
            runs.append(Words("-", "".join(one[a:b])))
        if c < d:
            runs.append(Words("+", "".join(other[c:d])))
    return tuple(runs)


def _moved(kept: Sequence[UUID], newer: Sequence[Wording], before: Mapping[UUID, Wording]) -> frozenset[UUID]:
    """Clauses that left their order: those outside the longest run that rises in both drafts."""
    places = {identity: place for place, identity in enumerate(kept)}
    order = [one.identity for one in newer if one.identity in before]
    return frozenset(order) - frozenset(_longest_rising(order, places))


def _longest_rising(order: Sequence[UUID], places: Mapping[UUID, int]) -> Iterable[UUID]:
    """Patience sorting: n log n."""
    tops: list[int] = []
    holders: list[int] = []
    previous: list[int] = []
    for number, identity in enumerate(order):
        pile = bisect_left(tops, places[identity])
        previous.append(holders[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(places[identity])
            holders.append(number)
        else:
            tops[pile], holders[pile] = places[identity], number
    at = holders[-1] if holders else -1
    while at >= 0:
        yield order[at]
        at = previous[at]


def _with_dropped(lines: list[Compared], older: Sequence[Wording], after: set[UUID]) -> list[Compared]:
    """Put each dropped clause behind the last clause that stood before it and is still there."""
    behind: dict[UUID | None, list[Compared]] = {}
    last: UUID | None = None
    for one in older:
        if one.identity in after:
            last = one.identity
            continue
        behind.setdefault(last, []).append(Compared(one.identity, Change.DROPPED, one.fields, None))
    found = behind.get(None, [])
    for line in lines:
        found += [line, *behind.get(line.identity, ())]
    return found
