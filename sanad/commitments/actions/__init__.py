"""Verbs on commitments: record and change, answer, report and validate, measure, import."""

from sanad.commitments.actions.answering import answer, take_answer_back
from sanad.commitments.actions.beside import (
    decide,
    find_bottleneck,
    name_evidence,
    reach_milestone,
    set_milestone,
    settle_decision,
    solve_bottleneck,
)
from sanad.commitments.actions.files import destroy_file, keep_file, keep_file_by_link, open_file
from sanad.commitments.actions.importing import Stored, store_recommendations, undo_recommendations
from sanad.commitments.actions.measuring import define_indicator, read_live, redraw, type_reading
from sanad.commitments.actions.recording import drop_action, put_in_cluster, record_action, record_recommendation
from sanad.commitments.actions.reporting import (
    end_focal_point,
    give_link,
    name_focal_point,
    report_by_link,
    report_progress,
    validate_progress,
)

__all__ = [
    "Stored",
    "answer",
    "decide",
    "define_indicator",
    "destroy_file",
    "drop_action",
    "end_focal_point",
    "find_bottleneck",
    "give_link",
    "keep_file",
    "keep_file_by_link",
    "name_evidence",
    "name_focal_point",
    "open_file",
    "put_in_cluster",
    "reach_milestone",
    "read_live",
    "record_action",
    "record_recommendation",
    "redraw",
    "report_by_link",
    "report_progress",
    "set_milestone",
    "settle_decision",
    "solve_bottleneck",
    "store_recommendations",
    "take_answer_back",
    "type_reading",
    "undo_recommendations",
    "validate_progress",
]
