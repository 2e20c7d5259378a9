"""Files that show what was done: added, looked at, opened as a download. No page shows what is in a file."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sanad.accounts.permissions import Permission
from sanad.commitments import actions
from sanad.commitments.forms.beside import DestroyForm, FileOfForm, OpenForm
from sanad.commitments.models import Action, Evidence, Progress
from sanad.commitments.presenting.custody import custody_shown, download_name
from sanad.commitments.presenting.words import title_of
from sanad.commitments.queries.files import file_visible_to, is_destroyed, open_reports
from sanad.commitments.rules.reported import WhyDestroyed
from sanad.commitments.views.actions import kept
from sanad.commitments.views.parts import keeping, reading
from sanad.kit.refusals import Refused
from sanad.violations.actions import Custody
from sanad.violations.uploads import SealedUpload, SealingUpload
from sanad.web.doors import USER, readers
from sanad.web.downloads import sealed_file
from sanad.web.forms import add_refusal
from sanad.web.uploads import refused, takes_file


@keeping
@require_http_methods(["GET", "POST"])
@takes_file(SealingUpload)
def new(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Add a file to an action, or to a report of progress that waits; it is sealed while it comes in."""
    row, sent = kept(request, pk), request.method == "POST"
    reports = open_reports(request.reader, row)
    form = FileOfForm(reports, request.POST if sent else None, request.FILES if sent else None)
    valid = form.is_valid()
    if sent and not refused(request, form) and valid:
        try:
            return _kept(request, row, reports, form)
        except Refused as refusal:
            add_refusal(form, refusal)
    return render(request, "commitments/file_new.html", {"row": row, "title": title_of(row), "form": form})


def _kept(request: HttpRequest, row: Action, reports: list[Progress], form: FileOfForm) -> HttpResponse:
    data, upload = form.cleaned_data, form.cleaned_data["file"]
    assert isinstance(upload, SealedUpload)
    progress = next((one for one in reports if str(one.pk) == data["progress"]), None)
    actions.keep_file(
        row, upload.incoming, title=data["title"], name=upload.said_name, progress=progress, by=request.reader
    )
    messages.success(request, _("The file is kept, sealed."))
    return redirect("commitments:action", row.pk)


@reading
@require_GET
def one(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One file: what it is, and its custody."""
    return _page(request, _found(request, pk), OpenForm(initial={"custody": Custody.VIEWED}))


@readers(USER, permission=Permission.SEALED_OPEN)
@require_POST
def download(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """The file as a download that no browser runs or shows."""
    found, form = _found(request, pk), OpenForm(request.POST)
    if not form.is_valid():
        return _page(request, found, form)
    try:
        custody = Custody(form.cleaned_data["custody"])
        pieces = actions.open_file(found, custody, why=form.cleaned_data["why"], by=request.reader)
    except Refused as refusal:
        add_refusal(form, refusal)
        return _page(request, found, form)
    assert found.size is not None
    return sealed_file(pieces, name=download_name(found), size=found.size)


@readers(USER, permission=Permission.PROGRESS_VALIDATE)
@require_POST
def destroy(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Destroy a file that should not have come, as somebody who did not add it."""
    found, form = _found(request, pk), DestroyForm(request.POST, auto_id="destroy_%s")
    opening = OpenForm(initial={"custody": Custody.VIEWED})
    if found.custodian_id not in request.reader.keeps:
        raise Http404
    if not form.is_valid():
        return _page(request, found, opening, form)
    try:
        actions.destroy_file(found, WhyDestroyed(form.cleaned_data["why"]), by=request.reader)
    except Refused as refusal:
        add_refusal(form, refusal)
        return _page(request, found, opening, form)
    messages.success(request, _("The file is destroyed."))
    return redirect("commitments:file", pk)


def _found(request: HttpRequest, pk: UUID) -> Evidence:
    found = file_visible_to(request.reader, pk)
    if found is None:
        raise Http404
    return found


def _page(request: HttpRequest, found: Evidence, form: OpenForm, destroying: DestroyForm | None = None) -> HttpResponse:
    gone, reader = is_destroyed(found), request.reader
    destroys = reader.may(Permission.PROGRESS_VALIDATE) and found.custodian_id in reader.keeps and not gone
    opens = reader.may(Permission.SEALED_OPEN) and found.custodian_id in reader.opens and not gone
    context = {
        "file": found,
        "gone": gone,
        "title": title_of(found.action),
        "custody": custody_shown(reader, found),
        "form": form if opens else None,
        "destroying": (destroying or DestroyForm(auto_id="destroy_%s")) if destroys else None,
    }
    return render(request, "commitments/file.html", context)
