"""What a command says: its answer on standard output, everything else on standard error."""

import argparse
import contextlib
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextvars import ContextVar
from typing import TextIO

from sanad.kit.refusals import Refused
from sanad.web.refusals import say

_out: ContextVar[TextIO | None] = ContextVar("out", default=None)


@contextlib.contextmanager
def only_answers_on_stdout() -> Iterator[None]:
    """Whatever a library prints goes to standard error, so that --json gives one object and nothing else."""
    before = _out.set(sys.stdout)
    try:
        with contextlib.redirect_stdout(sys.stderr):
            yield
    finally:
        _out.reset(before)


def answer(options: argparse.Namespace, result: Mapping[str, object], lines: Iterable[str]) -> None:
    """The result as one JSON object with --json, else as lines for a human being."""
    text = json.dumps(result, ensure_ascii=False, default=str) if options.json else "\n".join(lines)
    if text:
        print(text, file=_out.get() or sys.stdout, flush=True)


def refuse(options: argparse.Namespace, refused: Refused) -> None:
    """Every reason on standard error in the reader's language; with --json the codes too."""
    for reason in refused.reasons:
        complain(say(reason))
    if options.json:
        codes = [{"code": reason.code, "field": reason.field, "sentence": say(reason)} for reason in refused.reasons]
        answer(options, {"refused": codes}, ())


def tell(text: str) -> None:
    """One line about what is going on."""
    print(text, file=sys.stderr, flush=True)


def complain(text: str) -> None:
    """One line about what went wrong."""
    tell(f"sanad: {text}")
