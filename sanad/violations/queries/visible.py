"""What a reader may open. Row security says the same once more (the second wall)."""

from typing import TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.violations.models import (
    Account,
    Alleged,
    Batch,
    Event,
    Identity,
    Judgement,
    Person,
    Report,
    Violation,
)

Row = TypeVar("Row", bound=Model)


def _sees(reader: Reader) -> list[int]:
    require(reader, Permission.REPORT_READ)
    return sorted(reader.sees)


def kept_for(reader: Reader, report: str = "report_id") -> Q:
    """Rows kept by the offices that the reader sees, or that hang on a report which an emergency opened.

    `report` is the column that names the report. What conflicts close is left to whoever starts from a report or an
    event, as all do, and to row security.
    """
    seen = Q(custodian_id__in=sorted(reader.sees))
    return seen | Q(**{f"{report}__in": sorted(reader.granted)}) if reader.granted else seen


def reports_visible_to(reader: Reader) -> QuerySet[Report]:
    """Reports of the offices that the reader sees, withdrawn ones too; none that alleges what the reader is tied to."""
    _sees(reader)
    return _without_conflicts(reader, Report.objects.filter(kept_for(reader, "id")), "report")


def events_visible_to(reader: Reader) -> QuerySet[Event]:
    """Events of which the reader may see at least one account."""
    seen = Q(custodians__overlap=_sees(reader))
    found = Event.objects.filter(seen | _granted(reader, "id") if reader.granted else seen)
    return _without_conflicts(reader, found, "event")


def _granted(reader: Reader, event: str) -> Q:
    opened = Account.objects.filter(report__in=sorted(reader.granted))
    return Q(**{f"{event}__in": opened.values("event_id")})


def _without_conflicts(reader: Reader, rows: QuerySet[Row], key: str, of: str = "pk") -> QuerySet[Row]:
    """Without those in which an institution to which the reader is tied is an alleged perpetrator."""
    if not reader.conflicts:
        return rows
    tied = Alleged.objects.filter(institution__in=sorted(reader.conflicts))
    return rows.filter(~Exists(tied.filter(**{key: OuterRef(of)})))


def event_visible_to(reader: Reader, reference: str) -> Event | None:
    """The event that a report with this reference is an account of; merged events are found by any of theirs."""
    report = reports_visible_to(reader).filter(reference=reference).select_related("account").first()
    if report is None:
        return events_visible_to(reader).filter(reference=reference).first()
    return events_visible_to(reader).filter(pk=report.account.event_id).first()


def report_to_judge_by(reader: Reader, event: Event) -> Report | None:
    """The account by which an event is put together with another: the earliest of the reader's own, else the earliest
    that the reader sees. None where all were withdrawn meanwhile."""
    told = reports_visible_to(reader).filter(account__event=event, account__withdrawn=False)
    return told.filter(custodian_id__in=sorted(reader.keeps)).order_by("id").first() or told.order_by("id").first()


def violations_visible_to(reader: Reader) -> QuerySet[Violation]:
    """Violations that rest on an act which the reader may see."""
    seen = Q(custodians__overlap=_sees(reader))
    found = Violation.objects.filter(seen | _granted(reader, "event_id") if reader.granted else seen)
    return _without_conflicts(reader, found, "event", "event_id")


def persons_visible_to(reader: Reader) -> QuerySet[Person]:
    """Persons of whom the reader may see a mention; without names, which are sealed."""
    seen = Q(custodians__overlap=_sees(reader))
    if reader.granted:
        opened = Identity.objects.filter(report__in=sorted(reader.granted))
        seen |= Q(pk__in=opened.values("person_id"))
    return Person.objects.filter(seen)


def judgements_visible_to(reader: Reader) -> QuerySet[Judgement]:
    """Judgements on records that the reader sees."""
    return Judgement.objects.filter(custodians__overlap=_sees(reader))


def batches_visible_to(reader: Reader) -> QuerySet[Batch]:
    """Batches of the offices that the reader sees."""
    return Batch.objects.filter(custodian_id__in=_sees(reader))
