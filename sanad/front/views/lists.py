"""Lists of events and reports."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sanad.accounts.permissions import Permission
from sanad.front.forms.filters import EventNarrowing, ReportNarrowing
from sanad.front.presenting.listing import event_lines, report_lines
from sanad.violations import queries
from sanad.web import keyset
from sanad.web.doors import USER, readers


@readers(USER, permission=Permission.REPORT_READ)
@require_GET
def events(request: HttpRequest) -> HttpResponse:
    """Events that the reader may see, the latest first."""
    form = EventNarrowing(request.GET, request.reader)
    rows = queries.listed_events(request.reader, form.narrowed())
    page = keyset.page(rows, queries.EVENT_ORDER, request.GET)
    context = {"form": form, "page": page, "lines": event_lines(request.reader, page.rows)}
    return render(request, "front/events.html", context)


@readers(USER, permission=Permission.REPORT_READ)
@require_GET
def reports(request: HttpRequest) -> HttpResponse:
    """Reports that the reader may see, those received last first."""
    form = ReportNarrowing(request.GET, request.reader)
    rows = queries.listed_reports(request.reader, form.narrowed())
    page = keyset.page(rows, queries.REPORT_ORDER, request.GET)
    context = {"form": form, "page": page, "lines": report_lines(request.reader, page.rows)}
    return render(request, "front/reports.html", context)
