"""What every test stands on: an embedded PostgreSQL of its own, and a database under the application role."""

import os

import pytest
from django.conf import settings

from sanad.config.engine import EmbeddedPostgres
from sanad.web import catalogue
from tests import database, vault_here

pytest_plugins = ["tests.fixtures", "tests.scratch"]


def pytest_configure(config):
    """Start the test server, or join the one of another run; the last one out stops it."""
    catalogue.compile_if_older()
    vault_here.answer_here()
    if settings.DATABASE_SERVER is None:
        config.engine = EmbeddedPostgres(settings.SANAD_HOME, fast=True).start()


def pytest_unconfigure(config):
    engine = getattr(config, "engine", None)
    if engine is not None:
        engine.leave()


def pytest_terminal_summary(terminalreporter):
    """Say which journeys were left out for want of a browser."""
    skipped = terminalreporter.stats.get("skipped", [])
    left_out = sorted(report.nodeid for report in skipped if "Chromium" in str(report.longrepr))
    if left_out:
        terminalreporter.section("Left out: no Chromium (install it, or name it in SANAD_CHROMIUM)")
        terminalreporter.write_line("\n".join(left_out))


@pytest.fixture(scope="session")
def django_db_setup(request, django_test_environment, django_db_blocker):
    """Created and migrated as the owner, handed to the tests under the application role."""
    worker = getattr(request.config, "workerinput", {}).get("workerid", "")
    name = "_".join(part for part in ("test", settings.TEST_DATABASE, worker) if part)
    with django_db_blocker.unblock():
        database.make(name)
    yield
    with django_db_blocker.unblock():
        if "SANAD_KEEP_TEST_DATABASE" not in os.environ:
            database.remove(name)
