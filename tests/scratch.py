"""A site of its own for tests of whole commands: a home in a temporary folder, its database a copy of the template.

`scratch` is made once for each process of a test run, in about a second; `Runner` runs its commands without starting
Python anew, so that many of them can be killed on the way.
"""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connection

from sanad.config import site
from sanad.config.engine import EmbeddedPostgres, roles
from tests import database

READY = """
import django; django.setup()
from django.conf import settings
from sanad.config import foundation
from sanad.accounts.actions import ensure_first_office
from sanad.vault import asking
asking.may_start_one()
foundation.make_folders(settings.SANAD_HOME)
foundation.make_secrets()
ensure_first_office()
"""


@dataclass(frozen=True)
class ScratchSite:
    """A home, and the database that belongs to it."""

    home: Path
    database: str

    def environment(self, **more: str) -> dict[str, str]:
        """What a command on this site is started with."""
        kept = {n: v for n, v in os.environ.items() if not n.startswith(("PYTEST", "SANAD", "DATABASE"))}
        url = f"postgresql:///{self.database}?host={connection.settings_dict['HOST']}"
        own = {"SANAD_HOME": str(self.home), "DATABASE_URL": url, "DJANGO_SETTINGS_MODULE": "sanad.config.settings"}
        return {**kept, **own, **more}

    def python(self, code: str) -> str:
        """What a few lines of Python on this site print."""
        done = subprocess.run([sys.executable, "-c", code], **self._how())
        assert done.returncode == 0, done.stderr
        return done.stdout

    def run(self, *words: object, **more: str) -> subprocess.CompletedProcess[str]:
        """A command on this site, as a person would start it."""
        command = [sys.executable, "-m", "sanad", *map(str, words)]
        return subprocess.run(command, **self._how(**more))

    def json(self, *words: object, code: int = 0, **more: str) -> dict[str, Any]:
        """What a command answers."""
        done = self.run(*words, "--json", **more)
        assert done.returncode == code, done.stderr
        return json.loads(done.stdout)

    def address(self, role: str) -> str:
        """Of its database, for libpq."""
        return f"host={connection.settings_dict['HOST']} dbname={self.database} user={role}"

    def ask(self, question: str, values: Any = None, *, replica: bool = False) -> list[tuple[Any, ...]]:
        """Rows of its database, past row security; as a `replica`, past triggers and foreign keys too."""
        with psycopg.connect(self.address("postgres"), autocommit=True) as direct:
            if replica:
                direct.execute("set session_replication_role = replica")
            answer = direct.execute(question, values)
            return answer.fetchall() if answer.description else []

    def _how(self, **more: str) -> dict[str, Any]:
        how = {"cwd": settings.BASE, "capture_output": True, "text": True, "timeout": 180, "check": False}
        return {**how, "env": self.environment(**more)}


class RestoredSite(ScratchSite):
    """A site with a database of its own, as `sanad restore --into` makes it."""

    def __init__(self, home: Path) -> None:
        super().__init__(home, roles.DATABASE)

    def environment(self, **more: str) -> dict[str, str]:
        """Nothing of the test server."""
        return {name: value for name, value in super().environment(**more).items() if name != "DATABASE_URL"}

    def address(self, role: str) -> str:
        """Of its own server."""
        return EmbeddedPostgres(self.home).address(role)


@contextmanager
def scratch_site(name: str) -> Iterator[ScratchSite]:
    """A real site with codes, places, institutions and its first office."""
    with tempfile.TemporaryDirectory(prefix="sanad-scratch-", ignore_cleanup_errors=True) as folder:
        made = ScratchSite(Path(folder) / "home", f"scratch_{name}")
        database.copy(made.database)
        try:
            mark = site.Mark(site.Kind.REAL, site.stamp(settings.BASE))
            made.home.mkdir()
            site.write_mark(made.home, mark)
            made.ask(f"comment on database \"{made.database}\" is 'sanad {mark.kind} {mark.stamp}'")
            made.python(READY)
            yield made
        finally:
            with database.as_owner("postgres") as owner:
                database.drop(owner, made.database)


@pytest.fixture(scope="session")
def scratch(django_db_setup, django_db_blocker) -> Iterator[ScratchSite]:
    """One scratch site for all suites of this process; each leaves it whole."""
    with django_db_blocker.unblock(), scratch_site(f"{settings.TEST_DATABASE}_{os.getpid()}") as made:
        yield made


class Runner:
    """Runs commands of a site in children of one process that has everything loaded; any of them can be killed."""

    def __init__(self, home: ScratchSite) -> None:
        self.home, self.ask, self.address = home.home, home.ask, home.address("sanad_backup")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.forking"],
            cwd=settings.BASE,
            env=home.environment(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            bufsize=1,
        )
        assert self._line() == "ready"

    def start(self, *words: object, limit: int | None = None, before: str = "") -> int:
        """Start a command; gives its process number. `limit`: the largest file it may write. `before`: code to run."""
        self._say({"words": [str(word) for word in words], "limit": limit, "before": before})
        return int(self._line())

    def kill(self, number: int) -> None:
        """As a power cut would; one that has ended already is let be."""
        self._say({"kill": number})

    def wait(self) -> subprocess.CompletedProcess[str]:
        """How it ended; a negative code is the signal that ended it."""
        ended = json.loads(self._line())
        return subprocess.CompletedProcess([], ended["code"], ended["out"], ended["err"])

    def run(self, *words: object, **how: Any) -> subprocess.CompletedProcess[str]:
        """Start and wait."""
        self.start(*words, **how)
        return self.wait()

    def json(self, *words: object, code: int = 0) -> dict[str, Any]:
        """What a command answers."""
        done = self.run(*words, "--json")
        assert done.returncode == code, done.stderr
        return json.loads(done.stdout)

    def recipient(self, folder: Path) -> Path:
        """A key in this folder, for which alone the backups of the site are from now on."""
        key = folder / "key"
        key.unlink(missing_ok=True)
        made = self.json("backup", "recipients", "new", key)
        (self.home / "backup_recipients").write_text(made["public"] + "\n")
        return key

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait(30)

    def _say(self, what: dict[str, object]) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(what) + "\n")

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()


@pytest.fixture(scope="module")
def own_folder() -> Iterator[Path]:
    """A folder for homes that are restored; that above pytest's own is closed to the database by other runs."""
    with tempfile.TemporaryDirectory(prefix="sanad-test-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o711)
        yield Path(folder)


@contextmanager
def running(home: ScratchSite) -> Iterator[Runner]:
    """A runner of this site, ended afterwards."""
    made = Runner(home)
    try:
        yield made
    finally:
        made.close()


@pytest.fixture(scope="session")
def runner(scratch) -> Iterator[Runner]:
    """Runs commands on the scratch site."""
    with running(scratch) as made:
        yield made
