"""The matrix with its lights, what is due this quarter, bottlenecks counted."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from sanad.commitments.presenting.words import shown, title_of
from sanad.commitments.queries import bottlenecks_visible_to
from sanad.commitments.queries.due import due_this_quarter
from sanad.commitments.queries.lit import lights_of, lit_actions, lit_indicators, waiting_reports
from sanad.commitments.queries.matrix import Across, bottlenecks_counted
from sanad.commitments.queries.matrix import matrix as laid_out
from sanad.commitments.rules.lights import Light
from sanad.commitments.views.parts import reading, tabs

OPEN_SHOWN = 100


def _across(request: HttpRequest) -> Across:
    said = request.GET.get("by", "")
    return Across(said) if said in set(Across) else Across.THEME


@reading
@require_GET
def matrix(request: HttpRequest) -> HttpResponse:
    """Actions by theme, institution or province, with the number of each light."""
    across = _across(request)
    lit = lit_actions(request.reader)
    lights = [light for light in Light if light in lights_of(lit)]
    names = {Across.THEME: _("By theme"), Across.INSTITUTION: _("By institution"), Across.PROVINCE: _("By province")}
    rows = [
        (row, [(row.lights[light], _address(across, row.key, light)) for light in lights], _address(across, row.key))
        for row in laid_out(lit, across)
    ]
    context = {
        "tabs": tabs(request),
        "ways": [(name, f"?by={one.value}", one is across) for one, name in names.items()],
        "title": names[across],
        "lights": [shown(light) for light in lights],
        "rows": rows,
        "number": len(lit),
        "indicators": [(one, title_of(one.indicator), shown(one.light, one.reasons)) for one in _of_outcome(request)],
        "waiting": waiting_reports(request.reader).count(),
    }
    return render(request, "commitments/matrix.html", context)


def _of_outcome(request: HttpRequest) -> list:
    return [one for one in lit_indicators(request.reader) if one.indicator.live or one.indicator.kind == "outcome"][:12]


def _address(across: Across, key: str, light: Light | None = None) -> str:
    said = {across.value: key or "-"} | ({"light": light.value} if light else {})
    return f"{reverse('commitments:actions')}?{urlencode(said)}"


@reading
@require_GET
def due(request: HttpRequest) -> HttpResponse:
    """Everything that is due until the end of this quarter."""
    found = due_this_quarter(request.reader)
    context = {"tabs": tabs(request), "due": found, "waiting": list(waiting_reports(request.reader)[:OPEN_SHOWN])}
    return render(request, "commitments/due.html", context)


@reading
@require_GET
def bottlenecks(request: HttpRequest) -> HttpResponse:
    """How many of each kind, and those that are open."""
    still = bottlenecks_visible_to(request.reader).filter(solved_on=None).order_by("since", "id")[:OPEN_SHOWN]
    context = {"tabs": tabs(request), "kinds": bottlenecks_counted(request.reader), "open": still}
    return render(request, "commitments/bottlenecks.html", context)
