"""Indicators: what may be a live one, and their lights.

A light never turns green because fewer violations were recorded. So a live indicator is a share of which more is
better (verified, answered, registered), or a plain count, which stands beside coverage and has no light. And a share
that rose while far fewer were recorded does not turn green either.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from sanad.commitments.rules.lights import Light
from sanad.kit.refusals import N_, Reason

FEWER = Decimal("0.75")  # of what was recorded at the first reading: below it a share is not taken for better
FEWEST = 5  # below it a share says nothing


class IndicatorKind(StrEnum):
    """What an indicator measures (OHCHR, Human Rights Indicators, 2012)."""

    STRUCTURAL = "structural"
    PROCESS = "process"
    OUTCOME = "outcome"


KIND_TITLES = {
    IndicatorKind.STRUCTURAL: N_("structural"),
    IndicatorKind.PROCESS: N_("process"),
    IndicatorKind.OUTCOME: N_("outcome"),
}


class Live(StrEnum):
    """How a live indicator is counted."""

    SHARE = "share"
    COUNT = "count"


LIVE_TITLES = {
    Live.SHARE: N_("a share of what a saved table counts"),
    Live.COUNT: N_("a count, beside coverage"),
}


def reasons_against_indicator(live: str, upwards: bool, part: list[str]) -> Iterator[Reason]:
    """Why an indicator cannot be measured so."""
    if live == Live.SHARE and not part:
        sentence = N_("Say which part of the table the share is, for example: verified.")
        yield Reason("indicator.no_part", sentence, {}, "part")
    if live == Live.SHARE and not upwards:
        sentence = N_(
            "A live share is one of which more is better, such as the share verified: a falling one would turn green "
            "when less is recorded."
        )
        yield Reason("indicator.falling_share", sentence, {}, "upwards")


def reasons_against_targets(targets: Mapping[int, Decimal], has_baseline: bool, why_none: str) -> Iterator[Reason]:
    """A target needs a baseline, or the words that say why there is none."""
    if targets and not has_baseline and not why_none.strip():
        sentence = N_("A target needs a baseline. Give the value and its year, or say why there is none.")
        yield Reason("indicator.target_without_baseline", sentence, {}, "baseline")


@dataclass(frozen=True)
class Measured:
    """What is known of an indicator today."""

    year: int
    live: str = ""
    upwards: bool = True
    withdrawn: bool = False  # its saved table is no longer there
    value: Decimal | None = None
    read: bool = False
    whole: int | None = None
    first_whole: int | None = None
    baseline: Decimal | None = None
    baseline_year: int | None = None
    targets: Mapping[int, Decimal] = field(default_factory=dict)


def light_of_indicator(known: Measured) -> tuple[Light, list[Reason]]:
    """The light of an indicator, with its reasons."""
    if known.withdrawn:
        return Light.NO_LIGHT, [Reason("withdrawn", N_("The saved table that defined it was withdrawn."))]
    if not known.read:
        return Light.NO_REPORT, [Reason("not_read", N_("It was not measured yet."))]
    if known.live == Live.COUNT:
        sentence = N_("A count of what was recorded stands beside coverage and has no light.")
        return Light.NO_LIGHT, [Reason("count", sentence)]
    if known.value is None or (known.live and (known.whole or 0) < FEWEST):
        return Light.NO_LIGHT, [Reason("too_few", N_("Too few were recorded to take a share of."))]
    wanted = wanted_now(known)
    if wanted is None:
        return Light.NO_LIGHT, [Reason("no_target", N_("No target was set for this year or later."))]
    if (known.value < wanted) if known.upwards else (known.value > wanted):
        sentence = N_("It stands at %(value)s; for this year %(wanted)s is wanted.")
        values = {"value": _plain(known.value), "wanted": _plain(wanted)}
        return Light.OFF_TARGET, [Reason("off_target", sentence, values)]
    if known.live and known.first_whole and known.whole is not None and known.whole < known.first_whole * FEWER:
        sentence = N_("Far fewer were recorded than at the first reading; the share may be better for that alone.")
        return Light.NO_LIGHT, [Reason("fewer", sentence)]
    return Light.ON_TRACK, []


def wanted_now(known: Measured) -> Decimal | None:
    """What is wanted this year: the target, or the straight line from the baseline to the next target."""
    if known.year in known.targets:
        return known.targets[known.year]
    later = min((year for year in known.targets if year > known.year), default=None)
    if later is None:
        return known.targets[max(known.targets)] if known.targets else None
    steps = [(year, value) for year, value in known.targets.items() if year < known.year]
    if known.baseline is not None and known.baseline_year is not None and known.baseline_year < known.year:
        steps.append((known.baseline_year, known.baseline))
    if not steps:
        return None
    begin, value = max(steps)
    gone = Decimal(known.year - begin) / Decimal(later - begin)
    return value + (known.targets[later] - value) * gone


def _plain(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.1')):f}".removesuffix(".0")
