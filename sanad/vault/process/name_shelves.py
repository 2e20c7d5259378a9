"""The names of unlocked custodians in the memory of the vault process: a shelf for each.

A shelf is read from its sealed file, or made from the sealed values, by a thread that starts when the custodian is
unlocked or first searched. From then on it takes in what is sealed before each search. It is written when it has
changed enough, and when it is locked; then it leaves the memory.
"""

import logging
import threading
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from uuid import UUID

import numpy as np
from django.db import connections
from numpy.typing import NDArray

from sanad.kit.refusals import Refused
from sanad.vault.blobs import Damaged
from sanad.vault.names.index import Broken, Hit, NameIndex, unpacked
from sanad.vault.names.segment import Named
from sanad.vault.process import name_files
from sanad.vault.process.name_material import (
    Moment,
    current_version,
    current_versions,
    ids_kept,
    names_of,
    now_in,
)
from sanad.vault.process.state import Vault

log = logging.getLogger(__name__)

PATIENCE = 8.0  # seconds that a search waits for a shelf that is being made
EVERY = 2.0  # seconds between two questions for what was sealed since
AT_ONCE = 2  # shelves that are made at the same time
MARGIN = 120  # seconds between making an id and writing its row, at the most
ENOUGH_ROWS, ENOUGH_SHARE = 5_000, 0.05  # of change, to be written
SAMPLE = 64  # rows of a file that are compared with their sealed values
ZERO = UUID(int=0)

Ids = NDArray[np.bytes_]


@dataclass
class Shelf:
    """What is known of one custodian's names."""

    custodian: int
    version: int
    wrapping: bytes
    index: NameIndex = field(default_factory=NameIndex)
    unreadable: set[UUID] = field(default_factory=set)
    taken: int = 0
    wanted: int = 0  # rows to take before it is ready
    changed: int = 0
    since: UUID = ZERO  # all rows with lower ids are here
    asked: float = 0.0
    moments: list[tuple[Moment, float]] = field(default_factory=list)
    ready: threading.Event = field(default_factory=threading.Event)
    failed: bool = False
    lock: threading.RLock = field(default_factory=threading.RLock)


