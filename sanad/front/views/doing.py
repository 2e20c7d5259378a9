"""What is done about an event: interventions, and links with other events."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sanad.accounts.permissions import Permission
from sanad.codes import queries as codes
from sanad.front.after import count_anew
from sanad.front.forms.reviewing import (
    SAME_EVENT,
    InterventionChangeForm,
    InterventionForm,
    LinkForm,
    SeenReasonForm,
    said_of,
)
from sanad.front.options import Bodies
from sanad.front.presenting.chains import link_sentences
from sanad.front.presenting.history import Chronicle
from sanad.front.presenting.words import Words
from sanad.front.views.finding import event_or_404
from sanad.kit.refusals import N_, OutOfOrder, Refused
from sanad.violations import actions, queries
from sanad.violations.models import Event, Intervention
from sanad.web.components import HistoryLine
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal


def _kept_event_or_404(request: HttpRequest, ref: str) -> Event:
    """The event, if the reader's office keeps an account of it."""
    event = event_or_404(request.reader, ref)
    if not set(event.custodians) & set(request.reader.keeps):
        raise Http404
    return event


@readers(USER, permission=Permission.REPORT_CORRECT)
@require_http_methods(["GET", "POST"])
def intervention_new(request: HttpRequest, ref: str) -> HttpResponse:
    """Write down what somebody did about an event."""
    event = _kept_event_or_404(request, ref)
    bodies = Bodies()
    form = InterventionForm(bodies, request.POST or None)
    if form.is_valid():
        try:
            actions.record_intervention(event, form.draft(), by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The intervention is recorded."))
            return redirect("front:event", event.reference)
    return render(request, "front/intervention.html", {"form": form, "event": event, "bodies": bodies})


@readers(USER, permission=Permission.REPORT_CORRECT)
@require_http_methods(["GET", "POST"])
def intervention(request: HttpRequest, root: UUID) -> HttpResponse:
    """Write more about an intervention, withdraw it, or take the last change back."""
    row = queries.intervention_visible_to(request.reader, root)
    if row is None or row.custodian_id not in request.reader.keeps:
        raise Http404
    deed = request.POST.get("do", "")
    if deed in ("withdraw", "restore"):
        return _changed(request, row, deed)
    bodies = Bodies()
    initial = said_of(row, dict(codes.slugs_by_id()), bodies)
    form = InterventionChangeForm(bodies, request.POST or None, initial=initial)
    if form.is_valid():
        data = form.cleaned_data
        try:
            actions.correct_intervention(root, form.draft(), seen=data["seen"], why=data["why"], by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("It is written down; what stood there before stays on record."))
            return redirect("front:event", row.report.account.event.reference)
    return _page(request, row, form, bodies)


def _page(request: HttpRequest, row: Intervention, form: InterventionChangeForm, bodies: Bodies) -> HttpResponse:
    context = {
        "form": form,
        "event": row.report.account.event,
        "bodies": bodies,
        "row": row,
        "undo": SeenReasonForm(initial={"seen": row.number}),
        "lines": _lines(request, row),
    }
    return render(request, "front/intervention.html", context)


def _lines(request: HttpRequest, row: Intervention) -> list[HistoryLine]:
    rows = queries.wordings_of_intervention(request.reader, row.root)
    said = Chronicle(request.reader, Words(), {}, [one.made_by for one in rows])
    return [said.wrote(one) for one in rows]


def _changed(request: HttpRequest, row: Intervention, deed: str) -> HttpResponse:
    form = SeenReasonForm(request.POST)
    if not form.is_valid():
        bodies = Bodies()
        initial = said_of(row, dict(codes.slugs_by_id()), bodies)
        messages.warning(request, _("Write why: a judgement without a reason is not kept."))
        return _page(request, row, InterventionChangeForm(bodies, None, initial=initial), bodies)
    do = actions.withdraw_intervention if deed == "withdraw" else actions.restore_intervention
    do(row.root, seen=form.cleaned_data["seen"], why=form.cleaned_data["why"], by=request.reader)
    messages.success(request, _("It is written down; what stood there before stays on record."))
    return redirect("front:event", row.report.account.event.reference)


@readers(USER, permission=Permission.JUDGE_LINK)
@require_http_methods(["GET", "POST"])
def link(request: HttpRequest, ref: str) -> HttpResponse:
    """Say how an event hangs together with another, or that both are one."""
    event = _kept_event_or_404(request, ref)
    form = LinkForm(link_sentences(), request.POST or None)
    if form.is_valid():
        other = queries.event_visible_to(request.reader, form.cleaned_data["other"].strip().upper())
        if other is None:
            form.add_error("other", _("There is no event with this reference that you may see."))
        else:
            try:
                return _linked(request, event, other, form.cleaned_data)
            except Refused as refusal:
                add_refusal(form, refusal)
    return render(request, "front/link.html", {"form": form, "event": event})


def _linked(request: HttpRequest, event: Event, other: Event, data: dict[str, str]) -> HttpResponse:
    """Write down the link, or that the accounts of both are accounts of one event."""
    if data["how"] == SAME_EVENT:
        one, two = (queries.report_to_judge_by(request.reader, each) for each in (event, other))
        if one is None or two is None:
            raise OutOfOrder.one("already_withdrawn", N_("This report has been withdrawn already."))
        actions.judge_same_event(one, two, "same", why=data["why"], by=request.reader)
        count_anew(request.reader)
        messages.success(request, _("The accounts stand in one event now; its history takes that back."))
    else:
        slug, _dot, place = data["how"].partition(".")
        pair = (event, other) if place == "first" else (other, event)
        actions.link_events(*pair, codes.code("event_link", slug), why=data["why"], by=request.reader)
        messages.success(request, _("The events are linked; they stay two."))
    return redirect("front:event", event.reference)
