"""Pages of the design system itself."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from sanad.web import errors, samples
from sanad.web.doors import LINK, PUBLIC, USER, readers


@readers(USER, LINK, PUBLIC)
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Change the language and come back to the same page."""
    return set_language(request)


@readers(PUBLIC)
def design(request: HttpRequest) -> HttpResponse:
    """The living style page: every component with invented words; on demo sites only."""
    _demo_only()
    return render(request, "web/design.html", samples.page(request.GET))


@readers(PUBLIC)
def design_part(request: HttpRequest, part: str) -> HttpResponse:
    """Whole pages of the design system: refusal, confirmation, and what went wrong."""
    _demo_only()
    if part == "refused":
        return errors.refuse(request, samples.REFUSED, next_steps=samples.NEXT_STEPS)
    if part == "confirm":
        return render(request, "web/confirm.html", samples.confirmation())
    wrong = {"broken": errors.broken, "stale": errors.stale_form, "unreadable": errors.bad_request}
    if part in wrong:
        return wrong[part](request)
    raise Http404


def _demo_only() -> None:
    if getattr(settings, "SITE_KIND", "") != "demo":
        raise Http404
