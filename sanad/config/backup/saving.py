"""Making a backup: the database, the sealed files and what a site needs, as one encrypted stream into one file."""

import gzip
import hashlib
import json
import os
import re
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import BinaryIO
from uuid import UUID

from django.conf import settings

from sanad.config import site
from sanad.config.backup import age
from sanad.config.backup.archive import HEADER, PIECE, TRAILER, Member, packed
from sanad.config.backup.moment import Moment, moment_of, server_here
from sanad.config.backup.recipients import FILE as RECIPIENTS
from sanad.config.backup.recipients import require_recipients
from sanad.kit.ids import uuid7
from sanad.kit.refusals import N_, Refused

FORMAT = 1
PART, QUICK = 4 * PIECE, 1
SNAPSHOTS = "snapshots/[0-9a-f]*/*"
# The secrets that a site cannot run without. Private keys of custodians are never among them: they have their escrow.
NEEDED = ("keys/django_secret", "keys/second_factor", "keys/ledger_origin.pem", "keys/*.index", RECIPIENTS)
KEPT_BACK = re.compile(r"custodian_\d+(?:_v\d+)?\.pem|demo_password|\..*")

Tell = Callable[[int], None]


@dataclass
class Tally:
    """What went into a backup so far."""

    plain: int = 0
    originals: int = 0
    original_bytes: int = 0
    missing: list[str] = field(default_factory=list)
    erased: list[str] = field(default_factory=list)
    dump: "hashlib._Hash" = field(default_factory=hashlib.sha256)


@dataclass(frozen=True)
class Made:
    """A backup that lies safely on disk."""

    id: UUID
    at: datetime
    path: Path
    size: int
    sha256: str
    plain: int
    rows: int
    originals: int
    missing: tuple[str, ...]
    seconds: float


def make_backup(path: Path, *, tell: Tell | None = None) -> Made:
    """Write everything to `path`, encrypted; the file is whole and on disk when this returns, or it is not there."""
    recipients = [one.key() for one in require_recipients(settings.SANAD_HOME)]
    if path.exists():
        raise Refused.one(
            "backup.exists", N_("There is a file %(path)s already; a backup never replaces one."), path=path
        )
    began, at, backup_id, tally = time.monotonic(), datetime.now(UTC), uuid7(), Tally()
    trailer: dict[str, object] = {}
    with moment_of(server_here()) as moment, ThreadPoolExecutor(1) as counting:
        header = _header(moment, backup_id, at)
        members = _members(moment, header, counting.submit(moment.contents), tally, trailer)
        written = write_whole(path, lambda to: age.encrypt(_watched(packed(members), tally, tell), to, recipients))
    rows = trailer["database"]["rows"]  # type: ignore[index]  # a dictionary, as `_members` wrote it
    return Made(
        id=backup_id,
        at=at,
        path=path,
        size=written.size,
        sha256=written.sha256(),
        plain=tally.plain,
        rows=sum(rows.values()),
        originals=tally.originals,
        missing=tuple(tally.missing),
        seconds=time.monotonic() - began,
    )


def write_whole(path: Path, write: Callable[[age.Written], None]) -> age.Written:
    """Write a file beside its place, bring it to disk, then give it its name; on failure nothing is left."""
    part = path.with_name(f"{path.name}.part")
    handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    try:
        with os.fdopen(handle, "wb") as file:
            written = age.Written(file)
            write(written)
            file.flush()
            os.fsync(file.fileno())
        part.rename(path)
    except BaseException:  # also a stop: half a backup would look like one
        part.unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
    return written


def _header(moment: Moment, backup_id: UUID, at: datetime) -> dict[str, object]:
    mark = site.require_mark(settings.SANAD_HOME)
    return {
        "format": FORMAT,
        "id": str(backup_id),
        "made_at": at.isoformat(),
        "program": version("sanad"),
        "kind": mark.kind,
        "stamp": mark.stamp,
        "server": moment.connection.info.server_version,
        "migrations": moment.migrations(),
    }


def _members(
    moment: Moment,
    header: dict[str, object],
    contents: Future[dict[str, object]],
    tally: Tally,
    trailer: dict[str, object],
) -> Iterator[Member]:
    home = settings.SANAD_HOME
    yield _text(HEADER, header)
    yield from _database(moment, tally)
    database = contents.result()
    yield from _originals(moment, home / "originals", tally)
    for pattern in (SNAPSHOTS, *NEEDED):
        yield from _files(home, sorted(home.glob(pattern)))
    trailer |= {
        "id": header["id"],
        "database": database,
        "dump_sha256": tally.dump.hexdigest(),
        "originals": {"number": tally.originals, "missing": tally.missing, "erased": tally.erased},
    }
    yield _text(TRAILER, trailer)


def _text(name: str, content: dict[str, object]) -> Member:
    text = json.dumps(content, sort_keys=True, default=str).encode()
    return Member(name, len(text), [text])


def _database(moment: Moment, tally: Tally) -> Iterator[Member]:
    """The dump in parts, for its length is not known before its end."""
    for number, part in enumerate(_zipped(_parts(moment.dump()), tally), 1):
        yield Member(f"database/{number:06}.gz", len(part), [part])


def _zipped(parts: Iterable[bytes], tally: Tally) -> Iterator[bytes]:
    """Each part as a gzip file of its own, a few at a time: pg_dump itself packs on one core only."""
    cores = os.cpu_count() or 1
    with ThreadPoolExecutor(cores) as packing:
        waiting: deque[Future[bytes]] = deque()
        for part in parts:
            tally.dump.update(part)
            waiting.append(packing.submit(gzip.compress, part, QUICK, mtime=0))
            if len(waiting) > cores:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()


def _parts(pieces: Iterable[bytes]) -> Iterator[bytes]:
    part: list[bytes] = []
    for piece in pieces:
        part.append(piece)
        if sum(map(len, part)) >= PART:
            yield b"".join(part)
            part = []
    if part:
        yield b"".join(part)


def _originals(moment: Moment, folder: Path, tally: Tally) -> Iterator[Member]:
    """Each under the hash that it has; one that is gone or damaged is said, and does not stop the rest."""
    for name in moment.originals():
        with suppress(FileNotFoundError), (folder / name).open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            digest = hashlib.sha256()
            yield Member(f"home/originals/{name}", size, _hashed(file, digest))
            tally.original_bytes += size
            if digest.hexdigest() == name:
                tally.originals += 1
                continue
        tally.missing.append(name)
    if tally.missing:  # what was destroyed while the backup was made is no loss
        still = moment.originals_now()
        tally.erased = [name for name in tally.missing if name not in still]
        tally.missing = [name for name in tally.missing if name in still]


def _pieces(file: BinaryIO) -> Iterator[bytes]:
    while piece := file.read(PIECE):
        yield piece


def _hashed(file: BinaryIO, digest: "hashlib._Hash") -> Iterator[bytes]:
    for piece in _pieces(file):
        digest.update(piece)
        yield piece


def _files(home: Path, paths: Iterable[Path]) -> Iterator[Member]:
    for path in paths:
        with suppress(FileNotFoundError), path.open("rb") as file:  # a snapshot that nobody cites may expire meanwhile
            yield Member(f"home/{path.relative_to(home)}", os.fstat(file.fileno()).st_size, _pieces(file))


def _watched(pieces: Iterable[bytes], tally: Tally, tell: Tell | None) -> Iterator[bytes]:
    for piece in pieces:
        tally.plain += len(piece)
        if tell is not None:
            tell(tally.plain)
        yield piece
