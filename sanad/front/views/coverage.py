"""Which papers were read on which day, also where nothing was found."""

from datetime import date, timedelta

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sanad.accounts.actions.edits import one_at_a_time
from sanad.accounts.permissions import Permission
from sanad.front.forms.coverage import READ, WeekForm, box, days_up_to, ticked, with_theirs
from sanad.front.forms.widgets import offer
from sanad.front.options import SOURCES_READ, Bodies
from sanad.front.presenting.coverage import coverage_table
from sanad.institutions.models import Institution
from sanad.violations import actions, queries
from sanad.web import undo
from sanad.web.conflicts import FIELD as BASE
from sanad.web.conflicts import base_of, sealed_base
from sanad.web.doors import USER, readers
from sanad.web.formats import number

LATELY = timedelta(days=60)
SHOWN_AT_FIRST = 10  # papers on a table of an office that has not ticked any yet


@readers(USER, permission=Permission.REPORT_RECORD)
@require_http_methods(["GET", "POST"])
def coverage(request: HttpRequest) -> HttpResponse:
    """A week of papers; what is ticked was read."""
    bodies = Bodies()
    form = WeekForm(request.GET)
    offer(form, bodies.options)
    days = days_up_to(form.last_day())
    papers = _papers(request, form, bodies, days[0])
    if request.method == "POST":
        numbers = [paper.pk for paper in papers]
        began = base_of(request.POST.get(BASE, "")) or {}
        read = ticked(request.POST, numbers, days)
        one_at_a_time("coverage", str(request.reader.office_id))
        theirs = [one for one in queries.days_read(request.reader, days[0], days[-1]) if one[0] in numbers]
        read = with_theirs(read, began, theirs)
        added, gone = actions.mark_read(read, among=numbers, first=days[0], last=days[-1], by=request.reader)
        if added or gone:
            said = _("Saved: %(added)s added, %(gone)s taken back.") % {"added": number(added), "gone": number(gone)}
            fields: dict[str, list[str] | str] = {
                READ: [box(*one) for one in sorted(theirs)],
                BASE: sealed_base({READ: [box(*one) for one in sorted(read)]}),
            }
            undo.done(request, said, address=request.get_full_path(), fields=fields)
        else:
            messages.info(request, _("Nothing was changed."))
        return redirect(request.get_full_path())
    table = coverage_table(request.reader, papers, days)
    now = [one.value for _name, boxes in table.rows for one in boxes if one.read]
    context = {"form": form, "table": table, "bodies": bodies, "base": sealed_base({READ: now})}
    return render(request, "front/coverage.html", context)


def _papers(request: HttpRequest, form: WeekForm, bodies: Bodies, first: date) -> list[Institution]:
    """What this office reads, the most read first, and what was asked for."""
    known = {paper.pk: paper for paper in bodies.of(SOURCES_READ)}
    wanted = queries.papers_read_lately(request.reader, first - LATELY)
    if not wanted:
        wanted = [paper.pk for paper in bodies.of(("newspaper",))[:SHOWN_AT_FIRST]]
    asked = next((paper.pk for paper in known.values() if paper.slug == form.cleaned_data.get("paper")), None)
    return [known[pk] for pk in dict.fromkeys([*wanted, *([asked] if asked else [])]) if pk in known]
