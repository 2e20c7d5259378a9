"""The hand entry of a report."""

from dataclasses import replace
from uuid import uuid4

from django.contrib import messages
from django.db import IntegrityError, transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from sanad.accounts.permissions import Permission
from sanad.codes import queries as codes
from sanad.front.after import count_anew
from sanad.front.drafting import new_report
from sanad.front.forms.consent import AskedForm
from sanad.front.forms.entry import Entry, Typing, faults_of
from sanad.front.naming import name_new_institutions
from sanad.front.options import Bodies
from sanad.kit.refusals import Refused
from sanad.violations import actions, queries
from sanad.violations.drafts import ReportDraft
from sanad.violations.models import Report
from sanad.web.doors import USER, readers

REMEMBERED = ("source", "source_kind", "dated", "language", "document_kind", "channel")  # never a name, never text
SESSION = "last_document"
ORIGIN = "entry"


@readers(USER, permission=Permission.REPORT_RECORD)
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def report_new(request: HttpRequest) -> HttpResponse:
    """Type in what one source says."""
    deed = request.POST.get("do", "")
    bodies = Bodies()
    if request.method == "GET":
        begun = Entry.shown(Typing(source=remembered(request)), bodies, least=1)
        return _page(request, begun, AskedForm(), uuid4().hex)
    asked = AskedForm.of(request.POST, read=deed.startswith("save"))
    token = request.POST.get("token", "")[:32] or uuid4().hex
    if not deed.startswith("save"):
        return _page(request, _changed(request, deed, bodies), asked, token)
    known = queries.report_entered(request.reader, ORIGIN, token)
    if known is not None:
        return _after(request, known, deed)
    entry = Entry.submitted(request.POST, bodies)
    entry.allow_new_institutions(request.reader.may(Permission.INSTITUTION_MANAGE))
    if entry.is_valid() & asked.is_valid():  # both are read, so that all faults are shown at once
        try:
            report = _record(request, entry, asked, token)
            return _after(request, report, deed)
        except Refused as refusal:
            entry.add_refusal(refusal)
    return _page(request, entry, asked, token)


@transaction.atomic
def _record(request: HttpRequest, entry: Entry, asked: AskedForm, token: str) -> Report:
    name_new_institutions(entry, by=request.reader)
    draft = draft_of(entry)
    try:
        report = actions.record_report(replace(draft, origin=ORIGIN, external_id=token), by=request.reader)
        _write_asked(request, report, asked)
    except IntegrityError:  # the same form sent twice at once
        known = queries.report_entered(request.reader, ORIGIN, token)
        if known is None:
            raise
        report = known
    remember(request, entry)
    if entry.place.unknown:
        messages.warning(request, _("No place is known as “%(said)s”; it is kept as written.") % _said(entry))
    count_anew(request.reader)
    return report


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


def _after(request: HttpRequest, report: Report, deed: str) -> HttpResponse:
    messages.success(request, _("Report %(reference)s is recorded.") % {"reference": report.reference})
    return redirect("front:report_new") if deed == "save next" else redirect("front:event", report.reference)


def _changed(request: HttpRequest, deed: str, bodies: Bodies) -> Entry:
    """The page as typed, with a line more or less, or filled by a preset."""
    typing = Typing.of(request.POST)
    if deed == "fill":
        fill(request, typing)
    else:
        typing.changed_by(deed)
    return Entry.shown(typing, bodies)


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


def remembered(request: HttpRequest) -> dict[str, object]:
    last = request.session.get(SESSION, {})
    return {**{name: last.get(name, "") for name in REMEMBERED}, "received_on": timezone.localdate().isoformat()}


def remember(request: HttpRequest, entry: Entry) -> None:
    """Keep source and day for the next clipping of the same paper."""
    assert entry.source is not None
    data = entry.source.cleaned_data
    kept = {name: data[name] or "" for name in REMEMBERED if name != "dated"}
    request.session[SESSION] = {**kept, "dated": data["dated"].text if data["dated"] else ""}


def _page(request: HttpRequest, entry: Entry, asked: AskedForm, token: str) -> HttpResponse:
    faults = faults_of(asked) if asked.is_bound else []
    context = {"entry": entry, "asked": asked, "further_faults": faults, "token": token}
    return render(request, "front/entry.html", context)
