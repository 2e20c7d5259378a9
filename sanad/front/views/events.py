"""The page of an event."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET

from sanad.accounts.permissions import Permission
from sanad.front.forms.judging import JudgeForm
from sanad.front.presenting.event import event_page
from sanad.front.presenting.evidence import files_shown
from sanad.front.views.finding import event_or_404
from sanad.web.doors import USER, readers


@readers(USER, permission=Permission.REPORT_READ)
@require_GET
def event(request: HttpRequest, ref: str) -> HttpResponse:
    """Everything that is said and judged of an event."""
    found = event_or_404(request.reader, ref)
    if found.reference != ref:  # a further account, or a merged event: one address for all
        return redirect("front:event", found.reference)
    page = event_page(request.reader, found, _part(request))
    judges = page.may_judge and request.reader.may(Permission.JUDGE_VERIFY)
    form = JudgeForm(page, reader=request.reader) if judges else None
    context = {"page": page, "event": found, "form": form, "files": files_shown(request.reader, page.told)}
    context["keeps"] = bool(set(found.custodians) & set(request.reader.keeps))
    return render(request, "front/event.html", context)


def _part(request: HttpRequest) -> int:
    """Which part of many violations; the first where the address says nothing that can be read."""
    said = request.GET.get("part", "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 6 else 1
