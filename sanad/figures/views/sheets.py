"""A table as a file."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_GET

from sanad.accounts.permissions import Permission
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
    return _file(sheets.as_csv(snapshot, counted), CSV, f"sanad-{snapshot.id}.csv")


@readers(USER, permission=Permission.FIGURE_EXPORT)
@require_GET
def as_xlsx(request: HttpRequest) -> HttpResponse:
    """A workbook."""
    snapshot, wanted = asked(request)
    counted = snapshot.count(wanted)
    actions.note_export(counted, "xlsx", by=request.reader)
    return _file(sheets.as_xlsx(snapshot, counted), XLSX, f"sanad-{snapshot.id}.xlsx")


def _file(content: bytes, kind: str, name: str) -> HttpResponse:
    return HttpResponse(content, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}"'})
