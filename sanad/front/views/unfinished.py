"""Entries on their way: kept every few seconds, gone on with after a power cut, thrown away."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse, QueryDict
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from sanad.accounts.permissions import Permission
from sanad.front.keeping import keep_typed
from sanad.front.views.another import another_typed
from sanad.front.views.entry import page_typed
from sanad.kit.refusals import Refused
from sanad.violations import actions, queries
from sanad.violations.models import Unfinished
from sanad.web.doors import USER, readers
from sanad.web.formats import moment
from sanad.web.refusals import say


@readers(USER, permission=Permission.REPORT_RECORD)
@sensitive_post_parameters()
@require_POST
def keep(request: HttpRequest) -> HttpResponse:
    """Seal what stands in the fields, and say when that was."""
    try:
        kept = keep_typed(request)
    except Refused as refusal:
        return JsonResponse({"refused": [say(reason) for reason in refusal.reasons]}, status=409)
    return JsonResponse({"kept": moment(kept.saved_at)})


@readers(USER, permission=Permission.REPORT_RECORD)
@sensitive_variables("fields", "data")
@require_POST
def restore(request: HttpRequest, pk: UUID) -> HttpResponse:
    """The page as it stood; while the vault is locked it stays kept."""
    kept = _mine_or_404(request, pk)
    try:
        fields = actions.open_unfinished(kept, by=request.reader)
    except Refused as refusal:
        for reason in refusal.reasons:
            messages.error(request, say(reason))
        messages.info(request, _("Your unfinished entry stays kept."))
        return redirect("front:report_new")
    data = QueryDict(mutable=True)
    for name, values in fields.items():
        data.setlist(name, values)
    data["token"] = pk.hex
    event = queries.event_visible_to(request.reader, data["account_of"]) if data.get("account_of") else None
    if event is not None:
        return another_typed(request, event, data)
    return page_typed(request, data)


@readers(USER, permission=Permission.REPORT_RECORD)
@require_POST
def throw_away(request: HttpRequest, pk: UUID) -> HttpResponse:
    """What was begun is not wanted."""
    actions.throw_away([_mine_or_404(request, pk).pk], by=request.reader)
    messages.success(request, _("Thrown away."))
    return redirect("front:report_new")


def _mine_or_404(request: HttpRequest, pk: UUID) -> Unfinished:
    found = queries.unfinished(request.reader, pk)
    if found is None:
        raise Http404
    return found
