"""Everything that the pages of one action and of one indicator show."""

from decimal import Decimal

from django.urls import reverse
from django.utils.translation import gettext as _

from sanad.accounts.permissions import Permission
from sanad.accounts.readers import Reader
from sanad.codes import queries as codes
from sanad.commitments.clauses import ClauseName, names_of
from sanad.commitments.fields import institution_names
from sanad.commitments.models import Action, Answer, Indicator, Reading
from sanad.commitments.presenting.histories import history_of
from sanad.commitments.presenting.words import code_words, province_words, shown, title_of, value_words
from sanad.commitments.queries import (
    actions_visible_to,
    bottlenecks_visible_to,
    indicators_visible_to,
    progress_visible_to,
)
from sanad.commitments.queries.defined import definition_of, newest_version_of
from sanad.commitments.queries.files import evidence_visible_to
from sanad.commitments.queries.lit import LitIndicator, lit_actions, lit_indicators, readings_of
from sanad.figures.presenting import captions, labels
from sanad.figures.rules.requests import CountRequest, from_plain, read_request
from sanad.web import formats
from sanad.web.charts import Bar, columns, legend

Facts = list[tuple[str, object]]


def action_page(reader: Reader, action: Action) -> dict[str, object]:
    """One action and all that stands beside it."""
    lit = lit_actions(reader, actions_visible_to(reader).filter(pk=action.pk))[0]
    measured = lit_indicators(reader, indicators_visible_to(reader).filter(action=action))
    return {
        "row": action,
        "title": title_of(action),
        "light": shown(lit.light, lit.reasons),
        "facts": _facts(action),
        "answers": _answers(reader, action),
        "parts": [(one, title_of(one)) for one in actions_visible_to(reader).filter(answers__wider=action)],
        "milestones": list(action.milestones.order_by("due", "id")),
        "evidence": list(evidence_visible_to(reader).filter(action=action)),
        "progress": list(progress_visible_to(reader).filter(action=action)[:20]),
        "bottlenecks": list(bottlenecks_visible_to(reader).filter(action=action).order_by("-since", "id")),
        "indicators": [(one, title_of(one.indicator), shown(one.light, one.reasons)) for one in measured],
        "history": history_of(reader, "action", action.pk),
        "may_keep": reader.may(Permission.COMMITMENT_KEEP) and action.custodian_id in reader.keeps,
        "may_validate": reader.may(Permission.PROGRESS_VALIDATE) and action.custodian_id in reader.keeps,
    }


def _answers(reader: Reader, action: Action) -> list[tuple[Answer, ClauseName | None]]:
    """What it answers; a clause with its name, where the reader sees it."""
    rows = list(action.answers.select_related("recommendation", "wider").order_by("id"))
    names = names_of(reader, [one.clause for one in rows if one.clause])
    return [(one, names.get(one.clause)) for one in rows]


def _facts(action: Action) -> Facts:
    money = None if action.budget is None else formats.number(int(action.budget))
    found: Facts = [
        (_("Kind of action"), codes.label(action.kind)),
        (_("Outcome it serves"), action.outcome),
        (_("Lead institution"), action.lead.name if action.lead else ""),
        (_("Supporting institutions"), ", ".join(institution_names(action.support).values())),
        (_("Who has to act"), action.get_responsibility_display() if action.responsibility else ""),
        (_("Provinces"), ", ".join(province_words(action.provinces))),
        (_("Begins"), formats.day(action.starts) if action.starts else ""),
        (_("Ends"), formats.day(action.ends) if action.ends else action.timeline),
        (_("Audience"), action.audience),
        (_("Output"), action.output),
        (_("Themes"), ", ".join(code_words("theme", action.themes))),
        (_("Groups of people"), ", ".join(code_words("group_of_people", action.groups))),
        (_("Source of the budget"), action.budget_source),
        (_("Why it was dropped"), action.why_dropped),
        (_("Kept by"), action.custodian.name),
    ]
    return [*((label, value) for label, value in found if value), (_("Budget in rupees"), money)]


