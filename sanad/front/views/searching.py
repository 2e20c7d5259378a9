"""Search over everything that a reader may see. What is typed is sent in the body: it may be a name."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from sanad.accounts.actions.budgets import tell_over_budget
from sanad.accounts.permissions import Permission
from sanad.front.forms.searching import SearchForm, older_than
from sanad.front.presenting.people import PeoplePage, people_page
from sanad.front.presenting.searching import saved_lines, search_page
from sanad.kit.refusals import Refused
from sanad.search import actions, queries
from sanad.search.models import SavedSearch
from sanad.vault.looks import OverBudget
from sanad.vault.names import find_people
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal


@readers(USER)
@sensitive_post_parameters("said")
@sensitive_variables("form")
@require_http_methods(["GET", "POST"])
def search(request: HttpRequest) -> HttpResponse:
    """Records, papers, institutions, places and codes by one text; people when they are asked for."""
    form = SearchForm(request.POST or None)
    deed, people = request.POST.get("do", ""), None
    if form.is_valid() and deed == "people":
        people = _people(request, form)
    if form.is_valid() and deed == "save":
        try:
            actions.save_search(form.cleaned_data["said"], form.chosen, form.narrowed, by=request.reader)
            messages.success(request, _("The search is kept. It stands here, with how many are new."))
            return redirect("front:search")
        except Refused as refusal:
            add_refusal(form, refusal)
    return _page(request, form, people)


@readers(USER, permission=Permission.REPORT_READ)
@require_http_methods(["GET", "POST"])
def saved(request: HttpRequest, pk: UUID) -> HttpResponse:
    """A search that the user keeps: what it finds now."""
    kept = _kept_or_404(request, pk)
    data = QueryDict(mutable=True)
    data.update({"said": kept.text, **kept.chosen})
    answer = _page(request, SearchForm(data), None)
    actions.look_at(kept, by=request.reader)
    return answer


@readers(USER, permission=Permission.REPORT_READ)
@require_POST
def let_go(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Keep a search no longer."""
    actions.let_go(_kept_or_404(request, pk), by=request.reader)
    messages.success(request, _("The search is no longer kept."))
    return redirect("front:search")


def _kept_or_404(request: HttpRequest, pk: UUID) -> SavedSearch:
    kept = queries.saved_search(request.reader, pk)
    if kept is None:
        raise Http404
    return kept


def _people(request: HttpRequest, form: SearchForm) -> PeoplePage | None:
    """People by what is sealed; where the vault is locked, or a day's searches are spent, the rest stands still."""
    try:
        return people_page(request.reader, find_people(request.reader, form.cleaned_data["said"]))
    except OverBudget as refusal:
        add_refusal(form, refusal)
        tell_over_budget(request.reader)
    except Refused as refusal:
        add_refusal(form, refusal)
    return None


def _page(request: HttpRequest, form: SearchForm, people: PeoplePage | None) -> HttpResponse:
    reader, page = request.reader, None
    if form.is_bound and form.data.get("said"):
        meant = queries.understood(form.data["said"][: form.fields["said"].max_length])
        before = older_than(request.POST) if request.POST.get("do") == "older" else None
        page = search_page(reader, meant, form.narrowed, form.chosen, before)
    reads = reader.may(Permission.REPORT_READ)
    context = {
        "form": form,
        "page": page,
        "people": people,
        "chosen": form.chosen,
        "saved": saved_lines(reader, queries.saved_by(reader)) if reads and page is None else [],
        "may_find_people": reader.may(Permission.SEALED_OPEN),
    }
    response = render(request, "front/search.html", context)
    response["Cache-Control"] = "no-store"
    return response
