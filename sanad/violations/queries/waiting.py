"""What waits for a verdict, how long, and for whom. Read from the index of waiting events, in its order."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from sanad.accounts.readers import Reader
from sanad.codes import queries as codes
from sanad.violations.models import Account, Event, Ground, Involvement, Judgement, ReviewRule, Revision
from sanad.violations.queries.lists import read_in_order
from sanad.violations.queries.visible import (
    events_visible_to,
    judgements_visible_to,
    kept_for,
    reports_visible_to,
)
from sanad.violations.rules.verifying import AGES, Age, Heard

STATES = ("new", "under_review", "mixed")
AT_MOST = 1_000  # a count goes no further; more is "1,000 or more"
ORDER = ("received_on", "id")


@dataclass(frozen=True)
class Proposed:
    """Verdicts of one deed that wait for a second person, on one event."""

    event: Event
    judgements: list[Judgement]


def waiting_events(reader: Reader, state: str, age: Age | None = None) -> QuerySet[Event]:
    """Events in a state at offices whose records this reader may judge; received so many days ago."""
    seen = events_visible_to(reader).filter(state=state, withdrawn=False, custodians__overlap=sorted(reader.keeps))
    first, last = days_of(age, timezone.localdate()) if age else (None, None)
    if first is not None:
        seen = seen.filter(received_on__gte=first)
    if last is not None:
        seen = seen.filter(received_on__lte=last)
    return seen


def days_of(age: Age, today: date) -> tuple[date | None, date | None]:
    """First and last day of receiving."""
    first = None if age.most is None else today - timedelta(days=age.most - 1)
    last = None if age.least == 0 else today - timedelta(days=age.least)
    return first, last


def oldest_waiting(reader: Reader, state: str, age: Age | None, size: int, after: tuple | None = None) -> list[Event]:
    """A page of them, those that wait longest first."""
    rows = waiting_events(reader, state, age)
    if after is not None:
        day, number = after
        rows = rows.filter(received_on__gte=day).exclude(received_on=day, id__lte=number)
    with read_in_order():
        return list(rows.order_by(*ORDER)[:size])


def numbers_waiting(reader: Reader) -> dict[tuple[str, str], int]:
    """How many wait, by state and age; `AT_MOST` where there are as many or more."""
    return {
        (state, age.slug): len(waiting_events(reader, state, age).values_list("pk")[:AT_MOST])
        for state in STATES
        for age in AGES
    }


def taken_up_by(reader: Reader, events: Collection[UUID]) -> dict[UUID, Judgement]:
    """Who took these events under review last."""
    acts = Ground.objects.filter(violation__event__in=list(events)).values_list("act", "violation__event_id")
    event_of = dict(acts)
    rows = judgements_visible_to(reader).filter(act__in=list(event_of), verdict="under_review").order_by("made_at")
    return {event_of[row.act]: row for row in rows}


def waiting_for_second(reader: Reader, size: int) -> list[Proposed]:
    """Verdicts that wait for a second person at offices whose records this reader judges, the oldest first."""
    later = Judgement.objects.filter(undoes=OuterRef("pk"))
    agreed = Judgement.objects.filter(confirms=OuterRef("pk"))
    in_force = agreed.filter(~Exists(Judgement.objects.filter(undoes=OuterRef("pk"))))
    rows = judgements_visible_to(reader).filter(
        ~Exists(later), ~Exists(in_force), needs_second=True, custodians__overlap=sorted(reader.keeps)
    )
    found = list(rows.order_by("id")[:size])
    return _by_event(reader, found)


def _by_event(reader: Reader, rows: list[Judgement]) -> list[Proposed]:
    reports = dict(Ground.objects.filter(act__in=[j.act for j in rows if j.act]).values_list("act", "report_id"))
    parts = [j.involvement for j in rows if j.involvement]
    if parts:
        reports |= dict(Involvement.objects.filter(pk__in=parts).values_list("id", "report_id"))
    event_of = dict(Account.objects.filter(report__in=set(reports.values())).values_list("report_id", "event_id"))
    events = {one.pk: one for one in events_visible_to(reader).filter(pk__in=set(event_of.values()))}
    groups: dict[tuple, Proposed] = {}
    for row in rows:
        event = events.get(event_of.get(reports.get(row.act or row.involvement)))
        if event is not None:
            groups.setdefault((row.together or row.pk, event.pk), Proposed(event, [])).judgements.append(row)
    return list(groups.values())


def heard_in(reader: Reader, events: Collection[UUID]) -> dict[UUID, list[Heard]]:
    """The accounts of these events that count, as far as their independence goes."""
    seen = Account.objects.filter(kept_for(reader), event__in=list(events), withdrawn=False)
    event_of = dict(seen.values_list("report_id", "event_id"))
    sources = dict(reports_visible_to(reader).filter(pk__in=list(event_of)).values_list("id", "source_institution_id"))
    slugs = codes.slugs_by_id()
    now = Revision.objects.filter(kept_for(reader), report__in=list(sources), until=None)
    found: dict[UUID, list[Heard]] = {event: [] for event in events}
    for report, relays in now.order_by("report_id").values_list("report_id", "relays_id"):
        source = sources[report]
        found[event_of[report]].append(Heard(report, str(source) if source else "", slugs.get(relays, "")))
    return found


def review_rules(reader: Reader) -> dict[int, ReviewRule]:
    """What the offices that this reader sees ask for."""
    return {rule.custodian_id: rule for rule in ReviewRule.objects.filter(custodian__in=sorted(reader.sees))}
