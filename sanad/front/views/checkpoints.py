"""Checkpoints of the ledger: to look at, to print, to take along."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from sanad.accounts.permissions import Permission
from sanad.ledger import origin
from sanad.ledger.queries import checkpoints, number_waiting
from sanad.web.doors import USER, readers
from sanad.web.qr import qr_svg

SHOWN = 100
KEPT = readers(USER, permission=Permission.LEDGER_READ)


@KEPT
@require_GET
def checkpoint_list(request: HttpRequest) -> HttpResponse:
    """The newest checkpoints."""
    context = {"checkpoints": checkpoints()[:SHOWN], "waiting": number_waiting(), "origin": origin.origin_key().origin}
    return render(request, "front/checkpoints.html", context)


@KEPT
@require_GET
def checkpoint(request: HttpRequest, number: int) -> HttpResponse:
    """One checkpoint on a page that can be printed and handed over."""
    found = get_object_or_404(checkpoints(), number=number)
    root = bytes(found.root).hex()
    context = {
        "checkpoint": found,
        "origin": found.note.split("\n", 1)[0],
        "root": [root[n : n + 8] for n in range(0, len(root), 8)],
        "key": origin.origin_key().text(),
        "qr": qr_svg(found.note, _("The checkpoint as a QR code")),
    }
    return render(request, "front/checkpoint.html", context)


@KEPT
@require_GET
def checkpoint_file(request: HttpRequest, number: int) -> HttpResponse:
    """The checkpoint as a file, to be mailed or carried on a stick."""
    found = get_object_or_404(checkpoints(), number=number)
    return _file(found.note, f"checkpoint-{found.number}-{found.at:%Y-%m-%d}.txt")


@KEPT
@require_GET
def origin_key_file(request: HttpRequest) -> HttpResponse:
    """The public key with which anybody checks the checkpoints of this site."""
    key = origin.origin_key()
    return _file(key.text() + "\n", f"{key.origin.replace('/', '-')}.key")


def _file(text: str, name: str) -> HttpResponse:
    answer = HttpResponse(text, content_type="text/plain; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return answer
