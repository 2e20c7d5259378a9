"""Actions and indicators with their lights, as the rules find them today."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Count, QuerySet
from django.utils import timezone

from sanad.accounts.readers import Reader
from sanad.commitments.models import Action, Indicator, Milestone, Progress, Reading, Target
from sanad.commitments.queries import actions_visible_to, indicators_visible_to, kept_within, progress_visible_to
from sanad.commitments.queries.defined import withdrawn_tables
from sanad.commitments.queries.files import evidence_that_counts
from sanad.commitments.rules.lights import Known, Light, light_of
from sanad.commitments.rules.measured import Measured, light_of_indicator
from sanad.commitments.rules.periods import report_due
from sanad.commitments.rules.reported import Verdict
from sanad.kit.refusals import Reason


@dataclass(frozen=True)
class Lit:
    """An action with its light and the reasons for it."""

    action: Action
    light: Light
    reasons: list[Reason]
    progress: Progress | None  # the newest that was validated


@dataclass(frozen=True)
class LitIndicator:
    """An indicator with its newest reading and its light."""

    indicator: Indicator
    light: Light
    reasons: list[Reason]
    reading: Reading | None
    targets: Mapping[int, Decimal]
    withdrawn: bool = False


def lit_actions(reader: Reader, actions: QuerySet[Action] | None = None, today: date | None = None) -> list[Lit]:
    """These actions (all, if none are named) with their lights, in a fixed number of queries."""
    rows = list(actions_visible_to(reader) if actions is None else actions)
    few = [one.pk for one in rows] if len(rows) <= 60 else None
    day = today or timezone.localdate()
    newest = _newest(reader, few)
    shown = _with_evidence(reader, few)
    missed = _missed(reader, few, day)
    return [_lit(one, newest.get(one.pk), one.pk in shown, missed.get(one.pk, 0), day) for one in rows]


def _lit(action: Action, progress: Progress | None, shown: bool, missed: int, today: date) -> Lit:
    known = Known(
        today=today,
        starts=action.starts,
        ends=action.ends,
        dropped=action.dropped_on is not None,
        due=report_due(action.starts or timezone.localdate(action.made_at), action.ends, action.every, today),
        stage=progress.stage if progress else "",
        percent=progress.percent if progress else None,
        reported_until=progress.last if progress else None,
        has_evidence=shown or bool(progress and progress.evidence),
        milestones_missed=missed,
    )
    light, reasons = light_of(known)
    return Lit(action, light, reasons, progress)


def _narrowed(rows: QuerySet, few: list[UUID] | None) -> QuerySet:
    return rows if few is None else rows.filter(action_id__in=few)


def _newest(reader: Reader, few: list[UUID] | None) -> dict[UUID, Progress]:
    rows = kept_within(reader, Progress).filter(verdict=Verdict.VALIDATED)
    found = _narrowed(rows, few).order_by("action_id", "-first", "-id").distinct("action_id")
    return {one.action_id: one for one in found}


def _with_evidence(reader: Reader, few: list[UUID] | None) -> set[UUID]:
    return set(_narrowed(evidence_that_counts(reader), few).values_list("action_id", flat=True).distinct())


def _missed(reader: Reader, few: list[UUID] | None, today: date) -> dict[UUID, int]:
    late = kept_within(reader, Milestone).filter(due__lt=today, reached_on=None)
    return dict(_narrowed(late, few).values_list("action_id").annotate(Count("id")))


def lights_of(lit: Iterable[Lit]) -> Counter[Light]:
    """How many of each light."""
    return Counter(one.light for one in lit)


def lit_indicators(reader: Reader, indicators: QuerySet[Indicator] | None = None) -> list[LitIndicator]:
    """These indicators (all that have not ended, if none are named) with their newest reading and light."""
    chosen = indicators_visible_to(reader).filter(ended_on=None) if indicators is None else indicators
    rows = list(chosen.order_by("label", "name", "id"))
    ids = [one.pk for one in rows]
    readings = kept_within(reader, Reading).filter(indicator_id__in=ids)
    newest = {one.indicator_id: one for one in readings.order_by("indicator_id", "-made_at").distinct("indicator_id")}
    firsts = readings.exclude(snapshot="").order_by("indicator_id", "made_at").distinct("indicator_id")
    wholes = dict(firsts.values_list("indicator_id", "whole"))
    targets: dict[UUID, dict[int, Decimal]] = {}
    for one in kept_within(reader, Target).filter(indicator_id__in=ids).order_by("year"):
        targets.setdefault(one.indicator_id, {})[one.year] = one.value
    gone = withdrawn_tables(reader, rows)
    return [_measured(one, newest.get(one.pk), wholes.get(one.pk), targets.get(one.pk, {}), gone) for one in rows]


def _measured(
    one: Indicator, reading: Reading | None, first: int | None, targets: dict[int, Decimal], gone: set[UUID]
) -> LitIndicator:
    known = Measured(
        year=timezone.localdate().year,
        live=one.live,
        upwards=one.upwards,
        withdrawn=one.table in gone if one.live else False,
        value=reading.value if reading else None,
        read=reading is not None,
        whole=reading.whole if reading else None,
        first_whole=first,
        baseline=one.baseline,
        baseline_year=one.baseline_year,
        targets=targets,
    )
    light, reasons = light_of_indicator(known)
    return LitIndicator(one, light, reasons, reading, targets, known.withdrawn)


def readings_of(reader: Reader, indicator: Indicator) -> list[Reading]:
    """All readings of an indicator, the newest first."""
    return list(kept_within(reader, Reading).filter(indicator=indicator).order_by("-made_at")[:200])


def waiting_reports(reader: Reader) -> QuerySet[Progress]:
    """Reports of progress that nobody has looked at yet, the oldest first."""
    return progress_visible_to(reader).filter(verdict="").order_by("id")
