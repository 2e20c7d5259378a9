"""The table builder: one question, its table, its chart, its map."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sanad.accounts.permissions import Permission
from sanad.figures import actions
from sanad.figures.forms import QuestionForm, asked_again, chips, not_in_form
from sanad.figures.presenting.page import answer_page
from sanad.figures.queries import OpenSnapshot, latest_snapshot, open_snapshot
from sanad.figures.rules.dimensions import BY_NAME, Unit
from sanad.figures.rules.requests import CountRequest, read_request
from sanad.figures.views.asking import asked
from sanad.kit.refusals import Refused
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal

FIRST_QUESTION = CountRequest(Unit.VIOLATIONS, ("province",), ("status",))


@readers(USER, permission=Permission.FIGURE_COUNT)
@require_GET
def table(request: HttpRequest) -> HttpResponse:
    """Put a question together, or answer the one that the address asks."""
    if latest_snapshot(request.reader) is None:
        return render(request, "figures/no_snapshot.html")
    if "ask" in request.GET:
        return _put_together(request)
    if "unit" not in request.GET or not request.GET.get("snapshot"):
        return _pinned(request)
    return _answered(request)


def _put_together(request: HttpRequest) -> HttpResponse:
    """From the form to the permanent address of its answer."""
    snapshot = open_snapshot(request.reader, request.GET.get("snapshot", ""))
    form = QuestionForm(request.GET, lists=snapshot.lists)
    if form.is_valid():
        try:
            return _at(form.request(request.GET.getlist("where"), snapshot.id))
        except Refused as refusal:
            add_refusal(form, refusal)
    return render(request, "figures/table.html", {"form": form, "snapshot": snapshot})


def _pinned(request: HttpRequest) -> HttpResponse:
    """A question without a snapshot is asked of the newest; pages above link with filters alone (`?batch=…`)."""
    if "unit" in request.GET:
        _snapshot, wanted = asked(request)
        return _at(wanted)
    where = [f"{name}={value}" for name, value in request.GET.items() if name in BY_NAME]
    if where:
        actions.count_afresh(by=request.reader)  # what was linked to may have come a moment ago
    snapshot = open_snapshot(request.reader)
    wanted = read_request(FIRST_QUESTION.unit, FIRST_QUESTION.rows, FIRST_QUESTION.columns, where)
    return _at(wanted.on(snapshot.id))


def _answered(request: HttpRequest) -> HttpResponse:
    snapshot, wanted = asked(request)
    context = answer_page(snapshot, wanted) if wanted.dimensions else {}
    context |= {
        "form": QuestionForm(asked_again(wanted), lists=snapshot.lists),
        "kept": not_in_form(wanted),
        "chips": chips(wanted),
        "snapshot": snapshot,
        "wanted": wanted,
        "newest": _newer(request, snapshot),
        "on_newest": wanted.on("").address(),
    }
    return render(request, "figures/table.html", context)


def _newer(request: HttpRequest, snapshot: OpenSnapshot) -> object:
    """The newest snapshot, where the address names an older one."""
    newest = latest_snapshot(request.reader)
    return newest if newest is not None and newest.pk != snapshot.id else None


def _at(wanted: CountRequest) -> HttpResponse:
    return redirect(f"{reverse('figures:table')}?{wanted.address()}")


@readers(USER, permission=Permission.FIGURE_COUNT)
@require_POST
def afresh(request: HttpRequest) -> HttpResponse:
    """Freeze the records as they are now; where they are many, as a job."""
    if actions.count_afresh(by=request.reader):
        messages.success(request, _("Counted afresh: the figures are those of now."))
    else:
        messages.info(request, _("The records are being frozen. Look again in a minute."))
    kept = request.POST.get("question", "")
    return redirect(f"{reverse('figures:table')}?{kept}" if kept else reverse("figures:table"))
