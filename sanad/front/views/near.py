"""Seen before? While a report is typed: events that may be the same. Everything typed is sent in the body."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters, sensitive_variables
from django.views.decorators.http import require_POST

from sanad.accounts.permissions import Permission
from sanad.front.forms.near import typed_in
from sanad.front.presenting.near import near_lines
from sanad.front.queries.near import events_near, like_names
from sanad.kit.refusals import Reason
from sanad.web.doors import USER, readers
from sanad.web.refusals import say


@readers(USER, permission=Permission.REPORT_RECORD)
@sensitive_post_parameters()
@sensitive_variables("typed", "alike")
@require_POST
def near(request: HttpRequest) -> HttpResponse:
    """A piece of the register: what may be on record already, and why it is shown."""
    typed = typed_in(request.POST)
    context: dict[str, object] = {"asked": typed.says_enough}
    if typed.says_enough:
        alike = like_names(request.reader, typed.names, request.POST.get("alike", ""))
        rows = [row for some in alike.rows.values() for row in some]
        found = events_near(request.reader, typed.place, typed.days, typed.acts, rows)
        context |= {
            "lines": near_lines(request.reader, found),
            "alike": alike.signed(request.reader),
            "refused": _sentences(alike.refused.reasons if alike.refused else ()),
            "locked": alike.locked,
        }
    response = render(request, "front/near.html", context)
    response["Cache-Control"] = "no-store"
    return response


def _sentences(reasons: tuple[Reason, ...] | list[Reason]) -> list[str]:
    return [say(reason) for reason in reasons if reason.code != "too_short"]
