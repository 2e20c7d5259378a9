"""What a reader may open. Row security says the same once more (the second wall)."""

from django.db.models import QuerySet

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.violations.models import Batch, Event, Judgement, Person, Report, Violation


def _sees(reader: Reader) -> list[int]:
    require(reader, Permission.REPORT_READ)
    return sorted(reader.sees)


def reports_visible_to(reader: Reader) -> QuerySet[Report]:
    """Reports of the offices that the reader sees, withdrawn ones too."""
    return Report.objects.filter(custodian_id__in=_sees(reader))


def events_visible_to(reader: Reader) -> QuerySet[Event]:
    """Events of which the reader may see at least one account."""
    return Event.objects.filter(custodians__overlap=_sees(reader))


def event_visible_to(reader: Reader, reference: str) -> Event | None:
    """The event that a report with this reference is an account of; merged events are found by any of theirs."""
    report = reports_visible_to(reader).filter(reference=reference).select_related("account").first()
    if report is None:
        return events_visible_to(reader).filter(reference=reference).first()
    return events_visible_to(reader).filter(pk=report.account.event_id).first()


def violations_visible_to(reader: Reader) -> QuerySet[Violation]:
    """Violations that rest on an act which the reader may see."""
    return Violation.objects.filter(custodians__overlap=_sees(reader))


def persons_visible_to(reader: Reader) -> QuerySet[Person]:
    """Persons of whom the reader may see a mention; without names, which are sealed."""
    return Person.objects.filter(custodians__overlap=_sees(reader))


def judgements_visible_to(reader: Reader) -> QuerySet[Judgement]:
    """Judgements on records that the reader sees."""
    return Judgement.objects.filter(custodians__overlap=_sees(reader))


def batches_visible_to(reader: Reader) -> QuerySet[Batch]:
    """Batches of the offices that the reader sees."""
    return Batch.objects.filter(custodian_id__in=_sees(reader))
