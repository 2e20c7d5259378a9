"""The page of a report: what it says now and said before; withdrawn, opened."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods

from sanad.accounts.permissions import Permission
from sanad.front.after import count_anew
from sanad.front.forms.judging import ReasonForm
from sanad.front.presenting.consent import people_shown
from sanad.front.presenting.evidence import files_shown
from sanad.front.presenting.report import opened_values, report_page
from sanad.front.views.finding import kept_or_404, told_or_404
from sanad.kit.refusals import Incomplete
from sanad.vault.opening import open_sealed
from sanad.vault.rules import Purpose
from sanad.violations import actions, queries
from sanad.web import undo
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal

OWN_ENTRY = "own entry of today"  # written down as the reason


@readers(USER, permission=Permission.REPORT_READ)
@require_GET
def report(request: HttpRequest, ref: str) -> HttpResponse:
    """What one source says, with every wording that it had."""
    told = told_or_404(request.reader, ref)
    page = report_page(request.reader, told)
    context = {
        "page": page,
        "report": told.report,
        "files": files_shown(request.reader, [told]),
        "people": people_shown(request.reader, told),
        "adds": page.may_correct and request.reader.may(Permission.REPORT_CORRECT),
    }
    return render(request, "front/report.html", context)


@readers(USER, permission=Permission.JUDGE_WITHDRAW)
@require_http_methods(["GET", "POST"])
def withdraw(request: HttpRequest, ref: str) -> HttpResponse:
    """Entered in error: the report stays readable and counts nowhere."""
    told = told_or_404(request.reader, ref)
    report = kept_or_404(request.reader, told)
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        judgement = actions.withdraw_report(report, why=form.cleaned_data["why"], by=request.reader)
        count_anew(request.reader)
        sentence = _("Report %(reference)s is withdrawn.") % {"reference": report.reference}
        back = reverse("front:undo", args=[judgement.pk])
        undo.done(request, sentence, address=back, fields={"why": _("taken back at once")})
        return redirect("front:report", report.reference)
    if report.account.withdrawn:
        raise Http404
    context = {
        "title": _("Withdraw this report?"),
        "sentence": _("For a report that was entered in error. It stays readable and is in no count."),
        "form": form,
        "button": _("Withdraw the report"),
        "danger": True,
        "back": reverse("front:report", args=[report.reference]),
    }
    return render(request, "web/confirm.html", context)


@readers(USER, permission=Permission.SEALED_OPEN)
@sensitive_variables("values")
@require_http_methods(["GET", "POST"])
def names(request: HttpRequest, ref: str) -> HttpResponse:
    """Open the sealed values of a report, once, for a reason that is written down.

    Whoever typed the report is not asked on the day on which she did: she reads her own entry again.
    """
    told = told_or_404(request.reader, ref)
    if told.report.custodian_id not in request.reader.opens:
        raise Http404
    own = queries.typed_today_by(request.reader, told)
    form = ReasonForm(request.POST or None)
    values = None
    if own or form.is_valid():
        reason, purpose = (OWN_ENTRY, Purpose.ENTRY) if own else (form.cleaned_data["why"], Purpose.READING)
        try:
            opened = open_sealed(request.reader, queries.sealed_refs(told), reason=reason, purpose=purpose)
            values = opened_values(told, opened)
        except Incomplete as refusal:
            add_refusal(form, refusal)
    response = render(request, "front/names.html", {"report": told.report, "form": form, "values": values})
    response["Cache-Control"] = "no-store"
    return response
