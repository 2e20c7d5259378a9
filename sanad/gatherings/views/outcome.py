"""What came out: minutes, follow-ups, files."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sanad.accounts.permissions import Permission
from sanad.gatherings import actions, queries
from sanad.gatherings.forms.outcome import DoneForm, MaterialForm, MinutesForm, OpenForm
from sanad.gatherings.views.finding import HOLD, READ, gathering_or_404, held_or_404
from sanad.kit.refusals import Refused
from sanad.violations.rules.media import ending_of
from sanad.violations.uploads import SealedUpload, SealingUpload
from sanad.web.downloads import sealed_file
from sanad.web.forms import add_refusal
from sanad.web.uploads import refused, takes_file


@HOLD
@require_http_methods(["GET", "POST"])
def minutes(request: HttpRequest, ref: str) -> HttpResponse:
    """Write the minutes."""
    found = held_or_404(request, ref)
    form = MinutesForm(request.POST if request.method == "POST" else None, initial={"minutes": found.minutes})
    if request.method == "POST" and form.is_valid():
        actions.write_minutes(found, form.cleaned_data["minutes"], by=request.reader)
        messages.success(request, _("The minutes are kept."))
        return redirect("gatherings:gathering", ref)
    return render(request, "gatherings/minutes.html", {"gathering": found, "form": form})


@HOLD
@require_POST
def follow_up_done(request: HttpRequest, ref: str, pk: UUID) -> HttpResponse:
    """Write down that something is done."""
    found, form = held_or_404(request, ref), DoneForm(request.POST)
    if form.is_valid():
        actions.finish_follow_up(found, pk, note=form.cleaned_data["note"], by=request.reader)
    return redirect("gatherings:lines", ref, "follow-ups")


@HOLD
@require_http_methods(["GET", "POST"])
@takes_file(SealingUpload)
def material_new(request: HttpRequest, ref: str) -> HttpResponse:
    """Add a file; it is sealed while it comes in."""
    found, sent = held_or_404(request, ref), request.method == "POST"
    form = MaterialForm(request.POST if sent else None, request.FILES if sent else None)
    valid = form.is_valid()
    if sent and not refused(request, form) and valid:
        data, upload = form.cleaned_data, form.cleaned_data["file"]
        assert isinstance(upload, SealedUpload)
        try:
            actions.add_material(
                found, upload.incoming, kind=data["kind"], title=data["title"], consent=data["consent"],
                name=upload.said_name, by=request.reader,
            )  # fmt: skip
            messages.success(request, _("The file is kept, sealed."))
            return redirect("gatherings:gathering", ref)
        except Refused as refusal:
            add_refusal(form, refusal)
    return render(request, "gatherings/material_new.html", {"gathering": found, "form": form})


@READ
@require_http_methods(["GET", "POST"])
def material(request: HttpRequest, ref: str, pk: UUID) -> HttpResponseBase:
    """One file: what it is; a download for a reason."""
    found = gathering_or_404(request, ref)
    one = queries.material_visible_to(request.reader, pk)
    if one is None or one.gathering_id != found.pk:
        raise Http404
    may_open = request.reader.may(Permission.SEALED_OPEN)
    form = OpenForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and may_open and form.is_valid():
        try:
            pieces = actions.open_material(one, why=form.cleaned_data["why"], by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            name = f"{found.reference}-{str(one.pk)[-6:]}.{ending_of(one.media_type)}"
            return sealed_file(pieces, name=name, size=one.size)
    context = {"gathering": found, "one": one, "form": form if may_open else None}
    return render(request, "gatherings/material.html", context)
