"""One field changed for many reports: chosen in the list, shown before it is done, undone by one click."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sanad.accounts.permissions import Permission
from sanad.front.after import count_anew
from sanad.front.forms.bulk import BulkForm
from sanad.front.options import Bodies
from sanad.front.presenting.bulk import batch_lines, lines_of
from sanad.kit.refusals import Refused
from sanad.violations import actions, queries
from sanad.violations.actions.editing import MOST
from sanad.violations.models import Report
from sanad.web import undo
from sanad.web.conflicts import FIELD, base_of, sealed_base
from sanad.web.doors import USER, readers
from sanad.web.formats import number
from sanad.web.forms import add_refusal

SHOWN = 50


@readers(USER, permission=Permission.REPORT_CORRECT)
@require_http_methods(["GET", "POST"])
def bulk(request: HttpRequest) -> HttpResponse:
    """First what is changed and to what, then every report with its old and its new value, then the deed."""
    said = request.POST if request.method == "POST" else request.GET
    reports = queries.reports_to_edit(request.reader, said.getlist("report")[:MOST])
    if not reports:
        raise Http404
    bodies = Bodies()
    form = BulkForm(request.POST if request.method == "POST" else None, bodies.options)
    ready = form.is_valid()
    if ready and request.POST.get("do") == "change":
        try:
            return _changed(request, form, reports)
        except Refused as refusal:
            add_refusal(form, refusal)
    seen = queries.current_revisions([one.pk for one in reports])
    context = {
        "form": form,
        "lines": lines_of(request.reader, reports, form.change() if ready else None),
        "ready": ready,
        "bodies": bodies,
        "base": sealed_base({str(report): [str(revision)] for report, revision in seen.items()}),
    }
    return render(request, "front/bulk.html", context)


def _changed(request: HttpRequest, form: BulkForm, reports: list[Report]) -> HttpResponse:
    shown = base_of(request.POST.get(FIELD, "")) or {}
    seen = {UUID(report): int(listed[0]) for report, listed in shown.items()}
    batch, changed = actions.edit_reports(
        [one.pk for one in reports], form.change(), seen=seen, why=form.cleaned_data["why"], by=request.reader
    )
    count_anew(request.reader)
    sentence = ngettext("%(number)s report is changed.", "%(number)s reports are changed.", changed)
    undo.done(request, sentence % {"number": number(changed)}, address=reverse("front:bulk_undo", args=[batch.pk]))
    return redirect("front:bulk_changes")


@readers(USER, permission=Permission.REPORT_CORRECT)
@require_GET
def bulk_changes(request: HttpRequest) -> HttpResponse:
    """What was changed for many at once, the newest first, each with the way back."""
    batches = list(queries.edit_batches(request.reader)[:SHOWN])
    return render(request, "front/bulk_changes.html", {"lines": batch_lines(request.reader, batches)})


@readers(USER, permission=Permission.REPORT_CORRECT)
@require_POST
def bulk_undo(request: HttpRequest, pk: UUID) -> HttpResponse:
    """As it was before, in every report at once."""
    batch = get_object_or_404(queries.edit_batches(request.reader), pk=pk)
    number_of = actions.undo_edits(batch, by=request.reader)
    count_anew(request.reader)
    sentence = ngettext("%(number)s report is as it was.", "%(number)s reports are as they were.", number_of)
    messages.success(request, sentence % {"number": number(number_of)})
    return redirect("front:bulk_changes")
