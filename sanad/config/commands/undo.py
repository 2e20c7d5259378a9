"""Undo an import: nothing of it counts any more. The sealed original and the record of deeds stay."""

import argparse

from sanad.config import answers
from sanad.config.running import running_as
from sanad.exchange import actions
from sanad.kit.refusals import N_, OutOfOrder
from sanad.violations.queries import batches_visible_to

NAME = "undo"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which batch, and why."""
    parser.add_argument("batch", metavar="BATCH", help="its reference, as `sanad imports` shows it")
    parser.add_argument("--why", default="undone on the command line", help="the reason, kept with the batch")


def run(options: argparse.Namespace) -> int:
    """Take the batch back."""
    with running_as(options) as reader:
        batch = batches_visible_to(reader).filter(reference=options.batch.strip().upper()).first()
        if batch is None:
            raise OutOfOrder.one("batch.missing", N_("There is no batch %(batch)s."), batch=options.batch)
        left = actions.undo_import(batch, by=reader, why=options.why)
    answers.answer(
        options,
        {"batch": batch.reference, "reports": left},
        [f"{batch.reference} is undone: {left} reports no longer count."],
    )
    return 0
