"""Where the vault process is reached: a socket under SANAD_HOME/run that only this system user can open.

The kernel takes 107 bytes for the address of a socket, and a home can lie deeper than that: both sides go through a
handle on the folder, whose name under /proc is short.
"""

import os
import secrets
import socket
import stat
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.conf import settings

SOCKET, SECRET, LOCK = "vault.sock", "vault.secret", "vault.lock"
PEER = struct.Struct("3i")  # process, user, group of the other side, as the kernel knows them


class NotThere(Exception):
    """No vault process answers here, or one of another system user."""


def folder() -> Path:
    """The folder of the socket."""
    return Path(settings.SANAD_HOME) / "run"


def connect() -> socket.socket:
    """A line to the vault process."""
    line = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        with short(folder()) as place:
            line.connect(f"{place}/{SOCKET}")
        if not is_ours(line):
            raise NotThere
    except OSError:
        line.close()
        raise NotThere from None
    except NotThere:
        line.close()
        raise
    return line


def listen() -> socket.socket:
    """Take the address; a socket that a killed process left is taken away first."""
    make_private(folder())
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    before = os.umask(0o177)
    try:
        with short(folder()) as place:
            (folder() / SOCKET).unlink(missing_ok=True)
            listener.bind(f"{place}/{SOCKET}")
    finally:
        os.umask(before)
    listener.listen(64)
    return listener


def make_private(place: Path) -> None:
    """A folder that only this system user enters."""
    place.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = place.stat()
    if found.st_uid != os.geteuid():
        raise PermissionError(f"{place} belongs to another system user")
    if stat.S_IMODE(found.st_mode) != 0o700:
        place.chmod(0o700)


def draw_secret() -> str:
    """Write a new secret for whoever may ask; it holds until the process ends."""
    drawn = secrets.token_hex(32)
    draft = folder() / f".{SECRET}.{os.getpid()}"
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "w") as file:
        file.write(drawn)
    draft.rename(folder() / SECRET)
    return drawn


def secret() -> str:
    """The secret of the process that runs now; empty where there is none."""
    try:
        return (folder() / SECRET).read_text()
    except OSError:
        return ""


def is_ours(line: socket.socket) -> bool:
    """Is the other side a process of this system user, or root, who could read both anyway?"""
    _process, user, _group = PEER.unpack(line.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, PEER.size))
    return user in (os.geteuid(), 0)


@contextmanager
def short(place: Path) -> Iterator[str]:
    """A short name for a folder, however deep it lies."""
    handle = os.open(place, os.O_PATH | os.O_DIRECTORY)
    try:
        yield f"/proc/self/fd/{handle}"
    finally:
        os.close(handle)
