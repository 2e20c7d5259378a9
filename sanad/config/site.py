"""What kind of site a home holds, and whether its database is up to date with the code.

The mark stands twice: in the home, so that it can be asked before the database runs, and as the comment of the
database, so that a home cannot be joined to the database of another kind of site.
"""

import hashlib
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

MARK = "site.json"
# What shapes the tables, and what is loaded into them at set-up.
SHAPING = (
    "sanad/*/migrations/**/*.py",
    "sanad/*/migrations/**/*.sql",
    "sanad/kit/row_security.py",
    "sanad/ledger/history.py",
    "sanad/*/row_rights.py",
    "data/**/*",
    "requirements.txt",
)


class Kind(StrEnum):
    """A demo site holds invented people and well-known log-ins; a real one must never hold either."""

    DEMO = "demo"
    REAL = "real"


@dataclass(frozen=True)
class Mark:
    """What set-up wrote down."""

    kind: str
    stamp: str = ""


class WrongSite(RuntimeError):
    """A command for one kind of site was given the other, or one that is not set up."""


def mark_of(home: Path) -> Mark | None:
    """The mark of a home; nothing before set-up."""
    try:
        return Mark(**json.loads((home / MARK).read_text(encoding="utf-8")))
    except (FileNotFoundError, NotADirectoryError):
        return None


def require_mark(home: Path) -> Mark:
    """The mark of a home that is set up."""
    mark = mark_of(home)
    if mark is None:
        raise WrongSite(f"{home} is not set up: run `sanad setup` (or `sanad demo`).")
    return mark


def write_mark(home: Path, mark: Mark) -> None:
    """Replace the mark in one step."""
    part = home / f"{MARK}.{os.getpid()}"
    part.write_text(json.dumps(asdict(mark)) + "\n", encoding="utf-8")
    part.replace(home / MARK)


def require_kind(home: Path, kind: Kind) -> None:
    """Refuse a home of the other kind."""
    mark = mark_of(home)
    if mark is not None and mark.kind != kind:
        raise WrongSite(f"{home} holds a {mark.kind} site: choose another folder with SANAD_HOME.")


def stamp(base: Path) -> str:
    """Changes with the migrations, the seed files and the packages; equal stamps mean that set-up has nothing to do."""
    found = hashlib.sha256()
    for pattern in SHAPING:
        for file in sorted(base.glob(pattern)):
            if file.is_file():
                found.update(str(file.relative_to(base)).encode() + b"\0" + file.read_bytes())
    return found.hexdigest()[:16]


@contextmanager
def private_files() -> Iterator[None]:
    """Files made inside can be read by this system user only."""
    before = os.umask(0o077)
    try:
        yield
    finally:
        os.umask(before)
