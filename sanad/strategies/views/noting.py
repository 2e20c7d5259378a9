"""Rapporteurs at work: the page on which a group's points are typed, by users and by signed link, and the wall."""

from collections.abc import Callable
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods

from sanad.accounts.links import by_link
from sanad.accounts.models import Link
from sanad.gatherings.models import Group
from sanad.kit.refusals import Refused
from sanad.strategies import actions, queries
from sanad.strategies.actions.asking import NOTE
from sanad.strategies.actions.noting import PointWords
from sanad.strategies.forms.asking import PointForm, slip_of
from sanad.strategies.models import Draft
from sanad.strategies.presenting import standing
from sanad.strategies.queries.asked import draft_at
from sanad.strategies.views.finding import draft_of, group_on, reading, there, writing
from sanad.web.doors import LINK, readers
from sanad.web.forms import add_refusal

Address = Callable[[int | None], str]  # of the group's page, or of one of its points


@writing
@require_http_methods(["GET", "POST"])
def group(request: HttpRequest, ref: str, number: int, group: UUID, point: int | None = None) -> HttpResponse:
    """The points of a group, and a form for the next; with a number, that point to be changed."""
    draft = draft_of(request, ref, number)

    def address(one: int | None) -> str:
        arguments = [ref, number, group] + ([one] if one else [])
        return reverse("strategies:group_point" if one else "strategies:group", args=arguments)

    return _group_page(request, draft, group_on(draft, group), point, address)


@readers(LINK)
@by_link(NOTE)
@require_http_methods(["GET", "POST"])
def note(request: HttpRequest, link: Link, point: int | None = None) -> HttpResponse:
    """The same for a rapporteur on their own phone, by signed link."""
    draft, found = there(draft_at(request.reader, link.of))
    token = request.resolver_match.kwargs["token"]

    def address(one: int | None) -> str:
        return reverse("strategies:note_point" if one else "strategies:note", args=[token] + ([one] if one else []))

    return _group_page(request, draft, found, point, address)


def _group_page(request: HttpRequest, draft: Draft, group: Group, number: int | None, address: Address) -> HttpResponse:
    mine = queries.points_with_answers(draft).filter(group=group)
    point = there(mine.filter(number=number).first()) if number else None
    beside = list(queries.open_beside(point)) if point else []
    initial = standing.words_of(point) if point else None
    form = PointForm(queries.clauses_of(draft), request.POST or None, initial=initial)
    if form.is_valid():
        try:
            said = form.cleaned_data
            words = PointWords(said["group_words"], said["plenary_words"], said["dissent"], form.chosen())
            if point is None:
                actions.note_point(draft, words, group=group, slip=slip_of(form), by=request.reader)
                return redirect(address(None))
            change = actions.join_beside if beside and request.POST.get("do") == "join" else actions.reword_point
            kept = change(point, words, seen=said["seen"] or 0, by=request.reader)
            return redirect(address(point.number if kept.beside else None))
        except Refused as refusal:
            add_refusal(form, refusal)
    points = [(line, address(line.number)) for line in standing.lines(mine)]
    context = {
        "draft": draft, "strategy": draft.strategy, "group": group, "form": form, "points": points, "point": point,
        "beside": beside, "home": address(None), "by_link": request.reader.user_id is None,
    }  # fmt: skip
    return render(request, "strategies/group.html", context)


@reading
@require_GET
def wall(request: HttpRequest, ref: str, number: int, group: UUID) -> HttpResponse:
    """What the group has so far, for the projector: large letters, drawn anew every few seconds without a script."""
    draft = draft_of(request, ref, number)
    found = group_on(draft, group)
    points = standing.lines(queries.points_with_answers(draft).filter(group=found))
    context = {"draft": draft, "strategy": draft.strategy, "group": found, "points": points[::-1]}
    answer = render(request, "strategies/wall.html", context)
    answer["Refresh"] = "5"
    return answer
