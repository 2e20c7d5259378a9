"""The ids behind a number."""

from pathlib import Path
from uuid import UUID

from sanad.figures.engine.connection import cursor, names_in
from sanad.figures.engine.counting import FILES, Question, matching
from sanad.figures.rules.requests import CountRequest


def events(folder: Path, request: CountRequest, offices: frozenset[int] | None, most: int) -> tuple[list[UUID], int]:
    """The events in which a request finds something, newest first, at most so many; and how many there are."""
    question = Question(folder, request, offices, names_in(folder))
    source = question.file(FILES[request.unit])
    rows = cursor().execute(
        f"with found as (select event_id, event, max(first) as day from {source} where {matching(question)}"
        " group by event_id, event)"
        f" select event_id, count(*) over () from found order by day desc nulls last, event desc limit {int(most)}"
    )
    listed = rows.fetchall()
    return [event for event, _ in listed], listed[0][1] if listed else 0
