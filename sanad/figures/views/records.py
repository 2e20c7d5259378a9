"""The records behind a number: ids come from the snapshot, today's rights decide what is shown."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sanad.accounts.permissions import Permission
from sanad.figures.presenting import captions, labels, lines
from sanad.figures.views.asking import asked
from sanad.web.doors import USER, readers

SHOWN = 50
MOST = 5_000


@readers(USER, permission=Permission.FIGURE_COUNT)
@require_GET
def records(request: HttpRequest) -> HttpResponse:
    """The events in which a cell finds something, the latest first."""
    snapshot, wanted = asked(request)
    found = snapshot.behind(wanted, most=MOST)
    page = max(1, int(request.GET["page"])) if request.GET.get("page", "").isdecimal() else 1
    visible = lines.events_of(request.reader, found.events)
    shown = visible[(page - 1) * SHOWN : page * SHOWN]
    context = {
        "wanted": wanted,
        "snapshot": snapshot,
        "filters": captions.filters(wanted),
        "unit": labels.UNITS[wanted.unit],
        "sentence": lines.sentence(wanted.unit, found.number, found.in_events, len(visible), MOST),
        "lines": lines.event_lines(request.reader, shown),
        "previous": _page(request, page - 1) if page > 1 else "",
        "next": _page(request, page + 1) if len(visible) > page * SHOWN else "",
    }
    return render(request, "figures/records.html", context)


def _page(request: HttpRequest, number: int) -> str:
    query = request.GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"
