"""List imports: batch, file, when, what came of it."""

import argparse

from sanad.config import answers
from sanad.config.running import running_as
from sanad.exchange import actions, queries

NAME = "imports"
MOST = 500


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How many."""
    parser.add_argument("--last", type=int, default=50, metavar="N", help="the newest N (default: 50)")


def run(options: argparse.Namespace) -> int:
    """The newest first."""
    with running_as(options) as reader:
        actions.end_interrupted(reader)
        found = list(queries.imports_visible_to(reader)[: min(options.last, MOST)])
    rows = [
        {
            "batch": one.batch.reference if one.batch else None,
            "file": one.file_name,
            "list": one.origin,
            "state": one.state,
            "begun": one.made_at.isoformat(timespec="seconds"),
            "rows": one.rows,
            "reports": one.reports,
            "revised": one.revised,
            "unchanged": one.unchanged,
            "refused": one.refused,
            "warnings": one.warnings,
        }
        for one in found
    ]
    lines = [
        f"{row['batch'] or '-':<16} {row['state']:<12} {row['begun']}  {row['file']}  reports {row['reports']}"
        for row in rows
    ]
    answers.answer(options, {"imports": rows}, lines or ["No file was imported yet."])
    return 0
