"""Who was found by a name or a number: references with what is open of their events, and no name."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sanad.accounts.readers import Reader
from sanad.front.presenting.listing import EventLine, event_lines
from sanad.front.presenting.report import mention_words, role_words
from sanad.front.presenting.words import Words
from sanad.vault.names import Found
from sanad.violations import queries
from sanad.violations.models import Mention
from sanad.violations.queries.people import mentions_found


@dataclass(frozen=True)
class PersonLine:
    """Somebody in a report, as far as it is open."""

    role: str
    described: str
    report: str
    withdrawn: bool
    root: UUID | None  # of a person with a page: informants have none, nor has who stands in no report that counts


@dataclass
class EventFound:
    """An event in which somebody was found."""

    line: EventLine
    people: list[PersonLine] = field(default_factory=list)


@dataclass(frozen=True)
class PeoplePage:
    """Everything that the template lays out."""

    events: list[EventFound]
    number: int
    by: str
    more: bool
    locked: int
    waiting: int


def people_page(reader: Reader, found: Found) -> PeoplePage:
    """What was found, in the order of likeness, under its events."""
    mentions = mentions_found(reader, found.rows)
    return PeoplePage(_by_event(reader, mentions), len(mentions), found.by, found.more, found.locked, found.waiting)


def _by_event(reader: Reader, mentions: Sequence[Mention]) -> list[EventFound]:
    words, roles = Words(), role_words()
    order = list({m.report.account.event_id: m.report.account.event for m in mentions}.values())
    rows = queries.event_rows(reader, order)
    lines: dict[UUID, EventFound] = {
        row.id: EventFound(line) for row, line in zip(rows, event_lines(reader, rows, words), strict=True)
    }
    for m in mentions:
        event = lines.get(m.report.account.event_id)
        if event is not None:
            said = mention_words(m, words)
            withdrawn = m.report.account.withdrawn
            root = None if withdrawn or m.role == Mention.Role.INFORMANT else m.root
            event.people.append(PersonLine(roles[m.role], said, m.report.reference, withdrawn, root))
    return list(lines.values())
