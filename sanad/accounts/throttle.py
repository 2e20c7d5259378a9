"""How often something may be tried. Counted before it is tried, in files that all processes of the site share.

A try is one byte appended to a file: the kernel appends each whole and in turn, so that no two processes lose a count
to each other, and no database transaction takes one back when it rolls back. The file is named after a keyed hash of
what is tried, so that the folder tells nobody's name. Windows are fixed: a quarter of an hour begins at :00, :15, …
"""

import hashlib
import hmac
import os
import random
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

QUARTER, DAY = 15 * 60, 24 * 60 * 60
KEPT = 2 * DAY
SWEEPS = 200  # one new file in so many sweeps the old ones away


@dataclass(frozen=True)
class Limit:
    """So many tries within so many seconds."""

    name: str
    allowed: int
    within: int


# The same for names that exist and for those that do not. A browser in which the account signed in before counts
# apart, so that a stranger who types wrong passwords does not keep its owner out.
PASSWORDS = (Limit("password", 10, QUARTER), Limit("password-day", 60, DAY))
ALL_PASSWORDS = Limit("all-passwords", 600, QUARTER)  # of the whole site, from browsers that are not known
CODES = (Limit("code", 5, QUARTER), Limit("code-day", 20, DAY))


def take(limits: tuple[Limit, ...], about: str) -> int:
    """Count a try; gives the seconds to wait where there were too many, else 0."""
    waits = [_take(limit, about) for limit in limits]
    return max(waits)


def forgive(limits: tuple[Limit, ...], about: str) -> None:
    """It went well: the tries before it no longer count."""
    for limit in limits:
        with suppress(FileNotFoundError):
            _file(limit, about, time.time()).unlink()


def _take(limit: Limit, about: str) -> int:
    now = time.time()
    file = _file(limit, about, now)
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    handle = os.open(file, os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(handle, b".")
        tries = os.fstat(handle).st_size
    finally:
        os.close(handle)
    if tries == 1 and random.randrange(SWEEPS) == 0:
        _sweep(file.parent, now)
    return 0 if tries <= limit.allowed else int(limit.within - now % limit.within) + 1


def _file(limit: Limit, about: str, now: float) -> Path:
    name = hmac.new(settings.SECRET_KEY.encode(), f"{limit.name}\0{about}".encode(), hashlib.sha256).hexdigest()[:32]
    return Path(settings.TRIES) / f"{name}.{int(now) // limit.within}"


def _sweep(folder: Path, now: float) -> None:
    for file in folder.iterdir():
        with suppress(FileNotFoundError):
            if now - file.stat().st_mtime > KEPT:
                file.unlink()
