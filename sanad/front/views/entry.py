"""The register: one screen on which a report is recorded."""

from collections.abc import Sequence
from dataclasses import replace

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.gzip import gzip_page
from django.views.decorators.http import require_http_methods, require_POST

from sanad.accounts.permissions import Permission
from sanad.codes import queries as codes
from sanad.front.after import count_anew
from sanad.front.drafting import new_report
from sanad.front.forms.consent import AskedForm
from sanad.front.forms.entry import Entry, faults_of
from sanad.front.forms.register import RegisterForm
from sanad.front.forms.typing import Typing
from sanad.front.keeping import keep_typed
from sanad.front.naming import name_new_institutions
from sanad.front.offering import Offers, offers_in
from sanad.front.options import Bodies
from sanad.front.presenting.register import kept_entries, page_shown
from sanad.front.remembering import document_again, remember, remembered
from sanad.front.tokens import new_token, token_id, token_in
from sanad.front.views.finding import event_or_404
from sanad.kit.refusals import Refused
from sanad.violations import actions, queries
from sanad.violations.drafts import ReportDraft
from sanad.violations.models import Event, Report
from sanad.web.doors import USER, readers
from sanad.web.refusals import say

ORIGIN = "entry"


@readers(USER, permission=Permission.REPORT_RECORD)
@sensitive_post_parameters()
@gzip_page
@require_http_methods(["GET", "POST"])
def report_new(request: HttpRequest) -> HttpResponse:
    """Type in what one source says."""
    bodies = Bodies()
    if request.method == "GET":
        begun = Entry.shown(Typing.begun(remembered(request, bodies)), bodies)
        further = RegisterForm(initial={"document": request.session.get("same_page", "")})
        return _page(request, begun, AskedForm(), further, new_token())
    deed, token = request.POST.get("do", ""), token_in(request.POST)
    if deed == "nothing":
        return _nothing_found(request, bodies)
    if deed == "keep":
        return _kept(request)
    if deed.startswith("twice "):
        return _on_record(request, event_or_404(request.reader, deed.removeprefix("twice ")), token, bodies)
    if not deed.startswith("save"):
        return page_typed(request, request.POST, deed)
    known = queries.report_entered(request.reader, ORIGIN, token)
    if known is not None:
        return _after(request, known, deed)
    return _saved(request, deed, token, bodies)


def _saved(request: HttpRequest, deed: str, token: str, bodies: Bodies) -> HttpResponse:
    asked, further = AskedForm.of(request.POST, read=True), RegisterForm(request.POST)
    entry = Entry.submitted(request.POST, bodies)
    entry.allow_new_institutions(request.reader.may(Permission.INSTITUTION_MANAGE))
    if entry.is_valid() & asked.is_valid() & further.is_valid():  # all are read, so that all faults are shown at once
        try:
            report = _record(request, entry, asked, further, token)
            remember(request, entry, report, same_page=deed == "save same")
            return _after(request, report, deed)
        except Refused as refusal:
            entry.add_refusal(refusal)
    return _page(request, entry, asked, further, token)


@transaction.atomic
def _record(request: HttpRequest, entry: Entry, asked: AskedForm, further: RegisterForm, token: str) -> Report:
    name_new_institutions(entry, by=request.reader)
    draft = replace(draft_of(entry), origin=ORIGIN, external_id=token)
    same = document_again(request.reader, further.page_before, draft)
    try:
        report = actions.record_report(replace(draft, kept_document=same), by=request.reader)
        _write_asked(request, report, asked)
    except IntegrityError:  # the same form sent twice at once
        known = queries.report_entered(request.reader, ORIGIN, token)
        if known is None:
            raise
        report = known
    if further.cleaned_data["as_printed"]:
        _keep_text(request, report)
    if further.cleaned_data["danger"]:
        actions.tell_danger(report, by=request.reader)
        messages.warning(request, _("The head of the office is told that somebody is in danger."))
    if further.cleaned_data["read_through"]:
        _mark_read(request, entry)
    actions.throw_away([token_id(token)], by=request.reader)
    if entry.place.unknown:
        messages.warning(request, _("No place is known as “%(said)s”; it is kept as written.") % _said(entry))
    count_anew(request.reader)
    return report


def _keep_text(request: HttpRequest, report: Report) -> None:
    """The text as it was pasted, byte for byte, as a sealed file of the report."""
    text = request.POST.get("narrative", "")
    if text.strip() and request.reader.may(Permission.REPORT_CORRECT):
        actions.keep_text(report, text, by=request.reader)


def _write_asked(request: HttpRequest, report: Report, asked: AskedForm) -> None:
    """The answer of everybody in the report, and how they are kept safe."""
    answers, safeguard = asked.answers(), asked.safeguard()
    if not answers and safeguard is None:
        return
    for root in queries.wishes_in([report.pk]):
        actions.write_consents(report, root, answers, by=request.reader)
        if safeguard is not None:
            actions.write_safeguard(report, root, **safeguard, by=request.reader)


def _said(entry: Entry) -> dict[str, str]:
    return {"said": entry.place.said}


