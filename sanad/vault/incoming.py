"""A file on its way in: sealed piece by piece as it comes, so that its clear text never touches the disk.

Until its row is committed the file bears two names: that of its sealed bytes, and one that begins with `.part-`. What
a crash leaves behind is known by the second, and swept (`originals.sweep_leftovers`).
"""

import hashlib
import os
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID

from django.conf import settings

from sanad.kit.ids import uuid7
from sanad.vault.blobs import KEY
from sanad.vault.files import PartSealer

PART_NAME = ".part-"
HEAD = 4096  # enough for every magic number, and for the trailer of none
LEFT_AFTER_SECONDS = 3600  # a slow upload writes more often than this


class Incoming:
    """Takes the pieces of one file, then `finish` or `discard`; `place` comes before its row is written."""

    def __init__(self) -> None:
        self.id, self.key = uuid7(), os.urandom(KEY)
        self.size, self.head = 0, b""
        self._clear, self._sealed = hashlib.sha256(), hashlib.sha256()
        self._sealer = PartSealer(self.key, self.id)
        self._folder = Path(settings.ORIGINALS)
        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self._part = self._folder / f"{PART_NAME}{self.id}"
        self._placed: Path | None = None
        self._file = os.fdopen(os.open(self._part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")
        self._write(self._sealer.begin())

    def __repr__(self) -> str:  # the key must not reach a log
        return f"Incoming({self.id}, {self.size} bytes)"

    @property
    def sha256(self) -> bytes:
        """The hash of the bytes that came in."""
        return self._clear.digest()

    @property
    def sha256_sealed(self) -> str:
        """The hash of the sealed bytes: the name of the file."""
        return self._sealed.hexdigest()

    @property
    def is_placed(self) -> bool:
        """Has it got its lasting name?"""
        return self._placed is not None

    def add(self, piece: bytes) -> None:
        """The next bytes of the file."""
        self.size += len(piece)
        if len(self.head) < HEAD:
            self.head += piece[: HEAD - len(self.head)]
        self._clear.update(piece)
        self._write(self._sealer.add(piece))

    def finish(self) -> None:
        """All bytes have come; when this returns they are safely on disk."""
        self._write(self._sealer.end())
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()

    def place(self, path: Path) -> None:
        """Give the file its lasting name."""
        os.link(self._part, path)
        self._placed = path
        _sync_folder(path.parent)

    def settle(self) -> None:
        """The row is committed: the passing name goes."""
        self._part.unlink(missing_ok=True)

    def discard(self) -> None:
        """Leave nothing of it. Safe at any time before the row is committed, and twice."""
        self._file.close()
        if self._placed is not None:
            self._placed.unlink(missing_ok=True)
        self._part.unlink(missing_ok=True)

    def _write(self, sealed: bytes) -> None:
        self._sealed.update(sealed)
        self._file.write(sealed)


@dataclass(frozen=True)
class PartLeft:
    """A passing name that no upload writes to any more."""

    path: Path
    original: UUID

    def remove(self, *, kept: bool) -> None:
        """Remove it; with the lasting name too, unless the row is there (`kept`)."""
        if not kept:
            mine = self.path.stat()
            for other in os.scandir(self.path.parent) if mine.st_nlink > 1 else ():
                if other.inode() == mine.st_ino and other.name != self.path.name:
                    Path(other.path).unlink()
        self.path.unlink(missing_ok=True)


def parts_left(older_than: float = LEFT_AFTER_SECONDS) -> Iterator[PartLeft]:
    """What broken uploads and crashes left, oldest first by name; not what is still being written."""
    now = time.time()
    for path in sorted(Path(settings.ORIGINALS).glob(f"{PART_NAME}*")):
        if now - path.stat().st_mtime >= older_than:
            yield PartLeft(path, UUID(path.name.removeprefix(PART_NAME)))


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
