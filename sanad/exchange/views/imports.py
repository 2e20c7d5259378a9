"""Running an import and looking back on it: progress, what was stored, the error file, undoing."""

import csv
from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sanad.accounts.permissions import Permission
from sanad.exchange import actions, error_file, queries
from sanad.exchange.asked import TARGET
from sanad.exchange.forms import UndoForm
from sanad.exchange.models import Import
from sanad.exchange.opened import opened
from sanad.exchange.pages.results import lines_of
from sanad.exchange.pages.steps import STEPS, figures_address, notes_of, why
from sanad.exchange.views.wizard import importer, kept
from sanad.kit.refusals import Refused
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal

INLINE_ROWS = 2_000
SHOWN = 100
STEP_OF = {"checked": 4, "queued": 4, "running": 4, "done": 5, "undone": 5}


def seen(request: HttpRequest, pk: UUID) -> Import:
    """An import of an office that this reader sees; any other is not there."""
    return get_object_or_404(queries.imports_visible_to(request.reader), pk=pk)


@importer
@require_GET
def imports(request: HttpRequest) -> HttpResponse:
    """Imports of the offices that the reader sees, newest first."""
    actions.end_interrupted(request.reader)
    return render(request, "exchange/imports.html", {"imports": queries.imports_visible_to(request.reader)[:SHOWN]})


@importer
@require_GET
def one(request: HttpRequest, pk: UUID) -> HttpResponse:
    """How far an import is, what was found in its rows, what it stored."""
    actions.end_interrupted(request.reader)
    imported = seen(request, pk)
    moving = imported.state in (Import.State.QUEUED, Import.State.RUNNING)
    context = {
        "imported": imported,
        "steps": STEPS,
        "step": STEP_OF.get(imported.state, 2),
        "moving": moving,
        "own": imported.custodian_id == request.reader.office_id,
        "why": why(imported),
        "refused": lines_of(queries.findings_of(imported, level="refused")),
        "warnings": lines_of(queries.findings_of(imported, level="warning")),
        "figures": figures_address(imported),
    }
    return render(request, "exchange/import.html", context)


@importer
@require_POST
def store(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Store it: a small file at once, a large one as a job."""
    imported = kept(request, pk)
    try:
        if imported.target == TARGET:
            with transaction.atomic(), opened(imported, by=request.reader) as path:
                actions.run_recommendations(imported, path, by=request.reader)
        elif (imported.rows or 0) > INLINE_ROWS or imported.rows is None:
            actions.run_import_later(imported, by=request.reader)
        else:
            with transaction.atomic(), opened(imported, by=request.reader) as path:
                actions.run_import(imported, path, by=request.reader)
    except Refused as refusal:
        for sentence in notes_of(refusal.reasons):
            messages.error(request, sentence)
    return redirect("exchange:import", imported.pk)


@importer
@require_POST
def cancel(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Stop an import that waits or runs."""
    actions.ask_to_cancel(kept(request, pk), by=request.reader)
    messages.info(request, _("The import stops at the next chunk; nothing of it is stored."))
    return redirect("exchange:import", pk)


@importer
@require_GET
def errors(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Row, column and reason of what was found; no value of a sealed column."""
    imported = seen(request, pk)
    response = HttpResponse(error_file.MARK, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="import-errors.csv"'
    csv.writer(response).writerows(error_file.lines(queries.findings_of(imported)))
    return response


@importer
@require_GET
def mapping(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The mapping as a file, for the command line."""
    imported = seen(request, pk)
    response = HttpResponse(imported.mapping, content_type="application/yaml; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{imported.origin or "mapping"}.yaml"'
    return response


@readers(USER, permission=Permission.IMPORT_UNDO)
@require_http_methods(["GET", "POST"])
def undo(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take an import back, with a reason."""
    imported = seen(request, pk)
    asked = imported.target == TARGET and imported.state == Import.State.DONE
    if (imported.batch is None and not asked) or imported.custodian_id not in request.reader.keeps:
        raise Http404
    form = UndoForm(request.POST or None)
    if form.is_valid():
        try:
            why_so = form.cleaned_data["why"]
            if asked:
                left = actions.undo_recommendation_import(imported, by=request.reader, why=why_so)
            else:
                left = actions.undo_import(imported.batch, by=request.reader, why=why_so)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            said = _("The import is undone: %(count)s reports no longer count.")
            if asked:
                said = _("The import is undone: %(count)s recommendations were taken back.")
            messages.success(request, said % {"count": left})
            return redirect("exchange:import", pk)
    return render(request, "exchange/undo.html", {"imported": imported, "form": form})
