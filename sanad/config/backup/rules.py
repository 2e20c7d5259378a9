"""How old backups and drills may be. No Django."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum


class State(StrEnum):
    """How it stands with backups."""

    GOOD = "good"
    NEVER = "never"
    OLD = "old"
    BAD = "bad"
    CLOCK = "clock"


@dataclass(frozen=True)
class Limits:
    """Days after which a backup, or a good drill, is too old."""

    backup: int
    drill: int


CLOCKS_DIFFER = timedelta(hours=26)  # a clock that was set back by more than this is said


def state_of(at: datetime | None, now: datetime, days: int) -> State:
    """Whether something that was done at this time is still good."""
    if at is None:
        return State.NEVER
    if at > now + CLOCKS_DIFFER:
        return State.CLOCK
    return State.OLD if now - at > timedelta(days=days) else State.GOOD


def state_of_drill(good: datetime | None, bad: datetime | None, now: datetime, days: int) -> State:
    """The same for drills: one that failed after the last good one outweighs it."""
    if bad is not None and (good is None or bad > good):
        return State.BAD
    return state_of(good, now, days)
