"""Destroy the sealed file of an import, where somebody whom it names was erased. Its reports stay."""

import argparse

from sanad.config import answers
from sanad.config.running import running_as
from sanad.exchange import actions, queries
from sanad.kit.refusals import N_, OutOfOrder

NAME = "destroy-file"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which batch, and why."""
    parser.add_argument("batch", metavar="BATCH", help="its reference, as `sanad imports` shows it")
    parser.add_argument("--why", required=True, help="the reason, kept with the import; without names")


def run(options: argparse.Namespace) -> int:
    """It cannot be taken back."""
    with running_as(options) as reader:
        wanted = options.batch.strip().upper()
        imported = queries.imports_visible_to(reader).filter(batch__reference=wanted).first()
        if imported is None:
            raise OutOfOrder.one("batch.missing", N_("There is no batch %(batch)s."), batch=options.batch)
        number = actions.destroy_file(imported, by=reader, why=options.why)
    answers.answer(
        options, {"batch": wanted, "imports": number}, [f"The file of {wanted} is destroyed; its reports stay."]
    )
    return 0
