"""Work as somebody: the reader of a command, with the scope that row security asks for."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager

from sanad.accounts.actions.budgets import tell_over_budget
from sanad.accounts.readers import Reader, operator, reader_named
from sanad.accounts.scope import scoped
from sanad.vault.looks import OverBudget


def reader_of(options: argparse.Namespace) -> Reader:
    """The user named by --as, else the operator, who is the system user at the keyboard."""
    return reader_named(options.as_user) if options.as_user else operator()


@contextmanager
def running_as(options: argparse.Namespace) -> Iterator[Reader]:
    """One transaction in the scope of the reader."""
    reader = reader_of(options)
    try:
        with scoped(reader):
            yield reader
    except OverBudget:
        tell_over_budget(reader)
        raise
