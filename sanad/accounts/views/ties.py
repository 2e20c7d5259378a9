"""To which institutions a user is tied: what they must not see follows from it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sanad.accounts import actions
from sanad.accounts.permissions import Permission
from sanad.accounts.queries.managed import ties_of, users_managed_by
from sanad.accounts.tie_form import TieForm
from sanad.kit.refusals import Refused
from sanad.web import undo
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal

manager = readers(USER, permission=Permission.USER_MANAGE)


@manager
@require_http_methods(["GET", "POST"])
def ties(request: HttpRequest, pk: int) -> HttpResponse:
    """The ties of a user, and a form for a further one."""
    user = get_object_or_404(users_managed_by(request.reader), pk=pk)
    form = TieForm(request.POST or None)
    if form.is_valid():
        try:
            made = actions.tie(user, form.cleaned_data["institution"], why=form.cleaned_data["why"], by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            back = reverse("accounts:tie_end", args=[pk, made.pk])
            undo.done(request, _("The tie holds from now on."), address=back)
            return redirect("accounts:ties", pk)
    context = {"account": user, "ties": ties_of(request.reader, user), "form": form}
    context["oneself"] = user.pk == request.reader.user_id
    return render(request, "accounts/ties.html", context)


@manager
@require_POST
def tie_end(request: HttpRequest, pk: int, tie: int) -> HttpResponse:
    """End a tie from now on."""
    user = get_object_or_404(users_managed_by(request.reader), pk=pk)
    held = get_object_or_404(ties_of(request.reader, user), pk=tie)
    try:
        actions.end_tie(held, by=request.reader)
    except Refused as refusal:
        form = TieForm()
        form.cleaned_data = {}
        add_refusal(form, refusal)
    else:
        again = {"institution": held.institution.name_en or held.institution.name_ur, "why": held.why}
        undo.done(request, _("The tie has ended."), address=reverse("accounts:ties", args=[pk]), fields=again)
    return redirect("accounts:ties", pk)
