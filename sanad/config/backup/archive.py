"""The tar inside a backup, as a stream in both directions. Strict: what we would not have written is refused."""

import re
import tarfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol

BLOCK = tarfile.BLOCKSIZE
END = bytes(2 * BLOCK)
PIECE = 2**20
LONGEST = 2**40
HEADER, TRAILER = "sanad.json", "trailer.json"
NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*(?:/[A-Za-z0-9_][A-Za-z0-9_.-]*){0,4}")


class Damaged(Exception):
    """The bytes are not those that were written; the sentence says in what way."""


class Readable(Protocol):
    """Gives up to `size` bytes, none at its end."""

    def read(self, size: int) -> bytes: ...


@dataclass(frozen=True)
class Member:
    """One file of the archive: its name, its size and its bytes, which are read once."""

    name: str
    size: int
    pieces: Iterable[bytes]

    def whole(self, most: int = 64 * PIECE) -> bytes:
        """The bytes of a small member."""
        if self.size > most:
            raise Damaged(f"{self.name} is too large")
        return b"".join(self.pieces)


def packed(members: Iterable[Member]) -> Iterator[bytes]:
    """The bytes of the archive."""
    for member in members:
        yield _head(member)
        written = 0
        for piece in member.pieces:
            written += len(piece)
            yield piece
        if written != member.size:  # a file that changed while it was read
            raise Damaged(f"{member.name} changed while it was saved")
        yield bytes(-written % BLOCK)
    yield END


def _head(member: Member) -> bytes:
    if not NAME.fullmatch(member.name):
        raise ValueError(f"not a name for a backup: {member.name!r}")
    info = tarfile.TarInfo(member.name)
    info.size, info.mode = member.size, 0o600
    return info.tobuf(tarfile.GNU_FORMAT)


def unpacked(source: Readable) -> Iterator[Member]:
    """The members in their order; bytes that are not asked for are passed over."""
    while True:
        head = _exactly(source, BLOCK)
        if head == bytes(BLOCK):
            if _exactly(source, BLOCK) != bytes(BLOCK) or source.read(1):
                raise Damaged("the archive does not end where it says")
            return
        name, size = _described(head)
        rest = _Rest(source, size)
        yield Member(name, size, rest)
        for _passed_over in rest:
            pass
        if _exactly(source, -size % BLOCK).strip(b"\0"):
            raise Damaged("the archive holds bytes between its files")


def _described(head: bytes) -> tuple[str, int]:
    try:
        info = tarfile.TarInfo.frombuf(head, "ascii", "strict")
    except (tarfile.HeaderError, UnicodeError):
        raise Damaged("a file of the archive has no name") from None
    if not info.isreg() or not NAME.fullmatch(info.name) or not 0 <= info.size <= LONGEST:
        raise Damaged("the archive holds what no backup holds")
    return info.name, info.size


class _Rest:
    """What is still to be read of one member."""

    def __init__(self, source: Readable, size: int) -> None:
        self.source, self.left = source, size

    def __iter__(self) -> Iterator[bytes]:
        while self.left:
            piece = self.source.read(min(PIECE, self.left))
            if not piece:
                raise Damaged("the archive was cut")
            self.left -= len(piece)
            yield piece


def _exactly(source: Readable, size: int) -> bytes:
    return b"".join(_Rest(source, size))
