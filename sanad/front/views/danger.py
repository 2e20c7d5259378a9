"""Somebody is in danger now: the head of the office says what was done."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sanad.accounts.permissions import Permission
from sanad.front.forms.judging import ReasonForm
from sanad.kit.refusals import Refused
from sanad.violations import actions, queries
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal


@readers(USER, permission=Permission.NOTICE_READ)
@require_http_methods(["GET", "POST"])
def danger(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a report from the top of the desk, with what was done."""
    found = queries.danger_now(request.reader, pk) if request.reader.may(Permission.REPORT_READ) else None
    if found is None:
        raise Http404
    form = ReasonForm(request.POST or None)
    form.fields["why"].label = _("What was done")
    if form.is_valid():
        try:
            actions.end_danger(found, why=form.cleaned_data["why"], by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("It is written down what was done."))
            return redirect("front:desk")
    context = {
        "title": _("Is the danger over?"),
        "sentence": _("Say what was done, or that it is over. The report leaves the top of the desk."),
        "form": form,
        "button": _("Write it down"),
        "back": reverse("front:desk"),
    }
    return render(request, "web/confirm.html", context)
