"""One draft: its clauses, its action table, how it differs from another, what is done with it."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sanad.accounts.permissions import Permission, permits
from sanad.kit.refusals import Refused
from sanad.strategies import actions, queries
from sanad.strategies.forms.drafts import ClauseForm, PlannedForm
from sanad.strategies.models import Draft
from sanad.strategies.presenting import compared
from sanad.strategies.presenting.unsettled import older_words
from sanad.strategies.views.finding import draft_of, page_of, reading, there, writing
from sanad.web.forms import add_refusal

SHOWN = 80


def _of(request: HttpRequest, draft: Draft) -> dict[str, object]:
    """What every page of a draft knows."""
    keeper = draft.custodian_id
    return {
        "draft": draft,
        "strategy": draft.strategy,
        "following": queries.drafts_of(request.reader, draft.strategy).filter(based_on=draft).first(),
        "may_write": permits(request.reader, Permission.STRATEGY_WRITE, custodian=keeper),
        "may_decide": permits(request.reader, Permission.STRATEGY_DECIDE, custodian=keeper),
        "is_open": draft.state == Draft.State.OPEN,
        "is_out": draft.state == Draft.State.CIRCULATED,
    }


@reading
@require_GET
def draft(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """The clauses in their order."""
    found = draft_of(request, ref, number)
    older, rows = queries.older_clauses(found), queries.clauses_of(found)
    narrowed = request.GET.get("older") == "on"
    clauses, previous, following = page_of(request, rows.filter(identity__in=older) if narrowed else rows, SHOWN)
    context = {
        "clauses": [(one, older_words(older[one.identity]) if one.identity in older else "") for one in clauses],
        "older": len(older),
        "narrowed": narrowed,
        "previous": previous,
        "next": following,
        "actions": queries.planned_of(found).count(),
    }
    return render(request, "strategies/draft.html", _of(request, found) | context)


@reading
@require_GET
def planned(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """The action table."""
    found = draft_of(request, ref, number)
    rows, previous, following = page_of(request, queries.planned_of(found), SHOWN)
    older = queries.older_planned(found)
    shown = [(one, older_words(older[one.identity]) if one.identity in older else "") for one in rows]
    context = {"rows": shown, "previous": previous, "next": following}
    return render(request, "strategies/planned.html", _of(request, found) | context)


@reading
@require_GET
def compare(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """What differs from another draft, word by word."""
    newer = draft_of(request, ref, number)
    others = list(queries.drafts_of(request.reader, newer.strategy).exclude(pk=newer.pk))
    asked = request.GET.get("with", "")
    older = next((one for one in others if str(one.number) == asked), newer.based_on)
    older = there(older or (others[0] if others else None))
    if older.number > newer.number:
        older, newer = newer, older
    page = compared.page(older, newer, everything=request.GET.get("all") == "on")
    lines, previous, following = page_of(request, page.lines, SHOWN)
    context = {"older": older, "others": others, "page": page, "lines": lines, "previous": previous, "next": following}
    return render(request, "strategies/compare.html", _of(request, newer) | context)


@writing
@require_POST
def do(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """Circulate a draft, begin the next, make it final, or hand it over to be carried out."""
    found = draft_of(request, ref, number)
    match request.POST.get("do"):
        case "circulate":
            actions.circulate(found, by=request.reader)
            messages.success(request, _("The draft is circulated: its text stays, and people can be asked about it."))
        case "next":
            found = actions.next_draft(found, by=request.reader)
        case "final":
            actions.make_final(found, by=request.reader)
            messages.success(request, _("The draft is final."))
        case "hand_over":
            given = vars(actions.hand_over(found, by=request.reader))
            messages.success(
                request, _("Handed over: actions %(actions)s, recommendations %(recommendations)s.") % given
            )
    return redirect("strategies:draft", ref, found.number)


@writing
@require_http_methods(["GET", "POST"])
def clause_new(request: HttpRequest, ref: str, number: int) -> HttpResponse:
    """A further clause, behind the one that the address names."""
    found = draft_of(request, ref, number)
    form = ClauseForm(request.POST or None)
    after = _after(found, request.GET.get("after", ""))
    if form.is_valid():
        try:
            made = actions.add_clause(found, _said(form), after=after, by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            return redirect("strategies:clause", ref, made.identity)
    return render(request, "strategies/clause_form.html", _of(request, found) | {"form": form, "after": after})


def _after(draft: Draft, identity: str) -> object:
    try:
        return queries.clause_in(draft, UUID(identity))
    except ValueError:
        return None


@writing
@require_http_methods(["GET", "POST"])
def clause_edit(request: HttpRequest, ref: str, number: int, identity: UUID) -> HttpResponse:
    """Reword a clause, or strike it out."""
    found = draft_of(request, ref, number)
    clause = there(queries.clause_in(found, identity))
    if request.POST.get("do") == "drop":
        actions.drop_clause(clause, by=request.reader)
        return redirect("strategies:draft", ref, number)
    form, theirs = ClauseForm(request.POST or None, instance=clause, initial={"seen": clause.version}), None
    if form.is_valid():
        fresh = there(queries.clause_in(found, identity))
        try:
            actions.reword_clause(fresh, _said(form), seen=form.cleaned_data["seen"] or 0, by=request.reader)
        except Refused as refusal:
            _refused(form, refusal, fresh.version)
            theirs = fresh if fresh.version != form.cleaned_data["seen"] else None
        else:
            return redirect("strategies:clause", ref, identity)
    return render(
        request, "strategies/clause_form.html", _of(request, found) | {"form": form, "clause": clause, "theirs": theirs}
    )


@writing
@require_http_methods(["GET", "POST"])
def planned_edit(request: HttpRequest, ref: str, number: int, identity: UUID | None = None) -> HttpResponse:
    """Reword a row of the action table, strike it out, or add one."""
    found = draft_of(request, ref, number)
    row = there(queries.planned_of(found).filter(identity=identity).first()) if identity else None
    if row is not None and request.POST.get("do") == "drop":
        actions.drop_action(row, by=request.reader)
        return redirect("strategies:planned", ref, number)
    clauses, theirs = list(queries.clauses_of(found)), None
    form = PlannedForm(clauses, request.POST or None, instance=row, initial={"seen": row.version if row else 0})
    if form.is_valid():
        try:
            if row is None:
                actions.add_action(found, _said(form), by=request.reader)
            else:
                actions.reword_action(row, _said(form), seen=form.cleaned_data["seen"] or 0, by=request.reader)
        except Refused as refusal:
            theirs = queries.planned_of(found).filter(identity=identity).first() if row else None
            _refused(form, refusal, theirs.version if theirs else 0)
        else:
            return redirect("strategies:planned", ref, number)
    return render(
        request, "strategies/planned_form.html", _of(request, found) | {"form": form, "row": row, "theirs": theirs}
    )


def _refused(form: ClauseForm | PlannedForm, refusal: Refused, version: int) -> None:
    """Say why; who has now seen the newest words may save theirs over them."""
    add_refusal(form, refusal)
    form.data = form.data.copy()
    form.data["seen"] = str(version)


def _said(form: ClauseForm | PlannedForm) -> dict[str, object]:
    return {name: value for name, value in form.cleaned_data.items() if name != "seen"}
