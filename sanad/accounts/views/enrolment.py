"""Setting up a second factor: an app on a telephone, and the recovery codes that come with it."""

import base64

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from sanad.accounts import entering
from sanad.accounts.actions import factors
from sanad.accounts.adapter import Adapter
from sanad.accounts.entry_forms import CodeForm, KeptForm
from sanad.accounts.models import User
from sanad.accounts.readers import Reader
from sanad.accounts.steps import Step
from sanad.kit.refusals import Refused
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal

SECRET = "new_totp"  # in the session: what the app is being set up with


@readers(USER, entering=Step.ENROL)
@sensitive_post_parameters("code")
@never_cache
@require_http_methods(["GET", "POST"])
def enrol(request: HttpRequest) -> HttpResponse:
    """Show the QR code; the first code of the app proves that it worked."""
    who = request.entering
    if who is None:
        return redirect("accounts:my_account")
    secret = secret_in_session(request)
    form = CodeForm(request.POST or None)
    if form.is_valid():
        try:
            factors.enrol(who.user, secret, form.cleaned_data["code"], by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            del request.session[SECRET]
            entering.factor_was_shown(request, "totp")
            return entering.go_on(request)
    return render(request, "accounts/enrol.html", {"form": form, **picture_of(who.user, secret)})


@readers(USER, entering=Step.CODES)
@never_cache
@require_http_methods(["GET", "POST"])
def codes(request: HttpRequest) -> HttpResponse:
    """The recovery codes, until the user says that they are kept."""
    user, by = _user_and_reader(request)
    form = KeptForm(request.POST or None)
    if form.is_valid():
        factors.keep_codes(user, by=by)
        return entering.go_on(request) if request.entering else redirect("accounts:my_account")
    shown = factors.recovery_codes_once(user)
    if not shown:
        return redirect("accounts:my_account")
    return render(request, "accounts/codes.html", {"form": form, "codes": shown, "account": user})


@readers(USER, entering=Step.CODES)
@never_cache
@require_POST
def codes_file(request: HttpRequest) -> HttpResponse:
    """The same as a text file."""
    user, _by = _user_and_reader(request)
    shown = factors.recovery_codes_once(user)
    if not shown:
        return redirect("accounts:my_account")
    text = "\r\n".join([f"Sanad {request.get_host()} {user.username}", "", *shown, ""])
    response = HttpResponse(text, content_type="text/plain; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="sanad-recovery-codes.txt"'
    return response


def secret_in_session(request: HttpRequest) -> str:
    """The secret that the app is being set up with; the same on every look at the page."""
    if SECRET not in request.session:
        request.session[SECRET] = factors.new_secret()
    return str(request.session[SECRET])


def picture_of(user: User, secret: str) -> dict[str, str]:
    """The QR code as a picture that our policy lets in, and the secret to type where no camera is at hand."""
    adapter = Adapter()
    drawn = base64.b64encode(adapter.build_totp_svg(adapter.build_totp_url(user, secret)).encode()).decode()
    return {
        "picture": f"data:image/svg+xml;base64,{drawn}",
        "secret": " ".join(secret[i : i + 4] for i in range(0, len(secret), 4)),
    }


def _user_and_reader(request: HttpRequest) -> tuple[User, Reader]:
    return (request.entering.user if request.entering else request.user), request.reader
