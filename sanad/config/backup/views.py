"""The page on backups, for administrators: how old the last one is, and the last proof that it can be restored."""

from dataclasses import dataclass
from datetime import datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_GET

from sanad.accounts.permissions import Permission
from sanad.config.backup.rules import State
from sanad.config.backup.standing import Standing, drilled_at, standing
from sanad.web.doors import USER, readers

WORDS: dict[State, tuple[Promise, str, str]] = {
    State.GOOD: (gettext_lazy("good"), "✓", "good"),
    State.NEVER: (gettext_lazy("never"), "✗", "bad"),
    State.OLD: (gettext_lazy("too old"), "✗", "bad"),
    State.BAD: (gettext_lazy("failed"), "✗", "bad"),
    State.CLOCK: (gettext_lazy("dated in the future"), "✗", "bad"),
}


@dataclass(frozen=True)
class Shown:
    """A state in a word and a sign, and since when."""

    word: Promise
    sign: str
    kind: str
    at: datetime | None


@readers(USER, permission=Permission.OFFICE_MANAGE)
@require_GET
def backups(request: HttpRequest) -> HttpResponse:
    """How it stands with backups and drills."""
    now = standing()
    shown = {
        "warnings": warnings(now),
        "backup": Shown(*WORDS[now.backup], now.last.at if now.last else None),
        "drill": Shown(*WORDS[now.drill], drilled_at(now.last_good) if now.last_good else None),
        "last": now.last.detail if now.last else None,
        "limits": now.limits,
        "recipients": now.recipients,
    }
    return render(request, "config/backups.html", shown)


def warnings(now: Standing) -> list[str]:
    """What is red, each with what to do about it."""
    said = {
        State.NEVER: _("No backup was ever made. Ask the operator of the server: sanad backup."),
        State.OLD: _("The last backup is too old: what was entered since would be lost. Ask the operator."),
        State.CLOCK: _("The last backup is dated in the future: look at the clock of the server."),
    }
    drills = {
        State.NEVER: _("No backup was ever restored on another machine: nobody knows whether it can be done."),
        State.OLD: _("The last good drill is too old. Restore the newest backup on another machine: sanad restore."),
        State.BAD: _("The last drill failed: that backup could not be restored as it should. See to it today."),
        State.CLOCK: _("The last drill is dated in the future: look at the clocks."),
    }
    found = [said.get(now.backup), drills.get(now.drill)]
    if now.missing:
        found.append(_("Originals were gone or damaged on the disk when the last backup was made: see its messages."))
    return [one for one in found if one]
