"""The task-force pack as a file."""

from django.http import HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.http import require_GET

from sanad.commitments.presenting.pack import make_pack, note_pack
from sanad.commitments.views.parts import reading


@reading
@require_GET
def pack(request: HttpRequest) -> HttpResponse:
    """A few pages for a meeting: decisions, lights, live indicators, what is overdue; in English or Urdu."""
    said = request.GET.get("language", "")
    with translation.override(said if said in ("en", "ur") else request.LANGUAGE_CODE):
        made = make_pack(request.reader)
    note_pack(request.reader)
    headers = {"Content-Disposition": 'inline; filename="task-force.pdf"'}
    return HttpResponse(made, content_type="application/pdf", headers=headers)
