"""*full disk*: no room at many points: what was not kept is said, what is said to be kept is there, nothing is half.

Run by root, a small disk in memory is put under the folder that fills up, and under a whole site with its database;
otherwise a limit on the size of files stands in for the disk, and the database is left out (the notes say which).
"""

import hashlib
import random
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sanad.config.backup import age
from sanad.config.backup.archive import Damaged
from sanad.config.backup.reading import Nowhere, read_backup
from sanad.config.backup.recipients import identity_in
from sanad.config.engine import EmbeddedPostgres
from tests.faults.lists import ROWS, Lists, held
from tests.scratch import RestoredSite, Runner, running

SAID = ("No space left on device", "File too large", "The disk")
# Careless programs: one does not look whether bytes of a backup were written, one not at those of an original.
CARELESS = {
    "backup": """
import os
from contextlib import suppress
from sanad.config.backup.age import Written
def lose(self, piece):
    with suppress(OSError):
        os.write(self.file.fileno(), piece)
    return len(piece)
Written.write = lose
""",
    "original": """
import os
from contextlib import suppress
from sanad.vault.incoming import Incoming
def lose(self, piece):
    self._sealed.update(piece)
    with suppress(OSError):
        os.write(self._file.fileno(), piece)
Incoming._write = lose
""",
}
ANY_ROOM = "from sanad.config.engine import folders; folders.SMALLEST_FREE_SPACE = 0"


def can_mount(folder: Path) -> bool:
    """Whether this process may put a small disk under a folder."""
    with suppress(OSError), disk(folder, 64):
        return True
    return False


@contextmanager
def disk(folder: Path, kilobytes: int) -> Iterator[None]:
    """A disk of this size in the place of a folder."""
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k,mode=0700", "tmpfs", str(folder)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        raise PermissionError("no disk can be mounted here")
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


class Disks:
    """Lets commands run where there is only so much room."""

    def __init__(self, runner: Runner, folder: Path) -> None:
        self.runner, self.mounts = runner, can_mount(folder / "try")

    @contextmanager
    def run(self, folder: Path, kilobytes: int, *words: object, before: str = "") -> Iterator[tuple[bool, bool]]:
        """Run a command; inside, the disk is as it left it. Gives whether it said that all is well, and whether it
        said plainly what was wrong."""
        if self.mounts:
            with disk(folder, kilobytes):
                yield self._said(*words, before=before)
        else:
            yield self._said(*words, before=before, limit=kilobytes * 1024)

    def _said(self, *words: object, before: str, limit: int | None = None) -> tuple[bool, bool]:
        done = self.runner.run(*words, before=before, limit=limit)
        plain = "Traceback" not in done.stderr and any(said in done.stderr for said in SAID)
        return done.returncode == 0, done.returncode == 0 or plain


class Counts(dict):
    """What was looked at, and what must not happen."""

    def __init__(self) -> None:
        super().__init__({"silent losses": 0, "half done": 0, "not said plainly": 0})
        self.points = self.refused = 0

    def note(self, well: bool, plain: bool, *, whole: bool, nothing: bool) -> None:
        """One point: it said that all is `well`; what is there is `whole`, or it is `nothing`."""
        self.points += 1
        self.refused += not well
        self["silent losses"] += well and not whole
        self["half done"] += not well and not nothing
        self["not said plainly"] += not plain


def damaged(folder: Path) -> list[Path]:
    """Sealed files that have not the hash that is their name."""
    files = [file for file in folder.iterdir() if len(file.name) == 64]
    return [file for file in files if hashlib.sha256(file.read_bytes()).hexdigest() != file.name]


def is_whole_backup(path: Path, key: Path) -> bool:
    """As a restore would find it."""
    with suppress(Damaged, age.NotForThisKey, FileNotFoundError):
        read_backup(path, identity_in(key), Nowhere())
        return True
    return False


def imports(disks: Disks, lists: Lists, sizes: list[int], counts: Counts, before: str = "") -> None:
    """The disk of the originals is full."""
    folder, kept = disks.runner.home / "originals", lists.folder / "kept"
    for size in sizes:
        name, words = lists.new()
        with disks.run(folder, size, *words, before=before) as (well, plain):
            there = held(disks.runner, name)
            complete = there[0] == there[1] == ROWS and any(folder.iterdir()) and not damaged(folder)
            counts.note(well, plain, whole=complete, nothing=not any(there))
            shutil.copytree(folder, kept, dirs_exist_ok=True)
    shutil.copytree(kept, folder, dirs_exist_ok=True)  # what was kept stays with the site


