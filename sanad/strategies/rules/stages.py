"""Which stage may follow which, and what has to be there first."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sanad.kit.refusals import N_, Reason

NEXT: Mapping[str, tuple[str, ...]] = {
    "draft": ("consulted",),
    "consulted": ("draft", "vetted"),
    "vetted": ("consulted", "cabinet"),
    "cabinet": ("vetted", "notified"),
    "notified": ("in_force",),
    "in_force": ("under_review",),
    "under_review": ("in_force", "draft"),
}
NEEDS_FINAL = frozenset({"vetted", "cabinet", "notified", "in_force"})
PUBLIC = frozenset({"in_force", "under_review"})


@dataclass(frozen=True)
class Standing:
    """What a strategy has."""

    asked: int  # consultations and invitations on any draft
    final: bool
    since: date  # the day that is said now
    last: date | None = None  # the day that was said of the stage at which it is; none of the first


def reasons_against(stage: str, to: str, standing: Standing) -> list[Reason]:
    """Why a strategy may not come to this stage now; empty where it may."""
    if to not in NEXT.get(stage, ()):
        sentence = N_("This stage does not follow the one at which the strategy is.")
        return [Reason("stage.not_next", sentence, {}, "stage")]
    if to == "consulted" and not standing.asked:
        sentence = N_("Nobody was asked yet: circulate a draft or hold a workshop on it first.")
        return [Reason("stage.nobody_asked", sentence, {}, "stage")]
    if to in NEEDS_FINAL and not standing.final:
        sentence = N_("No draft is final yet: answer every point, then make the draft final.")
        return [Reason("stage.no_final", sentence, {}, "stage")]
    if standing.last is not None and standing.since < standing.last:
        sentence = N_("This day lies before that of the stage before.")
        return [Reason("stage.before_the_last", sentence, {}, "since")]
    return []
