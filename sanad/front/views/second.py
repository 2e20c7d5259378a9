"""Pages for what takes two persons: asking, deciding, looking at emergencies afterwards; and notices."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sanad.accounts.actions import approve, mark_seen, refuse, review_emergency
from sanad.accounts.models import Approval
from sanad.accounts.permissions import Permission
from sanad.accounts.queries.approvals import approvals_waiting_for, emergencies_to_review, notices_for
from sanad.accounts.rules import ApprovalKind
from sanad.front.after import count_anew
from sanad.front.forms.second import APPROVE, DecisionForm, EmergencyForm, RemarkForm, TransferForm
from sanad.front.presenting.second import second_page
from sanad.front.views.finding import kept_or_404, told_or_404
from sanad.kit.refusals import Refused
from sanad.violations import actions
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal
from sanad.web.refusals import say


@readers(USER)
@require_GET
def second(request: HttpRequest) -> HttpResponse:
    """What waits for me as the second person, and what I asked for."""
    return render(request, "front/second.html", {"page": second_page(request.reader), "remark": RemarkForm()})


@readers(USER)
@require_POST
def decide(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Agree to what another asked, or decline it."""
    approval = _among(approvals_waiting_for(request.reader), pk)
    form = DecisionForm(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        if form.cleaned_data["decision"] == APPROVE:
            _carry_out(request, approval)
            messages.success(request, _("You agreed. It is written down."))
        else:
            refuse(approval, by=request.reader)
            messages.success(request, _("You declined. It is written down."))
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, say(reason))
    return redirect("front:second")


def _carry_out(request: HttpRequest, approval: Approval) -> None:
    """What follows from agreeing, by kind; a lost factor is reset by whoever asked."""
    if approval.kind == ApprovalKind.BREAK_GLASS:
        actions.open_in_emergency(approval, by=request.reader)
    elif approval.kind == ApprovalKind.TRANSFER:
        actions.accept_transfer(approval, by=request.reader)
        count_anew(request.reader)
    else:
        approve(approval, by=request.reader)


@readers(USER, permission=Permission.GLASS_APPROVE)
@require_POST
def review(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say afterwards whether an emergency was one."""
    approval = _among(emergencies_to_review(request.reader), pk)
    form = RemarkForm(request.POST)
    if form.is_valid():
        review_emergency(approval, remark=form.cleaned_data["remark"], by=request.reader)
        messages.success(request, _("Your remark is written down."))
    else:
        messages.error(request, _("Say what you found."))
    return redirect("front:second")


@readers(USER, permission=Permission.NOTICE_READ)
@require_POST
def seen(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take note of a notice."""
    mark_seen(get_object_or_404(notices_for(request.reader), pk=pk), by=request.reader)
    return redirect("front:desk")


@readers(USER, permission=Permission.GLASS_ASK)
@require_http_methods(["GET", "POST"])
def emergency(request: HttpRequest) -> HttpResponse:
    """Ask to open a record of another office; the answer never tells whether it is there."""
    form = EmergencyForm(request.POST or None)
    if form.is_valid():
        try:
            actions.ask_to_open(form.cleaned_data["reference"], why=form.cleaned_data["why"], by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("Asked. Tell the head of your office, who decides as the second person."))
            return redirect("front:second")
    context = {
        "title": _("Open a record in an emergency"),
        "sentence": _(
            "For a record of another office, when waiting would harm somebody. If a second person agrees, you see this "
            "one report for four hours, without sealed values. The head of the office that keeps it is told and looks "
            "at it afterwards."
        ),
        "form": form,
        "button": _("Ask the second person"),
        "danger": True,
        "back": reverse("front:second"),
    }
    return render(request, "web/confirm.html", context)


@readers(USER, permission=Permission.CUSTODY_TRANSFER)
@require_http_methods(["GET", "POST"])
def transfer(request: HttpRequest, ref: str) -> HttpResponse:
    """Offer a report to another office."""
    told = told_or_404(request.reader, ref)
    report = kept_or_404(request.reader, told)
    form = TransferForm(request.reader, report.custodian_id, request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        try:
            actions.ask_transfer(report, to=data["to"], why=data["why"], by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("Offered. The report moves when somebody there accepts."))
            return redirect("front:report", report.reference)
    context = {
        "title": _("Hand this report to another office?"),
        "sentence": _(
            "Somebody there has to accept. Then the report moves with all that it says, sealed to that office; your "
            "office sees it only as far as that office shares."
        ),
        "form": form,
        "button": _("Offer the report"),
        "danger": True,
        "back": reverse("front:report", args=[report.reference]),
    }
    return render(request, "web/confirm.html", context)


def _among(approvals: list[Approval], pk: UUID) -> Approval:
    found = next((approval for approval in approvals if approval.pk == pk), None)
    if found is None:
        raise Http404
    return found