def backups(disks: Disks, folder: Path, sizes: list[int], counts: Counts, before: str = "") -> None:
    """The disk that backups are written to is full."""
    key = disks.runner.recipient(folder)
    for number, size in enumerate(sizes):
        path = folder / "small" / f"{number}"
        path.parent.mkdir(exist_ok=True)
        with disks.run(path.parent, size, "backup", path, before=before) as (well, plain):
            left = [file.name for file in path.parent.iterdir() if file.name.startswith(path.name)]
            counts.note(well, plain, whole=is_whole_backup(path, key), nothing=not left)


def snapshots(disks: Disks, lists: Lists, sizes: list[int], counts: Counts) -> None:
    """The disk of the snapshots is full."""
    folder = disks.runner.home / "snapshots"
    for size in sizes:
        _name, words = lists.new()
        disks.runner.json(*words)  # something new to count
        with disks.run(folder, size, "snapshot") as (well, plain):
            counted = disks.runner.run("count", "--unit", "reports", "--rows", "year", "--json") if well else None
            left = [file.name for file in folder.iterdir() if file.name not in (".lock",)]
            counts.note(well, plain, whole=bool(counted) and counted.returncode == 0, nothing=not left)
        disks.runner.json("snapshot")


def whole_sites(disks: Disks, lists: Lists, folder: Path, sizes: list[int], counts: Counts) -> None:
    """The disk under a site with its own database is full while a list is imported; with room again it goes on."""
    if not disks.mounts or not sizes:
        return
    key = disks.runner.recipient(folder)
    disks.runner.json("backup", folder / "seed")
    with disk(folder / "site", 400_000):
        home = folder / "site" / "home"
        words = ["--identity", key, "--into", home, "--without-erasures"]
        disks.runner.json("restore", folder / "seed", *words)
        (folder / "site").chmod(0o755)
        _fill_up(RestoredSite(home), lists, sizes, counts)


def _fill_up(site: RestoredSite, lists: Lists, sizes: list[int], counts: Counts) -> None:
    ballast = site.home.parent / "ballast"
    with running(site) as runner:
        runner.run("imports", before=ANY_ROOM)
        for size in sizes:
            name, words = lists.new()
            _leave_free(ballast, size)
            done = runner.run(*words, before=ANY_ROOM)
            ballast.unlink()
            runner.run("imports", before=ANY_ROOM)  # starts the database again if it gave up
            there = held(runner, name)
            plain = "Traceback" not in done.stderr
            complete = there[0] == there[1] == ROWS
            counts.note(done.returncode == 0, plain, whole=complete, nothing=not any(there))
            assert runner.run(*words, before=ANY_ROOM).returncode == 0
            assert held(runner, name)[0] == ROWS
    EmbeddedPostgres(site.home).stop()


def _leave_free(ballast: Path, kilobytes: int) -> None:
    """Fill the disk up to this much."""
    with ballast.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(64 * 1024))
    with ballast.open("r+b") as file:
        file.truncate(max(0, ballast.stat().st_size - kilobytes * 1024))


def careless(disks: Disks, lists: Lists, folder: Path) -> dict[str, bool]:
    """Programs that do not look whether their bytes were written: whether their losses are seen."""
    found = {}
    for name, before in CARELESS.items():
        counts = Counts()
        if name == "backup":
            backups(disks, folder, [128], counts, before)
        else:
            imports(disks, lists, [8], counts, before)
        found[name] = bool(counts["silent losses"])
    for file in damaged(disks.runner.home / "originals"):  # the site is left whole for other suites
        disks.runner.ask("delete from vault_original where sha256_sealed = %s", [file.name], replica=True)
        file.unlink()
    return found


def test_full_disk(scale, holds, runner, own_folder):
    disks, lists, counts, draw = Disks(runner, own_folder), Lists(own_folder), Counts(), random.Random(2)
    few = scale.of(1, 8)
    imports(disks, lists, [8, *(draw.randrange(4, 40) for _ in range(few)), 4096], counts)
    backups(disks, own_folder, [4, *(draw.randrange(4, 900) for _ in range(few)), 65536], counts)
    snapshots(disks, lists, [16, *(draw.randrange(16, 600) for _ in range(few - 1)), 65536][: few + 1], counts)
    whole_sites(disks, lists, own_folder, [draw.randrange(16, 6000) for _ in range(scale.of(0, 6))], counts)
    found = careless(disks, lists, own_folder)
    holds(
        "full disk",
        things="points",
        looked_at=counts.points,
        short=dict(counts),
        seeded=len(found),
        caught=sum(found.values()),
        notes={
            "refused for want of room": str(counts.refused),
            "disk": "a small one in memory" if disks.mounts else "a limit on files, without the database",
        },
    )
