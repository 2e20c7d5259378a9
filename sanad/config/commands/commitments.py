"""Commitments on the command line: `sanad commitments count --by paragraph --where source=upr-2012 --json`."""

import argparse

from sanad.commitments.queries.counting import FILTERS, count_by, narrowed
from sanad.commitments.rules.asked import By
from sanad.config import answers
from sanad.config.options import add_common
from sanad.config.running import running_as

NAME = "commitments"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do."""
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="DEED")
    count = deeds.add_parser("count", help="count recommendations by their position")
    add_common(count, again=True)
    count.add_argument(
        "--by", choices=[by.value for by in By], required=True, help="paragraphs of a document, or parts of one asker"
    )
    count.add_argument(
        "--where", action="append", default=[], metavar="NAME=VALUE", help=f"filter: {', '.join(FILTERS)}"
    )


def run(options: argparse.Namespace) -> int:
    """Count, and print the number of each position."""
    with running_as(options) as reader:
        found = count_by(narrowed(reader, options.where), By(options.by))
    total = sum(found.values())
    lines = [f"{position}\t{number}" for position, number in sorted(found.items())]
    result = {"by": options.by, "where": options.where, "positions": found, "total": total}
    answers.answer(options, result, [*lines, f"total\t{total}"])
    return 0
