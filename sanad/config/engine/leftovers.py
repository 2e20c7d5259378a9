"""What an earlier server left behind: lock files, process numbers, processes still working."""

from __future__ import annotations

import os
import time
from pathlib import Path

from sanad.config.engine.folders import EngineError


def running_server(data: Path) -> int | None:
    """Process number of the server on this folder; the pid file is believed only with its command line."""
    try:
        number = int((data / "postmaster.pid").read_text().split()[0])
        words = Path(f"/proc/{number}/cmdline").read_bytes().split(b"\0")
    except (OSError, ValueError, IndexError):
        return None
    return number if os.fsencode(data) in words else None


def clear(data: Path, sockets: Path, patience: float = 10.0) -> None:
    """Drop lock files whose process number now belongs to another program, a zombie or nobody.

    PostgreSQL only asks whether the number is alive, so a reused number (usual after a container restart)
    would block the start. Removing the files is safe only when no process works in the folder.
    """
    files = [data / "postmaster.pid", sockets / ".s.PGSQL.5432.lock", sockets / ".s.PGSQL.5432"]
    if running_server(data) is not None or not any(file.exists() for file in files):
        return
    end = time.monotonic() + patience
    while processes_in(data):  # those of a killed server leave by themselves
        if time.monotonic() > end:
            raise EngineError(f"Processes of an earlier database still run in {data}: end them, then try again.")
        time.sleep(0.05)
    for file in files:
        file.unlink(missing_ok=True)


def processes_in(folder: Path) -> list[int]:
    """Processes whose working folder is this one."""
    here = str(folder.resolve())
    found = []
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                if os.readlink(entry / "cwd") == here:
                    found.append(int(entry.name))
            except OSError:
                continue  # ended meanwhile, or not ours to look at
    return found


def is_alive(number: int) -> bool:
    """Whether a process number is in use."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
