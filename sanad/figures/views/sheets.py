"""A table as a file."""

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from sanad.accounts.permissions import Permission
from sanad.accounts.queries.naming import office_names
from sanad.figures import actions
from sanad.figures.presenting import sheets
from sanad.figures.views.asking import asked
from sanad.web.doors import USER, readers

CSV = "text/csv; charset=utf-8"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@readers(USER, permission=Permission.FIGURE_EXPORT)
@require_GET
def as_csv(request: HttpRequest) -> HttpResponse:
    """Comma-separated, for every program."""
    snapshot, wanted = asked(request)
    counted = snapshot.count(wanted)
    actions.note_export(counted, "csv", by=request.reader)
    return _file(sheets.as_csv(snapshot, counted, _taken(request)), CSV, f"sanad-{snapshot.id}.csv")


@readers(USER, permission=Permission.FIGURE_EXPORT)
@require_GET
def as_xlsx(request: HttpRequest) -> HttpResponse:
    """A workbook."""
    snapshot, wanted = asked(request)
    counted = snapshot.count(wanted)
    actions.note_export(counted, "xlsx", by=request.reader)
    return _file(sheets.as_xlsx(snapshot, counted, _taken(request)), XLSX, f"sanad-{snapshot.id}.xlsx")


def _taken(request: HttpRequest) -> sheets.Taken:
    reader = request.reader
    office = office_names([reader.office_id])[reader.office_id] if reader.office_id is not None else ""
    return sheets.Taken(reader.name, office, timezone.now())


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
