"""Codes offered while somebody types: a comfort of the script, the pages work without it."""

from django.http import Http404, HttpRequest, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from sanad.accounts.permissions import Permission
from sanad.codes import queries as codes
from sanad.codes.rules.suggesting import Written, suggested
from sanad.front.options import in_urdu
from sanad.web.doors import USER, readers

LONGEST = 60


@readers(USER, permission=Permission.REPORT_RECORD)
@require_GET
def code_list(request: HttpRequest) -> JsonResponse:
    """The codes of a vocabulary that some letters may mean, by name in both languages."""
    if "preset" in request.GET:
        return _preset(request.GET["preset"])
    vocabulary, said = request.GET.get("of", ""), request.GET.get("q", "")[:LONGEST]
    if vocabulary not in {one.slug for one in codes.vocabularies()}:
        raise Http404
    offered = {code.slug: code for code in codes.codes_offered(vocabulary)}
    ways = (Written(code.slug, (code.name_en, code.name_ur, *code.also)) for code in offered.values())
    urdu = in_urdu()
    found = [offered[slug] for slug in suggested(said, ways)]
    names = [(code.slug, *((code.name_ur, code.name_en) if urdu else (code.name_en, code.name_ur))) for code in found]
    return JsonResponse({"found": names})


def _preset(slug: str) -> JsonResponse:
    preset = next((one for one in codes.presets() if one.slug == slug), None)
    if preset is None:
        raise Http404
    return JsonResponse({"fills": {k: list(v) for k, v in preset.fills.items()}, "left": _("Nothing was empty.")})
