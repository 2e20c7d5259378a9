"""The vault: whether it is locked, for how long it is not, and how its keys are kept."""

from datetime import timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sanad.accounts.key_forms import NewPassphraseForm, PassphraseForm
from sanad.accounts.permissions import Permission
from sanad.accounts.queries.keys import keys_page
from sanad.kit.refusals import Refused
from sanad.vault import keeping
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal


@readers(USER, permission=Permission.VAULT_SEE)
@require_GET
def keys(request: HttpRequest) -> HttpResponse:
    """The state of the vault of the own offices."""
    return _page(request, PassphraseForm())


@readers(USER, permission=Permission.VAULT_UNLOCK)
@sensitive_post_parameters()
@sensitive_variables("form")
@require_POST
def unlock(request: HttpRequest) -> HttpResponse:
    """Unlock with the own passphrase, for a set time."""
    form = PassphraseForm(request.POST)
    if form.is_valid():
        try:
            keeping.unlock(request.reader, form.cleaned_data["passphrase"])
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The vault is unlocked. It locks itself after a while."))
            return redirect("accounts:keys")
    return _page(request, form)


@readers(USER, permission=Permission.VAULT_UNLOCK)
@require_POST
def lock(request: HttpRequest) -> HttpResponse:
    """Lock now."""
    _locked, in_files = keeping.lock(request.reader)
    if in_files:
        messages.warning(request, _("Keys that are files cannot be locked: whoever has the machine has them."))
    else:
        messages.success(request, _("The vault is locked."))
    return redirect("accounts:keys")


@readers(USER, permission=Permission.VAULT_UNLOCK)
@sensitive_post_parameters()
@sensitive_variables("form", "said")
@require_http_methods(["GET", "POST"])
def passphrase(request: HttpRequest) -> HttpResponse:
    """Choose an own passphrase for the vault, or another one."""
    form = NewPassphraseForm(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        try:
            keeping.enrol(request.reader, said["passphrase"], said["again"])
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("From now on you can unlock the vault with this passphrase."))
            return redirect("accounts:keys")
    return render(request, "accounts/passphrase.html", {"form": form})


def _page(request: HttpRequest, form: PassphraseForm) -> HttpResponse:
    page = keys_page(request.reader)
    shown = []
    for key in page.keys:
        left = key.state.seconds_left if key.state else None
        shown.append((key, None if left is None else timezone.now() + timedelta(seconds=left)))
    may_unlock = request.reader.may(Permission.VAULT_UNLOCK)
    context = {
        "page": page,
        "shown": shown,
        "form": form,
        "in_files": any(key.state and key.state.in_file for key in page.keys),
        "may_unlock": may_unlock,
        "locked": any(key.state and not key.state.open for key in page.keys),
        "unlocked": any(until is not None for _key, until in shown),
    }
    return render(request, "accounts/keys.html", context)
