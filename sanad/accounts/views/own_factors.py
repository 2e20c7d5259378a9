"""The own second factors of somebody who is in: another telephone, new recovery codes, passkeys."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from sanad.accounts import entering
from sanad.accounts.actions import factors
from sanad.accounts.actions import passkeys as keys
from sanad.accounts.entry_forms import AgainForm, CodeForm, PasskeyForm
from sanad.accounts.queries.factors import factors_of
from sanad.accounts.views.enrolment import SECRET, picture_of, secret_in_session
from sanad.kit.refusals import Refused
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal

MAY_CHANGE = "may_change_telephone"  # in the session: the old factor was shown a moment ago


@readers(USER)
@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "POST"])
def new_codes(request: HttpRequest) -> HttpResponse:
    """Ten new recovery codes."""
    form = AgainForm(request.user, request.POST or None)
    if form.is_valid():
        factors.new_recovery_codes(request.user, by=request.reader)
        return redirect("accounts:codes")
    words = {"title": _("New recovery codes"), "button": _("Make new codes"), "lead": _("The old ones no longer hold.")}
    return render(request, "accounts/again.html", {"form": form, **words})


@readers(USER)
@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "POST"])
def new_telephone(request: HttpRequest) -> HttpResponse:
    """Before another telephone is set up, the old one or a recovery code is asked for."""
    form = AgainForm(request.user, request.POST or None)
    if form.is_valid():
        request.session[MAY_CHANGE] = True
        request.session.pop(SECRET, None)
        request.session.cycle_key()
        return redirect("accounts:telephone")
    words = {
        "title": _("Another telephone"),
        "button": _("Go on"),
        "lead": _("The old one then holds no longer."),
    }
    return render(request, "accounts/again.html", {"form": form, **words})


@readers(USER)
@sensitive_post_parameters("code")
@never_cache
@require_http_methods(["GET", "POST"])
def telephone(request: HttpRequest) -> HttpResponse:
    """Set up another telephone in place of the old one."""
    if not request.session.get(MAY_CHANGE):
        return redirect("accounts:new_telephone")
    secret = secret_in_session(request)
    form = CodeForm(request.POST or None)
    if form.is_valid():
        try:
            factors.replace_totp(request.user, secret, form.cleaned_data["code"], by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            del request.session[SECRET], request.session[MAY_CHANGE]
            messages.success(request, _("From now on this telephone shows your codes."))
            return redirect("accounts:my_account")
    return render(request, "accounts/enrol.html", {"form": form, **picture_of(request.user, secret)})


@readers(USER)
@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "POST"])
def passkeys(request: HttpRequest) -> HttpResponse:
    """My passkeys. Whoever has one shows it before adding another."""
    mine = factors_of(request.user).passkeys
    may_add = not mine or entering.factor_shown_in(request) == entering.PASSKEY_SHOWN
    form = PasskeyForm(request.user, request.POST or None)
    if may_add and form.is_valid():
        said = form.cleaned_data
        try:
            keys.add_passkey(request, request.user, said["name"], said["answer"], by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            entering.passkey_was_shown(request)
            messages.success(request, _("The passkey is set up."))
            return redirect("accounts:passkeys")
    options = keys.offer(request, request.user) if may_add else None
    context = {"form": form, "passkeys": mine, "may_add": may_add, "challenge": options}
    return render(request, "accounts/passkeys.html", context)


@readers(USER)
@require_POST
def passkey_remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Take a passkey away; only in a session that has shown one."""
    if entering.factor_shown_in(request) != entering.PASSKEY_SHOWN:
        return redirect("accounts:passkey_show")
    keys.remove_passkey(request.user, pk, by=request.reader)
    messages.success(request, _("The passkey is removed."))
    return redirect("accounts:passkeys")


@readers(USER)
@never_cache
@require_http_methods(["GET", "POST"])
def passkey_show(request: HttpRequest) -> HttpResponse:
    """Show a passkey after having come in with a code; then everything that the role allows is open."""
    if request.method == "POST":
        if keys.show_passkey(request, request.user, request.POST.get("answer", "")):
            entering.passkey_was_shown(request)
            messages.success(request, _("You have shown your passkey."))
            return redirect("accounts:my_account")
        messages.error(request, _(keys.NOT_RIGHT))
    if not factors_of(request.user).passkeys:
        return redirect("accounts:passkeys")
    return render(request, "accounts/passkey_show.html", {"challenge": keys.challenge(request, request.user)})
