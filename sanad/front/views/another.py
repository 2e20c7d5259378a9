"""A further account of an event: tick what this source says too, write where it differs."""

from dataclasses import replace

from django.contrib import messages
from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from sanad.accounts.permissions import Permission
from sanad.front.after import count_anew
from sanad.front.drafting import new_report
from sanad.front.forms.another import Another, TicksForm
from sanad.front.forms.lines import number_of
from sanad.front.forms.report import MOST_LINES, LineForm, PerpetratorForm
from sanad.front.forms.typing import Typing
from sanad.front.forms.versions import UNEVEN, VICTIMS, apart
from sanad.front.knowing import Known, alleged_line, keys_of, known_of, placed
from sanad.front.naming import name_new_institutions
from sanad.front.options import Bodies
from sanad.front.placing import Placed
from sanad.front.presenting.event import event_page
from sanad.front.presenting.words import Words
from sanad.front.remembering import remember, remembered
from sanad.front.standing import mark_of, moved
from sanad.front.tokens import token_id, token_in
from sanad.front.views.entry import ORIGIN
from sanad.front.views.finding import event_or_404
from sanad.kit.refusals import Refused
from sanad.violations import actions, queries
from sanad.violations.drafts import ReportDraft
from sanad.violations.models import Event
from sanad.web.doors import USER, readers


@readers(USER, permission=Permission.REPORT_RECORD)
@sensitive_post_parameters()
@require_http_methods(["GET", "POST"])
def another(request: HttpRequest, ref: str) -> HttpResponse:
    """Keep what a further source says of the same event."""
    event = event_or_404(request.reader, ref)
    bodies = Bodies()
    known = known_of(request.reader, event, bodies)
    deed, token = request.POST.get("do", ""), token_in(request.POST)
    if request.method == "GET":
        typing = Typing(source=remembered(request))
        page = Another.begun(typing, bodies, known.persons, _ticks(known), None)
        return _page(request, event, page, known, token)
    fitting = moved(request.POST, known)
    if fitting is not None or deed != "save":
        return another_typed(request, event, fitting or request.POST, deed, has_moved=fitting is not None)
    if queries.report_entered(request.reader, ORIGIN, token) is not None:
        return redirect("front:event", event.reference)
    page = Another.sent(request.POST, bodies, known.persons, _ticks(known, request))
    page.allow_new_institutions(request.reader.may(Permission.INSTITUTION_MANAGE))
    if _is_valid(page):
        try:
            return _added(request, event, known, page, token)
        except Refused as refusal:
            page.add_refusal(refusal)
    return _page(request, event, page, known, token)


def another_typed(
    request: HttpRequest, event: Event, data: QueryDict, deed: str = "", *, has_moved: bool = False
) -> HttpResponse:
    """The page as typed, with a line more or less; nothing is judged, and ticks stand with whom they were made of."""
    bodies = Bodies()
    known = known_of(request.reader, event, bodies)
    fitting = None if has_moved else moved(data, known)
    if has_moved or fitting is not None:
        messages.warning(
            request, _("This event has changed since you opened it. Nothing was saved: look at the ticks again.")
        )
    page = _changed(request, event, deed, bodies, known, fitting or data)
    return _page(request, event, page, known, token_in(data))


def _is_valid(page: Another) -> bool:
    if not page.is_valid(needs_victims=False):
        return False
    page.add_missing()
    return not any(form.errors for form in page.forms)


def _added(request: HttpRequest, event: Event, known: Known, page: Another, token: str) -> HttpResponse:
    name_new_institutions(page, by=request.reader)
    draft = replace(_draft(page, known), origin=ORIGIN, external_id=token)
    same = keys_of(draft, page.same_persons())
    try:
        actions.add_account(event, draft, same=same, by=request.reader, why=page.ticks.cleaned_data["why"])
    except IntegrityError:  # the same form sent twice at once
        if queries.report_entered(request.reader, ORIGIN, token) is None:
            raise
    actions.throw_away([token_id(token)], by=request.reader)
    remember(request, page)
    count_anew(request.reader)
    messages.success(request, _("A further account is added."))
    return redirect("front:event", event.reference)


def _draft(page: Another, known: Known) -> ReportDraft:
    """What the page says: the fields, and what was ticked where a field is empty."""
    assert page.source is not None
    said, ticks = dict(page.said.cleaned_data), page.ticks.cleaned_data
    same = ticks.get("same", ())
    for name in same:
        if name != "place":
            said[name] = said[name] or known.values[name]
    place: Placed = page.place
    if "place" in same and not place.said:
        place = placed(known, Words())
    alleged = [alleged_line(known.involvements[int(n)], page.bodies) for n in ticks.get("alleged", ())]
    alleged += [line.cleaned_data for line in page.said_perpetrators]
    return new_report(page.source.cleaned_data, said, page.lines(), alleged, place)


def _ticks(known: Known, request: HttpRequest | None = None, initial: dict | None = None) -> TicksForm:
    return TicksForm(known.same, known.alleged, request.POST if request else None, initial=initial)


def _changed(request: HttpRequest, event: Event, deed: str, bodies: Bodies, known: Known, data: QueryDict) -> Another:
    sent = apart(data, len(known.persons), MOST_LINES) if deed == "begin" else data
    if number_of(VICTIMS, sent, 9999) > MOST_LINES:
        messages.warning(request, _("Only the first %(most)s lines were taken over.") % {"most": MOST_LINES})
    if sent.get(UNEVEN):
        messages.warning(request, _("The acts of one line differ in how or why. Say it of the line, or in two lines."))
    typing = Typing.of(sent, LineForm, PerpetratorForm, MOST_LINES)
    typing.changed_by(deed, before=len(known.persons))
    empty = _ticks(known)
    said = {name: field.widget.value_from_datadict(data, {}, name) for name, field in empty.fields.items()}
    said["why"] = said["why"] or data.get(f"why-{event.reference}", "")  # as the event was shown
    return Another.begun(typing, bodies, known.persons, _ticks(known, initial=said), data)


def _page(request: HttpRequest, event: Event, page: Another, known: Known, token: str) -> HttpResponse:
    shown = event_page(request.reader, event)
    context = {"entry": page, "event": event, "page": shown, "token": token, "begun": mark_of(known)}
    return render(request, "front/another.html", context)
