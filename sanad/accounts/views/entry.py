"""Signing in and out."""

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from sanad.accounts.actions import note_sign_in
from sanad.accounts.forms import SignInForm
from sanad.accounts.readers import reader_for
from sanad.web.doors import PUBLIC, USER, readers


@readers(PUBLIC)
@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "POST"])
def sign_in(request: HttpRequest) -> HttpResponse:
    """Name and password; then to where the visitor wanted to go."""
    goal = _goal(request)
    if request.user.is_authenticated:
        return redirect(goal)
    form = SignInForm(request, request.POST or None)
    if form.is_valid() and form.user:
        login(request, form.user)
        note_sign_in(by=reader_for(form.user))
        return remember_language(redirect(goal), form.user.language)
    return render(request, "accounts/sign_in.html", {"form": form, "next": goal})


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


def _goal(request: HttpRequest) -> str:
    """The page to go on to, if it is one of this site."""
    wanted = request.POST.get("next") or request.GET.get("next") or ""
    ours = url_has_allowed_host_and_scheme(wanted, {request.get_host()}, require_https=request.is_secure())
    return wanted if ours else resolve_url(settings.LOGIN_REDIRECT_URL)
