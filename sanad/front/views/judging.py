"""Pages on which a reviewer judges, and takes a judgement back."""

from collections.abc import Sequence
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sanad.accounts.permissions import Permission
from sanad.front.after import count_anew
from sanad.front.forms.judging import ChooseForm, JudgeForm, ReasonForm, TollForm, VerdictForm
from sanad.front.presenting.event import EventPage, event_page
from sanad.front.presenting.judgements import field_word, may_undo
from sanad.front.presenting.telling import alleged_words
from sanad.front.presenting.words import Words
from sanad.front.views.finding import event_or_404
from sanad.violations import actions, queries
from sanad.violations.models import Event, Involvement, Judgement
from sanad.web.doors import USER, readers


def _judged_or_404(request: HttpRequest, ref: str) -> tuple[Event, EventPage]:
    """The event, if the reader's office keeps an account of it."""
    event = event_or_404(request.reader, ref)
    page = event_page(request.reader, event)
    if not page.may_judge:
        raise Http404
    return event, page


@readers(USER, permission=Permission.JUDGE_VERIFY)
@require_http_methods(["GET", "POST"])
def judge(request: HttpRequest, ref: str) -> HttpResponse:
    """A verdict on violations of an event, or on one attribution to an alleged perpetrator."""
    if "attribution" in request.GET:
        return _attribution(request, ref)
    event, page = _judged_or_404(request, ref)
    form = JudgeForm(page, request.POST or None, reader=request.reader)
    if not form.is_valid():
        return render(request, "front/judge.html", {"page": page, "event": event, "form": form})
    data, by = form.cleaned_data, request.reader
    violations = queries.violations_visible_to(by).filter(event=event, pk__in=form.chosen()).order_by("id")
    attributed = [one for told in page.told for one in told.involvements if one.root in form.roots()]
    made = actions.judge_together(
        list(violations), attributed, data["verdict"], why=data["why"], by=by, terms=form.terms()
    )
    return _written_down(request, event, made)


def _written_down(request: HttpRequest, event: Event, made: Sequence[Judgement]) -> HttpResponse:
    count_anew(request.reader)
    if any(one.needs_second for one in made):
        messages.success(request, _("Your judgement is written down. It holds once a second person has confirmed it."))
    else:
        messages.success(request, _("Your judgement is written down."))
    return redirect("front:event", event.reference)


def _attribution(request: HttpRequest, ref: str) -> HttpResponse:
    event = event_or_404(request.reader, ref)
    involvement = _involvement_or_404(request, event)
    form = VerdictForm(request.POST or None, reader=request.reader)
    if not form.is_valid():
        context = {"event": event, "form": form, "about": alleged_words(involvement, Words())}
        return render(request, "front/judge.html", context)
    data = form.cleaned_data
    made = actions.judge_attribution(
        involvement, data["verdict"], why=data["why"], by=request.reader, terms=form.terms()
    )
    return _written_down(request, event, [made])


def _involvement_or_404(request: HttpRequest, event: Event) -> Involvement:
    try:
        root = UUID(request.GET["attribution"])
    except ValueError:
        raise Http404 from None
    found = queries.involvement_visible_to(request.reader, root)
    if found is None or found.report.account.event_id != event.pk or found.custodian_id not in request.reader.keeps:
        raise Http404
    return found


