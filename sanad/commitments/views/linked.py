"""What a focal point does on a telephone, without an account: look at the own actions, report on one."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sanad.accounts.links import by_link
from sanad.accounts.models import Link
from sanad.commitments import actions
from sanad.commitments.actions.reporting import PURPOSE, period_for
from sanad.commitments.forms.beside import FileForm, ProgressForm
from sanad.commitments.models import FocalPoint
from sanad.commitments.presenting.words import title_of
from sanad.commitments.queries.files import files_of, open_report_of
from sanad.commitments.queries.linked import action_of, actions_of, focal_point_of, reports_of
from sanad.kit.refusals import Refused
from sanad.violations.uploads import SealingUpload
from sanad.web.doors import LINK, readers
from sanad.web.forms import add_refusal
from sanad.web.uploads import MEGABYTE, refused, takes_file

LARGEST = 25 * MEGABYTE  # by a link: a photograph, a gazette


def _who(link: Link) -> FocalPoint:
    found = focal_point_of(link)
    if found is None:
        raise Http404
    return found


@readers(LINK)
@by_link(PURPOSE)
def mine(request: HttpRequest, link: Link) -> HttpResponse:
    """The actions of a focal point's institution, those with a report due first."""
    who = _who(link)
    rows = list(actions_of(who)[:200])
    reports = reports_of(who, rows)
    shown = []
    for one in rows:
        period, said = period_for(one), reports.get(one.pk, [])
        newest = said[0] if said else None
        there = newest is not None and period is not None and newest.period == period.key
        is_due = period is not None and (not there or (newest is not None and newest.verdict == "returned"))
        shown.append((one, title_of(one), period, newest, is_due))
    shown.sort(key=lambda row: not row[4])
    token = request.resolver_match.kwargs["token"] if request.resolver_match else ""
    context = {"who": who, "rows": shown, "token": token, "due": sum(row[4] for row in shown), "link": link}
    return render(request, "commitments/mine.html", context)


@readers(LINK)
@by_link(PURPOSE)
@require_http_methods(["GET", "POST"])
def report(request: HttpRequest, link: Link, pk: UUID) -> HttpResponse:
    """A focal point reports on one action of their institution."""
    who = _who(link)
    row = action_of(who, pk)
    if row is None:
        raise Http404
    token = request.resolver_match.kwargs["token"] if request.resolver_match else ""
    form = ProgressForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = {**form.cleaned_data, "language": request.LANGUAGE_CODE}
        try:
            actions.report_by_link(row, said, by=request.reader, focal_point=who, link=link)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("Thank you. The report has arrived; somebody looks at it before it counts."))
            return redirect("commitments:report", token)
    earlier = reports_of(who, [row]).get(row.pk, [])[:3]
    context = {"who": who, "row": row, "title": title_of(row), "form": form, "token": token, "earlier": earlier}
    context |= {"period": period_for(row), "waiting": open_report_of(who, row)}
    return render(request, "commitments/report.html", context)


@readers(LINK)
@by_link(PURPOSE)
@require_http_methods(["GET", "POST"])
@takes_file(SealingUpload, largest=LARGEST)
def add_file(request: HttpRequest, link: Link, pk: UUID) -> HttpResponse:
    """A focal point adds a file to what they have just reported; it is sealed while it comes in."""
    who = _who(link)
    row = action_of(who, pk)
    reported = open_report_of(who, row) if row else None
    if row is None or reported is None:
        raise Http404
    sent = request.method == "POST"
    form = FileForm(request.POST if sent else None, request.FILES if sent else None)
    valid, token = form.is_valid(), request.resolver_match.kwargs["token"] if request.resolver_match else ""
    if sent and not refused(request, form) and valid:
        upload, title = form.cleaned_data["file"], form.cleaned_data["title"]
        try:
            actions.keep_file_by_link(
                reported, upload.incoming, title=title, name=upload.said_name, by=request.reader, focal_point=who,
                link=link,
            )  # fmt: skip
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The file is kept, sealed."))
            return redirect("commitments:report_file", token, pk)
    context = {"who": who, "row": row, "title": title_of(row), "form": form, "token": token, "reported": reported}
    return render(request, "commitments/report_file.html", context | {"files": files_of(reported)})
