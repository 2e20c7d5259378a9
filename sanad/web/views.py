"""Pages of the design system itself."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_POST
from django.views.i18n import set_language

from sanad.web.doors import LINK, PUBLIC, USER, readers


@readers(USER, LINK, PUBLIC)
@require_POST
def language(request: HttpRequest) -> HttpResponse:
    """Change the language and come back to the same page."""
    return set_language(request)
