"""Verbs: may I, is it sensible, do it, write it down."""

from sanad.strategies.actions.asking import (
    answer_invitation,
    comment,
    hold_consultation,
    invite,
    revoke_invitation,
)
from sanad.strategies.actions.deciding import dispose, make_final
from sanad.strategies.actions.drafting import (
    add_action,
    add_clause,
    circulate,
    drop_action,
    drop_clause,
    next_draft,
    reword_action,
    reword_clause,
)
from sanad.strategies.actions.handing_over import hand_over
from sanad.strategies.actions.noting import join_beside, note_point, reword_point, withdraw_point
from sanad.strategies.actions.strategies import change_stage, new_strategy
from sanad.strategies.actions.word import answer_doubts, leave_word, read_word_file, take_word

__all__ = [
    "add_action",
    "add_clause",
    "answer_doubts",
    "answer_invitation",
    "change_stage",
    "circulate",
    "comment",
    "dispose",
    "drop_action",
    "drop_clause",
    "hand_over",
    "hold_consultation",
    "invite",
    "join_beside",
    "leave_word",
    "make_final",
    "new_strategy",
    "next_draft",
    "note_point",
    "read_word_file",
    "revoke_invitation",
    "reword_action",
    "reword_clause",
    "reword_point",
    "take_word",
    "withdraw_point",
]
