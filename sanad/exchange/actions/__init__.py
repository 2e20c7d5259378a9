"""Verbs on imports: receive a file, map it, check it, run it, cancel it, undo it, destroy its file."""

from sanad.exchange.actions.checking import check_import
from sanad.exchange.actions.destroying import destroy_file
from sanad.exchange.actions.receiving import map_import, propose_mapping, receive_file, start_import
from sanad.exchange.actions.running import ask_to_cancel, end_interrupted, run_import, run_import_later
from sanad.exchange.actions.undoing import undo_import

__all__ = [
    "ask_to_cancel",
    "check_import",
    "destroy_file",
    "end_interrupted",
    "map_import",
    "propose_mapping",
    "receive_file",
    "run_import",
    "run_import_later",
    "start_import",
    "undo_import",
]
