"""The small deeds on the page of an action, each by the button that was pressed."""

import re
from collections.abc import Callable
from uuid import UUID

from django import forms
from django.http import Http404, HttpRequest
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _

from sanad.codes import queries as codes
from sanad.commitments import actions
from sanad.commitments.clauses import clause_named
from sanad.commitments.forms.beside import AnswerForm, BottleneckForm, EvidenceForm, MilestoneForm, SolveForm
from sanad.commitments.models import Action
from sanad.commitments.queries import actions_visible_to, recommendations_visible_to
from sanad.kit.refusals import N_, OutOfOrder

WRITTEN = re.compile(r"(?P<source>[a-z0-9-]+)\s+(?P<paragraph>[^\s(]+)\s*(?:\((?P<letter>[^)]+)\))?\Z")


def carry_out(request: HttpRequest, row: Action) -> list[str]:
    """Do what the button says; gives the mistakes of the form, if there are any."""
    deed = DEEDS.get(request.POST.get("do", ""))
    if deed is None:
        raise Http404
    return deed(request, row)


def _filled(request: HttpRequest, shape: type[forms.Form]) -> tuple[dict[str, object], list[str]]:
    form = shape(request.POST)
    if form.is_valid():
        return form.cleaned_data, []
    return {}, [str(error) for errors in form.errors.values() for error in errors]


def _milestone(request: HttpRequest, row: Action) -> list[str]:
    said, wrong = _filled(request, MilestoneForm)
    if not wrong:
        actions.set_milestone(row, said["title"], said["due"], by=request.reader)  # type: ignore[arg-type]
    return wrong


def _reached(request: HttpRequest, row: Action) -> list[str]:
    milestone = get_object_or_404(row.milestones.all(), pk=_which(request))
    actions.reach_milestone(milestone, by=request.reader)
    return []


def _evidence(request: HttpRequest, row: Action) -> list[str]:
    said, wrong = _filled(request, EvidenceForm)
    if not wrong:
        actions.name_evidence(row, str(said["title"]), found_at=str(said["found_at"]), by=request.reader)
    return wrong


def _bottleneck(request: HttpRequest, row: Action) -> list[str]:
    said, wrong = _filled(request, BottleneckForm)
    if not wrong:
        kind = next(one for one in codes.codes_of("bottleneck") if str(one.pk) == said["kind"])
        actions.find_bottleneck(row, kind, said=str(said["said"]), by=request.reader)
    return wrong


def _solved(request: HttpRequest, row: Action) -> list[str]:
    said, wrong = _filled(request, SolveForm)
    if not wrong:
        bottleneck = get_object_or_404(row.bottlenecks.all(), pk=_which(request))
        actions.solve_bottleneck(bottleneck, str(said["how"]), by=request.reader)
    return wrong


def _answers(request: HttpRequest, row: Action) -> list[str]:
    said, wrong = _filled(request, AnswerForm)
    if wrong:
        return wrong
    what = str(said["what"]).strip()
    found = WRITTEN.match(what)
    if found:
        rows = recommendations_visible_to(request.reader).filter(source=found["source"], paragraph=found["paragraph"])
        rows = rows.filter(letter=found["letter"]) if found["letter"] else rows
        asked = list(rows[:40])
        for one in asked:
            actions.answer(row, recommendation=one, by=request.reader)
        if asked:
            return []
    clause = clause_named(request.reader, what)
    if clause is not None:
        actions.answer(row, clause=clause, by=request.reader)
        return []
    wider = list(actions_visible_to(request.reader).exclude(label="").filter(label=what)[:2])
    if len(wider) != 1:
        sentence = N_("“%(said)s” is no recommendation, clause or action that is known. Write: upr-2012 122.5(a).")
        raise OutOfOrder.one("answer.unknown", sentence, "what", said=what[:60])
    actions.answer(row, wider=wider[0], by=request.reader)
    return []


def _no_answer(request: HttpRequest, row: Action) -> list[str]:
    actions.take_answer_back(get_object_or_404(row.answers.all(), pk=_which(request)), by=request.reader)
    return []


def _which(request: HttpRequest) -> UUID:
    try:
        return UUID(request.POST.get("which", ""))
    except ValueError:
        raise Http404(_("There is no such thing.")) from None


DEEDS: dict[str, Callable[[HttpRequest, Action], list[str]]] = {
    "milestone": _milestone,
    "reached": _reached,
    "evidence": _evidence,
    "bottleneck": _bottleneck,
    "solved": _solved,
    "answer": _answers,
    "no_answer": _no_answer,
}
