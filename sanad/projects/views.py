"""Pages of the registry of projects."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sanad.accounts.permissions import Permission, permits
from sanad.kit.refusals import Refused
from sanad.places.queries import place_label
from sanad.projects import actions, iati, queries
from sanad.projects.forms import GOAL_TITLES, PartnerForm, ProjectForm, ResultForm, said_of
from sanad.projects.models import Project
from sanad.projects.picking import places_by_id
from sanad.projects.pointing import pointing_to
from sanad.projects.telling import history_of
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal

READ = readers(USER, permission=Permission.GATHERING_READ)
HOLD = readers(USER, permission=Permission.GATHERING_HOLD)


@READ
@require_GET
def projects(request: HttpRequest) -> HttpResponse:
    """All projects that the reader sees."""
    found = queries.projects_in_order(request.reader)
    return render(request, "projects/projects.html", {"projects": found, "may_enter": may_hold(request)})


@HOLD
@require_http_methods(["GET", "POST"])
def project_new(request: HttpRequest) -> HttpResponse:
    """Take a project into the registry."""
    form = ProjectForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.enter_project(form.content(), form.place_ids(), by=request.reader)
            messages.success(request, _("The project stands in the registry."))
            return redirect("projects:project", made.reference)
        except Refused as refusal:
            add_refusal(form, refusal)
    return render(request, "projects/project_form.html", {"form": form})


@READ
@require_GET
def project(request: HttpRequest, ref: str) -> HttpResponse:
    """One project with its partners, results and what points to it."""
    found = project_or_404(request, ref)
    return _page(request, found, PartnerForm(), ResultForm())


@HOLD
@require_http_methods(["GET", "POST"])
def project_change(request: HttpRequest, ref: str) -> HttpResponse:
    """Say something else of a project."""
    found = project_or_404(request, ref, kept=True)
    form = ProjectForm(request.POST if request.method == "POST" else None, initial=said_of(found))
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_project(found, form.content(), form.place_ids(), by=request.reader)
            messages.success(request, _("The project is changed."))
            return redirect("projects:project", ref)
        except Refused as refusal:
            add_refusal(form, refusal)
    return render(request, "projects/project_form.html", {"form": form, "project": found})


@HOLD
@require_POST
def partner_add(request: HttpRequest, ref: str) -> HttpResponse:
    """Name a partner."""
    found, form = project_or_404(request, ref, kept=True), PartnerForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form, ResultForm())
    data = form.cleaned_data
    actions.add_partner(found, data["institution"], data["part"], by=request.reader)
    return redirect("projects:project", ref)


@HOLD
@require_POST
def result_add(request: HttpRequest, ref: str) -> HttpResponse:
    """Add a result."""
    found, form = project_or_404(request, ref, kept=True), ResultForm(request.POST)
    if form.is_valid():
        try:
            actions.keep_result(found, form.content(), by=request.reader)
            return redirect("projects:project", ref)
        except Refused as refusal:
            add_refusal(form, refusal)
    return _page(request, found, PartnerForm(), form)


@HOLD
@require_http_methods(["GET", "POST"])
def result_change(request: HttpRequest, ref: str, pk: UUID) -> HttpResponse:
    """Say how far a result got."""
    found = project_or_404(request, ref, kept=True)
    result = next((one for one in found.results.all() if one.pk == pk), None)
    if result is None:
        raise Http404
    said = {name: getattr(result, name) for name in ResultForm.base_fields}
    form = ResultForm(request.POST if request.method == "POST" else None, initial=said)
    if request.method == "POST" and form.is_valid():
        try:
            actions.keep_result(found, form.content(), by=request.reader, result=pk)
            return redirect("projects:project", ref)
        except Refused as refusal:
            add_refusal(form, refusal)
    return render(request, "projects/result.html", {"form": form, "project": found})


@HOLD
@require_POST
def part_remove(request: HttpRequest, ref: str, kind: str, pk: UUID) -> HttpResponse:
    """Take out a partner or result that was entered in error."""
    removing: dict[str, Callable[..., None]] = {"partner": actions.remove_partner, "result": actions.remove_result}
    if kind not in removing:
        raise Http404
    removing[kind](project_or_404(request, ref, kept=True), pk, by=request.reader)
    return redirect("projects:project", ref)


@READ
@require_GET
def activity_file(request: HttpRequest) -> HttpResponse:
    """The projects that the own office keeps as an IATI activity file."""
    answer = HttpResponse(iati.written(request.reader, now=timezone.now()), content_type="application/xml")
    answer.headers["Content-Disposition"] = 'attachment; filename="iati-activities.xml"'
    return answer


def may_hold(request: HttpRequest, custodian: int | None = None) -> bool:
    """Whether this reader keeps the registry, or this project in it."""
    return permits(request.reader, Permission.GATHERING_HOLD, custodian=custodian)


def project_or_404(request: HttpRequest, ref: str, *, kept: bool = False) -> Project:
    """The project, if this reader sees it (and, with `kept`, may change it)."""
    found = queries.project_visible_to(request.reader, ref)
    if found is None or (kept and not may_hold(request, found.custodian_id)):
        raise Http404
    return found


def _page(request: HttpRequest, found: Project, partner: PartnerForm, result: ResultForm) -> HttpResponse:
    context = {
        "project": found,
        "places": [place_label(one) for one in places_by_id(c.place_id for c in found.coverage.all())],
        "goals": [GOAL_TITLES[goal] for goal in found.goals],
        "pointers": pointing_to(request.reader, [found.pk]),
        "history": history_of(found),
        "partner_form": partner,
        "result_form": result,
        "may_change": may_hold(request, found.custodian_id),
    }
    return render(request, "projects/project.html", context)
