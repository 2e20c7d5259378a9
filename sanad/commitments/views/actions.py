"""Actions: the list with lights, one of them with all that stands beside it, writing one down."""

from uuid import UUID

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sanad.commitments import actions as deeds
from sanad.commitments.forms.beside import (
    AnswerForm,
    BottleneckForm,
    EvidenceForm,
    MilestoneForm,
    ProgressForm,
    SolveForm,
)
from sanad.commitments.forms.recording import ActionForm, DropForm
from sanad.commitments.models import Action
from sanad.commitments.presenting.pages import action_page
from sanad.commitments.presenting.words import shown, title_of
from sanad.commitments.queries import actions_visible_to
from sanad.commitments.queries.lit import lit_actions
from sanad.commitments.queries.matrix import Across, actions_in
from sanad.commitments.rules.lights import LIGHT_TITLES, Light
from sanad.commitments.views.besides import carry_out
from sanad.commitments.views.parts import keeping, reading, tabs
from sanad.kit.refusals import Refused
from sanad.web.forms import add_refusal
from sanad.web.refusals import say_all

SIZE = 50
FORMS = (MilestoneForm, EvidenceForm, BottleneckForm, AnswerForm)


@reading
@require_GET
def actions(request: HttpRequest) -> HttpResponse:
    """Actions with their lights; of one line of the matrix, or of one light."""
    across = next((one for one in Across if one.value in request.GET), None)
    key = request.GET.get(across.value, "") if across else ""
    rows = (
        actions_in(request.reader, across, key if key != "-" else "") if across else actions_visible_to(request.reader)
    )
    light = request.GET.get("light", "")
    lit = [one for one in lit_actions(request.reader, rows.order_by("label", "id")) if light in ("", one.light.value)]
    page = _number(request.GET.get("page", ""))
    part = lit[page * SIZE : (page + 1) * SIZE]
    context = {
        "tabs": tabs(request),
        "rows": [(one, title_of(one.action), shown(one.light, one.reasons)) for one in part],
        "number": len(lit),
        "said": [str(_(LIGHT_TITLES[Light(light)]))] if light in set(Light) else [],
        "previous": _page(request, page - 1) if page else None,
        "next": _page(request, page + 1) if len(lit) > (page + 1) * SIZE else None,
    }
    return render(request, "commitments/actions.html", context)


def _number(said: str) -> int:
    return int(said) if said.isascii() and said.isdecimal() and len(said) < 5 else 0


def _page(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"


def seen(request: HttpRequest, pk: UUID) -> Action:
    """An action that the reader sees; any other is not there."""
    return get_object_or_404(actions_visible_to(request.reader), pk=pk)


def kept(request: HttpRequest, pk: UUID) -> Action:
    """An action that the reader may change."""
    return get_object_or_404(actions_visible_to(request.reader).filter(custodian_id__in=request.reader.keeps), pk=pk)


@reading
@require_GET
def one(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One action: light and why, what it answers, milestones, evidence, progress, bottlenecks, indicators."""
    context = action_page(request.reader, seen(request, pk))
    context |= {"forms": {form.__name__: form(auto_id=f"id_{form.__name__}_%s") for form in FORMS}}
    context |= {"solve": SolveForm()}
    return render(request, "commitments/action.html", context)


@keeping
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write down what will be done."""
    return _edited(request, None)


@keeping
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change it; the history keeps what was before."""
    return _edited(request, kept(request, pk))


def _edited(request: HttpRequest, row: Action | None) -> HttpResponse:
    form = ActionForm(request.POST or None, initial=ActionForm.shown(row) if row else {})
    if form.is_valid():
        try:
            kept_row = deeds.record_action(form.values(), by=request.reader, changing=row)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The action is written down."))
            return redirect("commitments:action", kept_row.pk)
    return render(request, "commitments/action_form.html", {"form": form, "row": row})


@keeping
@require_http_methods(["GET", "POST"])
def drop(request: HttpRequest, pk: UUID) -> HttpResponse:
    """It will not be done, with a reason."""
    row = kept(request, pk)
    form = DropForm(request.POST or None)
    if form.is_valid():
        try:
            deeds.drop_action(row, why=form.cleaned_data["why"], by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The action is dropped; it stays in the record."))
            return redirect("commitments:action", pk)
    return render(request, "commitments/drop.html", {"form": form, "row": row})


@keeping
@require_POST
def beside(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Write down one thing beside an action: milestone, evidence, bottleneck, what it answers."""
    row = kept(request, pk)
    try:
        with transaction.atomic():
            wrong = carry_out(request, row)
    except Refused as refusal:
        wrong = say_all(refusal.reasons)
    for sentence in wrong:
        messages.error(request, sentence)
    return redirect("commitments:action", pk)


@keeping
@require_http_methods(["GET", "POST"])
def progress(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Report progress as somebody of the office; another person validates it."""
    row = kept(request, pk)
    form = ProgressForm(request.POST or None)
    if form.is_valid():
        try:
            said = {**form.cleaned_data, "language": request.LANGUAGE_CODE}
            deeds.report_progress(row, said, by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The report is kept. Another person looks at it before it counts."))
            return redirect("commitments:action", pk)
    return render(request, "commitments/progress_form.html", {"form": form, "row": row, "title": title_of(row)})
