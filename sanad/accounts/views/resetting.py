"""A lost second factor: two administrators together let a user set up a new one."""

from django import forms
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from sanad.accounts.actions.resetting import ask_factor_reset, reset_factor
from sanad.accounts.views.users import managed, manager, show_once
from sanad.kit.refusals import Refused
from sanad.web.forms import add_refusal


class WhyForm(forms.Form):
    """The reason that the second person reads."""

    why = forms.CharField(
        label=gettext_lazy("Why, and how you made sure who asks"),
        max_length=500,
        widget=forms.Textarea({"rows": 3, "dir": "auto"}),
    )


@manager
@never_cache
@require_http_methods(["GET", "POST"])
def ask_reset(request: HttpRequest, pk: int) -> HttpResponse:
    """Ask another administrator to agree."""
    user = managed(request, pk)
    form = WhyForm(request.POST or None)
    if form.is_valid():
        try:
            ask_factor_reset(user, why=form.cleaned_data["why"], by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("Another administrator is asked. Come back here when they agreed."))
            return redirect("accounts:user", pk)
    return render(request, "accounts/ask_factor_reset.html", {"form": form, "account": user})


@manager
@never_cache
@require_POST
def reset(request: HttpRequest, pk: int) -> HttpResponse:
    """Two have agreed: take the second factor away and show a one-time password, once."""
    user = managed(request, pk)
    return show_once(request, user, reset_factor(user, by=request.reader))
