"""Lists of events and reports."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sanad.accounts.permissions import Permission
from sanad.front.forms.filters import EventNarrowing, ReportNarrowing
from sanad.front.presenting.listing import event_lines, report_lines
from sanad.front.presenting.words import Words
from sanad.violations import queries
from sanad.web import keyset
from sanad.web.doors import USER, readers


@readers(USER, permission=Permission.REPORT_READ)
@require_GET
def events(request: HttpRequest) -> HttpResponse:
    """Events that the reader may see, the latest first."""
    words = Words()
    form = EventNarrowing(request.GET, request.reader, words)
    rows = queries.listed_events(request.reader, form.narrowed())
    with queries.read_in_order():
        page = keyset.page(rows, queries.EVENT_ORDER, request.GET)
    lines = event_lines(request.reader, queries.event_rows(request.reader, page.rows), words)
    context = {"form": form, "page": page, "lines": lines}
    return render(request, "front/events.html", context)


@readers(USER, permission=Permission.REPORT_READ)
@require_GET
def reports(request: HttpRequest) -> HttpResponse:
    """Reports that the reader may see, those received last first."""
    form = ReportNarrowing(request.GET, request.reader, Words())
    rows = queries.listed_reports(request.reader, form.narrowed())
    with queries.read_in_order():
        page = keyset.page(rows, queries.REPORT_ORDER, request.GET)
    lines = report_lines(request.reader, queries.report_rows(request.reader, page.rows))
    context = {"form": form, "page": page, "lines": lines}
    return render(request, "front/reports.html", context)
