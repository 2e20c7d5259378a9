"""Two official lists compared on the same records."""

from typing import cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from sanad.accounts.permissions import Permission
from sanad.figures.lists_form import ListsForm
from sanad.figures.presenting import captions
from sanad.figures.presenting import lists as presenting
from sanad.figures.queries import latest_snapshot, open_snapshot
from sanad.figures.rules.dimensions import CATEGORY, Unit
from sanad.figures.rules.requests import RANGE, read_request
from sanad.figures.rules.results import Counted
from sanad.web.doors import USER, readers


@readers(USER, permission=Permission.FIGURE_COUNT)
@require_GET
def lists(request: HttpRequest) -> HttpResponse:
    """One list down, the other across; in a cell what both say of, and below it what each list holds."""
    if latest_snapshot(request.reader) is None:
        return render(request, "figures/no_snapshot.html")
    snapshot = open_snapshot(request.reader, request.GET.get("snapshot", ""))
    two = presenting.two_lists(snapshot.lists)
    first = {"one": two[0].slug, "other": two[1].slug, "unit": Unit.EVENTS.value} if two else {}
    form = ListsForm(request.GET if "one" in request.GET else first, lists=snapshot.lists)
    context: dict[str, object] = {"form": form, "snapshot": snapshot}
    if form.is_valid():
        said = form.cleaned_data
        years = [f"year={said['year_from']}{RANGE}{said['year_to']}"] if said["year_from"] or said["year_to"] else []
        columns = [CATEGORY + said["other"]] if said["other"] != said["one"] else []
        wanted = read_request(
            said["unit"], [CATEGORY + said["one"]], columns, years, snapshot=snapshot.id, lists=snapshot.lists
        )
        context |= {"wanted": wanted, "title": captions.title(wanted), "filters": captions.filters(wanted)}
        crossed = presenting.crossed(snapshot, wanted)
        context |= crossed | {"notes": captions.notes(cast(Counted, crossed["counted"]))}
    return render(request, "figures/lists.html", context)
