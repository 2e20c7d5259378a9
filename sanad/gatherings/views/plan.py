"""The list of gatherings, one gathering, its plan, its agenda, its invitations."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sanad.gatherings import actions, queries
from sanad.gatherings.forms.outcome import FollowUpForm
from sanad.gatherings.forms.planning import (
    AgendaForm,
    AnswerForm,
    FilterForm,
    GatheringForm,
    InvitationForm,
    said_of,
)
from sanad.gatherings.models import AgendaItem, FollowUp, Gathering, Invitation
from sanad.gatherings.presenting.counts import counts_shown
from sanad.gatherings.presenting.history import history_of
from sanad.gatherings.rules.counting import counted
from sanad.gatherings.rules.kinds import ANSWER_TITLES
from sanad.gatherings.views.finding import HOLD, READ, gathering_or_404, held_or_404, may_hold
from sanad.kit.ids import uuid7
from sanad.kit.refusals import Refused
from sanad.projects.queries import projects_visible_to
from sanad.web.forms import add_refusal

MOST = 200
Action = Callable[..., object]
LINES: Mapping[str, tuple[type[forms.Form], Action, Any, Any]] = {  # Any: lazy words and models
    "agenda": (AgendaForm, actions.add_agenda_item, AgendaItem, gettext_lazy("Agenda")),
    "invitations": (InvitationForm, actions.invite, Invitation, gettext_lazy("Invitations")),
    "follow-ups": (FollowUpForm, actions.add_follow_up, FollowUp, gettext_lazy("Follow-ups")),
}


@READ
@require_GET
def gatherings(request: HttpRequest) -> HttpResponse:
    """What was held and what is planned."""
    form = FilterForm(queries.years_of(request.reader), request.GET)
    found = queries.gatherings_visible_to(request.reader)
    if form.is_valid():
        said = form.cleaned_data
        found = found.filter(**{name: said[name] for name in ("kind", "state") if said[name]})
        found = found.filter(first_day__year=said["year"]) if said["year"] else found
    shown = list(found[:MOST])
    numbers = queries.numbers_of(request.reader, [one.pk for one in shown])
    rows = [(one, numbers.get(one.pk, 0)) for one in shown]
    context = {"rows": rows, "filter": form, "may_plan": may_hold(request)}
    return render(request, "gatherings/gatherings.html", context)


@HOLD
@require_http_methods(["GET", "POST"])
def gathering_new(request: HttpRequest) -> HttpResponse:
    """Plan a gathering."""
    sent = request.method == "POST"
    form = GatheringForm(request.reader, request.POST if sent else None, initial={"form": uuid7()})
    if sent and form.is_valid():
        try:
            made = actions.plan_gathering(form.content(), by=request.reader, form=form.cleaned_data["form"])
            messages.success(request, _("Planned. Next: invite institutions."))
            return redirect("gatherings:gathering", made.reference)
        except Refused as refusal:
            add_refusal(form, refusal)
    return render(request, "gatherings/plan.html", {"form": form})


@HOLD
@require_http_methods(["GET", "POST"])
def gathering_change(request: HttpRequest, ref: str) -> HttpResponse:
    """Change the plan."""
    found, sent = held_or_404(request, ref), request.method == "POST"
    form = GatheringForm(request.reader, request.POST if sent else None, initial=said_of(found))
    if sent and form.is_valid():
        try:
            actions.change_gathering(found, form.content(), by=request.reader)
            messages.success(request, _("The plan is changed."))
            return redirect("gatherings:gathering", ref)
        except Refused as refusal:
            add_refusal(form, refusal)
    return render(request, "gatherings/plan.html", {"form": form, "gathering": found})


@READ
@require_GET
def gathering(request: HttpRequest, ref: str) -> HttpResponse:
    """One gathering: its plan, how many came, what came out."""
    found = gathering_or_404(request, ref)
    came = queries.came_to(request.reader, [found.pk])[found.pk]
    project = projects_visible_to(request.reader).filter(pk=found.project_id).first() if found.project_id else None
    context = {
        "gathering": found,
        "project": project,
        "agenda": queries.agenda_of(found),
        "invitations": queries.institutions_invited(found),
        "counts": counts_shown(counted(came)),
        "groups": [(group, len(group.members.all())) for group in queries.groups_of(found)],
        "materials": queries.materials_of(found),
        "follow_ups": queries.follow_ups_of(found),
        "history": history_of(request.reader, found),
        "may_hold": may_hold(request, found.custodian_id),
    }
    return render(request, "gatherings/gathering.html", context)


@HOLD
@require_http_methods(["GET", "POST"])
def lines(request: HttpRequest, ref: str, kind: str) -> HttpResponse:
    """The agenda, the invitations or the follow-ups: what stands there, and one more."""
    found = held_or_404(request, ref)
    if kind not in LINES:
        raise Http404
    form_class, add, _model, title = LINES[kind]
    form = form_class(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            add(found, form.content(), by=request.reader)  # type: ignore[attr-defined]
            return redirect("gatherings:lines", ref, kind)
        except Refused as refusal:
            add_refusal(form, refusal)
    context = {"gathering": found, "kind": kind, "title": title, "form": form, "answers": ANSWER_TITLES.items()}
    return render(request, "gatherings/lines.html", {**context, "rows": _rows(found, kind)})


def _rows(found: Gathering, kind: str) -> object:
    reading: Mapping[str, Callable[[Gathering], object]] = {
        "agenda": queries.agenda_of,
        "invitations": queries.institutions_invited,
        "follow-ups": queries.follow_ups_of,
    }
    return reading[kind](found)


@HOLD
@require_POST
def line_remove(request: HttpRequest, ref: str, kind: str, pk: UUID) -> HttpResponse:
    """Take a line out that was entered in error."""
    found = held_or_404(request, ref)
    if kind not in LINES:
        raise Http404
    actions.remove_line(found, LINES[kind][2], pk, by=request.reader)
    return redirect("gatherings:lines", ref, kind)


@HOLD
@require_POST
def invitation_answer(request: HttpRequest, ref: str, pk: UUID) -> HttpResponse:
    """Write down what an institution answered."""
    found, form = held_or_404(request, ref), AnswerForm(request.POST)
    if form.is_valid():
        actions.answer_invitation(found, pk, form.cleaned_data["answer"], by=request.reader)
    return redirect("gatherings:lines", ref, "invitations")
