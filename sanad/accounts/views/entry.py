"""Signing in, step by step, and out."""

from collections.abc import Callable

from django.conf import settings
from django.contrib import messages
from django.contrib.auth import logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sanad.accounts import entering
from sanad.accounts.actions.factors import WRONG_CODE, WRONG_RECOVERY_CODE, show_code, show_recovery_code
from sanad.accounts.actions.passkeys import NOT_RIGHT, challenge, show_passkey
from sanad.accounts.entry_forms import TOO_MANY, CodeForm, RecoveryForm, SignInForm
from sanad.accounts.models import User
from sanad.accounts.queries.factors import demo_code
from sanad.accounts.steps import Step
from sanad.accounts.tries import Tries
from sanad.web.doors import PUBLIC, USER, readers


@readers(PUBLIC)
@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Name and password; then the next step."""
    goal = _goal(request)
    if request.user.is_authenticated:
        return redirect(goal)
    form = SignInForm(request, request.POST or None)
    if form.is_valid() and form.user:
        entering.begin(request, form.user, goal)
        return remember_language(entering.go_on(request), form.user.language)
    status = 429 if form.too_many else 200
    return render(request, "accounts/sign_in.html", {"form": form, "next": goal}, status=status)


@readers(USER, entering=Step.FACTOR)
@sensitive_post_parameters("code")
@never_cache
@require_http_methods(["GET", "POST"])
def second_factor(request: HttpRequest) -> HttpResponse:
    """The code that the app on the telephone shows."""
    if request.entering is None:
        return redirect(settings.LOGIN_REDIRECT_URL)
    who = request.entering
    form = CodeForm(request.POST or None)
    if form.is_valid() and _right(form, who.user, show_code, WRONG_CODE):
        return _shown(request, "totp")
    context = {
        "form": form,
        "factors": who.factors,
        "demo_code": demo_code(who.factors),
        "challenge": challenge(request, who.user) if who.factors.passkeys else None,
    }
    return render(request, "accounts/second_factor.html", context)


@readers(USER, entering=Step.FACTOR)
@never_cache
@require_POST
def passkey(request: HttpRequest) -> HttpResponse:
    """What a passkey has signed in the browser. It cannot be guessed, so tries are not counted."""
    if request.entering is None:
        return redirect(settings.LOGIN_REDIRECT_URL)
    if show_passkey(request, request.entering.user, request.POST.get("answer", "")):
        return _shown(request, entering.PASSKEY_SHOWN)
    messages.error(request, _(NOT_RIGHT))
    return redirect("accounts:second_factor")


@readers(USER, entering=Step.FACTOR)
@sensitive_post_parameters("code")
@never_cache
@require_http_methods(["GET", "POST"])
def recovery(request: HttpRequest) -> HttpResponse:
    """A recovery code, for whoever has not the telephone at hand."""
    if request.entering is None:
        return redirect(settings.LOGIN_REDIRECT_URL)
    form = RecoveryForm(request.POST or None)
    if form.is_valid() and _right(form, request.entering.user, show_recovery_code, WRONG_RECOVERY_CODE):
        return _shown(request, "recovery")
    return render(request, "accounts/recovery.html", {"form": form})


@readers(USER, entering=Step.IN)
@never_cache
@require_GET
def go_on(request: HttpRequest) -> HttpResponse:
    """For somebody whose last step was done and who was not let in, because the answer got lost."""
    if request.entering is None:
        return redirect(settings.LOGIN_REDIRECT_URL)
    return entering.go_on(request)


@readers(USER, PUBLIC)
@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return redirect(settings.LOGOUT_REDIRECT_URL)


def remember_language(response: HttpResponse, language: str) -> HttpResponse:
    """Keep the user's language in this browser, in the cookie that the language switch uses."""
    response.set_cookie(
        settings.LANGUAGE_COOKIE_NAME,
        language,
        max_age=settings.LANGUAGE_COOKIE_AGE,
        secure=settings.LANGUAGE_COOKIE_SECURE,
        samesite=settings.LANGUAGE_COOKIE_SAMESITE,
    )
    return response


def _right(form: CodeForm | RecoveryForm, user: User, show: Callable[[User, str], bool], wrong: str) -> bool:
    """Is the code right? Tries are counted before, whichever kind of code it is; else the form says why not."""
    tries = Tries.of_codes(user)
    if tries.too_many():
        form.add_error(None, TOO_MANY)
        return False
    if not show(user, form.cleaned_data["code"]):
        form.add_error("code", _(wrong))
        return False
    tries.forgive()
    return True


def _shown(request: HttpRequest, factor: str) -> HttpResponse:
    entering.factor_was_shown(request, factor)
    return entering.go_on(request)


def _goal(request: HttpRequest) -> str:
    """The page to go on to, if it is one of this site."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if ours else resolve_url(settings.LOGIN_REDIRECT_URL)
