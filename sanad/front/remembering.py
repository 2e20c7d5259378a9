"""What the register keeps in mind for the next clipping: the paper and its day, or the very page. Never a name."""

from uuid import UUID

from django.http import HttpRequest
from django.utils import timezone

from sanad.accounts.readers import Reader
from sanad.front.forms.entry import Entry
from sanad.front.options import Bodies
from sanad.violations import queries
from sanad.violations.drafts import ReportDraft
from sanad.violations.models import Report

REMEMBERED = ("source", "source_kind", "dated", "language", "document_kind", "channel")
OF_THE_PAGE = ("page", "document_title")
SESSION, SAME_PAGE = "last_document", "same_page"


def remembered(request: HttpRequest, bodies: Bodies | None = None) -> dict[str, object]:
    """The fields of the source as they were last; with the page where the next report stands on it too."""
    last = request.session.get(SESSION, {})
    shown: dict[str, object] = {name: last.get(name, "") for name in REMEMBERED}
    same = request.session.get(SAME_PAGE)
    if same and bodies is not None:
        document = queries.document_kept(request.reader, UUID(same))
        if document is not None:  # its words are not in the session, which is in clear
            shown |= {"page": document.page, "document_title": document.title}
    return {**shown, "received_on": timezone.localdate().isoformat()}


def remember(request: HttpRequest, entry: Entry, report: Report | None = None, *, same_page: bool = False) -> None:
    """Keep source and day for the next clipping of the same paper."""
    assert entry.source is not None
    data = entry.source.cleaned_data
    kept = {name: data[name] or "" for name in REMEMBERED if name != "dated"}
    request.session[SESSION] = {**kept, "dated": data["dated"].text if data["dated"] else ""}
    if same_page and report is not None:
        request.session[SAME_PAGE] = str(report.document_id)
    else:
        request.session.pop(SAME_PAGE, None)


def document_again(reader: Reader, before: UUID | None, draft: ReportDraft) -> UUID | None:
    """The document of the last report, where this one says the same paper, day and page; else it gets its own."""
    document = queries.document_kept(reader, before) if before else None
    if document is None:
        return None
    said = draft.document
    dated = said.dated.text if said.dated else ""
    same = (document.institution_id, document.dated, document.page) == (said.institution, dated, said.page)
    return document.pk if same else None
