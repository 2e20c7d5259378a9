"""Verbs of gatherings: plan, invite, open the door, sign in, judge, write down what came out."""

from sanad.gatherings.actions.door import close_door, open_door
from sanad.gatherings.actions.erasing import WhoAsked, erase_participant, replay_erasures
from sanad.gatherings.actions.judging import judge_two, undo_two
from sanad.gatherings.actions.outcome import (
    FollowUpContent,
    add_follow_up,
    add_material,
    finish_follow_up,
    open_material,
    take_list_out,
    write_minutes,
)
from sanad.gatherings.actions.planning import (
    AgendaContent,
    GatheringContent,
    InvitationContent,
    add_agenda_item,
    answer_invitation,
    change_gathering,
    invite,
    plan_gathering,
    remove_line,
)
from sanad.gatherings.actions.signing import (
    ParticipantContent,
    add_participant,
    correct_participant,
    sign_in,
    withdraw_participant,
)
from sanad.gatherings.actions.working import add_group, put_in_group, take_out_of_group

__all__ = [
    "AgendaContent",
    "FollowUpContent",
    "GatheringContent",
    "InvitationContent",
    "ParticipantContent",
    "WhoAsked",
    "add_agenda_item",
    "add_follow_up",
    "add_group",
    "add_material",
    "add_participant",
    "answer_invitation",
    "change_gathering",
    "close_door",
    "correct_participant",
    "erase_participant",
    "finish_follow_up",
    "invite",
    "judge_two",
    "open_door",
    "open_material",
    "plan_gathering",
    "put_in_group",
    "remove_line",
    "replay_erasures",
    "sign_in",
    "take_list_out",
    "take_out_of_group",
    "undo_two",
    "withdraw_participant",
    "write_minutes",
]
