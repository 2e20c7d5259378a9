"""Where one is signed in, and how to sign out there."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sanad.accounts.actions.sessions import end_other_sessions, end_session
from sanad.accounts.models.sessions import hashed
from sanad.accounts.queries.sessions import own_sessions
from sanad.web.doors import USER, readers


@readers(USER)
@require_GET
def sessions(request: HttpRequest) -> HttpResponse:
    """Every browser in which I am signed in."""
    here = hashed(request.session.session_key)
    return render(request, "accounts/sessions.html", {"sessions": own_sessions(request.reader), "here": here})


@readers(USER)
@require_POST
def session_end(request: HttpRequest) -> HttpResponse:
    """Sign out of one other browser."""
    found = get_object_or_404(own_sessions(request.reader), session_key=request.POST.get("session", ""))
    end_session(found, by=request.reader)
    messages.success(request, _("You are signed out there."))
    return redirect("accounts:sessions")


@readers(USER)
@require_POST
def sessions_end(request: HttpRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    end_other_sessions(request.user, hashed(request.session.session_key), by=request.reader)
    messages.success(request, _("You are signed out everywhere but here."))
    return redirect("accounts:sessions")
