"""Finding a person by what is sealed. What is typed is sent in the body: it stands in no address and no log."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from sanad.accounts.actions.budgets import tell_over_budget
from sanad.accounts.permissions import Permission
from sanad.front.forms.people import PersonForm
from sanad.front.presenting.people import people_page
from sanad.kit.refusals import Incomplete, OutOfOrder
from sanad.vault.looks import OverBudget
from sanad.vault.names import find_people
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal


@readers(USER, permission=Permission.SEALED_OPEN)
@sensitive_post_parameters("said")
@sensitive_variables("form")
@require_http_methods(["GET", "POST"])
def people(request: HttpRequest) -> HttpResponse:
    """Records in which somebody of this name or number is mentioned; opening the names is another deed."""
    form = PersonForm(request.POST or None)
    page = None
    if form.is_valid():
        try:
            page = people_page(request.reader, find_people(request.reader, form.cleaned_data["said"]))
        except (Incomplete, OutOfOrder) as refusal:
            add_refusal(form, refusal)
        except OverBudget as refusal:
            add_refusal(form, refusal)
            tell_over_budget(request.reader)
    response = render(request, "front/people.html", {"form": form, "page": page})
    response["Cache-Control"] = "no-store"
    return response
