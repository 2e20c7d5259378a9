"""Headers that every answer carries, and the page for a refusal that no view caught."""

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from sanad.kit.refusals import Refused
from sanad.web import errors
from sanad.web.doors import PUBLIC, readers_of

Answer = Callable[[HttpRequest], HttpResponse]

CONTENT_SECURITY_POLICY = "; ".join(
    (
        "default-src 'self'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",  # Bootstrap draws its marks as data: pictures; so is a QR code drawn
        "object-src 'none'",
        "worker-src 'none'",
        "frame-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
    )
)

HEADERS = {
    "Content-Security-Policy": CONTENT_SECURITY_POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=(), usb=(), display-capture=(), "
    "publickey-credentials-get=(self), publickey-credentials-create=(self)",
}


def security_headers(get_response: Answer) -> Answer:
    """Set the headers that a view did not set itself; keep every page out of every cache."""

    def answer(request: HttpRequest) -> HttpResponse:
        response = get_response(request)
        for name, value in HEADERS.items():
            response.headers.setdefault(name, value)
        if not _may_be_kept(request, response):
            response.headers["Cache-Control"] = "no-store"
        return response

    return answer


def well_formed(get_response: Answer) -> Answer:
    """Answer an address with a NUL in it at once: no text has one, and the database would break over it."""

    def answer(request: HttpRequest) -> HttpResponse:
        if "\0" in request.path_info or "%00" in request.META.get("QUERY_STRING", ""):
            return errors.bad_request(request)
        return get_response(request)

    return answer


def _may_be_kept(request: HttpRequest, response: HttpResponse) -> bool:
    """Style sheets and scripts; and a page for the public alone, if its view says so and nobody is signed in.

    The cookie, not the user: asking for the user here could open a connection outside the scope.
    """
    said = response.headers.get("Cache-Control", "")
    if "no-store" in said or request.path.startswith(settings.STATIC_URL):
        return True
    match = getattr(request, "resolver_match", None)
    for_all = match is not None and readers_of(match.func) == frozenset({PUBLIC})
    return bool(said) and for_all and settings.SESSION_COOKIE_NAME not in request.COOKIES and not response.cookies


class RefusalPages:
    """Answer a `Refused` that no view caught with a page that says why and what to do.

    Must stand outside the middleware that opens the transaction: Django asks the
    inner ones first, so the transaction is rolled back before the page is made.
    """

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        if isinstance(exception, Refused):
            return errors.refuse(request, exception)
        return None
