"""The list of strategies, one strategy with its stages and drafts, its history."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods

from sanad.accounts.permissions import Permission, permits
from sanad.kit.refusals import Refused
from sanad.strategies import actions, queries
from sanad.strategies.actions.strategies import StrategyContent
from sanad.strategies.forms.drafts import StageForm, StrategyForm, place_of
from sanad.strategies.presenting import history, standing
from sanad.strategies.views.finding import deciding, reading, strategy_of, there, writing
from sanad.web.forms import add_refusal


@reading
@require_GET
def strategies(request: HttpRequest) -> HttpResponse:
    """Those of the offices that the reader sees."""
    return render(request, "strategies/strategies.html", {"strategies": queries.strategies_visible_to(request.reader)})


@writing
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Begin a strategy."""
    form = StrategyForm(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        content = StrategyContent(
            said["title_en"], said["title_ur"], place_of(said["province"]), said["first_year"], said["last_year"]
        )
        made = actions.new_strategy(content, by=request.reader)
        return redirect("strategies:strategy", made.reference)
    return render(request, "strategies/new.html", {"form": form})


@reading
@require_GET
def strategy(request: HttpRequest, ref: str) -> HttpResponse:
    """One strategy: how far it is, its drafts, and the one next step."""
    found = strategy_of(request, ref)
    drafts = list(queries.drafts_of(request.reader, found))
    context = {
        "strategy": found,
        "drafts": drafts,
        "stages": standing.stages(found),
        "next": standing.next_step(found, drafts[0]),
        "word_files": queries.word_files_kept_by(request.reader, found),
        "may_write": permits(request.reader, Permission.STRATEGY_WRITE, custodian=found.custodian_id),
        "may_decide": permits(request.reader, Permission.STRATEGY_DECIDE, custodian=found.custodian_id),
    }
    return render(request, "strategies/strategy.html", context)


@deciding
@require_http_methods(["GET", "POST"])
def stage(request: HttpRequest, ref: str) -> HttpResponse:
    """Say that it came to a stage."""
    found = strategy_of(request, ref)
    form = StageForm(found.stage, request.POST or None)
    if form.is_valid():
        said = form.cleaned_data
        try:
            actions.change_stage(found, said["stage"], since=said["since"], why=said["why"], by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            return redirect("strategies:strategy", ref)
    return render(request, "strategies/stage.html", {"strategy": found, "form": form})


@reading
@require_GET
def clause(request: HttpRequest, ref: str, identity: UUID) -> HttpResponse:
    """A clause through all drafts, and everyone who asked something of it."""
    found = strategy_of(request, ref)
    states = standing.through_drafts(list(queries.drafts_of(request.reader, found)), identity)
    there(states[0] if states else None)
    asked = queries.asked_for(found, identity)
    context = {"strategy": found, "states": states, "points": standing.lines(asked), "clause": states[0].clause}
    context["history"] = history.rewordings(request.reader, [state.clause for state in states])
    context["actions"] = standing.carried_out(request.reader, identity)
    return render(request, "strategies/clause.html", context)


@reading
@require_GET
def past(request: HttpRequest, ref: str) -> HttpResponse:
    """What was done with a strategy and its drafts."""
    found = strategy_of(request, ref)
    return render(
        request, "strategies/history.html", {"strategy": found, "lines": history.lines_of(request.reader, found)}
    )
