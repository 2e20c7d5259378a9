"""Verbs on said and judged records: each asks whether it may, writes, derives, and records its deed."""

from sanad.violations.actions.asking import set_review_rule
from sanad.violations.actions.batches import Stored, store_batch
from sanad.violations.actions.chains import link_events
from sanad.violations.actions.choosing import choose_toll, choose_value
from sanad.violations.actions.confirming import confirm_verdicts
from sanad.violations.actions.consent import Answered, write_consents, write_safeguard
from sanad.violations.actions.coverage import mark_read
from sanad.violations.actions.custody import accept_transfer, ask_transfer
from sanad.violations.actions.danger import end_danger, tell_danger
from sanad.violations.actions.editing import edit_reports, undo_edits
from sanad.violations.actions.emergencies import ask_to_open, open_in_emergency
from sanad.violations.actions.entry import add_account, correct_report, record_report
from sanad.violations.actions.erasure import Gone, destroy_evidence, erase_person, redact_report, replay_erasures
from sanad.violations.actions.evidence import Custody, add_evidence, keep_text, open_evidence
from sanad.violations.actions.interventions import (
    InterventionDraft,
    correct_intervention,
    record_intervention,
    restore_intervention,
    withdraw_intervention,
)
from sanad.violations.actions.judging import (
    Terms,
    judge_attribution,
    judge_attributions,
    judge_event,
    judge_violations,
    undo_judgement,
    withdraw_report,
)
from sanad.violations.actions.linking import (
    judge_same_entry,
    judge_same_event,
    judge_same_person,
    part_person,
)
from sanad.violations.actions.rederive import rederive
from sanad.violations.actions.reviewing import judge_together, undo_together
from sanad.violations.actions.undoing import undo_batch, withdraw_batch
from sanad.violations.actions.unfinished import keep_unfinished, open_unfinished, throw_away

__all__ = [
    "Answered",
    "Custody",
    "Gone",
    "InterventionDraft",
    "Stored",
    "Terms",
    "accept_transfer",
    "add_account",
    "add_evidence",
    "ask_to_open",
    "ask_transfer",
    "choose_toll",
    "choose_value",
    "confirm_verdicts",
    "correct_intervention",
    "correct_report",
    "destroy_evidence",
    "edit_reports",
    "end_danger",
    "erase_person",
    "judge_attribution",
    "judge_attributions",
    "judge_event",
    "judge_same_entry",
    "judge_same_event",
    "judge_same_person",
    "judge_together",
    "judge_violations",
    "keep_text",
    "keep_unfinished",
    "link_events",
    "mark_read",
    "open_evidence",
    "open_in_emergency",
    "open_unfinished",
    "part_person",
    "record_intervention",
    "record_report",
    "redact_report",
    "rederive",
    "replay_erasures",
    "restore_intervention",
    "set_review_rule",
    "store_batch",
    "tell_danger",
    "throw_away",
    "undo_batch",
    "undo_edits",
    "undo_judgement",
    "undo_together",
    "withdraw_batch",
    "withdraw_intervention",
    "withdraw_report",
    "write_consents",
    "write_safeguard",
]
