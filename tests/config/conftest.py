"""A site of its own for the tests of the command: set up once, in a folder for temporary files."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from django.conf import settings

from sanad.config.engine import EmbeddedPostgres


@dataclass
class Site:
    """A home, and the command run on it."""

    home: Path
    settings: dict[str, str] = field(default_factory=dict)

    def environment(self, **more: str) -> dict[str, str]:
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "SANAD", "DATABASE"))
        }
        return {**kept, "SANAD_HOME": str(self.home), **self.settings, **more}

    def run(self, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "sanad", *words]
        return subprocess.run(
            command, cwd=settings.BASE, env=self.environment(**more), capture_output=True, text=True, timeout=300
        )

    def json(self, *words: str) -> dict:
        done = self.run(*words, "--json")
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)

    def start(self, *words: str) -> subprocess.Popen:
        return subprocess.Popen(
            [sys.executable, "-m", "sanad", *words],
            cwd=settings.BASE,
            env=self.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )


@contextmanager
def new_home() -> Iterator[Path]:
    """A folder for a home; at its end nothing of it runs.

    Not pytest's own: each run of pytest closes the folder above those of all others, and a database that root
    starts has to pass through it.
    """
    with tempfile.TemporaryDirectory(prefix="sanad test ", ignore_cleanup_errors=True) as folder:
        home = Path(folder)
        try:
            yield home
        finally:
            EmbeddedPostgres(home).stop()


@pytest.fixture
def home():
    """A folder for a home."""
    with new_home() as folder:
        yield folder


@pytest.fixture(scope="session")
def real_site():
    """A real site, as `sanad setup` makes it."""
    with new_home() as folder:
        site = Site(folder)
        done = site.run("setup")
        assert done.returncode == 0, done.stderr
        yield site


@pytest.fixture
def empty_site(home):
    """A folder in which nothing is set up."""
    return Site(home)
