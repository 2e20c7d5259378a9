"""`scale` says how much to do; `holds(...)` writes down what a suite found and fails where it falls short."""

import os
import shutil

import pytest
from django.conf import settings

from tests.faults import report

FOLDER = settings.SANAD_HOME / "faults"


def pytest_configure(config):
    """Start with an empty folder, unless this is a worker of a run that did."""
    if not hasattr(config, "workerinput"):
        shutil.rmtree(FOLDER, ignore_errors=True)


@pytest.fixture
def scale() -> report.Scale:
    """A little in `make test`, all of it in `make faults`."""
    return report.Scale(long=os.environ.get(report.FORM) == "long")


@pytest.fixture
def holds():
    """`holds("ledger", things="tampered rows", looked_at=…, short={"undetected": 0}, seeded=…, caught=…)`."""

    def say(suite: str, **found: object) -> None:
        outcome = report.Outcome(suite, **found)
        report.keep(outcome, FOLDER)
        assert not outcome.shortcomings(), outcome.line()

    return say


def pytest_terminal_summary(terminalreporter):
    """One line for each suite; the long form writes the page as well."""
    outcomes = report.kept_in(FOLDER)
    if os.environ.get(report.FORM) != "long" or not outcomes:
        return
    terminalreporter.section("Faults")
    for outcome in outcomes:
        terminalreporter.write_line(outcome.line())
    report.write_page(outcomes)
