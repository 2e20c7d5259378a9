"""Lines of the lists of events and reports."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import get_language

from sanad.accounts.readers import Reader
from sanad.front.presenting.titles import untitled
from sanad.front.presenting.words import Words, date_of
from sanad.violations import queries
from sanad.web.formats import day, partial_date


@dataclass(frozen=True)
class EventLine:
    """An event in a list."""

    reference: str
    title: str
    when: str
    where: str
    acts: str
    state: str
    accounts: int


@dataclass(frozen=True)
class ReportLine:
    """A report in a list."""

    reference: str
    event: str
    summary: str
    source: str
    received: str
    state: str


def event_lines(reader: Reader, rows: Sequence, words: Words | None = None) -> list[EventLine]:
    """Rows of `listed_events` in words. A title from an account out of sight gives way to the reader's own."""
    words = words or Words()
    shared = queries.told_otherwise(reader, rows)
    own = queries.own_words_for(reader, shared)
    return [
        EventLine(
            row.reference,
            _first_line(own.get(row.id, "") if row.id in shared else row.title) or untitled(row.act_types, words),
            partial_date(date_of(row.happened)),
            words.place(row.place_id, "" if row.id in shared else row.place_said),
            words.codes("act", row.act_types),
            "withdrawn" if row.withdrawn else row.state,
            row.accounts,
        )
        for row in rows
    ]


def report_lines(reader: Reader, rows: Sequence) -> list[ReportLine]:
    """Rows of `listed_reports` in words."""
    words = Words()
    summaries = queries.summaries_of(reader, [row.id for row in rows])
    return [
        ReportLine(
            row.reference,
            row.account__event__reference or row.reference,
            _first_line(summaries.get(row.id, "")),
            _source(row.source_institution__name_en, row.source_institution__name_ur)
            or words.code("source_kind", row.source_kind_id),
            day(row.received_on),
            "withdrawn" if row.account__withdrawn else row.account__event__state or "none",
        )
        for row in rows
    ]


def _source(english: str | None, urdu: str | None) -> str:
    return (urdu or english if (get_language() or "").startswith("ur") else english or urdu) or ""


def _first_line(text: str) -> str:
    return text.strip().splitlines()[0] if text.strip() else ""
