"""The page of a person: the records that are taken to be of one human being, and how to part them."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sanad.accounts.permissions import Permission
from sanad.kit.refusals import Refused
from sanad.matching import queries
from sanad.matching.forms import PartForm
from sanad.matching.presenting.persons import person_page
from sanad.violations import actions
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal


@readers(USER, permission=Permission.REPORT_READ)
@require_http_methods(["GET", "POST"])
def person(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Every record of a person that the reader sees. An id that was merged away leads to who it is now."""
    now = queries.person_with(request.reader, pk)
    if now is None:
        raise Http404
    if now != pk:
        return redirect("matching:person", now)
    page = person_page(request.reader, pk)
    form = None
    if page.may_part:
        form = PartForm([(str(one.root), one.named) for one in page.records], request.POST or None)
        if form.is_valid():
            part = [UUID(root) for root in form.cleaned_data["part"]]
            try:
                actions.part_person(pk, part, why=form.cleaned_data["why"], by=request.reader)
            except Refused as refusal:
                add_refusal(form, refusal)
            else:
                messages.success(request, _("The records are parted; this can be taken back."))
                return redirect("matching:person", queries.person_with(request.reader, pk) or pk)
    return render(request, "matching/person.html", {"page": page, "form": form})