class NameShelves:
    """All shelves of a vault process."""

    def __init__(self, vault: Vault) -> None:
        self.vault = vault
        self._shelves: dict[int, Shelf] = {}
        self._lock = threading.Lock()
        self._making = threading.Semaphore(AT_ONCE)

    def open(self, custodian: int) -> Shelf | None:
        """The shelf of an unlocked custodian, begun if there is none; none where nothing was ever sealed."""
        with self._lock:
            shelf = self._shelves.get(custodian)
            kept = shelf is not None and not shelf.failed
            if shelf is not None and kept and self.vault.keyring.is_open(custodian, shelf.version):
                return shelf
            version = current_version(self.vault, custodian)
            if version is None:
                return None
            wrapping = name_files.wrapping_key(self.vault.keyring.private(custodian, version), custodian)
            if shelf is not None and kept:  # the key was changed: the next file is written under the new one
                shelf.version, shelf.wrapping, shelf.changed = version, wrapping, shelf.changed + ENOUGH_ROWS
                return shelf
            shelf = self._shelves[custodian] = Shelf(custodian, version, wrapping)
        self._begin(shelf)
        return shelf

    def ready(self, custodian: int, patience: float = PATIENCE) -> Shelf | None:
        """The shelf, once it can be searched; None if that takes longer than `patience`."""
        shelf = self.open(custodian)
        return shelf if shelf is not None and shelf.ready.wait(patience) and not shelf.failed else None

    def progress(self, custodian: int) -> tuple[int, int]:
        """How many rows of how many are on a shelf that is being made."""
        shelf = self._shelves.get(custodian)
        return (0, 0) if shelf is None else (shelf.taken, shelf.wanted)

    def search(self, shelf: Shelf, text: str, limit: int) -> list[Hit]:
        """The rows of a shelf that fit best, with what was sealed up to now."""
        with shelf.lock:
            if name_files.was_marked(shelf.custodian):
                self._take_all(shelf)
            elif time.monotonic() - shelf.asked >= EVERY:
                self._catch_up(shelf)
            return shelf.index.search(text, limit)

    def tend(self) -> None:
        """Make ready what is unlocked, write what changed enough, put away what is locked; now and then."""
        for custodian, version in current_versions(self.vault):
            if self.vault.keyring.is_open(custodian, version):
                self.open(custodian)
        for shelf in self._now():
            if not self.vault.keyring.is_open(shelf.custodian, shelf.version):
                self.close([shelf.custodian])
            elif shelf.ready.is_set() and not shelf.failed and self._is_worth_writing(shelf):
                self._save(shelf)

    def _is_worth_writing(self, shelf: Shelf) -> bool:
        """Enough has changed; or the file was taken away, because something in it was destroyed."""
        if not len(shelf.index):
            return False
        missing = len(shelf.index) >= ENOUGH_ROWS and name_files.version_of(shelf.custodian) is None
        return missing or shelf.changed >= max(ENOUGH_ROWS, ENOUGH_SHARE * len(shelf.index))

    def close(self, custodians: Collection[int] | None = None) -> None:
        """Write the shelves of these custodians, or all, and take them out of the memory."""
        with self._lock:
            going = [c for c in self._shelves if custodians is None or c in custodians]
            shelves = [self._shelves.pop(custodian) for custodian in going]
        for shelf in shelves:
            with shelf.lock:
                if shelf.ready.is_set() and not shelf.failed and shelf.changed:
                    self._save(shelf)
                shelf.index, shelf.wrapping = NameIndex(), b""
                shelf.failed = True

    @property
    def memory(self) -> int:
        """Bytes of all shelves."""
        return sum(shelf.index.memory for shelf in self._now())

    def _now(self) -> list[Shelf]:
        with self._lock:
            return list(self._shelves.values())

    def _begin(self, shelf: Shelf) -> None:
        threading.Thread(target=self._make_apart, args=(shelf,), name="names", daemon=True).start()

    def _make_apart(self, shelf: Shelf) -> None:
        try:
            self._make(shelf)
        finally:
            connections[self.vault.using].close()

    def _make(self, shelf: Shelf) -> None:
        try:
            with self._making, shelf.lock:
                shelf.index = self._from_file(shelf)
                self._take_all(shelf)
                if not self._agrees(shelf):
                    log.warning("the file of names of custodian %s did not agree: made anew", shelf.custodian)
                    shelf.index, shelf.unreadable = NameIndex(), set()
                    self._take_all(shelf)
        except Refused:  # locked again while it was made
            shelf.failed = True
        except Exception:
            # A search then says that the names cannot be searched; the next one tries again.
            log.exception("the names of custodian %s could not be read", shelf.custodian)
            shelf.failed = True
        finally:
            shelf.ready.set()

    def _from_file(self, shelf: Shelf) -> NameIndex:
        """What the file holds; nothing where it is missing, older than this program's form, or not ours."""
        try:
            version = name_files.version_of(shelf.custodian)
            if version is None:
                return NameIndex()
            wrapping = shelf.wrapping
            if version != shelf.version:
                private = self.vault.keyring.private(shelf.custodian, version)
                wrapping = name_files.wrapping_key(private, shelf.custodian)
            return unpacked(name_files.read(shelf.custodian, wrapping))
        except (Damaged, Broken, Refused, ValueError):
            shelf.changed += ENOUGH_ROWS
            return NameIndex()

    def _agrees(self, shelf: Shelf) -> bool:
        """Whether some rows, drawn at random, are on the shelf as their sealed values say."""
        ids = shelf.index.ids()
        drawn = np.random.default_rng().choice(len(ids), min(SAMPLE, len(ids)), replace=False)
        rows = names_of(self.vault, shelf.custodian, [_uuid(ids[row]) for row in drawn], set())
        return all(shelf.index.holds(row_id, own, relations) for row_id, own, relations in rows)

    def _take_all(self, shelf: Shelf) -> None:
        name_files.was_marked(shelf.custodian)
        shelf.since, shelf.moments = ZERO, []
        self._catch_up(shelf)

    def _catch_up(self, shelf: Shelf) -> None:
        """Take in rows that were sealed since, and drop those that are gone; of the latest rows only, but at first."""
        moment, now = now_in(self.vault), time.time()
        if shelf.moments and now < shelf.moments[-1][1]:  # the clock was set back: ids of now are not the highest
            shelf.since, shelf.moments = ZERO, []
        there = ids_kept(self.vault, shelf.custodian, shelf.since)
        here = shelf.index.ids(shelf.since.bytes)
        gone, fresh = _differing(here, there)
        shelf.changed += shelf.index.forget([_uuid(row) for row in gone])
        new = [row for row in map(_uuid, fresh) if row not in shelf.unreadable]
        shelf.taken, shelf.wanted = len(here), len(here) + len(new)
        shelf.changed += shelf.index.add(_counted(names_of(self.vault, shelf.custodian, new, shelf.unreadable), shelf))
        shelf.asked = time.monotonic()
        self._advance(shelf, moment, now)

    def _advance(self, shelf: Shelf, moment: Moment, now: float) -> None:
        """What follows from a reading: all transactions before the oldest running one were seen by it.

        At an earlier moment at which none of the later ones had begun, no id was made that can still come in.
        """
        moments = [*shelf.moments, (moment, now)]
        seen = [then for earlier, then in moments if earlier.next <= moment.oldest]
        if seen:
            shelf.since = _first_id_of(max(seen) - MARGIN)
        running = [(earlier, then) for earlier, then in moments if earlier.next > moment.oldest]
        shelf.moments = [*running[:1], moments[-1]]

    def _save(self, shelf: Shelf) -> None:
        """Write a shelf's file, after looking through all that is kept once more."""
        with shelf.lock:
            with suppress(Refused):  # locked meanwhile: what is here is written, the rest is read next time
                self._take_all(shelf)
            content, shelf.changed = shelf.index.pack(), 0
        name_files.write(shelf.custodian, shelf.version, shelf.wrapping, content)


def _counted(rows: Iterable[Named], shelf: Shelf) -> Iterator[Named]:
    for row in rows:
        shelf.taken += 1
        yield row


def _differing(here: Ids, there: Ids) -> tuple[Ids, Ids]:
    """What is here only, and there only; both are sorted, and mostly there has but some more at its end."""
    if len(here) <= len(there) and bool((there[: len(here)] == here).all()):
        return here[:0], there[len(here) :]
    return np.setdiff1d(here, there, assume_unique=True), np.setdiff1d(there, here, assume_unique=True)


def _uuid(row: bytes) -> UUID:
    return UUID(bytes=bytes(row).ljust(16, b"\0"))


def _first_id_of(moment: float) -> UUID:
    return UUID(int=max(0, int(moment * 1000)) << 80)
