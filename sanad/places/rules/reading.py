"""What came of reading a text as a place."""

from dataclasses import dataclass
from typing import Literal

from sanad.places.rules.rows import Level, PlaceRow

# name: it is called so · parts: names of a place and of what it lies in · wide: one place, of several districts
# several: borne by several places · elsewhere: borne only by places outside of what was stated
# contradiction: its parts do not lie in each other · part: only its end is a place · similar: nothing is written so
Why = Literal["name", "parts", "wide", "several", "elsewhere", "contradiction", "part", "similar", "unknown", "empty"]

# part_of_it: a district of what was named · mentioned: its name stands in the text
Offered = Literal["same_name", "part_of_it", "elsewhere", "mentioned", "similar"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that may be meant: how near its name is (1 = written so), and how it came up."""

    key: str
    score: float
    why: Offered


@dataclass(frozen=True, slots=True)
class Resolution:
    """What a text was read as.

    `certain`: the words name one place, and it is `place`. Otherwise `place` is the smallest place that holds all
    that may be meant, or None. `alternatives` are left open either way: of Karachi, which is certain, the districts.
    `unread` is what of the text no place is called.
    """

    said: str
    place: PlaceRow | None
    precision: Level
    certain: bool
    why: Why
    alternatives: tuple[Candidate, ...] = ()
    unread: str = ""


def nothing(said: str, why: Why, alternatives: tuple[Candidate, ...] = ()) -> Resolution:
    """No place; perhaps some that look like it."""
    return Resolution(said, None, "none", False, why, alternatives, said.strip())
