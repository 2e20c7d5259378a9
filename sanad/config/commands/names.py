"""Whether two spellings may be one name: `sanad names compare A B`, `sanad names rank QUERY --among FILE`.

Nothing that is asked is kept, and no record is looked at.
"""

import argparse
from pathlib import Path

from sanad.config import answers
from sanad.config.options import add_common
from sanad.kit.refusals import N_, Incomplete

NAME = "names"
NEEDS_SITE = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Two names, or one and a file of names."""
    words = parser.add_subparsers(dest="word", metavar="WORD", required=True)
    compare = words.add_parser("compare", help="how alike two names are")
    add_common(compare, again=True)
    compare.add_argument("one", metavar="A")
    compare.add_argument("other", metavar="B")
    rank = words.add_parser("rank", help="which of many names was meant")
    add_common(rank, again=True)
    rank.add_argument("query", metavar="QUERY")
    rank.add_argument("--among", type=Path, metavar="FILE", required=True, help="one name on each line, in UTF-8")
    rank.add_argument("--limit", type=int, default=10, metavar="N", help="how many are shown")


def run(options: argparse.Namespace) -> int:
    """Compare, or rank."""
    return _compare(options) if options.word == "compare" else _rank(options)


def _compare(options: argparse.Namespace) -> int:
    from sanad.names import compare

    found = compare(options.one, options.other)
    said = {"score": found.score, "same": found.same, "keys": list(found.keys)}
    answers.answer(options, said, [f"{found.score:.2f} {'same' if found.same else 'different'}"])
    return 0


def _rank(options: argparse.Namespace) -> int:
    from sanad.names import rank

    try:
        lines = options.among.read_text(encoding="utf-8-sig").splitlines()
    except UnicodeDecodeError:
        raise Incomplete.one("not_utf8", N_("The file of names is not written in UTF-8.")) from None
    among = list(dict.fromkeys(name for line in lines if (name := line.strip())))
    if not among:
        raise Incomplete.one("no_names", N_("There is no name in the file."))
    found = rank(options.query, among, max(1, options.limit))
    said = [{"name": name, "score": score} for name, score in found]
    answers.answer(options, {"query": options.query, "names": said}, [f"{score:8.3f}  {name}" for name, score in found])
    return 0
