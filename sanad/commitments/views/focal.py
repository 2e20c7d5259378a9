"""Focal points and their links; validating what they report."""

from datetime import datetime, time
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sanad.accounts.links import links_of, revoke_link
from sanad.accounts.permissions import Permission
from sanad.commitments import actions
from sanad.commitments.actions.reporting import PURPOSE
from sanad.commitments.forms.beside import FocalPointForm, LinkForm, VerdictForm
from sanad.commitments.models import FocalPoint
from sanad.commitments.presenting.words import title_of
from sanad.commitments.queries import actions_visible_to, focal_points_visible_to, progress_visible_to
from sanad.commitments.queries.files import files_of
from sanad.commitments.queries.named import institution_numbered
from sanad.commitments.rules.reported import Verdict
from sanad.commitments.views.parts import keeping, reading, tabs
from sanad.kit.refusals import Refused
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal
from sanad.web.qr import qr_svg


@reading
@require_http_methods(["GET", "POST"])
def focal_points(request: HttpRequest) -> HttpResponse:
    """Who reports for which institution."""
    may_keep = request.reader.may(Permission.COMMITMENT_KEEP)
    form = FocalPointForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        institution = institution_numbered(said["institution"])
        try:
            assert institution is not None
            made = actions.name_focal_point(
                institution,
                said["name"],
                designation=said["designation"],
                language=said["language"],
                by=request.reader,
            )
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            return redirect("commitments:focal_point", made.pk)
    context = {"tabs": tabs(request), "rows": focal_points_visible_to(request.reader), "form": form}
    return render(request, "commitments/focal_points.html", context | {"may_keep": may_keep})


@keeping
@require_http_methods(["GET", "POST"])
def focal_point(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One focal point: give a link, revoke it, end it. A new link is shown this once."""
    mine = focal_points_visible_to(request.reader).filter(custodian_id__in=request.reader.keeps)
    row = get_object_or_404(mine, pk=pk)
    form = LinkForm(request.POST if request.POST.get("do") == "give" else None)
    address = ""
    try:
        if form.is_bound and form.is_valid():
            end = timezone.make_aware(datetime.combine(form.cleaned_data["until"], time.max))
            _link, token = actions.give_link(row, end, by=request.reader)
            address = request.build_absolute_uri(reverse("commitments:report", args=[token]))
        elif request.POST.get("do") in ("revoke", "end"):
            _taken_away(request, row)
            return redirect("commitments:focal_point", pk)
    except Refused as refusal:
        add_refusal(form, refusal) if form.is_bound else messages.error(request, str(refusal))
    leads = actions_visible_to(request.reader).filter(lead=row.institution, custodian_id=row.custodian_id)
    context = {
        "row": row,
        "form": form,
        "address": address,
        "qr": qr_svg(address, _("The link as a picture for a telephone")) if address else "",
        "links": links_of(request.reader, row.pk, PURPOSE)[:20],
        "now": timezone.now(),
        "leads": [(one, title_of(one)) for one in leads[:60]],
    }
    return render(request, "commitments/focal_point.html", context)


def _taken_away(request: HttpRequest, row: FocalPoint) -> None:
    if request.POST["do"] == "end":
        actions.end_focal_point(row, by=request.reader)
        messages.success(request, _("This person no longer reports; the link opens nothing any more."))
        return
    for link in links_of(request.reader, row.pk, PURPOSE).filter(revoked_at=None):
        revoke_link(link, request.reader)
    messages.success(request, _("The link is revoked; it opens nothing any more."))


@readers(USER, permission=Permission.PROGRESS_VALIDATE)
@require_http_methods(["GET", "POST"])
def validate(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Look at a report of progress as the second person."""
    mine = progress_visible_to(request.reader).filter(custodian_id__in=request.reader.keeps)
    row = get_object_or_404(mine, pk=pk)
    form = VerdictForm(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.validate_progress(row, Verdict(said["verdict"]), remark=said["remark"], by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("What you said is kept."))
            return redirect("commitments:action", row.action_id)
    earlier = progress_visible_to(request.reader).filter(action=row.action).exclude(pk=pk)[:3]
    context = {"row": row, "form": form, "title": title_of(row.action), "earlier": earlier, "files": files_of(row)}
    return render(request, "commitments/validate.html", context)
