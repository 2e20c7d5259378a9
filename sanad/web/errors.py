"""Pages for what went wrong: refused, not there, form too old, broken.

Named in the root URLs (`handler404 = "sanad.web.errors.not_found"`, …) and in the
settings (`CSRF_FAILURE_VIEW = "sanad.web.errors.stale_form"`).
"""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from sanad.kit.refusals import NotPermitted, Reason, Refused
from sanad.web.doors import MACHINE, readers_of
from sanad.web.refusals import say, say_all


def refuse(
    request: HttpRequest,
    refusal: Refused | Sequence[Reason],
    *,
    back: str | None = None,
    next_steps: Sequence[str] = (),
) -> HttpResponse:
    """The page (for a program: JSON) that says what was refused, why, and where to go on."""
    permitted = not isinstance(refusal, NotPermitted)
    status = 409 if permitted else 404
    reasons = refusal.reasons if isinstance(refusal, Refused) else tuple(refusal)
    if _asked_by_machine(request):
        said = [{"code": reason.code, "field": reason.field, "sentence": say(reason)} for reason in reasons]
        return JsonResponse({"refused": said}, status=status)
    steps = list(next_steps)
    if not permitted:
        steps.append(_("If you need this for your work, ask the administrator of your office for the role."))
    context = {"reasons": say_all(reasons), "next_steps": steps, "back": back or came_from(request)}
    return render(request, "web/refused.html", context, status=status)


def came_from(request: HttpRequest) -> str:
    """The page of this site that the reader came from, else the first page."""
    referer = request.headers.get("Referer", "")
    secure = request.is_secure()
    ours = url_has_allowed_host_and_scheme(referer, allowed_hosts={request.get_host()}, require_https=secure)
    return referer if ours and referer != request.build_absolute_uri() else "/"


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404, also in place of 403: nobody learns from the answer whether a thing exists."""
    return render(request, "web/not_found.html", {"back": came_from(request)}, status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400: the request itself could not be read."""
    return HttpResponse(render_to_string("web/bad_request.html"), status=400)


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from an older sign-in, or sent without cookies."""
    return render(request, "web/stale_form.html", {"back": came_from(request)}, status=403)


def broken(request: HttpRequest) -> HttpResponse:
    """500: made without the request, because the user or the database may be what failed."""
    return HttpResponse(render_to_string("web/broken.html"), status=500)


def _asked_by_machine(request: HttpRequest) -> bool:
    match = getattr(request, "resolver_match", None)
    return match is not None and readers_of(match.func) == frozenset({MACHINE})
