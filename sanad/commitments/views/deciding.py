"""Decisions of a task force, and what became of them."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sanad.accounts.permissions import Permission
from sanad.commitments import actions
from sanad.commitments.forms.beside import DecisionForm, OutcomeForm
from sanad.commitments.queries import decisions_visible_to
from sanad.commitments.views.parts import keeping, reading, tabs
from sanad.kit.refusals import Refused
from sanad.web.forms import add_refusal

SHOWN = 100


@reading
@require_http_methods(["GET", "POST"])
def decisions(request: HttpRequest) -> HttpResponse:
    """All decisions, the newest meeting first; writing one down."""
    form = DecisionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        lead = int(said["lead"]) if said["lead"] else None
        try:
            actions.decide(
                said["meeting"], said["said"], said["met_on"], lead_id=lead, due=said["due"], by=request.reader
            )
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The decision is written down."))
            return redirect("commitments:decisions")
    context = {
        "tabs": tabs(request),
        "rows": decisions_visible_to(request.reader)[:SHOWN],
        "form": form,
        "today": timezone.localdate(),
        "may_keep": request.reader.may(Permission.COMMITMENT_KEEP),
    }
    return render(request, "commitments/decisions.html", context)


@keeping
@require_http_methods(["GET", "POST"])
def settle(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say what became of a decision."""
    mine = decisions_visible_to(request.reader).filter(custodian_id__in=request.reader.keeps)
    row = get_object_or_404(mine, pk=pk)
    form = OutcomeForm(request.POST or None)
    if form.is_valid():
        try:
            actions.settle_decision(row, form.cleaned_data["outcome"], by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("What you said is kept."))
            return redirect("commitments:decisions")
    return render(request, "commitments/settle.html", {"row": row, "form": form})
