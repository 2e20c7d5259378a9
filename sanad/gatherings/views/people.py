"""Who came: one line of the list, likenesses, groups."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from sanad.accounts.permissions import Permission
from sanad.gatherings import actions, queries
from sanad.gatherings.actions.signing import OF
from sanad.gatherings.forms.people import (
    CorrectForm,
    EraseForm,
    GroupForm,
    JudgeForm,
    MemberForm,
    NeedsForm,
    WithdrawForm,
    said_of,
)
from sanad.gatherings.models import Gathering, Group, Participant
from sanad.gatherings.presenting.likeness import judged_here, likely_pairs
from sanad.gatherings.views.finding import HOLD, held_or_404
from sanad.kit.refusals import Refused
from sanad.vault.opening import open_sealed
from sanad.vault.rules import Purpose
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal


@HOLD
@require_http_methods(["GET", "POST"])
def participant(request: HttpRequest, ref: str, pk: UUID) -> HttpResponse:
    """One line of the list: put it right."""
    found = held_or_404(request, ref)
    one = _participant_or_404(request, found, pk)
    form = CorrectForm(found, [], request.POST if request.method == "POST" else None, initial=said_of(one))
    if request.method == "POST" and form.is_valid():
        try:
            content = form.content()
            actions.correct_participant(one, content, by=request.reader, needs=form.replaces)
            messages.success(request, _("The line is put right."))
            return redirect("gatherings:participants", ref)
        except Refused as refusal:
            add_refusal(form, refusal)
    return _participant_page(request, found, one, form=form)


@HOLD
@require_POST
def participant_withdraw(request: HttpRequest, ref: str, pk: UUID) -> HttpResponse:
    """Take somebody off the list."""
    found = held_or_404(request, ref)
    one, form = _participant_or_404(request, found, pk), WithdrawForm(request.POST, auto_id="withdraw_%s")
    if not form.is_valid():
        return _participant_page(request, found, one, withdraw=form)
    actions.withdraw_participant(one, why=form.cleaned_data["why"], by=request.reader)
    messages.success(request, _("Taken off the list. The line stays and is counted nowhere."))
    return redirect("gatherings:participants", ref)


@HOLD
@require_POST
def participant_erase(request: HttpRequest, ref: str, pk: UUID) -> HttpResponse:
    """Erase somebody: the name leaves the lists and their history, the count stays."""
    found = held_or_404(request, ref)
    one, form = _participant_or_404(request, found, pk), EraseForm(request.POST, auto_id="erase_%s")
    if not form.is_valid():
        return _participant_page(request, found, one, erase=form)
    gone = actions.erase_participant(one, why=actions.WhoAsked(form.cleaned_data["why"]), by=request.reader)
    messages.success(request, _("The name is erased; the person is counted without it."))
    if gone.still:
        where = {"where": ", ".join(gone.still)}
        messages.warning(request, _("It may still stand in what was typed of these gatherings: %(where)s.") % where)
    return redirect("gatherings:participants", ref)


@readers(USER, permission=Permission.SEALED_OPEN)
@require_POST
def participant_needs(request: HttpRequest, ref: str, pk: UUID) -> HttpResponse:
    """Open what somebody needs to take part, for a reason that is written down."""
    found = held_or_404(request, ref)
    one, form = _participant_or_404(request, found, pk), NeedsForm(request.POST, auto_id="needs_%s")
    if not form.is_valid():
        return _participant_page(request, found, one, needs_form=form)
    refs = [(one.needs, OF)] if one.needs else []
    try:
        said = open_sealed(request.reader, refs, reason=form.cleaned_data["why"], purpose=Purpose.READING)
    except Refused as refusal:
        add_refusal(form, refusal)
        return _participant_page(request, found, one, needs_form=form)
    return _participant_page(
        request, found, one, needs=" ".join(str(content.get("needs", "")) for content in said.values())
    )


@HOLD
@require_http_methods(["GET", "POST"])
def alike(request: HttpRequest, ref: str) -> HttpResponse:
    """Who may be one person under two spellings: shown to the organiser alone, decided by a human being."""
    found = held_or_404(request, ref)
    if request.method == "POST":
        _judge(request, JudgeForm(request.POST))
        return redirect("gatherings:alike", ref)
    came = list(queries.participants_of(request.reader, found))
    context = {
        "gathering": found,
        "pairs": likely_pairs(request.reader, found),
        "judged": judged_here(request.reader, came),
    }
    return render(request, "gatherings/alike.html", context)


def _judge(request: HttpRequest, form: JudgeForm) -> None:
    if not form.is_valid():
        return
    said = form.cleaned_data
    rows = queries.by_id(request.reader, {said["one"], said["other"]})
    if len(rows) != 2:
        raise Http404
    same = said["same"] == "yes"
    actions.judge_two(rows[said["one"]], rows[said["other"]], same=same, by=request.reader)
    messages.success(request, _("They count as one person.") if same else _("They count as two persons."))


@HOLD
@require_POST
def alike_undo(request: HttpRequest, ref: str, pk: UUID) -> HttpResponse:
    """Take such a decision back."""
    found = held_or_404(request, ref)
    came = [one.pk for one in queries.participants_of(request.reader, found)]
    judged = queries.judgements_about(request.reader, came).filter(pk=pk).first()
    if judged is None:
        raise Http404
    actions.undo_two(judged, by=request.reader)
    return redirect("gatherings:alike", ref)


@HOLD
@require_http_methods(["GET", "POST"])
def groups(request: HttpRequest, ref: str) -> HttpResponse:
    """The groups of a workshop and who works in them."""
    found, sent = held_or_404(request, ref), request.method == "POST"
    form = GroupForm(request.POST if sent else None)
    if sent and form.is_valid():
        try:
            actions.add_group(found, form.cleaned_data["name_en"], form.cleaned_data["name_ur"], by=request.reader)
            return redirect("gatherings:groups", ref)
        except Refused as refusal:
            add_refusal(form, refusal)
    came = sorted(queries.named_on(request.reader, found), key=lambda one: one.name)
    context = {"gathering": found, "groups": queries.groups_of(found), "form": form, "member_form": MemberForm(came)}
    return render(request, "gatherings/groups.html", context)


@HOLD
@require_POST
def group_join(request: HttpRequest, ref: str, pk: UUID) -> HttpResponse:
    """Put somebody into a group."""
    found = held_or_404(request, ref)
    group, came = queries.line_of(Group, found, pk), queries.named_on(request.reader, found)
    if group is None:
        raise Http404
    form = MemberForm(came, request.POST)
    if form.is_valid():
        one = next(each for each in came if each.pk == form.cleaned_data["participant"])
        actions.put_in_group(group, one, part=form.cleaned_data["part"], by=request.reader)
    return redirect("gatherings:groups", ref)


@HOLD
@require_POST
def group_leave(request: HttpRequest, ref: str, pk: UUID, member: UUID) -> HttpResponse:
    """Take somebody out of a group."""
    found = held_or_404(request, ref)
    group = queries.line_of(Group, found, pk)
    if group is None:
        raise Http404
    actions.take_out_of_group(group, member, by=request.reader)
    return redirect("gatherings:groups", ref)


def _participant_or_404(request: HttpRequest, found: Gathering, pk: UUID) -> Participant:
    one = queries.participant_of(request.reader, found, pk)
    if one is None:
        raise Http404
    return one


def _participant_page(
    request: HttpRequest,
    found: Gathering,
    one: Participant,
    *,
    form: CorrectForm | None = None,
    withdraw: WithdrawForm | None = None,
    needs_form: NeedsForm | None = None,
    erase: EraseForm | None = None,
    needs: str | None = None,
) -> HttpResponse:
    context = {
        "gathering": found,
        "one": one,
        "form": form or CorrectForm(found, [], None, initial=said_of(one)),
        "withdraw": withdraw or WithdrawForm(auto_id="withdraw_%s"),
        "needs_form": needs_form or NeedsForm(auto_id="needs_%s"),
        "erase": erase or EraseForm(auto_id="erase_%s"),
        "needs": needs,
        "may_open": request.reader.may(Permission.SEALED_OPEN),
    }
    return render(request, "gatherings/participant.html", context)
