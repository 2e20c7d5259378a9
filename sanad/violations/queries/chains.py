"""How events hang together, as far as a reader sees them."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from sanad.accounts.readers import Reader
from sanad.violations.models import Account, Event, Judgement
from sanad.violations.queries.visible import events_visible_to, judgements_visible_to, kept_for


@dataclass(frozen=True, slots=True)
class Linked:
    """A link in force between two events; `other` is None where the reader does not see the other event."""

    judgement: UUID
    link_id: int
    first: UUID | None
    second: UUID | None
    forward: bool  # the event that was asked about came first
    other: Event | None
    why: str
    made_at: datetime
    made_by: int | None


def chain_of(reader: Reader, event: Event, reports: Collection[UUID]) -> list[Linked]:
    """The links of an event with others, in the order in which they were judged. `reports`: its accounts in sight."""
    rows: dict[UUID, Judgement] = {}
    for key in ("report", "other_report"):  # a question for each key: an OR over them would use no index
        rows |= {row.pk: row for row in _in_force(reader).filter(**{f"{key}__in": list(reports)})}
    return _linked(reader, event, sorted(rows.values(), key=lambda row: (row.made_at, row.pk)))


def links_between(reader: Reader, one: Event, other: Event) -> list[Linked]:
    """The links in force between two events."""
    seen = Account.objects.filter(kept_for(reader), event=one).values_list("report_id", flat=True)
    return [link for link in chain_of(reader, one, list(seen)) if other.pk in (link.first, link.second)]


def _in_force(reader: Reader) -> QuerySet[Judgement]:
    undone = Judgement.objects.filter(undoes=OuterRef("pk"))
    return judgements_visible_to(reader).filter(~Exists(undone), kind=Judgement.Kind.CHAIN)


def _linked(reader: Reader, event: Event, rows: Sequence[Judgement]) -> list[Linked]:
    ends = {key for row in rows for key in (row.report_id, row.other_report_id)}
    event_of = dict(Account.objects.filter(report__in=ends).values_list("report_id", "event_id")) if ends else {}
    others = {one.pk: one for one in events_visible_to(reader).filter(pk__in=set(event_of.values()) - {event.pk})}
    found = []
    for row in rows:
        first, second = event_of.get(row.report_id), event_of.get(row.other_report_id)
        if first == second:  # put together since: a chain of one event is none
            continue
        forward = first == event.pk
        other = others.get(second if forward else first)
        found.append(Linked(row.pk, row.link_id, first, second, forward, other, row.why, row.made_at, row.made_by))
    return found
