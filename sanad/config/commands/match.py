"""Find records that may be of one person, or of one event, across offices and spellings; link what is sure.

Only what is new since the last matching is compared with all; with --whole everything is. Runs in a process of its own,
in memory; the vault must be unlocked. What was found is looked at on the page *Same person?*.
"""

import argparse

from sanad.config import answers
from sanad.config.running import reader_of
from sanad.matching.actions import match_records

NAME = "match"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """How much, and by which engine."""
    parser.add_argument("--whole", action="store_true", help="compare all with all, not only what is new")
    parser.add_argument("--engine", choices=("duckdb", "spark"), default="duckdb", help="spark: optional extra")


def run(options: argparse.Namespace) -> int:
    """Match, and say what was found."""
    run = match_records(by=reader_of(options), whole=options.whole, engine=options.engine)
    result = {
        "run": str(run.pk),
        "engine": run.engine,
        "whole": run.whole,
        "records": run.records,
        "pairs": run.pairs,
        "linked": run.linked,
        "held_back": run.held_back,
        "locked": run.locked,
        "seconds": round((run.ended_at - run.begun_at).total_seconds(), 1),
    }
    answers.answer(options, result, [f"{name}: {value}" for name, value in result.items()])
    return 0
