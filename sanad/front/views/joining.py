"""Two persons whom nobody proposed are put together on the page of one: the same judgement as on a pair."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from sanad.accounts.actions.budgets import tell_over_budget
from sanad.accounts.permissions import Permission
from sanad.front.after import count_anew
from sanad.front.forms.people import OtherEventForm, PersonForm, SamePersonForm
from sanad.front.presenting.joining import Among, Joining, among_event, among_mentions, joining_of, without_twice
from sanad.front.presenting.words import Words
from sanad.kit.refusals import N_, Incomplete, OutOfOrder, Refused
from sanad.matching import queries as matching
from sanad.vault.looks import OverBudget
from sanad.vault.names import Found, find_people
from sanad.violations import actions, queries
from sanad.violations.models import Mention
from sanad.violations.queries.people import mentions_found
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal


@readers(USER, permission=Permission.JUDGE_LINK)
@sensitive_post_parameters("said")
@sensitive_variables("finding")
@require_http_methods(["GET", "POST"])
def same_person(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Say that a person is the same as another: of the same event, of another one, or found by a name."""
    joining = joining_of(request.reader, pk)
    deed = request.POST.get("do", "")
    if joining is None or (deed == "find" and not request.reader.may(Permission.SEALED_OPEN)):
        raise Http404
    form = SamePersonForm(request.POST if deed == "same" else None)
    finding = PersonForm(request.POST if deed == "find" else None)
    asking = OtherEventForm(request.GET if "event" in request.GET else None)
    if form.is_valid():
        try:
            return _put_together(request, joining, form.cleaned_data)
        except Refused as refusal:
            add_refusal(form, refusal)
    found = _found(request, finding)
    context = {
        "joining": joining, "form": form, "finding": finding, "asking": asking, "found": found,
        "groups": _choices(request, joining, form, asking, found),
    }  # fmt: skip
    response = render(request, "front/same_person.html", context)
    response["Cache-Control"] = "no-store"
    return response


def _put_together(request: HttpRequest, joining: Joining, data: dict[str, Any]) -> HttpResponse:
    other = _chosen(request, data["other"])
    person = queries.person_described(request.reader, other.root) if other is not None else None
    if other is None or person is None:
        raise OutOfOrder.one("nobody_there", N_("Whom you chose is not there any more. Choose again."), "other")
    if other.root in joining.whole - {joining.own.root}:  # a second click
        raise OutOfOrder.one("one_person_already", N_("These two are one person already."), "other")
    if not joining.is_like(person.kind, other.report.account.event_id):
        sentence = N_("Only two individuals, two institutions, or two groups of the same event can be one.")
        raise OutOfOrder.one("not_alike", sentence, "other")
    actions.judge_same_person(joining.own.root, other.root, "same", why=data["why"], by=request.reader)
    count_anew(request.reader)
    messages.success(request, _("They are one person now. Their page takes that back."))
    return redirect("matching:person", matching.person_with(request.reader, joining.person) or joining.person)


def _chosen(request: HttpRequest, root: object) -> Mention | None:
    """A record that counts and that the reader sees; somebody of another office is not there."""
    found = matching.records_of(request.reader, [root]) if isinstance(root, UUID) else []
    counting = [m for m in found if m.role != Mention.Role.INFORMANT and not m.report.account.withdrawn]
    return next(iter(counting), None)


def _found(request: HttpRequest, finding: PersonForm) -> Found | None:
    """Whom the vault finds by a name or number; how often somebody may ask in a day is limited there."""
    if not finding.is_valid():
        return None
    try:
        return find_people(request.reader, finding.cleaned_data["said"])
    except (Incomplete, OutOfOrder) as refusal:
        add_refusal(finding, refusal)
    except OverBudget as refusal:
        add_refusal(finding, refusal)
        tell_over_budget(request.reader)
    return None


def _choices(
    request: HttpRequest, joining: Joining, form: SamePersonForm, asking: OtherEventForm, found: Found | None
) -> list[Among]:
    """What was asked for first; then who else is in the same event."""
    words, reader = Words(), request.reader
    events = list(joining.events.values())
    if asking.is_valid():
        event = queries.event_visible_to(reader, asking.cleaned_data["event"].strip().upper())
        if event is None:
            asking.add_error("event", _("There is no event with this reference that you may see."))
        else:
            events.insert(0, event)
    among = [among_event(reader, event, joining, words) for event in events]
    mentions = mentions_found(reader, found.rows) if found is not None else []
    among.insert(0, among_mentions(mentions, joining, words))
    chosen = _chosen(request, form.cleaned_data.get("other")) if form.is_bound else None
    return without_twice([*among, among_mentions([chosen] if chosen else [], joining, words)])
