"""Pages on which a reviewer judges, and takes a judgement back."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sanad.accounts.permissions import Permission
from sanad.codes import queries as codes
from sanad.front.after import count_anew
from sanad.front.forms.judging import ChooseForm, JudgeForm, ReasonForm, TollForm, VerdictForm
from sanad.front.presenting.event import EventPage, alleged_words, event_page
from sanad.front.presenting.judgements import field_word, may_undo
from sanad.front.presenting.words import Words
from sanad.front.views.finding import event_or_404
from sanad.violations import actions, queries
from sanad.violations.models import Event, Involvement
from sanad.web.doors import USER, readers


def _standard(slug: str | None) -> int | None:
    return codes.code("standard_of_proof", slug).pk if slug else None


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
    form = JudgeForm(page.violations, request.POST or None)
    if not form.is_valid():
        return render(request, "front/judge.html", {"page": page, "event": event, "form": form})
    data = form.cleaned_data
    chosen = queries.violations_visible_to(request.reader).filter(event=event, pk__in=data["violations"])
    actions.judge_violations(
        chosen.order_by("id"), data["verdict"], why=data["why"], by=request.reader, standard=_standard(data["standard"])
    )
    count_anew(request.reader)
    messages.success(request, _("Your judgement is written down."))
    return redirect("front:event", event.reference)


def _attribution(request: HttpRequest, ref: str) -> HttpResponse:
    event = event_or_404(request.reader, ref)
    involvement = _involvement_or_404(request, event)
    form = VerdictForm(request.POST or None)
    if not form.is_valid():
        context = {"event": event, "form": form, "about": alleged_words(involvement, Words())}
        return render(request, "front/judge.html", context)
    actions.judge_attribution(
        involvement, form.cleaned_data["verdict"], why=form.cleaned_data["why"], by=request.reader
    )
    count_anew(request.reader)
    messages.success(request, _("Your judgement is written down."))
    return redirect("front:event", event.reference)


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
    row = next((row for row in table.rows if row.name == name), None) if table and name != "toll" else None
    if row is None:
        raise Http404
    sources = zip((a for a in page.accounts if not a.withdrawn), row.values, strict=True)
    offered = [(str(v.root), f"{v.words} – {a.source or a.kind}") for a, v in sources if v.words]
    form = ChooseForm(offered, request.POST or None)
    if form.is_valid():
        data = form.cleaned_data
        actions.choose_value(of, name, UUID(data["prefer"]), why=data["why"], by=request.reader)
        count_anew(request.reader)
        messages.success(request, _("The value is chosen."))
        return redirect("front:event", event.reference)
    title = _("Choose a value: %(field)s") % {"field": field_word(name)}
    return render(request, "front/choose.html", {"event": event, "page": page, "form": form, "title": title})


@readers(USER, permission=Permission.REPORT_READ)
@require_http_methods(["GET", "POST"])
def undo(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Take a judgement back, with all that were made by the same deed."""
    judgement = queries.judgement_visible_to(request.reader, pk)
    event = queries.event_of_judgement(request.reader, judgement) if judgement else None
    if judgement is None or event is None or not may_undo(request.reader, judgement):
        raise Http404
    form = ReasonForm(request.POST or None)
    if form.is_valid():
        for one in queries.made_together_with(request.reader, event, judgement):
            actions.undo_judgement(one, why=form.cleaned_data["why"], by=request.reader)
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