@readers(USER, permission=Permission.JUDGE_VERIFY)
@require_http_methods(["GET", "POST"])
def toll(request: HttpRequest, ref: str, of: UUID) -> HttpResponse:
    """Choose the size of a group where accounts differ."""
    event, page = _judged_or_404(request, ref)
    table = next((table for table in page.compared if table.of == of and table.rows[0].name == "toll"), None)
    if table is None:
        raise Http404
    form = TollForm(request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        bounds = (data["least"], data["best"], data["most"])
        actions.choose_toll(of, bounds, why=data["why"], by=request.reader)
        count_anew(request.reader)
        messages.success(request, _("The toll is chosen."))
        return redirect("front:event", event.reference)
    context = {"event": event, "page": page, "table": table, "form": form, "title": _("Choose the toll")}
    return render(request, "front/choose.html", context)


@readers(USER, permission=Permission.JUDGE_VERIFY)
@require_http_methods(["GET", "POST"])
def choose(request: HttpRequest, ref: str, of: UUID, name: str) -> HttpResponse:
    """Let one account's value of a field stand."""
    event, page = _judged_or_404(request, ref)
    table = next((table for table in page.compared if table.of == of), None)
    rows = table.rows if table else []
    row = next((row for row in rows if row.name == name and row.choosable and name != "toll"), None)
    if row is None:
        raise Http404
    root_of = {v.words: v.root for v in reversed(row.values) if v.words and v.root}
    offered = [(str(root_of[one.words]), f"{one.words} – {one.sources}") for one in row.said if one.words in root_of]
    form = ChooseForm(offered, request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        actions.choose_value(of, name, UUID(data["prefer"]), why=data["why"], by=request.reader)
        count_anew(request.reader)
        messages.success(request, _("The value is chosen."))
        return redirect("front:event", event.reference)
    title = _("Choose a value: %(field)s") % {"field": field_word(name)}
    return render(request, "front/choose.html", {"event": event, "page": page, "form": form, "title": title})


def _at_once(request: HttpRequest) -> QueryDict:
    """What was posted; the button that undoes by one click gives no reason of its own."""
    if request.POST.get("at_once") and not request.POST.get("why"):
        said = request.POST.copy()
        said["why"] = _("Taken back by one click")
        return said
    return request.POST


@readers(USER, permission=Permission.JUDGE_VERIFY)
@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Agree, as the second person, with a verdict and with all that were given by the same deed on this event."""
    judgement = queries.judgement_visible_to(request.reader, pk)
    event = queries.event_of_judgement(request.reader, judgement) if judgement else None
    if judgement is None or event is None or not judgement.needs_second:
        raise Http404
    if not set(judgement.custodians) & set(request.reader.keeps):
        raise Http404
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        proposed = [one for one in queries.made_together_with(request.reader, event, judgement) if one.needs_second]
        actions.confirm_verdicts(proposed or [judgement], why=form.cleaned_data["why"], by=request.reader)
        count_anew(request.reader)
        messages.success(request, _("Confirmed: the verdict holds."))
        return redirect("front:event", event.reference)
    context = {
        "title": _("Confirm this verdict?"),
        "sentence": judgement.why,
        "consequences": [_("It holds from now on. Your name stands beside that of the first person.")],
        "form": form,
        "button": _("Confirm it"),
        "back": reverse("front:event", args=[event.reference]),
    }
    return render(request, "web/confirm.html", context)


@readers(USER, permission=Permission.REPORT_READ)
@require_http_methods(["GET", "POST"])
def undo(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a judgement back, with all that were made by the same deed."""
    judgement = queries.judgement_visible_to(request.reader, pk)
    event = queries.event_of_judgement(request.reader, judgement) if judgement else None
    if judgement is None or event is None or not may_undo(request.reader, judgement):
        raise Http404
    form = ReasonForm(_at_once(request) or None)
    if form.is_valid():
        together = queries.made_together_with(request.reader, event, judgement)
        actions.undo_together(together, why=form.cleaned_data["why"], by=request.reader)
        count_anew(request.reader)
        messages.success(request, _("The judgement holds no longer; both stay on record."))
        return redirect("front:event", event.reference)
    context = {
        "title": _("Take this judgement back?"),
        "sentence": judgement.why,
        "consequences": [_("What it decided holds no longer. Both stay on record.")],
        "form": form,
        "button": _("Take it back"),
        "back": reverse("front:event", args=[event.reference]),
    }
    return render(request, "web/confirm.html", context)
