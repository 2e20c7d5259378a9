"""What answers in the room: the doors of gatherings, and nothing else of the site."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponseNotFound

DOORS = ("/door/", "/static/")
LANGUAGE = "/language/"


def only_doors(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Answer every other address as if it were not there; whoever is signed in elsewhere is a stranger here too."""

    def answer(request: HttpRequest) -> HttpResponse:
        if request.path_info != LANGUAGE and not request.path_info.startswith(DOORS):
            return HttpResponseNotFound("404\n", content_type="text/plain")
        return get_response(request)

    return answer