def draft_of(entry: Entry) -> ReportDraft:
    """What a valid page says."""
    assert entry.source is not None
    return new_report(
        entry.source.cleaned_data,
        entry.said.cleaned_data,
        {n: line.cleaned_data for n, line in entry.said_victims.items()},
        [line.cleaned_data for line in entry.said_perpetrators],
        entry.place,
    )


def _mark_read(request: HttpRequest, entry: Entry) -> bool:
    """Tick the paper of its day as read; says whether there is such a paper and day."""
    assert entry.source is not None
    data = entry.source.cleaned_data
    paper = next((one for one in entry.bodies.rows if one.slug == data.get("source")), None)
    day = data["dated"].earliest() if data.get("dated") and data["dated"].precision == "day" else None
    if paper is None or day is None:
        return False
    actions.mark_read({(paper.pk, day)}, among=[paper.pk], first=day, last=day, by=request.reader)
    return True


def _nothing_found(request: HttpRequest, bodies: Bodies) -> HttpResponse:
    """The paper was read, and there was nothing to record in it."""
    entry = Entry.submitted(request.POST, bodies)
    assert entry.source is not None
    entry.source.is_valid()
    try:
        done = _mark_read(request, entry)
    except Refused as refusal:
        done = False
        for reason in refusal.reasons:
            messages.error(request, say(reason))
    else:
        if done:
            messages.success(request, _("Written down: read, nothing found."))
            return redirect("front:report_new")
        messages.error(request, _("Choose the paper and write its full date first."))
    return page_typed(request, request.POST)


def _on_record(request: HttpRequest, event: Event, token: str, bodies: Bodies) -> HttpResponse:
    """The same entry is there already: nothing is recorded, and the paper is remembered for the next clipping."""
    entry = Entry.submitted(request.POST, bodies)
    assert entry.source is not None
    if entry.source.is_valid():
        remember(request, entry)
    actions.throw_away([token_id(token)], by=request.reader)
    said = {"reference": event.reference}
    messages.success(request, _("Not recorded again: %(reference)s has it. What you had typed is gone.") % said)
    return redirect("front:report_new")


def _kept(request: HttpRequest) -> HttpResponse:
    """Go on with it later: the same that the script does every few seconds."""
    try:
        keep_typed(request)
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, say(reason))
        return page_typed(request, request.POST)
    messages.success(request, _("Kept, sealed. You find it here when you record the next report."))
    return redirect("front:report_new")


def _after(request: HttpRequest, report: Report, deed: str) -> HttpResponse:
    messages.success(request, _("Report %(reference)s is recorded.") % {"reference": report.reference})
    goes_on = deed in ("save next", "save same")
    return redirect("front:report_new") if goes_on else redirect("front:event", report.reference)


def page_typed(request: HttpRequest, data: QueryDict, deed: str = "") -> HttpResponse:
    """The page as typed, with a line more or less, or filled by a preset; nothing is judged."""
    typing = Typing.of(data)
    kind, _space, value = deed.removeprefix("take ").partition(" ")
    if deed == "fill":
        fill(request, typing)
    elif deed.startswith("take "):
        typing.take(kind, value)
    else:
        typing.changed_by(deed, more=data.get("more", ""))
    further = RegisterForm(initial={name: data.get(name, "") for name in RegisterForm.base_fields})
    asked = AskedForm.of(data, read=False)
    offers = offers_in(data) if deed == "look" or deed.startswith("take ") else []
    return _page(request, Entry.shown(typing, Bodies()), asked, further, token_in(data), offers)


@readers(USER, permission=Permission.REPORT_RECORD)
@sensitive_post_parameters()
@require_POST
def offers(request: HttpRequest) -> HttpResponse:
    """A piece of the register: what the pasted text offers."""
    return render(request, "front/offers.html", {"offers": offers_in(request.POST), "asked": True})


def fill(request: HttpRequest, typing: Typing) -> None:
    """Fill the empty fields of the chosen preset and say which."""
    preset = next((one for one in codes.presets() if one.slug == request.POST.get("preset")), None)
    if preset is None:
        messages.info(request, _("Choose a well-known kind first."))
        return
    filled, left = typing.fill(preset)
    if filled:
        messages.success(request, _("Filled: %(fields)s. Look at them; each may be changed.") % _joined(filled))
    if left:
        messages.info(request, _("Left as you had it: %(fields)s.") % _joined(left))


def _joined(fields: list[str]) -> dict[str, str]:
    return {"fields": _("; ").join(fields)}


def _page(
    request: HttpRequest,
    entry: Entry,
    asked: AskedForm,
    further: RegisterForm,
    token: str,
    offers: Sequence[Offers] = (),
) -> HttpResponse:
    faults = [fault for form in (asked, further) if form.is_bound for fault in faults_of(form)]
    context = {
        "entry": entry,
        "grid": page_shown(entry),
        "asked": asked,
        "further": further,
        "further_faults": faults,
        "token": token,
        "offers": offers,
        "kept": kept_entries(request.reader) if request.method == "GET" else [],
    }
    return render(request, "front/entry.html", context)
