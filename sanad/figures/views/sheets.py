"""A table as a file: why it is taken out is asked first, and stands in the file."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from sanad.accounts.permissions import Permission
from sanad.accounts.queries.naming import names_by_number, office_names
from sanad.accounts.readers import Reader
from sanad.figures import actions
from sanad.figures.forms import TakeOutForm
from sanad.figures.models import TakenOut
from sanad.figures.presenting import captions, sheets
from sanad.figures.queries import OpenSnapshot, taken_out_visible_to
from sanad.figures.rules.results import Counted
from sanad.figures.views.asking import asked
from sanad.kit.refusals import Refused
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
Make = Callable[[OpenSnapshot, Counted, sheets.Taken], bytes]


@readers(USER, permission=Permission.FIGURE_EXPORT)
@require_http_methods(["GET", "POST"])
def as_csv(request: HttpRequest) -> HttpResponse:
    """Comma-separated, for every program."""
    return _taken_out(request, TakenOut.Kind.CSV, CSV, sheets.as_csv)


@readers(USER, permission=Permission.FIGURE_EXPORT)
@require_http_methods(["GET", "POST"])
def as_xlsx(request: HttpRequest) -> HttpResponse:
    """A workbook."""
    return _taken_out(request, TakenOut.Kind.XLSX, XLSX, sheets.as_xlsx)


@readers(USER, permission=Permission.FIGURE_EXPORT)
@require_GET
def taken_out(request: HttpRequest) -> HttpResponse:
    """What left the house as a file: who took it, when and why."""
    rows = list(taken_out_visible_to(request.reader))
    names = names_by_number({row.made_by for row in rows if row.made_by})
    lines = [(row, names.get(row.made_by or 0, "")) for row in rows]
    return render(request, "figures/taken_out.html", {"rows": lines})


def taken_by(reader: Reader, taken: TakenOut) -> sheets.Taken:
    """What the file says of its own taking out."""
    office = office_names([reader.office_id])[reader.office_id] if reader.office_id is not None else ""
    return sheets.Taken(reader.name, office, taken.at, taken.why)


def _taken_out(request: HttpRequest, kind: str, media_type: str, make: Make) -> HttpResponse:
    snapshot, wanted = asked(request)
    form = TakeOutForm(request.POST or None)
    title = captions.title(wanted)
    if form.is_valid():
        counted = snapshot.count(wanted)
        try:
            taken = actions.take_out(counted, title, kind=kind, why=form.cleaned_data["why"], by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            content = make(snapshot, counted, taken_by(request.reader, taken))
            return _file(content, media_type, f"sanad-{snapshot.id}.{kind}")
    context = {
        "form": form, "title": title, "filters": captions.filters(wanted), "wanted": wanted, "kind": kind.upper(),
    }  # fmt: skip
    return render(request, "figures/take_out.html", context)


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
