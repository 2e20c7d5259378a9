"""Circulation and the consultation desk: who is asked, workshops and their groups, points, dispositions."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sanad.accounts.permissions import Permission, permits
from sanad.gatherings.queries import gatherings_visible_to
from sanad.kit.refusals import Refused
from sanad.strategies import actions, queries
from sanad.strategies.actions.asking import Asked, link_for_participant, link_for_rapporteur
from sanad.strategies.forms.asking import DispositionForm, InvitationForm, NameForm, WorkshopForm
from sanad.strategies.models import Draft, Point
from sanad.strategies.presenting import standing
from sanad.strategies.views.finding import (
    deciding,
    draft_of,
    group_on,
    page_of,
    reading,
    there,
    writing,
)
from sanad.web.forms import add_refusal

SHOWN = 60


def _of(request: HttpRequest, draft: Draft) -> dict[str, object]:
    keeper = draft.custodian_id
    return {
        "draft": draft,
        "strategy": draft.strategy,
        "is_out": draft.state == Draft.State.CIRCULATED,
        "may_write": permits(request.reader, Permission.STRATEGY_WRITE, custodian=keeper),
        "may_decide": permits(request.reader, Permission.STRATEGY_DECIDE, custodian=keeper),
    }


@reading
@require_http_methods(["GET", "POST"])
def circulation(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """Invited readers and departments: who answered, who is late; invite a further one."""
    draft = draft_of(request, ref, number)
    form, address = InvitationForm(request.POST or None), ""
    if form.is_valid():
        said = form.cleaned_data
        asked = Asked(said["kind"], said["name"], said["body"], said["language"], said["due"])
        try:
            made, token = actions.invite(draft, asked, by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            address = request.build_absolute_uri(reverse("strategies:read", args=[token]))
            form = InvitationForm()
            return render(request, "strategies/link.html", _of(request, draft) | {"address": address, "whom": made})
    context = {"form": form, "invitations": standing.invitations(draft)}
    return render(request, "strategies/circulation.html", _of(request, draft) | context)


@writing
@require_POST
def revoke(request: HttpRequest, ref: str, number: int, pk: UUID) -> HttpResponse:
    """A link opens nothing from now on."""
    draft = draft_of(request, ref, number)
    invitation = there(queries.invitations_to(draft).filter(pk=pk).first())
    actions.revoke_invitation(invitation, by=request.reader)
    return redirect("strategies:circulation", ref, number)


@reading
@require_http_methods(["GET", "POST"])
def consultation(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """The workshops on a draft with their groups, and what each region asked for."""
    draft = draft_of(request, ref, number)
    held = list(queries.consultations_on(draft))
    others = []
    if permits(request.reader, Permission.GATHERING_READ):
        mine = gatherings_visible_to(request.reader).filter(custodian_id=draft.custodian_id)
        others = list(mine.exclude(pk__in=[one.gathering_id for one in held])[:50])
    form = WorkshopForm(others, request.POST or None)
    if form.is_valid():
        chosen = there(next((one for one in others if str(one.pk) == form.cleaned_data["gathering"]), None))
        actions.hold_consultation(draft, chosen, by=request.reader)
        return redirect("strategies:consultation", ref, number)
    context = {"form": form, "others": others, "workshops": standing.workshops(draft, held)}
    context["regions"] = standing.regions(draft)
    return render(request, "strategies/consultation.html", _of(request, draft) | context)


@writing
@require_http_methods(["GET", "POST"])
def group_links(request: HttpRequest, ref: str, number: int, group: UUID) -> HttpResponse:
    """Links for the rapporteurs of a group, and for everyone who worked in it."""
    draft = draft_of(request, ref, number)
    found = group_on(draft, group)
    form = NameForm(request.POST or None)
    language = "ur" if request.LANGUAGE_CODE.startswith("ur") else "en"
    made: list[tuple[str, str]] = []
    if request.POST.get("do") == "members":
        for name in standing.members(request.reader, found):
            token = link_for_participant(found, name, language=language, by=request.reader)
            made.append((name, _address(request, "answers", token)))
        form = NameForm()
    elif form.is_valid():
        name = form.cleaned_data["name"]
        token = link_for_rapporteur(found, name, language=language, by=request.reader)
        made = [(name, _address(request, "note", token))]
    context = {"group": found, "form": form, "made": made}
    return render(request, "strategies/group_links.html", _of(request, draft) | context)


def _address(request: HttpRequest, name: str, token: str) -> str:
    return request.build_absolute_uri(reverse(f"strategies:{name}", args=[token]))


@reading
@require_GET
def points(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """Every point on a draft with its answer; those without one first, if the address says so."""
    draft = draft_of(request, ref, number)
    asked = {name: request.GET.get(name, "") for name in ("answer", "group", "region")}
    rows = standing.points(draft, **asked)
    shown, previous, following = page_of(request, rows, SHOWN)
    context = {
        "points": standing.lines(shown), "previous": previous, "next": following, "asked": asked,
        "filters": standing.point_filters(draft), "tally": standing.tally(draft),
    }  # fmt: skip
    return render(request, "strategies/points.html", _of(request, draft) | context)


def point_of(draft: Draft, number: int) -> Point:
    """A point by its number."""
    return there(queries.points_with_answers(draft).filter(number=number).first())


@reading
@require_GET
def point(request: HttpRequest, ref: str, number: int, point: int) -> HttpResponse:
    """One point: its words and their versions, and what became of it."""
    draft = draft_of(request, ref, number)
    found = point_of(draft, point)
    only = standing.lines([found])
    context = {"point": only[0], "only": only, "versions": standing.versions(found)}
    return render(request, "strategies/point.html", _of(request, draft) | context)


@writing
@require_POST
def withdraw(request: HttpRequest, ref: str, number: int, point: int) -> HttpResponse:
    """A point that was entered in error."""
    draft = draft_of(request, ref, number)
    actions.withdraw_point(point_of(draft, point), by=request.reader)
    return redirect("strategies:points", ref, number)


@deciding
@require_http_methods(["GET", "POST"])
def disposition(request: HttpRequest, ref: str, number: int, point: int) -> HttpResponse:
    """Say what becomes of a point."""
    draft = draft_of(request, ref, number)
    found = point_of(draft, point)
    following = queries.drafts_of(request.reader, draft.strategy).filter(based_on=draft).first()
    answer = found.answers[0] if found.answers else None
    initial = {"outcome": answer.outcome, "reason": answer.reason} if answer else {}
    carrier = answer.clause if answer else found.clause
    initial["clause"] = str(carrier.identity) if carrier else ""
    form = DispositionForm(queries.clauses_of(following or draft), request.POST or None, initial=initial)
    if form.is_valid():
        try:
            actions.dispose(found, by=request.reader, **form.cleaned_data)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The answer to point %(number)s is kept.") % {"number": point})
            return redirect(standing.next_open(draft, found) or reverse("strategies:points", args=[ref, number]))
    only = standing.lines([found])
    context = {"point": only[0], "only": only, "form": form, "following": following}
    return render(request, "strategies/disposition.html", _of(request, draft) | context)
