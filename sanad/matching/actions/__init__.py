"""Verbs of matching: compare records, link what is sure, write down what somebody decided on a pair."""

from sanad.matching.actions.deciding import decide
from sanad.matching.actions.running import in_a_process, match_records, schedule_matching

__all__ = ["decide", "in_a_process", "match_records", "schedule_matching"]
