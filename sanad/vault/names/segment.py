"""Many named rows as arrays: a dictionary of tokens, and for each token the rows that have it. No Django.

1 M rows take some 60 MB; as Python objects they would take more than a gigabyte. A segment is never changed but for
the mark of rows that were forgotten; two are merged into a new one.
"""

from array import array
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from uuid import UUID

import numpy as np
from numpy.typing import NDArray

from sanad.names.skeleton import LONGEST_SOUND, sounds_of
from sanad.vault.names.distance import Letters, letters_of, signature
from sanad.vault.names.tokens import LONGEST_TOKEN, indexed

ID = np.dtype("S16")
TOKEN = np.dtype(f"U{LONGEST_TOKEN}")
KEY = np.dtype(f"U{LONGEST_SOUND}")

Named = tuple[UUID, Sequence[str], Sequence[str]]  # row id, own names, names of relations


@dataclass
class Segment:
    """Rows in the order of their ids. A posting is twice the row, plus one where the name is that of a relation."""

    ids: NDArray[np.bytes_]
    lengths: NDArray[np.uint8]  # tokens of the own names of each row
    tokens: NDArray[np.str_]  # distinct, sorted
    starts: NDArray[np.int64]  # of each token in `postings`, and the end
    postings: NDArray[np.uint32]
    alive: NDArray[np.bool_]
    # Follow from the tokens.
    letters: Letters = field(init=False)
    sizes: NDArray[np.uint8] = field(init=False)
    signatures: NDArray[np.uint64] = field(init=False)
    keys: NDArray[np.str_] = field(init=False)
    keyed: NDArray[np.int32] = field(init=False)  # the token that has the key beside it in `keys`

    def __post_init__(self) -> None:
        self.letters = letters_of(self.tokens)
        self.sizes = (self.letters > 0).sum(axis=1).astype(np.uint8)
        self.signatures = signature(self.letters)
        pairs = [(key, at) for at, token in enumerate(self.tokens.tolist()) for key in sounds_of(token)]
        keys = np.array([key for key, _at in pairs], KEY)
        order = np.argsort(keys, kind="stable")
        self.keys = keys[order]
        self.keyed = np.array([at for _key, at in pairs], np.int32)[order]

    @property
    def kept(self) -> int:
        """How many rows are there that were not forgotten."""
        return int(np.count_nonzero(self.alive))

    @property
    def memory(self) -> int:
        """Bytes of all arrays."""
        return sum(value.nbytes for value in vars(self).values())

    def id_of(self, row: int) -> UUID:
        """The id of a row; the type drops zeros at its end."""
        return UUID(bytes=bytes(self.ids[row]).ljust(16, b"\0"))

    def rows_of(self, ids: Iterable[UUID]) -> NDArray[np.int64]:
        """The rows of those ids that are here."""
        wanted = np.array([row_id.bytes for row_id in ids], ID)
        if not len(wanted) or not len(self.ids):
            return np.empty(0, np.int64)
        at = np.searchsorted(self.ids, wanted).clip(max=len(self.ids) - 1)
        return at[self.ids[at] == wanted]

    def ids_from(self, since: bytes) -> NDArray[np.bytes_]:
        """The ids of rows that were not forgotten, from this id on."""
        first = np.searchsorted(self.ids, np.array(since, ID))
        return self.ids[first:][self.alive[first:]]

    def postings_of(self, token: int) -> NDArray[np.uint32]:
        """Where a token of the dictionary stands."""
        return self.postings[self.starts[token] : self.starts[token + 1]]

    def holds(self, row_id: UUID, own: Sequence[str], relations: Sequence[str]) -> bool:
        """Whether this row is here under every token of these names."""
        rows = self.rows_of([row_id])
        if not len(rows) or not self.alive[rows[0]]:
            return False
        for relation, names in enumerate((own, relations)):
            wanted = {token for name in names for token in indexed(name)}
            if not all(self._stands(token, int(rows[0]) * 2 + relation) for token in wanted):
                return False
        return True

    def _stands(self, token: str, posting: int) -> bool:
        at = int(np.searchsorted(self.tokens, token))
        if at == len(self.tokens) or self.tokens[at] != token:
            return False
        there = self.postings_of(at)
        found = int(np.searchsorted(there, posting))
        return found < len(there) and int(there[found]) == posting


