"""Pairs that wait for somebody: the list, and two records side by side."""

from uuid import UUID

from django.contrib import messages
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sanad.accounts.permissions import Permission
from sanad.accounts.readers import Reader
from sanad.kit.refusals import Refused
from sanad.matching import actions, queries
from sanad.matching.actions.running import schedule_matching
from sanad.matching.forms import BeginForm, DecideForm
from sanad.matching.models import Pair
from sanad.matching.presenting.records import Side, open_names, rows_of, sides_of
from sanad.matching.presenting.saying import grounds_of, held_back_because, likely
from sanad.vault.looks import OverBudget
from sanad.vault.opening import Matching, begin_matching
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal
from sanad.web.refusals import say

SESSION = "matching"
KINDS = {"persons": Pair.Kind.PERSON, "events": Pair.Kind.EVENT, "machine": Pair.Kind.PERSON}


@readers(USER, permission=Permission.JUDGE_LINK)
@require_GET
def pairs(request: HttpRequest) -> HttpResponse:
    """How many pairs wait, when they were looked for, and the way to the first."""
    return _overview(request, BeginForm())


@readers(USER, permission=Permission.JUDGE_LINK)
@require_POST
def begin(request: HttpRequest) -> HttpResponse:
    """Say why names are compared; from then on the names of each pair are opened, and each is written down."""
    form = BeginForm(request.POST)
    if form.is_valid():
        try:
            begun = begin_matching(request.reader, reason=form.cleaned_data["reason"])
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            request.session[SESSION] = {"reason": begun.reason, "session": begun.session.hex}
            return redirect("matching:next", _first_kind(request.reader))
    return _overview(request, form)


@readers(USER, permission=Permission.JUDGE_LINK)
@require_POST
def run(request: HttpRequest) -> HttpResponse:
    """Look for pairs among what is new, in the background."""
    schedule_matching()
    messages.success(request, _("What is new is being compared. Look here again in some minutes."))
    return redirect("matching:pairs")


@readers(USER, permission=Permission.JUDGE_LINK)
@require_GET
def following(request: HttpRequest, kind: str) -> HttpResponse:
    """The next pair that waits: the likeliest, or the one after that which was left."""
    if kind not in KINDS:
        raise Http404
    waiting = _queue(request.reader, kind)
    left = _after(request.reader, request.GET.get("after", ""))
    if left is not None:
        later = waiting.filter(probability__lt=left.probability)
        waiting = later | waiting.filter(probability=left.probability, pk__gt=left.pk)
    found = waiting.first()
    if found is None:
        messages.success(request, _("No further pair waits here."))
        return redirect("matching:pairs")
    return redirect("matching:pair", found.pk)


@readers(USER, permission=Permission.JUDGE_LINK)
@sensitive_variables("sides", "rows")
@require_http_methods(["GET", "POST"])
def pair(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Two records side by side; what is decided holds from then on."""
    found = queries.pair_visible_to(request.reader, pk)
    sides = sides_of(request.reader, found) if found else None
    if found is None or sides is None or not request.reader.keeps & set(found.custodians):
        raise Http404
    form = DecideForm(request.POST or None)
    if form.is_valid():
        why = form.cleaned_data["why"] or _("Compared side by side")
        try:
            actions.decide(found, form.cleaned_data["verdict"], why=why, by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("Your judgement is written down."))
            return redirect(f"{_next_address(found)}?after={found.pk}")
    response = render(request, "matching/pair.html", _shown(request, found, sides, form))
    response["Cache-Control"] = "no-store"
    return response


def _shown(request: HttpRequest, found: Pair, sides: tuple[Side, Side], form: DecideForm) -> dict[str, object]:
    sealed = _opened(request, sides)
    return {
        "pair": found,
        "sides": sides,
        "rows": rows_of(sides),
        "sealed": sealed,
        "form": form,
        "grounds": grounds_of(found),
        "likely": likely(found.probability),
        "held_back": held_back_because(found.held_back),
        "decision": queries.decision_on(found),
        "skip": f"{_next_address(found)}?after={found.pk}",
    }


def _opened(request: HttpRequest, sides: tuple[Side, Side]) -> str:
    """Open the names of both; says why they stay closed where they do."""
    begun = request.session.get(SESSION)
    if Permission.SEALED_OPEN not in request.reader.permissions:
        return _("Your role does not open sealed values.")
    if begun is None:
        return _("Names stay sealed until you say why you compare them.")
    try:
        open_names(Matching(request.reader, begun["reason"], UUID(begun["session"])), sides)
    except OverBudget:
        raise
    except Refused as refusal:  # locked meanwhile: the rest of the page is of use without the names
        return say(refusal.reasons[0])
    if all(side.closed for side in sides):
        return _("The names of these two are not shared with your office.")
    return ""


def _overview(request: HttpRequest, form: BeginForm) -> HttpResponse:
    counts = {kind: _queue(request.reader, kind).count() for kind in KINDS}
    context = {
        "form": form,
        "counts": counts,
        "waiting": sum(counts.values()),
        "begun": request.session.get(SESSION),
        "run": queries.latest_run(),
        "kind": _first_kind(request.reader),
    }
    return render(request, "matching/pairs.html", context)


def _queue(reader: Reader, kind: str) -> QuerySet[Pair]:
    of = KINDS[kind]
    return queries.linked_by_machine(reader, of) if kind == "machine" else queries.waiting_for(reader, of)


def _first_kind(reader: Reader) -> str:
    return next((kind for kind in KINDS if _queue(reader, kind).exists()), "persons")


def _next_address(found: Pair) -> str:
    kind = "machine" if found.linked_by else "persons" if found.kind == Pair.Kind.PERSON else "events"
    return reverse("matching:next", args=[kind])


def _after(reader: Reader, text: str) -> Pair | None:
    try:
        return queries.pair_visible_to(reader, UUID(text))
    except ValueError:
        return None
