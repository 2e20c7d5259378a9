"""Why did this number change? One question, two snapshots."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sanad.accounts.permissions import Permission
from sanad.figures.presenting import captions, differences
from sanad.figures.queries import change, open_snapshot, snapshots
from sanad.figures.views.asking import asked
from sanad.web.doors import USER, readers

OFFERED = 30


@readers(USER, permission=Permission.FIGURE_COUNT)
@require_GET
def why(request: HttpRequest) -> HttpResponse:
    """What came, what went, and by what cause, since an earlier snapshot."""
    later, wanted = asked(request)
    others = snapshots(request.reader).filter(confirmed_at__lt=later.confirmed_at)[:OFFERED]
    context = {"wanted": wanted, "later": later, "others": others, "title": captions.title(wanted)}
    since = request.GET.get("since") or (others[0].pk if others else "")
    if since:
        earlier = open_snapshot(request.reader, since)
        found = change(request.reader, earlier, later, wanted)
        context |= {"earlier": earlier, "filters": captions.filters(wanted)} | differences.page(found)
    return render(request, "figures/why.html", context)
