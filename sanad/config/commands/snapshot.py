"""Freeze the records as they are now, so that they can be counted; the same records give the same snapshot."""

import argparse
import time

from sanad.config import answers, running
from sanad.figures.actions import make_snapshot

NAME = "snapshot"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Nothing to choose."""


def run(options: argparse.Namespace) -> int:
    """Make it and say how large it is."""
    began = time.monotonic()
    with running.running_as(options) as reader:
        snapshot = make_snapshot(by=reader)
    seconds = round(time.monotonic() - began, 2)
    rows = {"reports": snapshot.reports, "events": snapshot.events, "violations": snapshot.violations}
    answers.answer(
        options,
        {"snapshot": snapshot.pk, "rows": rows, "seconds": seconds, "made_at": snapshot.made_at.isoformat()},
        [f"Snapshot {snapshot.pk}: {snapshot.reports} reports, {snapshot.violations} violations, {seconds} s."],
    )
    return 0
