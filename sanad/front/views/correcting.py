"""Correcting a report: its sealed values are opened for it, a new wording follows, the earlier one stays."""

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from sanad.accounts.actions.edits import forget_edit
from sanad.accounts.permissions import Permission
from sanad.accounts.queries.naming import names_of
from sanad.front import meeting
from sanad.front.acts import Held
from sanad.front.after import count_anew
from sanad.front.drafting import corrected, roots_of
from sanad.front.forms.entry import Entry
from sanad.front.forms.judging import ReasonForm
from sanad.front.forms.typing import Typing
from sanad.front.naming import name_new_institutions
from sanad.front.options import Bodies
from sanad.front.placing import Placed
from sanad.front.presenting.register import page_shown
from sanad.front.redrawing import held_by, place_words, typing_again
from sanad.front.views.entry import fill
from sanad.front.views.finding import kept_or_404, told_or_404
from sanad.kit.refusals import Incomplete, Refused
from sanad.vault.opening import open_sealed
from sanad.vault.rules import Purpose
from sanad.violations import actions, queries
from sanad.violations.queries import Told
from sanad.web.conflicts import FIELD, State, base_of, sealed_base
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal


@readers(USER, permission=Permission.REPORT_CORRECT)
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def correct(request: HttpRequest, ref: str) -> HttpResponse:
    """First the reason, which opens what is sealed; then the form with all that the report says."""
    told = told_or_404(request.reader, ref)
    kept_or_404(request.reader, told)
    reason = ReasonForm(request.POST or None)
    if not reason.is_valid():
        return _ask(request, told, reason)
    deed, why = request.POST.get("do", ""), reason.cleaned_data["why"]
    bodies = Bodies()
    try:
        if deed == "save":
            return _save(request, told, why, bodies)
        if deed == "draft":
            return _go_on(request, told, why, bodies)
        if deed:
            return _page(request, told, why, _changed(request, deed, bodies))
        return _page(request, told, why, _begun(request, told, why, bodies))
    except Incomplete as refusal:
        add_refusal(reason, refusal)
        return _ask(request, told, reason)


def _begun(request: HttpRequest, told: Told, why: str, bodies: Bodies) -> Entry:
    """The form as the report stands now."""
    redraft = queries.redraft(told, _opened(request, told, why))
    return Entry.shown(typing_again(held_by(redraft), bodies), bodies, with_source=False)


def _opened(request: HttpRequest, told: Told, why: str) -> dict:
    return open_sealed(request.reader, queries.sealed_refs(told), reason=why, purpose=Purpose.CORRECTING)


def _changed(request: HttpRequest, deed: str, bodies: Bodies) -> Entry:
    typing = Typing.of(request.POST)
    if deed == "fill":
        fill(request, typing)
    else:
        typing.changed_by(deed, more=request.POST.get("more", ""))
    return Entry.shown(typing, bodies, with_source=False)


def _save(request: HttpRequest, told: Told, why: str, bodies: Bodies) -> HttpResponse:
    entry = Entry.submitted(request.POST, bodies, with_source=False)
    entry.allow_new_institutions(request.reader.may(Permission.INSTITUTION_MANAGE))
    held = held_by(queries.redraft(told, _opened(request, told, why)))
    paper = held.redraft.draft.document.dated if held.redraft else None
    entry.said.read_against = paper.latest() if paper else None
    if not entry.is_valid(needs_victims=False, unchanged_place=_place_held(held)):
        return _page(request, told, why, entry)
    if request.POST.get("revision") != str(told.revision.number):
        return _met(request, told, why, bodies)
    try:
        name_new_institutions(entry, by=request.reader)
        victims = {n: line.cleaned_data for n, line in entry.said_victims.items()}
        alleged = [line.cleaned_data for line in entry.said_perpetrators]
        draft = corrected(held, entry.said.cleaned_data, victims, alleged, entry.place)
        actions.correct_report(told.report, draft, by=request.reader, why=why, same=roots_of(held))
    except IntegrityError:  # somebody saved at this very moment
        return _met(request, told_or_404(request.reader, told.report.reference), why, bodies)
    except Refused as refusal:
        entry.add_refusal(refusal)
        return _page(request, told, why, entry)
    forget_edit(meeting.KIND, told.report.reference, by=request.reader)
    count_anew(request.reader)
    messages.success(request, _("The correction is kept; the earlier wording stays."))
    return redirect("front:report", told.report.reference)


def _place_held(held: Held) -> tuple[str, Placed] | None:
    """The place that the acts share, and its words in the form: unchanged words keep it."""
    acts = held.redraft.draft.acts if held.redraft else ()
    if not acts or "place" in held.varied:
        return None
    first = acts[0]
    return place_words(first), Placed(first.place, first.place_precision, first.place_said)


def _met(request: HttpRequest, told: Told, why: str, bodies: Bodies) -> HttpResponse:
    """Somebody else corrected the report meanwhile: both are shown, mine is kept."""
    base = base_of(request.POST.get(FIELD, "")) or {}
    meeting.keep(request, told.report.reference, base)
    return _beside(request, told, why, bodies, base, request.POST)


def _go_on(request: HttpRequest, told: Told, why: str, bodies: Bodies) -> HttpResponse:
    """A draft that was kept, beside what the report says by now."""
    kept = meeting.kept_for(request, told.report.reference)
    if kept is None:
        return _page(request, told, why, _begun(request, told, why, bodies))
    base, typed = meeting.opened(request, kept, why)
    return _beside(request, told, why, bodies, base, typed)


def _beside(request: HttpRequest, told: Told, why: str, bodies: Bodies, base: State, typed: QueryDict) -> HttpResponse:
    now = _begun(request, told, why, bodies)
    theirs = meeting.state_of(now)
    mine = meeting.typed_on(Entry.submitted(typed, bodies, with_source=False))
    who = names_of(request.reader, [told.revision.made_by]).get(told.revision.made_by or 0, "")
    conflict = meeting.met(base, mine, now, who=who)
    typing = Typing.of(meeting.merged(typed, base, mine, theirs))
    return _page(request, told, why, Entry.shown(typing, bodies, with_source=False), theirs=theirs, conflict=conflict)


def _ask(request: HttpRequest, told: Told, form: ReasonForm) -> HttpResponse:
    return render(request, "front/correct_why.html", {"report": told.report, "form": form})


def _page(
    request: HttpRequest, told: Told, why: str, entry: Entry, *, theirs: State | None = None, conflict: object = None
) -> HttpResponse:
    """The form; with `theirs` it begins anew with what the report says by now."""
    anew = theirs is not None or FIELD not in request.POST
    kept = meeting.kept_for(request, told.report.reference)
    varied = held_by(queries.redraft(told, {})).varied
    context = {
        "entry": entry,
        "grid": page_shown(entry),
        "report": told.report,
        "why": why,
        "varied": [str(entry.said.fields[name].label) for name in entry.said.fields if name in varied],
        "revision": told.revision.number if anew else request.POST.get("revision"),
        "base": sealed_base(meeting.state_of(entry) if theirs is None else theirs) if anew else request.POST[FIELD],
        "conflict": conflict,
        "draft": kept if conflict is None else None,
    }
    response = render(request, "front/entry.html", context)
    response["Cache-Control"] = "no-store"
    return response
