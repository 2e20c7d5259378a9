"""Lists of events and reports, read in their order until a page is full.

Row security makes array operators unusable for indexes, and the planner cannot guess what it lets through. So a list
is read by `read_in_order` from an index that holds all that it is narrowed by (events: by day, or by day within a
province, a district or a state), and only the rows of the page are looked up: 3 ms where much fits. Only where
nothing of a whole index fits, an act that nobody suffered, all of it is read. Nothing counts all rows or joins by OR.
"""

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, QuerySet

from sanad.accounts.readers import Reader
from sanad.violations.models import Account, Event, Report, Revision
from sanad.violations.queries.consent import silent_among
from sanad.violations.queries.visible import events_visible_to, kept_for, reports_visible_to

EVENT_ORDER = ("-sorted_on", "-id")
REPORT_ORDER = ("-received_on", "-id")
EVENT_COLUMNS = (
    "id", "reference", "custodians", "title", "happened", "sorted_on", "place_id", "place_said", "district_id",
    "province_id", "accounts", "violations", "act_types", "source_kinds", "state", "withdrawn", "received_on",
)  # fmt: skip
REPORT_COLUMNS = (
    "id", "reference", "received_on", "made_at", "made_by", "source_kind_id", "source_institution__name_en",
    "source_institution__name_ur", "custodian_id", "batch_id", "account__withdrawn", "account__event__reference",
    "account__event__state",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Filter:
    """What a list is narrowed to; codes and places are ids, None and empty let everything through."""

    province: int | None = None
    district: int | None = None
    acts: Collection[int] = ()
    state: str = ""
    source_kinds: Collection[int] = ()
    first: date | None = None
    last: date | None = None
    batch: UUID | None = None
    made_by: int | None = None


@contextmanager
def read_in_order() -> Iterator[None]:
    """Let lists be read along their index and never sorted as a whole."""
    with connection.cursor() as cursor:
        cursor.execute("select set_config('enable_sort', 'off', true)")
        yield
        cursor.execute("select set_config('enable_sort', 'on', true)")


def listed_events(reader: Reader, narrowed: Filter) -> QuerySet:
    """Places of events in the list, to be ordered by `EVENT_ORDER` and cut to a page; `event_rows` has the rest."""
    events = events_visible_to(reader)
    if narrowed.province is not None:
        events = events.filter(province_id=narrowed.province)
    if narrowed.district is not None:
        events = events.filter(district_id=narrowed.district)
    if narrowed.first is not None:
        events = events.filter(sorted_on__gte=narrowed.first)
    if narrowed.last is not None:
        events = events.filter(sorted_on__lte=narrowed.last)
    if narrowed.state == "withdrawn":
        events = events.filter(withdrawn=True, state=Event.State.NONE)  # nothing is alleged; the state has an index
    elif narrowed.state:
        events = events.filter(state=narrowed.state)
    if narrowed.acts:
        events = events.filter(act_types__overlap=list(narrowed.acts))
    if narrowed.source_kinds:
        events = events.filter(source_kinds__overlap=list(narrowed.source_kinds))
    if narrowed.batch is not None:
        events = events.filter(Exists(Account.objects.filter(event=OuterRef("pk"), report__batch=narrowed.batch)))
    return events.values_list("id", "sorted_on", named=True)


def event_rows(reader: Reader, page: Collection) -> list:
    """The rows of a page of `listed_events`, in its order."""
    found = events_visible_to(reader).filter(pk__in=[row.id for row in page])
    rows = {row.id: row for row in found.values_list(*EVENT_COLUMNS, named=True)}
    return [rows[row.id] for row in page if row.id in rows]


def listed_reports(reader: Reader, narrowed: Filter) -> QuerySet:
    """Places of reports in the list, withdrawn ones too, to be ordered by `REPORT_ORDER` and cut to a page."""
    reports = reports_visible_to(reader)
    if narrowed.source_kinds:
        reports = reports.filter(source_kind_id__in=list(narrowed.source_kinds))
    if narrowed.first is not None:
        reports = reports.filter(received_on__gte=narrowed.first)
    if narrowed.last is not None:
        reports = reports.filter(received_on__lte=narrowed.last)
    if narrowed.batch is not None:
        reports = reports.filter(batch_id=narrowed.batch)
    if narrowed.made_by is not None:
        reports = reports.filter(made_by=narrowed.made_by)
    return reports.values_list("id", "received_on", named=True)


def report_rows(reader: Reader, page: Collection) -> list:
    """The rows of a page of `listed_reports`, in its order."""
    found = reports_visible_to(reader).filter(pk__in=[row.id for row in page])
    rows = {row.id: row for row in found.values_list(*REPORT_COLUMNS, named=True)}
    return [rows[row.id] for row in page if row.id in rows]


def summaries_of(reader: Reader, reports: Collection[UUID]) -> dict[UUID, str]:
    """What these reports say in clear, by report; empty where a person concerned withholds it."""
    now = Revision.objects.filter(kept_for(reader), report__in=list(reports), until=None)
    rows = list(now.values_list("report_id", "summary", "custodian_id"))
    foreign = [report for report, _summary, custodian in rows if custodian not in reader.keeps]
    silent = silent_among(reader, foreign) if foreign else set()
    return {report: "" if report in silent else summary for report, summary, _custodian in rows}


def told_otherwise(reader: Reader, rows: Collection) -> set[UUID]:
    """Events of the list whose own title is not for this reader: an account is out of sight, or is withheld."""
    shared = {row.id for row in rows if not set(row.custodians) <= set(reader.sees)}
    foreign = [row.id for row in rows if not set(row.custodians) <= set(reader.keeps)]
    if not foreign:
        return shared
    event_of = dict(Account.objects.filter(event__in=foreign).values_list("report_id", "event_id"))
    return shared | {event_of[report] for report in silent_among(reader, event_of)}


def own_words_for(reader: Reader, events: Collection[UUID]) -> dict[UUID, str]:
    """For events that other offices report too: the summary of the first account that this reader may see."""
    if not events:
        return {}
    seen = Account.objects.filter(kept_for(reader), event__in=list(events), withdrawn=False)
    event_of = dict(seen.order_by("-report_id").values_list("report_id", "event_id"))
    words = summaries_of(reader, event_of)
    return {event: words[report] for report, event in event_of.items() if words.get(report)}


def recorded_by(reader: Reader, size: int) -> list[Report]:
    """The reports that this reader typed in last, without those of files."""
    mine = reports_visible_to(reader).filter(made_by=reader.user_id, batch=None)
    return list(mine.select_related("account__event").order_by("-id")[:size])


def waiting_for_review(reader: Reader, state: str, size: int) -> list:
    """The newest events in a state, at offices whose records this reader may judge."""
    events = listed_events(reader, Filter(state=state)).filter(custodians__overlap=sorted(reader.keeps))
    with read_in_order():
        page = list(events.order_by(*EVENT_ORDER)[:size])
    return event_rows(reader, page)


def report_entered(reader: Reader, origin: str, external_id: str) -> Report | None:
    """The report of the reader's own office that was made from this entry, if it was."""
    own = reports_visible_to(reader).filter(custodian_id=reader.office_id, origin=origin, external_id=external_id)
    return own.first()
