"""A site of its own for the tests of the command: set up once, in a folder for temporary files."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from django.conf import settings

from sanad.config.engine import EmbeddedPostgres


@dataclass
class Site:
    """A home, and the command run on it."""

    home: Path

    def environment(self, **more: str) -> dict[str, str]:
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "SANAD", "DATABASE"))
        }
        return {**kept, "SANAD_HOME": str(self.home), **more}

    def run(self, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "sanad", *words]
        return subprocess.run(
            command, cwd=settings.BASE, env=self.environment(**more), capture_output=True, text=True, timeout=120
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


@pytest.fixture(scope="session")
def real_site(tmp_path_factory):
    """A real site, as `sanad setup` makes it."""
    site = Site(tmp_path_factory.mktemp("real site"))  # with a space in its path
    done = site.run("setup")
    assert done.returncode == 0, done.stderr
    yield site
    EmbeddedPostgres(site.home).stop()


@pytest.fixture
def empty_site(tmp_path):
    """A folder in which nothing is set up."""
    return Site(tmp_path)
