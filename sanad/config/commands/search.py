"""The index of the search: `sanad search now` takes in what waits, `sanad search anew` makes it from the records."""

import argparse

from sanad.config import answers
from sanad.config.options import add_common

NAME = "search"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What waits, or everything."""
    words = parser.add_subparsers(dest="word", metavar="WORD", required=True)
    for word, about in (("now", "take in what waits, without the job"), ("anew", "take every report in again")):
        add_common(words.add_parser(word, help=about), again=True)


def run(options: argparse.Namespace) -> int:
    """Take reports into the index, and say how many."""
    from sanad.search import actions

    number = actions.take_in_anew() if options.word == "anew" else actions.tend()
    answers.answer(options, {"reports": number}, [f"{number} reports taken into the index."])
    return 0
