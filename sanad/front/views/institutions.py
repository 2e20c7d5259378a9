"""Institutions: found, looked at with all that was changed in them, corrected."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from sanad.accounts.editing import Editing
from sanad.accounts.permissions import Permission
from sanad.front import placing
from sanad.front.forms.institutions import FindInstitutionForm, InstitutionForm
from sanad.front.presenting.institutions import history_of
from sanad.institutions import actions, queries
from sanad.institutions.models import Institution
from sanad.kit.refusals import Refused
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal

ON_A_PAGE = 50


@readers(USER, permission=Permission.REPORT_READ)
@require_GET
def institutions(request: HttpRequest) -> HttpResponse:
    """All institutions, or those of a kind or a name."""
    form = FindInstitutionForm(request.GET)
    said = form.cleaned_data if form.is_valid() else {}
    found = queries.institutions_like(said.get("name", ""), said.get("kind", ""))
    page = Paginator(found, ON_A_PAGE).get_page(request.GET.get("page"))
    context = {
        "form": form,
        "lines": [(one, placing.label_of(one.place_id)) for one in page],
        "previous": _page(request, page.previous_page_number()) if page.has_previous() else "",
        "next": _page(request, page.next_page_number()) if page.has_next() else "",
    }
    return render(request, "front/institution_list.html", context)


def _page(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"


@readers(USER, permission=Permission.REPORT_READ)
@require_GET
def institution(request: HttpRequest, slug: str) -> HttpResponse:
    """One institution: what it is, how it is written, what belongs to it, what was changed."""
    found = get_object_or_404(queries.all_institutions(), slug=slug)
    own = {found.name_en, found.name_ur, found.acronym}
    context = {
        "institution": found,
        "also": [name for name in queries.names_of(found) if name not in own],
        "parts": queries.parts_of(found),
        "place": placing.label_of(found.place_id),
        "history": history_of(queries.changes_of(found)),
    }
    return render(request, "front/institution.html", context)


@readers(USER, permission=Permission.INSTITUTION_MANAGE)
@require_http_methods(["GET", "POST"])
def institution_change(request: HttpRequest, slug: str) -> HttpResponse:
    """Correct what is said of an institution, and how it is written."""
    found = get_object_or_404(queries.all_institutions(), slug=slug)
    form = InstitutionForm(found, request.POST or None)
    edit = Editing(request, form, "institution", found.pk, now=lambda: InstitutionForm(_now(slug)), table=queries.TABLE)
    if edit.may_save():
        try:
            actions.change_institution(found, form.content(), by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            edit.saved(_("The institution is changed; what it was stays in its history."))
            return redirect("front:institution", slug)
    return render(request, "front/institution_change.html", {"form": form, "institution": found})


def _now(slug: str) -> Institution:
    return queries.all_institutions().get(slug=slug)
