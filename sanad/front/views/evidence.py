"""Files of a report: added, listed, opened as a download. No page shows what is in a file."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from sanad.accounts.permissions import Permission
from sanad.front.forms.evidence import EvidenceForm, OpenForm
from sanad.front.presenting.evidence import custody_shown, download_name, file_shown, persons_of
from sanad.front.views.finding import kept_or_404, told_or_404
from sanad.kit.refusals import Refused
from sanad.violations import actions, queries
from sanad.violations.actions import Custody
from sanad.violations.models import Evidence
from sanad.violations.queries import Told
from sanad.violations.uploads import SealedUpload, SealingUpload
from sanad.web.doors import USER, readers
from sanad.web.downloads import sealed_file
from sanad.web.forms import add_refusal
from sanad.web.uploads import refused, takes_file


@readers(USER, permission=Permission.REPORT_CORRECT)
@require_http_methods(["GET", "POST"])
@takes_file(SealingUpload)
def evidence_new(request: HttpRequest, ref: str) -> HttpResponse:
    """Add a file to a report; it is sealed while it comes in."""
    told = told_or_404(request.reader, ref)
    kept_or_404(request.reader, told)
    sent = request.method == "POST"
    form = EvidenceForm(persons_of(told), request.POST if sent else None, request.FILES if sent else None)
    valid = form.is_valid()
    if sent and not refused(request, form) and valid:
        try:
            return _kept(request, told, form)
        except Refused as refusal:
            add_refusal(form, refusal)
    return render(request, "front/evidence_new.html", {"report": told.report, "form": form})


def _kept(request: HttpRequest, told: Told, form: EvidenceForm) -> HttpResponse:
    data, upload = form.cleaned_data, form.cleaned_data["file"]
    assert isinstance(upload, SealedUpload)
    mention = UUID(data["mention"]) if data["mention"] else None
    actions.add_evidence(
        told.report, upload.incoming, kind=data["kind"], title=data["title"], name=upload.said_name, mention=mention,
        by=request.reader,
    )  # fmt: skip
    messages.success(request, _("The file is kept, sealed."))
    return redirect("front:report", told.report.reference)


@readers(USER, permission=Permission.REPORT_READ)
@require_GET
def evidence(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One file: what it is, and its custody."""
    found, told = _found_or_404(request, pk)
    return _page(request, found, told, OpenForm(initial={"custody": Custody.VIEWED}))


@readers(USER, permission=Permission.SEALED_OPEN)
@require_http_methods(["POST"])
def evidence_file(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """The file as a download that no browser runs or shows."""
    found, told = _found_or_404(request, pk)
    form = OpenForm(request.POST)
    if not form.is_valid():
        return _page(request, found, told, form)
    try:
        custody, why = Custody(form.cleaned_data["custody"]), form.cleaned_data["why"]
        pieces = actions.open_evidence(found, custody, why=why, by=request.reader)
    except Refused as refusal:
        add_refusal(form, refusal)
        return _page(request, found, told, form)
    name = download_name(told.report, found)
    return sealed_file(pieces, name=name, size=found.size)


def _found_or_404(request: HttpRequest, pk: UUID) -> tuple[Evidence, Told]:
    found = queries.evidence_visible_to(request.reader, pk)
    if found is None:
        raise Http404
    return found, told_or_404(request.reader, found.report.reference)


def _page(request: HttpRequest, found: Evidence, told: Told, form: OpenForm) -> HttpResponse:
    gone = bool(queries.destroyed_among([found]))
    shown = file_shown(request.reader, found, told, gone=gone)
    opens = request.reader.may(Permission.SEALED_OPEN) and not gone and not shown.closed
    context = {
        "file": shown,
        "report": told.report,
        "custody": custody_shown(request.reader, found),
        "form": form if opens else None,
    }
    return render(request, "front/evidence.html", context)
