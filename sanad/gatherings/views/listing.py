"""Who came, page by page and as a file; the desk adds from the sheet."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sanad.accounts.queries.naming import names_by_number
from sanad.codes import queries as codes
from sanad.gatherings import actions, queries
from sanad.gatherings.forms.people import DeskForm, TakeOutForm, WhoForm
from sanad.gatherings.models import Gathering
from sanad.gatherings.presenting import list_sheet
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
    who = WhoForm(request.GET, auto_id="who_%s")  # the form below asks for a seat, too
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


@HOLD
@require_http_methods(["GET", "POST"])
def list_file(request: HttpRequest, ref: str) -> HttpResponse:
    """The list as a workbook: why it is taken out is asked first, and stands in the file."""
    found, sent = held_or_404(request, ref), request.method == "POST"
    form = TakeOutForm(request.POST if sent else None)
    if sent and form.is_valid():
        taken, rows = actions.take_list_out(found, why=form.cleaned_data["why"], by=request.reader)
        content = list_sheet.workbook(found, taken, rows, request.reader.name)
        name = f"{found.reference}-participants.xlsx"
        headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
        return HttpResponse(content, content_type=list_sheet.XLSX, headers=headers)
    before = queries.lists_taken(request.reader, found)
    names = names_by_number({one.made_by for one in before if one.made_by is not None})
    earlier = [(one, names.get(one.made_by or 0, _("The operator"))) for one in before]
    context = {"gathering": found, "form": form, "earlier": earlier}
    return render(request, "gatherings/list_file.html", context)
