"""The door: opened and closed by the organiser, gone through by whoever comes."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sanad.accounts.links import by_link, link_for
from sanad.accounts.models import Link
from sanad.gatherings import actions, queries
from sanad.gatherings.actions.door import PURPOSE, open_links
from sanad.gatherings.forms.people import ParticipantForm
from sanad.gatherings.models import Gathering
from sanad.gatherings.presenting.room import room_address
from sanad.gatherings.presenting.sheet import sheet
from sanad.gatherings.views.finding import HOLD, held_or_404
from sanad.kit.ids import uuid7
from sanad.kit.refusals import Refused
from sanad.web.doors import LINK, readers
from sanad.web.forms import add_refusal
from sanad.web.qr import qr_svg


@HOLD
@require_http_methods(["GET", "POST"])
def door(request: HttpRequest, ref: str) -> HttpResponse:
    """Open the door, see whether it is open, close it."""
    found = held_or_404(request, ref)
    if request.method == "POST":
        token = actions.open_door(found, by=request.reader)
        return redirect("gatherings:poster", ref, token)
    return render(request, "gatherings/door.html", {"gathering": found, "links": open_links(found, request.reader)})


@HOLD
@require_POST
def door_close(request: HttpRequest, ref: str) -> HttpResponse:
    """Revoke every link to this door."""
    found = held_or_404(request, ref)
    closed = actions.close_door(found, by=request.reader)
    said = ngettext("%(links)s link opens no more.", "%(links)s links open no more.", closed) % {"links": closed}
    messages.success(request, said)
    return redirect("gatherings:door", ref)


@HOLD
@require_GET
def poster(request: HttpRequest, ref: str, token: str) -> HttpResponse:
    """The QR code for the wall, in both languages."""
    found = held_or_404(request, ref)
    link = link_for(token, PURPOSE)
    if link is None or link.of != found.pk:
        raise Http404
    path = reverse("gatherings:sign_in", args=[token])
    room = room_address()
    address = f"https://{room.address}{path}" if room else request.build_absolute_uri(path)
    context = {
        "gathering": found,
        "address": address,
        "qr": qr_svg(address, _("The address of the door as a QR code")),
        "room": room,
        "link": link,
    }
    return render(request, "gatherings/poster.html", context)


@readers(LINK)
@require_http_methods(["GET", "POST"])
@by_link(PURPOSE)
def sign_in(request: HttpRequest, link: Link) -> HttpResponse:
    """At the door of a gathering: whoever came signs in."""
    found = _behind(request, link)
    sent = request.method == "POST"
    invited = [one.institution.name for one in queries.institutions_invited(found)]
    form = ParticipantForm(found, invited, request.POST if sent else None, initial={"form": uuid7()})
    if sent and form.is_valid():
        try:
            actions.sign_in(found, form.content(), form=form.cleaned_data["form"], by=request.reader)
            return redirect(f"{request.path}thanks/")
        except Refused as refusal:
            add_refusal(form, refusal)
    return render(request, "gatherings/sign_in.html", {"gathering": found, "form": form})


@readers(LINK)
@require_GET
@by_link(PURPOSE)
def thanks(request: HttpRequest, link: Link) -> HttpResponse:
    """What whoever signed in sees: the agenda, and the way for the next one."""
    found = _behind(request, link)
    back = request.path.removesuffix("thanks/")
    context = {"gathering": found, "agenda": queries.agenda_of(found), "back": back}
    return render(request, "gatherings/thanks.html", context)


def _behind(request: HttpRequest, link: Link) -> Gathering:
    """The gathering behind a door."""
    found = queries.gathering_for_link(request.reader, link)
    if found is None:
        raise Http404
    return found


@HOLD
@require_GET
def sheet_pdf(request: HttpRequest, ref: str, language: str) -> HttpResponse:
    """The sheet to be signed on paper, in English or Urdu."""
    found = held_or_404(request, ref)
    if language not in ("en", "ur"):
        raise Http404
    answer = HttpResponse(sheet(found, language), content_type="application/pdf")
    answer.headers["Content-Disposition"] = f'inline; filename="sheet-{found.reference}-{language}.pdf"'
    return answer
