"""Restoring: into a home that does not exist yet, beside its place, renamed only when everything was proven."""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from sanad.config import foundation, site
from sanad.config.backup import versions
from sanad.config.backup.age import NotForThisKey
from sanad.config.backup.archive import Damaged, Member
from sanad.config.backup.moment import Server, last_words
from sanad.config.backup.reading import Content, read_backup
from sanad.config.backup.recipients import Identity
from sanad.config.engine import EmbeddedPostgres, EngineError, folders, roles
from sanad.kit.refusals import N_, OutOfOrder, Refused
from sanad.vault.rules import Tombstone

# What may lie in a home that is restored; a backup that holds anything else is none of ours.
ALLOWED = re.compile(
    r"originals/[0-9a-f]{64}|snapshots/[0-9a-f]{20}/[a-z0-9_]+\.[a-z]+|keys/[a-z0-9_]+(?:\.[a-z]+)?|backup_recipients"
)
PROVING = "sanad.config.backup.proving"


@dataclass(frozen=True)
class Restored:
    """A backup that was restored, and what was found."""

    header: Content
    trailer: Content
    found: Content

    @property
    def problems(self) -> list[str]:
        """Why it is not good; empty where it is."""
        return list(self.found["problems"])


class Home:
    """A home in the making: its database takes the dump while it is read, its files are checked while written."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.engine = EmbeddedPostgres(home, fast=True)  # its files are brought to disk at the end, all at once
        self.damaged: list[str] = []
        self._program: subprocess.Popen[bytes] | None = None

    def begin(self, header: Content) -> None:
        """A home with an empty database, waiting for the dump."""
        versions.require_not_newer((app, name) for app, name in header["migrations"])
        foundation.make_folders(self.home)
        site.write_mark(self.home, site.Mark(site.Kind(header["kind"]), header["stamp"]))
        self.engine.start()
        self._said = tempfile.TemporaryFile()  # noqa: SIM115  closed by `leave`
        command = [str(folders.binaries() / "pg_restore"), "--exit-on-error", "--dbname"]
        self._program = subprocess.Popen(
            [*command, self.engine.address(roles.OWNER, roles.DATABASE)],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=self._said,
            env=Server("").environment(),
        )

    def dump(self, piece: bytes) -> None:
        """Hand a piece to the database."""
        assert self._program is not None and self._program.stdin is not None
        try:
            self._program.stdin.write(piece)
        except BrokenPipeError:
            self._loaded()

    def file(self, name: str, member: Member) -> None:
        """Write a file; an original has to have the hash that is its name."""
        if not ALLOWED.fullmatch(name):
            raise Damaged("the archive holds what no backup holds")
        path, digest = self.home / name, hashlib.sha256()
        path.parent.mkdir(mode=0o700, exist_ok=True)
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            for piece in member.pieces:
                digest.update(piece)
                file.write(piece)
        if path.parent.name == "originals" and digest.hexdigest() != path.name:
            self.damaged.append(path.name)
            path.unlink()

    def end(self) -> None:
        """The dump is whole: wait until the database has taken it in."""
        self._loaded()

    def _loaded(self) -> None:
        assert self._program is not None and self._program.stdin is not None
        with suppress(BrokenPipeError):
            self._program.stdin.close()
        if self._program.wait():
            raise EngineError(f"The database could not be restored: {last_words(self._said)}")

    def prove(self, trailer: Content, erased: Sequence[Tombstone]) -> Content:
        """Ask a process that works on this home what is right and what is not."""
        asked = {
            "trailer": trailer,
            "damaged": self.damaged,
            "erased": [[str(t.row_id), t.of, t.custodian_id, t.at.isoformat(), t.why] for t in erased],
        }
        kept = {n: v for n, v in os.environ.items() if not n.startswith(("PYTEST", "SANAD", "DATABASE", "DJANGO"))}
        done = subprocess.run(
            [sys.executable, "-m", PROVING],
            input=json.dumps(asked),
            stdout=subprocess.PIPE,
            cwd=settings.BASE,
            text=True,
            check=False,
            env={**kept, "SANAD_HOME": str(self.home), "DJANGO_SETTINGS_MODULE": "sanad.config.settings"},
        )
        if done.returncode:
            raise EngineError("The restored site could not be looked at; its messages stand above.")
        found: Content = json.loads(done.stdout)
        return found

    def leave(self) -> None:
        """End the program and the database, whatever they do."""
        if self._program is not None:
            if self._program.poll() is None:
                self._program.kill()
            self._program.wait()
            self._said.close()
        self.engine.stop()


@contextmanager
def scratch(into: Path | None) -> Iterator[Path]:
    """A folder beside the wanted home, or a temporary one; whatever happens, it is gone afterwards."""
    if into is None:
        with tempfile.TemporaryDirectory(prefix="sanad-restore-", ignore_cleanup_errors=True) as folder:
            yield Path(folder) / "home"
        return
    part = into.with_name(f"{into.name}.part")
    shutil.rmtree(part, ignore_errors=True)
    try:
        yield part
    finally:
        shutil.rmtree(part, ignore_errors=True)


def restore(path: Path, identity: Identity, *, into: Path | None, erased: Sequence[Tombstone]) -> Restored:
    """Restore a backup and prove it. With `into`, a good one becomes a site there; otherwise nothing stays."""
    if into is not None:
        require_empty(into)
    with scratch(into) as part:
        home = Home(part)
        try:
            header, trailer = read_backup(path, identity, home)
            restored = Restored(header, trailer, home.prove(trailer, erased))
        except Damaged as damage:
            raise OutOfOrder.one(
                "backup.damaged",
                N_("This backup is refused, and nothing of it was kept: %(damage)s."),
                damage=str(damage),
            ) from None
        except NotForThisKey:
            raise Refused.one(
                "backup.other_key", N_("This key does not open this backup, or its first bytes were changed.")
            ) from None
        finally:
            home.leave()
        if into is not None and not restored.problems:
            os.sync()
            with suppress(FileNotFoundError):
                into.rmdir()
            part.rename(into)
    return restored


def require_empty(home: Path) -> None:
    """Refuse to put a site where something is already."""
    if home.exists() and (not home.is_dir() or any(home.iterdir())):
        raise Refused.one(
            "restore.not_empty", N_("%(path)s is not empty: a restore never replaces anything."), path=home
        )
