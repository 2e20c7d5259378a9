"""Lights of actions: always by rule, always with its reasons. Nobody picks one."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sanad.commitments.rules.periods import Period
from sanad.commitments.rules.reported import Stage
from sanad.kit.refusals import N_, Reason

BEHIND = 25  # percent points by which what is done may lag behind the time gone by


class Light(StrEnum):
    """What a light says; from the worst to the best."""

    LATE = "late"
    OFF_TARGET = "off_target"
    NO_REPORT = "no_report"
    NO_EVIDENCE = "no_evidence"
    NOT_BEGUN = "not_begun"
    NO_LIGHT = "no_light"
    ON_TRACK = "on_track"
    DONE = "done"
    DROPPED = "dropped"


LIGHT_TITLES = {
    Light.LATE: N_("late"),
    Light.OFF_TARGET: N_("off target"),
    Light.NO_REPORT: N_("no report"),
    Light.NO_EVIDENCE: N_("no evidence"),
    Light.NOT_BEGUN: N_("not begun (as planned)"),
    Light.NO_LIGHT: N_("no light"),
    Light.ON_TRACK: N_("on track"),
    Light.DONE: N_("done, with evidence"),
    Light.DROPPED: N_("dropped"),
}
SIGNS = {
    Light.LATE: "✕",
    Light.OFF_TARGET: "↘",
    Light.NO_REPORT: "?",
    Light.NO_EVIDENCE: "△",
    Light.NOT_BEGUN: "○",
    Light.NO_LIGHT: "–",
    Light.ON_TRACK: "→",
    Light.DONE: "✓",
    Light.DROPPED: "–",
}
KINDS = {  # of the design system: the colour only repeats the word
    Light.LATE: "bad",
    Light.OFF_TARGET: "bad",
    Light.NO_REPORT: "care",
    Light.NO_EVIDENCE: "care",
    Light.NOT_BEGUN: "calm",
    Light.NO_LIGHT: "",
    Light.ON_TRACK: "good",
    Light.DONE: "good",
    Light.DROPPED: "",
}
GREEN = frozenset({Light.ON_TRACK, Light.DONE})


@dataclass(frozen=True)
class Known:
    """What is known of an action today. Only validated reports count."""

    today: date
    starts: date | None = None
    ends: date | None = None
    dropped: bool = False
    due: Period | None = None  # the period for which a report is due
    stage: str = ""  # of the newest validated report; empty: none was validated
    percent: int | None = None
    reported_until: date | None = None
    has_evidence: bool = False
    milestones_missed: int = 0


def light_of(known: Known) -> tuple[Light, list[Reason]]:
    """The worst that holds, with every reason."""
    if known.dropped:
        return Light.DROPPED, []
    found = list(_faults(known))
    if found:
        order = list(Light)
        return min((light for light, _ in found), key=order.index), [reason for _, reason in found]
    if known.stage == Stage.DONE:
        return Light.DONE, []
    if known.stage != Stage.UNDER_WAY and (known.starts is None or known.starts > known.today):
        return Light.NOT_BEGUN, []
    return Light.ON_TRACK, []


def _faults(known: Known) -> Iterator[tuple[Light, Reason]]:
    done = known.stage == Stage.DONE
    if not done and known.ends is not None and known.ends < known.today:
        days = (known.today - known.ends).days
        yield Light.LATE, Reason("late", N_("It should have ended %(days)s days ago."), {"days": days})
    if not done and known.milestones_missed:
        missed = {"number": known.milestones_missed}
        yield Light.LATE, Reason("milestone", N_("Milestones past their day: %(number)s."), missed)
    if not done and known.due is not None and (known.reported_until or date.min) < known.due.last:
        period = {"period": known.due.key}
        yield Light.NO_REPORT, Reason("no_report", N_("There is no validated report for %(period)s."), period)
    if known.stage in (Stage.DONE, Stage.UNDER_WAY) and not known.has_evidence:
        yield Light.NO_EVIDENCE, Reason("no_evidence", N_("Nothing was named that shows it."))
    behind = _behind(known)
    if behind > BEHIND:
        sentence = N_("What is done lags %(points)s points behind the time that has gone by.")
        yield Light.OFF_TARGET, Reason("behind", sentence, {"points": behind})


def _behind(known: Known) -> int:
    """By how many points the stated share lags behind the share of time at the day of the report."""
    if known.percent is None or known.stage == Stage.DONE or known.starts is None or known.ends is None:
        return 0
    whole = (known.ends - known.starts).days
    gone = (min(known.reported_until or known.today, known.ends) - known.starts).days
    return round(100 * gone / whole) - known.percent if whole > 0 and gone > 0 else 0
