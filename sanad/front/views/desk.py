"""My desk: what waits for me, by what I may do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sanad.front.presenting.desk import desk_page
from sanad.web.doors import USER, readers


@readers(USER)
@require_GET
def desk(request: HttpRequest) -> HttpResponse:
    """The first page after signing in."""
    return render(request, "front/desk.html", {"page": desk_page(request.reader)})