def indicator_page(reader: Reader, indicator: Indicator) -> dict[str, object]:
    """One indicator: its value and light, its chart, its definition, the query one click away."""
    lit = lit_indicators(reader, indicators_visible_to(reader).filter(pk=indicator.pk))[0]
    readings = readings_of(reader, indicator)
    return {
        "row": indicator,
        "title": title_of(indicator),
        "lit": lit,
        "light": shown(lit.light, lit.reasons),
        "value": value_words(indicator, lit.reading.value) if lit.reading else None,
        "facts": _measured_by(indicator, lit),
        "readings": [(one, value_words(indicator, one.value)) for one in readings[:40]],
        "notes": completeness(lit.reading) if lit.reading and indicator.live else [],
        "chart": chart_of(indicator, readings, lit.targets),
        "history": history_of(reader, "indicator", indicator.pk),
        "may_keep": reader.may(Permission.COMMITMENT_KEEP) and indicator.custodian_id in reader.keeps,
        **_query(reader, indicator, lit.reading),
    }


def _measured_by(indicator: Indicator, lit: LitIndicator) -> Facts:
    year = {"year": indicator.baseline_year, "value": ""}
    baseline: object = indicator.no_baseline_why or None
    if indicator.baseline is not None:
        year["value"] = value_words(indicator, indicator.baseline)
        baseline = _("%(value)s in %(year)s") % year
    targets = "; ".join(f"{one}: {value_words(indicator, value)}" for one, value in sorted(lit.targets.items()))
    found: Facts = [
        (_("What it measures"), indicator.get_kind_display()),
        (_("How it is measured"), indicator.get_live_display() if indicator.live else _("typed in, with a document")),
        (_("Unit"), indicator.unit),
        (_("Source"), indicator.source),
        (_("Split by"), indicator.disaggregation),
        (_("Themes"), ", ".join(code_words("theme", indicator.themes))),
        (_("Targets by year"), targets),
        (_("Kept by"), indicator.custodian.name),
    ]
    return [*((label, value) for label, value in found if value), (_("Baseline"), baseline)]


def _query(reader: Reader, indicator: Indicator, reading: Reading | None) -> dict[str, object]:
    """The saved table, and the addresses of the whole and of the part on the snapshot of the reading."""
    if not indicator.live:
        return {}
    table = definition_of(reader, indicator)
    if table is None:
        return {"table": None}
    asked = from_plain(table.request)
    newest = newest_version_of(reader, table.key)
    found: dict[str, object] = {
        "table": table,
        "asked": captions.title(asked),
        "filters": captions.filters(asked),
        "newer": newest is not None and newest.version != table.version,
        "gone": newest is None,
    }
    if reading is not None and reader.may(Permission.FIGURE_COUNT):
        where = reverse("figures:table")
        found["whole_address"] = f"{where}?{asked.on(reading.snapshot).address()}"
        if indicator.part:
            filters = read_request(asked.unit, where=indicator.part).where
            part = CountRequest(asked.unit, asked.rows, asked.columns, (*asked.where, *filters), asked.frame)
            found["part_address"] = f"{where}?{part.on(reading.snapshot).address()}"
            found["part_words"] = "; ".join(captions.filters(CountRequest(asked.unit, where=filters)))
    return found


def completeness(reading: Reading) -> list[str]:
    """What has to be seen beside a live value."""
    notes = []
    if reading.part is not None:
        said = {"part": formats.number(reading.part), "whole": formats.number(reading.whole)}
        notes.append(_("%(part)s of %(whole)s recorded.") % said)
    for name, number in reading.unstated.items():
        if number and reading.whole:
            share = formats.percent(min(1.0, number / reading.whole))
            notes.append(_("Not stated for %(share)s: %(dimension)s.") % {
                "share": share, "dimension": labels.dimension_label(name)})  # fmt: skip
    if reading.days_read is not None:
        days = {"number": formats.number(reading.days_read)}
        notes.append(_("Coverage: papers were read on %(number)s paper-days in the year before.") % days)
    notes.append(_("Counted from what was recorded, which is not all that happened."))
    return notes


def chart_of(indicator: Indicator, readings: list[Reading], targets: dict[int, Decimal] | object) -> dict | None:
    """Baseline, the last reading of each year, and targets, as standing bars."""
    by_year = {one.on.year: one.value for one in reversed(readings) if one.value is not None}
    bars = []
    if indicator.baseline is not None and indicator.baseline_year not in by_year:
        bars.append(Bar(str(indicator.baseline_year), float(indicator.baseline), series=_("Baseline")))
    bars += [Bar(str(year), float(value), series=_("Measured")) for year, value in sorted(by_year.items())]
    assert isinstance(targets, dict)
    later = max(by_year, default=0)
    bars += [Bar(str(year), float(value), series=_("Target")) for year, value in targets.items() if year > later]
    if len(bars) < 2:
        return None
    title = f"{title_of(indicator)} ({indicator.unit})"
    return {"caption": title, "drawn": columns(bars, title=title), "series": legend(bars)}
