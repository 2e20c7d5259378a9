"""Looking for invented names in everything that a site leaves on a disk."""

import json
import os
import urllib.parse
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

PIECE = 8 * 2**20
OVERLAP = 512


@dataclass
class Found:
    """What was searched, and where something stood that must not."""

    size: int = 0
    files: int = 0
    hits: list[tuple[str, str]] = field(default_factory=list)  # the place, and which name

    def __iadd__(self, other: "Found") -> "Found":
        self.size, self.files = self.size + other.size, self.files + other.files
        self.hits += other.hits
        return self


def ways_to_write(name: str) -> set[bytes]:
    """A name as it could lie somewhere: as text, in JSON, in an address, as hexadecimal digits, in two byte orders."""
    plain = name.encode()
    written = {
        plain,
        name.lower().encode(),
        name.upper().encode(),
        json.dumps(name)[1:-1].encode(),
        urllib.parse.quote(name).encode(),
        urllib.parse.quote_plus(name).encode(),
        plain.hex().encode(),
        name.encode("utf-16-le"),
        name.encode("utf-16-be"),
    }
    return {one for one in written if len(one) >= 8}


class Needles:
    """Names to look for."""

    def __init__(self, names: Iterable[str]) -> None:
        self.ways = {way: name for name in names for way in ways_to_write(name)}

    def in_bytes(self, content: bytes, place: str) -> Found:
        """Those that stand in some bytes."""
        hits = sorted({(place, name) for way, name in self.ways.items() if way in content})
        return Found(len(content), 1, hits)

    def in_file(self, path: Path) -> Found:
        """Those that stand in a file, however long."""
        found, tail = Found(files=1), b""
        try:
            with path.open("rb") as file:
                while piece := file.read(PIECE):
                    found.size += len(piece)
                    found.hits += self.in_bytes(tail + piece, str(path)).hits
                    tail = piece[-OVERLAP:]
        except OSError:  # gone meanwhile, or a socket
            return Found()
        found.hits = sorted(set(found.hits))
        return found

    def in_folder(self, folder: Path, *, since: float = 0.0) -> Found:
        """Those that stand in the files of a folder, or in their names; `since`: only files written from then on."""
        found = Found()
        for path in files_below(folder):
            if since and changed_before(path, since):
                continue
            found += self.in_bytes(os.fsencode(path), f"the name {path}")
            found += self.in_file(path)
        return found


def files_below(folder: Path) -> Iterator[Path]:
    """Every plain file in a folder."""
    for where, _folders, names in os.walk(folder):
        yield from (Path(where) / name for name in names)


def changed_before(path: Path, moment: float) -> bool:
    """Was this file not written since then?"""
    try:
        return path.stat().st_mtime < moment
    except OSError:
        return True
