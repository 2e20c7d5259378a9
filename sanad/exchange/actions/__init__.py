"""Verbs on imports: receive a file, map it, check it, run it, cancel it, undo it, destroy its file."""

from sanad.exchange.actions.asking import (
    aim_at_recommendations,
    check_recommendations,
    run_recommendations,
    undo_recommendation_import,
)
from sanad.exchange.actions.checking import check_import
from sanad.exchange.actions.destroying import destroy_file
from sanad.exchange.actions.receiving import map_import, propose_mapping, receive_file, start_import
from sanad.exchange.actions.running import ask_to_cancel, end_interrupted, run_import, run_import_later
from sanad.exchange.actions.undoing import undo_import

__all__ = [
    "aim_at_recommendations",
    "ask_to_cancel",
    "check_import",
    "check_recommendations",
    "destroy_file",
    "end_interrupted",
    "map_import",
    "propose_mapping",
    "receive_file",
    "run_import",
    "run_import_later",
    "run_recommendations",
    "start_import",
    "undo_import",
    "undo_recommendation_import",
]
