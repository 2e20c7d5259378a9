"""The queue of what waits for a verdict, verdicts on many events, and whether a second person is needed."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sanad.accounts.permissions import Permission
from sanad.accounts.queries.naming import office_names
from sanad.front.after import count_anew
from sanad.front.forms.reviewing import AT_ONCE, BulkForm, RuleForm
from sanad.front.presenting.queue import age_named, changes_of, queue_page, seen_in, violations_of
from sanad.front.presenting.words import Words
from sanad.violations import actions, queries
from sanad.violations.models import Event
from sanad.violations.queries.waiting import STATES
from sanad.web.doors import USER, readers
from sanad.web.formats import number


@readers(USER, permission=Permission.JUDGE_VERIFY)
@require_GET
def review(request: HttpRequest) -> HttpResponse:
    """What waits, by age and for whom; what waits longest stands first."""
    state = request.GET.get("state", "")
    state = state if state in STATES else "new"
    page = queue_page(request.reader, state, age_named(request.GET.get("age", "")), _after(request))
    context = {"page": page, "at_once": AT_ONCE}
    return render(request, "front/review.html", context)


def _after(request: HttpRequest) -> tuple[date, UUID] | None:
    """From where on; the start where the address says nothing that can be read."""
    first, _dot, last = request.GET.get("after", "").partition(".")
    try:
        return date.fromisoformat(first), UUID(last)
    except ValueError:
        return None


@readers(USER, permission=Permission.JUDGE_VERIFY)
@require_POST
def review_many(request: HttpRequest) -> HttpResponse:
    """One verdict on the events that were ticked: first what it would change, then, once confirmed, the deed."""
    events = _ticked(request)
    if not events:
        messages.warning(request, _("Tick the events that you want to judge."))
        return redirect("front:review")
    references = [event.reference for event in events]
    asked = "verdict" in request.POST or "do" in request.POST
    form = BulkForm(references, request.POST if asked else None, reader=request.reader)
    context = {"form": form, "events": events}
    if not asked or not form.is_valid():
        return render(request, "front/review_many.html", context)
    found = violations_of(request.reader, events)
    now = seen_in(found)
    if request.POST.get("do") == "write" and form.cleaned_data["seen"] == now:
        return _written(request, form, found)
    stale = request.POST.get("do") == "write"
    changes = changes_of(request.reader, events, form.cleaned_data["verdict"], Words())
    return render(request, "front/review_many.html", context | {"changes": changes, "now": now, "stale": stale})


def _ticked(request: HttpRequest) -> Sequence[Event]:
    """The events of the reader's own offices among those that were ticked."""
    said = list(dict.fromkeys(request.POST.getlist("event")))[:AT_ONCE]
    seen = queries.events_visible_to(request.reader).filter(reference__in=said, withdrawn=False)
    return list(seen.filter(custodians__overlap=sorted(request.reader.keeps)).order_by("received_on", "id"))


def _written(request: HttpRequest, form: BulkForm, found: dict) -> HttpResponse:
    data = form.cleaned_data
    violations = [violation for rows in found.values() for violation in rows]
    made = actions.judge_together(
        violations, [], data["verdict"], why=data["why"], by=request.reader, terms=form.terms()
    )
    count_anew(request.reader)
    said = {"n": number(len(made))}
    words = ngettext(
        "%(n)s verdict is written down. One click in the history of any of these events undoes all of them.",
        "%(n)s verdicts are written down. One click in the history of any of these events undoes all of them.",
        len(made),
    )
    messages.success(request, words % said)
    return redirect("front:review")


@readers(USER, permission=Permission.REVIEW_RULE)
@require_http_methods(["GET", "POST"])
def review_rule(request: HttpRequest) -> HttpResponse:
    """Whether verdicts of the own office hold only once a second person has confirmed them."""
    office = request.reader.office_id
    if office is None:
        raise Http404
    rule = queries.review_rules(request.reader).get(office)
    now = "yes" if rule is not None and rule.second_person else "no"
    form = RuleForm(request.POST or None, initial={"second_person": now})
    if form.is_valid():
        data = form.cleaned_data
        actions.set_review_rule(office, data["second_person"] == "yes", why=data["why"], by=request.reader)
        messages.success(request, _("It is decided."))
        return redirect("front:desk")
    name = office_names([office]).get(office, "")
    return render(request, "front/review_rule.html", {"form": form, "rule": rule, "office": name})
