"""Going through all leaves and deeds in order, and telling what was changed. No Django, no database.

What is compared: every deed with its commitment, every commitment with its leaf, the order of the leaves, the time of
each deed with that of those before it, and the root at the size of every checkpoint with the root that was signed.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from functools import lru_cache
from hashlib import sha256

from sanad.ledger.findings import Finding, Kind, Verified, in_order
from sanad.ledger.notes import Checkpoint
from sanad.ledger.rules import CHECKPOINT_MADE, CLOCK_SET_BACK, FORGOTTEN, written
from sanad.ledger.tree import Frontier

# A deed may commit long after it was done (a large import), so its time may lie this far behind its neighbours'.
UNEVEN = timedelta(hours=2)


@dataclass(frozen=True)
class Held:
    """A checkpoint to compare with, and where it comes from. `outside`: the database does not hold it."""

    checkpoint: Checkpoint
    source: str
    outside: bool = True


@dataclass
class Audit:
    """Takes every row in order, those without a leaf last, then says what it found."""

    held: Iterable[Held] = ()
    earlier: Mapping[int, bytes] = field(default_factory=dict)  # leaf hashes of an older export
    earlier_source: str = ""
    tree: Frontier = field(default_factory=Frontier)
    findings: list[Finding] = field(default_factory=list)
    made: list[tuple[int, int, str, int | None]] = field(default_factory=list)  # checkpoints that deeds tell of

    def __post_init__(self) -> None:
        self.held = sorted(self.held, key=lambda held: held.checkpoint.size)
        self._roots: dict[int, bytes] = {held.checkpoint.size: b"" for held in self.held}
        self._times: dict[int, str] = {}
        for held in self.held:
            at = held.checkpoint.at.isoformat(timespec="microseconds")
            self._times[held.checkpoint.size] = max(at, self._times.get(held.checkpoint.size, ""))
        self._newest = ""  # the latest time so far
        self._broken_at: int | None = None  # from the first gap on no root can be computed
        self._said_otherwise: list[tuple[int, str, bytes]] = []  # position, deed, what it commits to now
        self._strays: dict[bytes, tuple[int, str]] = {}  # leaf hash wanted by a deed that has another -> its place
        self._foreign_hashes: list[tuple[int, str, bytes]] = []
        self._tombstones: dict[str, tuple[str, int]] = {}
        self._note_root()

    def take(self, row: tuple) -> None:
        """The next leaf with its deed."""
        position, found, deed = row[0], row[1], row[2]
        if position is None:
            self._without_leaf(row)
            return
        size = self.tree.size
        if position != size:
            if position < size:
                self._find(Kind.DOUBLED, position, deed=deed or "")
                return
            self._find(Kind.DELETED, size, position - 1)
            self._broken_at = size if self._broken_at is None else self._broken_at
            self.tree = Frontier(position)  # its root means nothing any more
            size = position
        self._compare_with_earlier(position, found)
        if deed is None:
            self._find(Kind.DELETED, position, position)
        else:
            self._deed(position, found, row)
        if self._broken_at is None:
            self.tree.append(found)
        else:
            self.tree.size += 1
        if self.tree.size in self._roots:
            self._note_root()

    def _deed(self, position: int, found: bytes, row: tuple) -> None:
        deed, at, action, salt, committed = row[2], row[3], row[6], row[11], row[12]
        sound = True
        now = says(row)
        if sha256(salt + now).digest() != committed:
            self._said_otherwise.append((position, deed, sha256(salt + now).digest()))
            sound = False
        wanted = sha256(b"\x00" + committed).digest()
        if wanted != found:
            self._strays[wanted] = (position, deed)
            self._foreign_hashes.append((position, deed, found))
            sound = False
        if at < self._newest:
            self._earlier_than_before(position, deed, at, action if sound else "")
        else:
            self._newest = at
        if sound and action in TELLING:
            self._told(position, row)

    def _told(self, position: int | None, row: tuple) -> None:
        """Deeds that say something about the ledger itself."""
        action, about, detail = row[6], row[8], json.loads(row[10])
        if action == FORGOTTEN and position is not None:
            self._tombstones[about] = (str(detail.get("rest", "")), position)
        elif action == CHECKPOINT_MADE:
            self.made.append((int(about), int(detail["size"]), str(detail["root"]), position))

    def _earlier_than_before(self, position: int, deed: str, at: str, action: str) -> None:
        if action == CLOCK_SET_BACK:
            self._find(Kind.CLOCK_SET_BACK, position, deed=deed)
            self._newest = at
        elif datetime.fromisoformat(self._newest) - datetime.fromisoformat(at) > UNEVEN:
            self._find(Kind.BACK_DATED, position, deed=deed)

    def _without_leaf(self, row: tuple) -> None:
        deed, at = row[2], row[3]
        old = self._newest and datetime.fromisoformat(self._newest) - datetime.fromisoformat(at) > UNEVEN
        self._find(Kind.LEFT_OUT if old else Kind.WAITING, self.tree.size if old else None, deed=deed)
        if sha256(row[11] + says(row)).digest() != row[12]:
            self._find(Kind.EDITED, None, deed=deed)
        elif row[6] in TELLING:
            self._told(None, row)

    def _compare_with_earlier(self, position: int, found: bytes) -> None:
        if self.earlier and self.earlier.get(position, found) != found:
            self._find(Kind.REWRITTEN, position, source=self.earlier_source)

    def _note_root(self) -> None:
        """At the size of a checkpoint: keep the root, and let its time count as that of what came before."""
        size = self.tree.size
        if size in self._roots and self._broken_at is None:
            self._roots[size] = self.tree.root()
            self._newest = max(self._newest, self._times[size])

    def _find(self, kind: Kind, first: int | None, last: int | None = None, **more: str) -> None:
        self.findings.append(Finding(kind, first, last, **more))

    def end(self) -> Verified:
        """Everything that was found."""
        self._tell_edited()
        self._tell_moved()
        self._tell_forked()
        if self.earlier and max(self.earlier) >= self.tree.size:
            self._find(Kind.CUT_OFF, self.tree.size, max(self.earlier), source=self.earlier_source)
        return Verified(self.tree.size, self.tree.root() if self._broken_at is None else b"", in_order(self.findings))

    def _tell_edited(self) -> None:
        for position, deed, now in self._said_otherwise:
            rest, said_at = self._tombstones.get(deed, ("", -1))
            if rest == now.hex() and said_at > position:
                self._find(Kind.ERASED, position, said_at, deed=deed)
            else:
                self._find(Kind.EDITED, position, deed=deed)

    def _tell_moved(self) -> None:
        for position, deed, found in self._foreign_hashes:
            owner = self._strays.get(found)
            if owner is not None:
                self._find(Kind.REORDERED, position, owner[0], deed=deed)
            else:
                self._find(Kind.REPLACED, position, deed=deed)

    def _tell_forked(self) -> None:
        """Each checkpoint with the root at its size; between one that fits and one that does not lies the change."""
        fits = {True: 0, False: 0}  # the largest size up to which checkpoints from outside, or any, fit
        for held in self.held:
            size, source = held.checkpoint.size, held.source
            if size > self.tree.size:
                self._find(Kind.CUT_OFF, self.tree.size, size - 1, source=source)
            elif self._broken_at is not None and size > self._broken_at:
                continue  # the gap is said already
            elif self._roots[size] == held.checkpoint.root:
                fits[False] = size
                fits[True] = size if held.outside else fits[True]
            else:
                self._find(Kind.FORKED, fits[held.outside], max(size - 1, 0), source=source)


TELLING = frozenset({FORGOTTEN, CHECKPOINT_MADE})


def says(row: tuple) -> bytes:
    """The canonical bytes of the deed in a row."""
    return written(row[2], row[3], row[4], row[5], row[6], row[7], row[8], row[9], _sorted(row[10]))


_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode
_decode = json.JSONDecoder().decode


@lru_cache(maxsize=50_000)
def _sorted(detail: str) -> str:
    """JSON as `rules.canonical` has it; many deeds say the same."""
    return detail if detail == "{}" else _encode(_decode(detail))
