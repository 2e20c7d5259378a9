"""The names that one custodian keeps, searchable while its key is unlocked. No Django.

A large segment and a few small ones: what comes in is searchable at once, and small segments are put together as they
become many. Packed, it is the content of the sealed index file.
"""

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from sanad.kit.text import fold
from sanad.vault.names.searching import scores
from sanad.vault.names.segment import ID, TOKEN, Collector, Named, Segment, merged
from sanad.vault.names.tokens import searched

FORMAT = "sanad names 1"
ARRAYS = {"ids": ID, "lengths": np.dtype(np.uint8), "tokens": TOKEN, "starts": np.dtype(np.int64),
          "postings": np.dtype(np.uint32)}  # fmt: skip
MOST_SEGMENTS = 6


class Hit(NamedTuple):
    """A row that fits what was searched, and how well, from 0 to 1."""

    row_id: UUID
    score: float


class Broken(Exception):
    """Not the content of an index, or not a whole one."""


class NameIndex:
    """Rows with names, of one custodian."""

    def __init__(self, segments: Iterable[Segment] = ()) -> None:
        self.segments = [one for one in segments if len(one.ids)]

    def __len__(self) -> int:
        return sum(one.kept for one in self.segments)

    @property
    def memory(self) -> int:
        """Bytes."""
        return sum(one.memory for one in self.segments)

    def add(self, rows: Iterable[Named]) -> int:
        """Take rows that are not here yet, and say how many."""
        collector = Collector()
        for row_id, own, relations in rows:
            collector.add(row_id, own, relations)
        if not len(collector):
            return 0
        fresh = collector.segment()
        self.segments.append(fresh)
        self._tidy()
        return len(fresh.ids)

    def forget(self, ids: Sequence[UUID]) -> int:
        """Never find these rows again, and say how many were here."""
        number = 0
        for one in self.segments:
            rows = np.unique(one.rows_of(ids))
            number += int(np.count_nonzero(one.alive[rows]))
            one.alive[rows] = False
        return number

    def ids(self, since: bytes = b"") -> NDArray[np.bytes_]:
        """The ids of all rows from this one on, sorted, as 16 bytes without zeros at their end."""
        held = [one.ids_from(since) for one in self.segments]
        return np.sort(np.concatenate(held)) if held else np.empty(0, ID)

    def holds(self, row_id: UUID, own: Sequence[str], relations: Sequence[str]) -> bool:
        """Whether a row is found under every token of these names."""
        return any(one.holds(row_id, own, relations) for one in self.segments)

    def search(self, text: str, limit: int) -> list[Hit]:
        """The rows that fit best, the best first; of equals the one that came in last."""
        ways = searched(text)
        hits: list[Hit] = []
        for one in self.segments if ways else ():
            found = scores(one, ways)
            fitting = np.flatnonzero(found)
            if len(fitting) > limit:
                least = np.partition(found[fitting], -limit)[-limit]
                # Rows stand in the order of their ids: the last of those that are equal.
                better, equal = fitting[found[fitting] > least], fitting[found[fitting] == least]
                fitting = np.concatenate((better, equal[len(better) - limit :]))
            hits += [Hit(one.id_of(int(row)), float(found[row])) for row in fitting]
        return sorted(hits, key=lambda hit: (hit.score, hit.row_id.int), reverse=True)[:limit]

    def compact(self) -> None:
        """Put all segments together; rows that were forgotten leave the memory."""
        if len(self.segments) > 1 or any(not one.alive.all() for one in self.segments):
            self.segments = [one for one in (merged(self.segments),) if len(one.ids)]

    def pack(self) -> bytes:
        """The whole index as bytes, without rows that were forgotten."""
        self.compact()
        if not self.segments:
            return _packed({name: np.empty(0, kind) for name, kind in ARRAYS.items()})
        return _packed({name: getattr(self.segments[0], name) for name in ARRAYS})

    def _tidy(self) -> None:
        """Merge small segments, so that no search asks many; a row is merged some ten times in a million."""
        while len(self.segments) > MOST_SEGMENTS:
            small = sorted(self.segments, key=lambda one: len(one.ids))[: MOST_SEGMENTS - 1]
            others = [one for one in self.segments if all(one is not each for each in small)]
            self.segments = [*others, merged(small)]


def _packed(arrays: dict[str, np.ndarray]) -> bytes:  # type: ignore[type-arg]
    shapes = {name: len(value) for name, value in arrays.items()}
    head = json.dumps({"format": FORMAT, "folding": folding(), "shapes": shapes}).encode()
    return b"".join([head, b"\n", *(np.ascontiguousarray(arrays[name]).tobytes() for name in ARRAYS)])


def unpacked(content: bytes) -> NameIndex:
    """The index from its bytes; raises Broken where they are not one that this program would make."""
    try:
        head, _line, rest = content.partition(b"\n")
        told = json.loads(head)
        if told["format"] != FORMAT or told["folding"] != folding():
            raise Broken
        arrays, at = {}, 0
        for name, kind in ARRAYS.items():
            length = int(told["shapes"][name])
            arrays[name] = np.frombuffer(rest, kind, length, at)
            at += length * kind.itemsize
        if at != len(rest):
            raise Broken
    except (ValueError, KeyError, TypeError):
        raise Broken from None
    _check(arrays)
    return (
        NameIndex([Segment(**arrays, alive=np.ones(len(arrays["ids"]), np.bool_))])
        if len(arrays["ids"])
        else NameIndex()
    )


def folding() -> str:
    """Changes when names are folded otherwise than they were: an index made by another rule would miss rows."""
    return "|".join(fold(name) for name in ("محمّد عليؓ", "Ġhulām-Nabī", "ہدایتُ الله"))


def _check(arrays: dict[str, np.ndarray]) -> None:  # type: ignore[type-arg]
    """Refuse numbers that point nowhere: they would end the process, or show another row."""
    rows, starts, postings = len(arrays["ids"]), arrays["starts"], arrays["postings"]
    whole = (
        len(arrays["lengths"]) == rows
        and len(starts) == len(arrays["tokens"]) + (1 if rows else 0)
        and (not rows or (starts[0] == 0 and starts[-1] == len(postings) and bool((np.diff(starts) >= 0).all())))
        and (not len(postings) or int(postings.max()) < rows * 2)
    )
    if not whole:
        raise Broken
