"""The ids behind a number."""

from pathlib import Path
from uuid import UUID

from sanad.figures.engine.connection import cursor, names_in
from sanad.figures.engine.counting import FILES, Question, matching
from sanad.figures.rules.requests import CountRequest


def events(folder: Path, request: CountRequest, offices: frozenset[int] | None, most: int) -> list[UUID]:
    """The events in which a request finds something, newest first, at most so many."""
    question = Question(folder, request, offices, names_in(folder))
    source = question.file(FILES[request.unit])
    rows = cursor().execute(
        f"select event_id from {source} where {matching(question)} group by event_id, event"
        f" order by max(first) desc nulls last, event desc limit {int(most)}"
    )
    return [event for (event,) in rows.fetchall()]
