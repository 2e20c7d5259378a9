"""Finding what an address names; what is not there for this reader is not there."""

from django.http import Http404

from sanad.accounts.readers import Reader
from sanad.violations import queries
from sanad.violations.models import Event, Report
from sanad.violations.queries import Told


def event_or_404(reader: Reader, reference: str) -> Event:
    """The event of which a report with this reference is an account."""
    event = queries.event_visible_to(reader, reference)
    if event is None:
        raise Http404
    return event


def told_or_404(reader: Reader, reference: str) -> Told:
    """A report with all that it says now."""
    told = queries.told_by(reader, queries.reports_visible_to(reader).filter(reference=reference))
    if not told:
        raise Http404
    return told[0]


def kept_or_404(reader: Reader, told: Told) -> Report:
    """The report, if the reader's office keeps it and so may change it."""
    if told.report.custodian_id not in reader.keeps:
        raise Http404
    return told.report
