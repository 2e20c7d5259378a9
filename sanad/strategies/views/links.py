"""For people without an account: commenting on a draft, answering for a department, reading what became of a point."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from sanad.accounts.links import by_link
from sanad.accounts.models import Link
from sanad.kit.refusals import Refused
from sanad.strategies import actions, queries
from sanad.strategies.actions.asking import ANSWER, COMMENT
from sanad.strategies.forms.asking import AnswerForm, CommentForm, slip_of
from sanad.strategies.models import Clause, Invitation
from sanad.strategies.presenting import standing
from sanad.strategies.queries.asked import draft_at, invitation_for
from sanad.strategies.views.finding import page_of, there
from sanad.web.doors import LINK, PUBLIC, readers
from sanad.web.forms import add_refusal

SHOWN = 60


@readers(LINK)
@by_link(COMMENT)
@require_http_methods(["GET", "POST"])
def read(request: HttpRequest, link: Link) -> HttpResponse:
    """The draft for an invited reader: read it, comment on clauses, answer on the whole."""
    invitation = there(invitation_for(request.reader, link.of))
    clause = _chosen(request, invitation)
    if clause is not None:
        return _comment(request, invitation, clause)
    form = AnswerForm(request.POST or None, initial={"view": invitation.view, "may_name": invitation.may_name})
    if form.is_valid():
        try:
            actions.answer_invitation(invitation, by=request.reader, **form.cleaned_data)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("Thank you. Your answer has arrived."))
            return redirect(request.path)
    clauses, previous, following = page_of(request, queries.clauses_of(invitation.draft), SHOWN)
    context = {
        "invitation": invitation, "draft": invitation.draft, "form": form, "previous": previous, "next": following,
        "lines": standing.with_comments(clauses, invitation), "strategy": invitation.draft.strategy,
    }  # fmt: skip
    return render(request, "strategies/read.html", context)


def _chosen(request: HttpRequest, invitation: Invitation) -> Clause | None:
    asked = request.GET.get("clause", "")
    if not asked:
        return None
    try:
        return there(queries.clause_in(invitation.draft, UUID(asked)))
    except ValueError:
        return there(None)


def _comment(request: HttpRequest, invitation: Invitation, clause: Clause) -> HttpResponse:
    form = CommentForm(request.POST or None)
    if form.is_valid():
        try:
            actions.comment(
                invitation, form.cleaned_data["words"], clause=clause, slip=slip_of(form), by=request.reader
            )
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("Thank you. Your comment has arrived."))
            return redirect(f"{request.path}#c{clause.identity}")
    context = {"invitation": invitation, "strategy": invitation.draft.strategy, "clause": clause, "form": form}
    return render(request, "strategies/comment.html", context)


@readers(LINK)
@by_link(ANSWER)
@require_GET
def answers(request: HttpRequest, link: Link) -> HttpResponse:
    """Your group said, the draft now says."""
    draft, group = there(draft_at(request.reader, link.of))
    points = standing.lines(queries.points_with_answers(draft).filter(group=group))
    context = {"draft": draft, "strategy": draft.strategy, "group": group, "points": points}
    return render(request, "strategies/answers.html", context)


@readers(PUBLIC)
@require_GET
def published(request: HttpRequest) -> HttpResponse:
    """Strategies in force, for everybody."""
    return render(request, "strategies/published.html", {"strategies": standing.published()})


@readers(PUBLIC)
@require_GET
def public(request: HttpRequest, ref: str) -> HttpResponse:
    """A strategy in force as it was published: its text, its actions, and what became of what was asked."""
    found = there(queries.publication_of(ref))
    return render(request, "strategies/public.html", {"publication": found, "page": standing.public_page(found)})
