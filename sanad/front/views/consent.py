"""The page of one person of a report: what they agreed to, how they are kept safe."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_http_methods

from sanad.accounts.editing import Editing
from sanad.accounts.permissions import Permission
from sanad.front.after import count_anew
from sanad.front.forms.consent import AnswersForm, SafeguardForm
from sanad.front.forms.judging import ReasonForm
from sanad.front.presenting.consent import PersonPage, person_page
from sanad.front.views.finding import kept_or_404, told_or_404
from sanad.kit.refusals import Refused
from sanad.vault.opening import open_sealed
from sanad.vault.rules import Purpose
from sanad.violations import actions, queries
from sanad.violations.queries import Told
from sanad.web.doors import USER, readers
from sanad.web.forms import add_refusal


def person_or_404(request: HttpRequest, ref: str, root: UUID) -> tuple[Told, PersonPage]:
    """A person of a report that the reader's office keeps."""
    told = told_or_404(request.reader, ref)
    kept_or_404(request.reader, told)
    asked = queries.wishes_in([told.report.pk])
    mention = next((m for m in told.mentions if m.root == root and root in asked), None)
    if mention is None:
        raise Http404
    return told, person_page(request.reader, told, mention)


@readers(USER, permission=Permission.REPORT_CORRECT)
@sensitive_post_parameters("contact")
@require_http_methods(["GET", "POST"])
def person(request: HttpRequest, ref: str, root: UUID) -> HttpResponse:
    """Answers of a person, and the safeguards; each has its own button."""
    told, page = person_or_404(request, ref, root)
    deed = request.POST.get("do", "") if request.method == "POST" else ""
    answers = AnswersForm(request.POST if deed == "answers" else None, stands=page.stands)
    safeguard = SafeguardForm(page.follows, request.POST if deed == "safeguard" else None, initial=_initial(page))
    forms: dict[str, AnswersForm | SafeguardForm] = {"answers": answers, "safeguard": safeguard}
    edits = {
        "answers": Editing(request, answers, "answers", f"{ref} {root}", now=lambda: _answers_now(request, ref, root)),
        "safeguard": Editing(
            request,
            safeguard,
            "safeguard",
            f"{ref} {root}",
            now=lambda: _safeguard_now(request, ref, root),
            sealed=True,
        ),
    }
    ready = [name for name, edit in edits.items() if edit.may_save()]
    if ready:
        form = forms[ready[0]]
        try:
            _write(request, told, page, form)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            edits[ready[0]].saved()
            messages.success(request, _("It is written down; what was said before stays."))
            return redirect("front:person", ref, root)
    context = {"report": told.report, "page": page, "answers": answers, "safeguard": safeguard}
    response = render(request, "front/person.html", context)
    response["Cache-Control"] = "no-store"
    return response


def _answers_now(request: HttpRequest, ref: str, root: UUID) -> AnswersForm:
    return AnswersForm(None, stands=person_or_404(request, ref, root)[1].stands)


def _safeguard_now(request: HttpRequest, ref: str, root: UUID) -> SafeguardForm:
    page = person_or_404(request, ref, root)[1]
    return SafeguardForm(page.follows, None, initial=_initial(page))


def _initial(page: PersonPage) -> dict[str, object]:
    held = page.safeguard
    if held is None:
        return {"basis": "", "risk": "unknown"}
    return {"basis": held.basis, "risk": held.risk, "review_on": held.review_on.isoformat() if held.review_on else ""}


def _write(request: HttpRequest, told: Told, page: PersonPage, form: AnswersForm | SafeguardForm) -> None:
    root = page.mention.root
    if isinstance(form, AnswersForm):
        actions.write_consents(told.report, root, form.answers(), by=request.reader)
        count_anew(request.reader)
    else:
        actions.write_safeguard(told.report, root, **form.said(), by=request.reader)


@readers(USER, permission=Permission.SEALED_OPEN)
@sensitive_variables("values")
@require_http_methods(["GET", "POST"])
def contact(request: HttpRequest, ref: str, root: UUID) -> HttpResponse:
    """How to reach a person, shown once, for a reason that is written down."""
    told, page = person_or_404(request, ref, root)
    place = queries.contact_of(request.reader, root)
    if place is None:
        raise Http404
    form, values = ReasonForm(request.POST or None), None
    if form.is_valid():
        try:
            why, of = form.cleaned_data["why"], (place, "safeguard")
            opened = open_sealed(request.reader, [of], reason=why, purpose=Purpose.READING)
            values = [(page.words, [(_("How to reach the person safely"), opened.get(of, {}).get("contact", ""))])]
        except Refused as refusal:
            add_refusal(form, refusal)
    back = reverse("front:person", args=[ref, root])
    context = {"report": told.report, "form": form, "values": values, "back": back}
    response = render(request, "front/names.html", context)
    response["Cache-Control"] = "no-store"
    return response
