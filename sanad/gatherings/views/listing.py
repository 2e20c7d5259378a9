"""Who came, page by page; the desk adds from the sheet."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sanad.codes import queries as codes
from sanad.gatherings import actions, queries
from sanad.gatherings.forms.people import DeskForm, WhoForm
from sanad.gatherings.models import Gathering
from sanad.gatherings.presenting.likeness import likely_pairs
from sanad.gatherings.views.finding import HOLD, held_or_404
from sanad.kit.ids import uuid7
from sanad.kit.refusals import Refused
from sanad.web import keyset
from sanad.web.forms import add_refusal

ORDER = ("signed_at", "id")


@HOLD
@require_http_methods(["GET", "POST"])
def participants(request: HttpRequest, ref: str) -> HttpResponse:
    """Who came, in the order in which they signed; the desk adds from the sheet."""
    found, sent = held_or_404(request, ref), request.method == "POST"
    invited = [one.institution.name for one in queries.institutions_invited(found)]
    form = DeskForm(found, invited, request.POST if sent else None, initial={"form": uuid7()})
    if sent and form.is_valid():
        try:
            actions.add_participant(found, form.content(), form=form.cleaned_data["form"], by=request.reader)
            messages.success(request, _("%(name)s stands on the list.") % {"name": form.cleaned_data["name"]})
            return redirect("gatherings:participants", ref)
        except Refused as refusal:
            add_refusal(form, refusal)
    context = {"gathering": found, "form": form, "alike": len(likely_pairs(request.reader, found))}
    return render(request, "gatherings/participants.html", context | _shown(request, found))


def _shown(request: HttpRequest, found: Gathering) -> dict[str, object]:
    """One page of the list, narrowed as the address says; the pager keeps what narrows it."""
    who = WhoForm(request.GET)
    said = who.cleaned_data if who.is_valid() else {"seat": "", "off": ""}
    off = bool(said["off"])
    rows = queries.list_of(request.reader, found, seat=said["seat"], withdrawn=off)
    page = keyset.page(rows, ORDER, request.GET)
    labels = {one.pk: codes.label(one) for one in codes.codes_of("sex")}
    return {
        "who": who,
        "off": off,
        "rows": [(one, labels.get(one.sex_id, "")) for one in page.rows],
        "lines": rows.count(),
        "narrowed": off or bool(said["seat"]),
        "page": page,
    }