class Collector:
    """Takes rows one by one and makes a segment of them. Names are taken apart once for each spelling."""

    def __init__(self) -> None:
        self._start()

    def _start(self) -> None:
        self._ids = bytearray()
        self._lengths = bytearray()
        self._numbers: dict[str, int] = {}
        self._known: dict[str, tuple[int, ...]] = {}
        self._token, self._posting = array("I"), array("I")

    def __len__(self) -> int:
        return len(self._lengths)

    def add(self, row_id: UUID, own: Sequence[str], relations: Sequence[str] = ()) -> None:
        """Take one row; each id once."""
        row = len(self._lengths)
        self._ids += row_id.bytes
        length = 0
        for relation, names in enumerate((own, relations)):
            for name in names:
                found = self._known.get(name)
                if found is None:
                    found = self._numbered(name)
                for token in found:
                    self._token.append(token)
                    self._posting.append(row * 2 + relation)
                length += 0 if relation else len(found)
        self._lengths.append(min(length, 255))

    def _numbered(self, name: str) -> tuple[int, ...]:
        numbers = self._numbers
        found = tuple(numbers.setdefault(token, len(numbers)) for token in indexed(name))
        if len(self._known) >= 200_000:  # memory while an index is built; whole names repeat, but not for ever
            self._known.clear()
        self._known[name] = found
        return found

    def segment(self) -> Segment:
        """All that was taken, as a segment; the collector is empty afterwards."""
        made = arranged(
            np.frombuffer(bytes(self._ids), ID),
            np.frombuffer(bytes(self._lengths), np.uint8),
            np.array(list(self._numbers), TOKEN),
            np.frombuffer(self._token, np.uint32).copy(),
            np.frombuffer(self._posting, np.uint32).copy(),
        )
        self._start()
        return made


def arranged(
    ids: NDArray[np.bytes_],
    lengths: NDArray[np.uint8],
    tokens: NDArray[np.str_],
    token: NDArray[np.uint32],
    posting: NDArray[np.uint32],
) -> Segment:
    """A segment of rows in any order: `posting[i]` has `tokens[token[i]]`; tokens that nothing has are dropped."""
    order = np.argsort(ids, kind="stable")
    place = np.empty(len(ids), np.uint64)
    place[order] = np.arange(len(ids), dtype=np.uint64)
    distinct, number = np.unique(tokens, return_inverse=True)
    pairs = number.astype(np.uint64)[token] << np.uint64(32)
    pairs |= place[posting >> 1] << np.uint64(1) | (posting & 1)
    pairs.sort()
    pairs = pairs[np.concatenate(([True], pairs[1:] != pairs[:-1]))] if len(pairs) else pairs
    counts = np.bincount((pairs >> np.uint64(32)).astype(np.int64), minlength=len(distinct))
    used = counts > 0
    return Segment(
        ids=ids[order],
        lengths=lengths[order],
        tokens=distinct[used],
        starts=np.concatenate(([0], np.cumsum(counts[used]))).astype(np.int64),
        postings=(pairs & np.uint64(0xFFFFFFFF)).astype(np.uint32),
        alive=np.ones(len(ids), np.bool_),
    )


def merged(segments: Sequence[Segment]) -> Segment:
    """One segment of the rows of several that were not forgotten."""
    ids, lengths, tokens, token, posting = [], [], [], [], []
    rows = words = 0
    for one in segments:
        place = np.cumsum(one.alive, dtype=np.uint32) - np.uint32(1) + np.uint32(rows)
        stays = one.alive[one.postings >> 1]
        told = one.postings[stays]
        posting.append(place[told >> 1] * np.uint32(2) + (told & 1))
        number = np.repeat(np.arange(len(one.tokens), dtype=np.uint32), np.diff(one.starts))
        token.append(number[stays] + np.uint32(words))
        ids.append(one.ids[one.alive])
        lengths.append(one.lengths[one.alive])
        tokens.append(one.tokens)
        rows += one.kept
        words += len(one.tokens)
    return arranged(*(np.concatenate(parts) for parts in (ids, lengths, tokens, token, posting)))


def empty() -> Segment:
    """A segment without rows."""
    return Collector().segment()
