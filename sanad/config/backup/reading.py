"""Reading a backup from its first byte to its last. Nothing that was read counts before the last byte is known good."""

import hashlib
import json
import zlib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

from sanad.config.backup import age
from sanad.config.backup.archive import HEADER, TRAILER, Damaged, Member, unpacked
from sanad.config.backup.recipients import Identity
from sanad.config.backup.saving import FORMAT, PART

Content = dict[str, Any]  # Any: JSON


class Place(Protocol):
    """Where a backup is put while it is read."""

    def begin(self, header: Content) -> None:
        """The first member; refuses what this program cannot restore."""

    def dump(self, piece: bytes) -> None:
        """A piece of the dump of the database."""

    def file(self, name: str, member: Member) -> None:
        """A file of the home."""

    def end(self) -> None:
        """All was read, and it is what was written."""


class Nowhere:
    """Reads only: whether a file is a whole backup for this key."""

    def begin(self, header: Content) -> None:
        """Nothing to begin."""

    def dump(self, piece: bytes) -> None:
        """Let go."""

    def file(self, name: str, member: Member) -> None:
        """Let go; the archive passes over it."""

    def end(self) -> None:
        """Nothing to end."""


def read_backup(path: Path, identity: Identity, place: Place) -> tuple[Content, Content]:
    """Header and trailer of a backup; raises Damaged unless every byte is there and is what was written."""
    digest = hashlib.sha256()
    with age.decrypted(path, identity.age) as stream:
        members = unpacked(stream)
        header = _header(members)
        place.begin(header)
        trailer = _rest(members, place, digest)
    require_whole(header, trailer, digest.hexdigest())
    place.end()
    return header, trailer


def require_whole(header: Content, trailer: Mapping[str, Any], dump_sha256: str) -> None:
    """The end belongs to the beginning, and to what stands between them."""
    if trailer.get("id") != header["id"] or trailer.get("dump_sha256") != dump_sha256:
        raise Damaged("its end does not belong to its beginning")


def _header(members: Iterator[Member]) -> Content:
    first = next(members, None)
    if first is None or first.name != HEADER:
        raise Damaged("it does not begin like a backup")
    header = _json(first)
    if header.get("format") != FORMAT:
        raise Damaged("it was made by a newer release of Sanad")
    return header


def _rest(members: Iterator[Member], place: Place, digest: "hashlib._Hash") -> Content:
    trailer: Content = {}
    parts, files = 0, False
    for member in members:
        if trailer:
            raise Damaged("it goes on after its end")
        if member.name == f"database/{parts + 1:06}.gz" and not files:
            parts += 1
            for piece in _unzipped(member):
                digest.update(piece)
                place.dump(piece)
        elif member.name.startswith("home/"):
            files = True
            place.file(member.name.removeprefix("home/"), member)
        elif member.name == TRAILER:
            trailer = _json(member)
        else:
            raise Damaged("the archive holds what no backup holds")
    return trailer


def _unzipped(member: Member) -> Iterator[bytes]:
    """The bytes of a part of the dump, as many as a part can have and no more."""
    unzip, size = zlib.decompressobj(zlib.MAX_WBITS | 16), 0
    try:
        for piece in member.pieces:
            yield (plain := unzip.decompress(piece, 2 * PART))
            size += len(plain)
            if unzip.unconsumed_tail or size > 2 * PART:
                raise Damaged(f"{member.name} is too large")
    except zlib.error:
        raise Damaged(f"{member.name} cannot be unpacked") from None
    if not unzip.eof or unzip.unused_data:
        raise Damaged(f"{member.name} is not one file")


def _json(member: Member) -> Content:
    try:
        content = json.loads(member.whole())
    except ValueError:
        content = None
    if not isinstance(content, dict):
        raise Damaged(f"{member.name} cannot be read")
    return content
