"""Named reads; the reader comes first."""

from sanad.strategies.queries.asked import (
    asked_for,
    consultations_on,
    groups_at,
    invitations_to,
    open_beside,
    points_on,
    points_with_answers,
)
from sanad.strategies.queries.texts import clause_in, clauses_of, older_clauses, older_planned, planned_of, wordings_of
from sanad.strategies.queries.visible import (
    draft_numbered,
    drafts_of,
    newest_clauses,
    newest_planned,
    newest_with_number,
    publication_of,
    publications,
    strategies_consulted_by,
    strategies_visible_to,
    word_files_kept_by,
)

__all__ = [
    "asked_for",
    "clause_in",
    "clauses_of",
    "consultations_on",
    "draft_numbered",
    "drafts_of",
    "groups_at",
    "invitations_to",
    "newest_clauses",
    "newest_planned",
    "newest_with_number",
    "older_clauses",
    "older_planned",
    "open_beside",
    "planned_of",
    "points_on",
    "points_with_answers",
    "publication_of",
    "publications",
    "strategies_consulted_by",
    "strategies_visible_to",
    "word_files_kept_by",
    "wordings_of",
]
