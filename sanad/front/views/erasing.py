"""Erasing a person: one asks, another agrees and does it; then what may still name them is read and redacted."""

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from sanad.accounts.actions import approve, ask_approval, refuse
from sanad.accounts.models import Approval
from sanad.accounts.permissions import Permission
from sanad.accounts.queries.approvals import approval_in_force, approvals_asked_by, approvals_waiting_for
from sanad.accounts.queries.naming import names_of
from sanad.accounts.rules import ApprovalKind
from sanad.front.after import count_anew
from sanad.front.forms.erasing import EraseForm, RedactForm
from sanad.front.forms.judging import ReasonForm
from sanad.front.views.consent import person_or_404
from sanad.front.views.finding import kept_or_404, told_or_404
from sanad.kit.refusals import Refused
from sanad.vault.opening import open_sealed
from sanad.vault.rules import Purpose
from sanad.violations import actions, queries
from sanad.violations.models import Report
from sanad.violations.queries import Told
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal


@dataclass(frozen=True)
class Standing:
    """How far an erasure has come, for this reader."""

    mine: Approval | None  # asked by this reader, and not decided
    theirs: Approval | None  # asked by another: this reader may agree
    agreed: bool

    @property
    def may_erase(self) -> bool:
        """Whether this reader may do it now."""
        return self.agreed or self.theirs is not None


@readers(USER, permission=Permission.PERSON_ERASE)
@require_http_methods(["GET", "POST"])
def erase(request: HttpRequest, ref: str, root: UUID) -> HttpResponse:
    """Ask for it; agree and do it; see what is left to read."""
    told, page = person_or_404(request, ref, root)
    standing = _standing(request, root)
    deed = request.POST.get("do", "") if request.method == "POST" else ""
    sent = request.POST if deed in ("ask", "erase") else None
    form = EraseForm(sent) if standing.may_erase else ReasonForm(sent)
    if deed == "decline" and standing.theirs is not None:
        refuse(standing.theirs, by=request.reader)
        messages.success(request, _("You have declined; nobody was erased."))
        return redirect("front:person", ref, root)
    if form.is_valid():
        try:
            return _done(request, told, root, standing, form)
        except Refused as refusal:
            add_refusal(form, refusal)
    erased = queries.erased_at(root)
    context = {
        "report": told.report,
        "page": page,
        "form": form,
        "standing": standing,
        "asked_by": names_of(request.reader, [standing.theirs.asked_by_id]) if standing.theirs else {},
        "erased": erased,
        "left": _left(request, told.report, root) if erased else [],
    }
    return render(request, "front/erase.html", context)


def _standing(request: HttpRequest, root: UUID) -> Standing:
    about, kind, reader = str(root), ApprovalKind.ERASURE, request.reader
    mine = approvals_asked_by(reader).filter(kind=kind, about=about, approved_at=None, refused_at=None).first()
    waiting = (one for one in approvals_waiting_for(reader) if one.kind == kind and one.about == about)
    held = approval_in_force(kind, root)
    agreed = held is not None and reader.user_id in (held.asked_by_id, held.approved_by_id)
    return Standing(mine, next(waiting, None), agreed)


def _done(
    request: HttpRequest, told: Told, root: UUID, standing: Standing, form: EraseForm | ReasonForm
) -> HttpResponse:
    ref, data = told.report.reference, form.cleaned_data
    if isinstance(form, ReasonForm):
        if standing.mine is None:
            office = told.report.custodian_id
            ask_approval(ApprovalKind.ERASURE, root, why=data["why"], by=request.reader, office=office)
        messages.success(request, _("It is asked for. Somebody else of your office has to agree on this page."))
        return redirect("front:erase", ref, root)
    if standing.theirs is not None:
        approve(standing.theirs, by=request.reader)
    actions.erase_person(
        told.report, root, facts=data["facts"] == "blank", wordings=data["wordings"] == "destroy", by=request.reader
    )
    count_anew(request.reader)
    messages.success(request, _("The person is erased."))
    return redirect("front:erase", ref, root)


def _left(request: HttpRequest, report: Report, root: UUID) -> list[Report]:
    """Reports whose full text was written before the erasure and is still there: of the person, and around."""
    moment = queries.erased_at(root)
    assert moment is not None
    traces = queries.traces_of(request.reader, root)
    around = queries.reports_around(request.reader, traces.reports | {report.pk})
    return [one for one in around if queries.wordings_before(one.pk, moment)]


@readers(USER, permission=Permission.REPORT_CORRECT)
@sensitive_post_parameters("narrative")
@sensitive_variables("opened")
@require_http_methods(["GET", "POST"])
def redact(request: HttpRequest, ref: str) -> HttpResponse:
    """Read a text that may name somebody who was erased, and keep it without them."""
    told = told_or_404(request.reader, ref)
    report = kept_or_404(request.reader, told)
    around = queries.reports_around(request.reader, [report.pk])
    if not queries.reports_with_erased([one.pk for one in around]):
        raise Http404
    saves = request.POST.get("do") == "save"
    form = RedactForm(request.POST) if saves else ReasonForm(request.POST or None)
    if form.is_valid():
        try:
            opened = _opened(request, told, form.cleaned_data["why"])
            if isinstance(form, RedactForm):
                return _redacted(request, told, form, opened)
            narrative = opened.get((told.revision.sealed_in, "revision"), {}).get("narrative", "")
            form = RedactForm(initial={"narrative": narrative, "why": form.cleaned_data["why"]})
        except Refused as refusal:
            add_refusal(form, refusal)
    response = render(request, "front/redact.html", {"report": report, "form": form})
    response["Cache-Control"] = "no-store"
    return response


def _opened(request: HttpRequest, told: Told, why: str) -> dict:
    return open_sealed(request.reader, queries.sealed_refs(told), reason=why, purpose=Purpose.CORRECTING)


def _redacted(request: HttpRequest, told: Told, form: RedactForm, opened: dict) -> HttpResponse:
    data = form.cleaned_data
    redraft = queries.redraft(told, opened)
    actions.redact_report(told.report, redraft, data["narrative"], by=request.reader, why=data["why"])
    messages.success(request, _("The text is kept without the person; every earlier wording is destroyed."))
    return redirect("front:report", told.report.reference)
