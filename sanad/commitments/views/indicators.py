"""Indicators: the list with lights, one with its chart and query, defining one, reading one."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from sanad.accounts.permissions import Permission
from sanad.commitments import actions
from sanad.commitments.forms.measuring import IndicatorForm, ReadingForm
from sanad.commitments.models import Indicator
from sanad.commitments.presenting.pages import indicator_page
from sanad.commitments.presenting.words import shown, title_of, value_words
from sanad.commitments.queries import actions_visible_to, indicators_visible_to
from sanad.commitments.queries.lit import lit_indicators
from sanad.commitments.views.parts import keeping, reading, tabs
from sanad.figures.actions import count_afresh
from sanad.figures.queries import saved_tables_visible_to
from sanad.kit.refusals import Refused
from sanad.web.forms import add_refusal

OFFERED = 400


@reading
@require_GET
def indicators(request: HttpRequest) -> HttpResponse:
    """All indicators with their newest value and light."""
    rows = [
        (one, title_of(one.indicator), value_words(one.indicator, one.reading.value) if one.reading else None,
         shown(one.light, one.reasons))
        for one in lit_indicators(request.reader)
    ]  # fmt: skip
    return render(request, "commitments/indicators.html", {"tabs": tabs(request), "rows": rows})


@reading
@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, pk: UUID) -> HttpResponse:
    """One indicator; a value may be typed in with its document. A live one is read on the newest snapshot first."""
    row = get_object_or_404(indicators_visible_to(request.reader), pk=pk)
    if row.live:
        actions.read_live(row, by=request.reader)
    form = ReadingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        try:
            actions.type_reading(row, said["value"], said["on"], said["document"], by=request.reader)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The value is kept."))
            return redirect("commitments:indicator", pk)
    return render(request, "commitments/indicator.html", indicator_page(request.reader, row) | {"form": form})


@reading
@require_POST
def afresh(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Freeze the records as they are now and read the indicator again."""
    row = get_object_or_404(indicators_visible_to(request.reader), pk=pk)
    if count_afresh(by=request.reader):
        actions.read_live(row, by=request.reader)
        messages.success(request, _("Counted afresh: the figures are those of now."))
    else:
        messages.info(request, _("The records are being frozen. Look again in a minute."))
    return redirect("commitments:indicator", pk)


@keeping
@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Define an indicator."""
    return _edited(request, None)


@keeping
@require_http_methods(["GET", "POST"])
def edit(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Change how it is measured; a saved table is bound anew where another is chosen."""
    mine = indicators_visible_to(request.reader).filter(custodian_id__in=request.reader.keeps)
    return _edited(request, get_object_or_404(mine, pk=pk))


def _edited(request: HttpRequest, row: Indicator | None) -> HttpResponse:
    reader = request.reader
    tables = saved_tables_visible_to(reader)[:OFFERED] if reader.may(Permission.FIGURE_COUNT) else []
    targets = {one.year: one.value for one in row.goals.all()} if row else {}
    answered = actions_visible_to(reader).filter(custodian_id=reader.office_id).order_by("label", "id")[:OFFERED]
    first = IndicatorForm.shown(row, targets) if row else {}
    form = IndicatorForm(request.POST or None, tables=tables, actions=answered, initial=first)
    if form.is_valid():
        values = form.values()
        if row is None or str(row.table or "") != str(values["table"] or ""):
            values["table_version"] = None  # bound to the version of today
        try:
            kept = actions.define_indicator(values, form.cleaned_data["targets"], by=reader, changing=row)
        except Refused as refusal:
            add_refusal(form, refusal)
        else:
            messages.success(request, _("The indicator is defined."))
            return redirect("commitments:indicator", kept.pk)
    return render(request, "commitments/indicator_form.html", {"form": form, "row": row})
