"""Whether an event that is on record may be the one that somebody is writing down: how near it is, and in what."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

SHOWN_FROM = 5  # of the points below
SAME_ACT, SAME_BRANCH, OTHER_ACT = 2, 1, -1
BY_DAYS = ((0, 3), (1, 2), (3, 1), (7, 0))
NEAR_IN_TIME = 30  # days; for persons with a like name
ALIKE = 4


class Where(StrEnum):
    """How near two places are."""

    PLACE = "place"
    DISTRICT = "district"
    PROVINCE = "province"
    APART = ""


POINTS = {Where.PLACE: 3, Where.DISTRICT: 2, Where.PROVINCE: 1, Where.APART: 0}


@dataclass(frozen=True, slots=True)
class Spot:
    """Where, when and what: of a record, or as far as it is typed. None is not stated."""

    place: int | None = None
    district: int | None = None
    province: int | None = None
    first: date | None = None
    last: date | None = None
    acts: Collection[int] = ()


@dataclass(frozen=True, slots=True)
class Nearness:
    """In what two accounts are near; `score` orders them and says nothing of how likely it is."""

    where: Where
    days: int | None  # between them, 0 on one day; None where a date is missing
    acts: tuple[int, ...]  # that both have
    like_acts: tuple[int, ...]  # of the record, on a branch with one that is typed
    score: int

    @property
    def is_shown(self) -> bool:
        """Near enough to be looked at."""
        return self.score >= SHOWN_FROM

    @property
    def may_be_of_one_person(self) -> bool:
        """Near enough for a like name to tell something: in one district whenever, or within a month."""
        near_in_time = self.days is not None and self.days <= NEAR_IN_TIME
        return self.where in (Where.PLACE, Where.DISTRICT) or (self.where is Where.PROVINCE and near_in_time)


def nearness(typed: Spot, known: Spot, tree: Mapping[int, int | None]) -> Nearness:
    """How near a record is to what is typed. `tree`: the parent of each act type."""
    where, days = _where(typed, known), days_between(typed, known)
    both = tuple(sorted({*typed.acts} & {*known.acts}))
    branches = {_branch(act, tree) for act in typed.acts}
    like = () if both else tuple(act for act in sorted(known.acts) if _branch(act, tree) in branches)
    score = POINTS[where]
    score += next((points for most, points in BY_DAYS if days is not None and days <= most), -1 if days else 0)
    if typed.acts and known.acts:
        score += SAME_ACT if both else SAME_BRANCH if like else OTHER_ACT
    return Nearness(where, days, both, like, score)


def days_between(one: Spot, other: Spot) -> int | None:
    """The fewest days that can lie between them; None where either has no date."""
    if one.first is None or other.first is None:
        return None
    last, other_last = one.last or one.first, other.last or other.first
    return max(0, (other.first - last).days, (one.first - other_last).days)


def _where(one: Spot, other: Spot) -> Where:
    for where, mine, theirs in (
        (Where.PLACE, one.place, other.place),
        (Where.DISTRICT, one.district, other.district),
        (Where.PROVINCE, one.province, other.province),
    ):
        if mine is not None and mine == theirs:
            # Two that say no more than the district are near in that, and no nearer.
            if where is Where.PLACE and mine in (one.district, one.province):
                continue
            return where
    return Where.APART


def _branch(act: int, tree: Mapping[int, int | None]) -> int:
    """The topmost code above an act."""
    above = tree.get(act)
    while above is not None:
        act, above = above, tree.get(above)
    return act
