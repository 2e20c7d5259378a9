"""Violations: one type of act, on one branch of the tree, against one person in one event."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from operator import attrgetter
from uuid import UUID
from zoneinfo import ZoneInfo

from sanad.violations.rules.choosing import Choices, first, sorted_set
from sanad.violations.rules.material import (
    DerivedPerson,
    DerivedViolation,
    Material,
    PlaceFrame,
    SaidAct,
    Verification,
)

KARACHI = ZoneInfo("Asia/Karachi")
ACT_FIELDS = ("means", "stated_reason", "kind_of_place", "happened", "place")

WITHDRAWN = "withdrawn"  # an act, or an attribution, that was entered in error
NOT_COUNTED = frozenset({"rejected", WITHDRAWN})

Tree = Mapping[int, int | None]


@dataclass(slots=True)
class Standing:
    """What is known beside the acts themselves when violations are made of them."""

    event_of: Mapping[UUID, UUID]
    custodian_of: Mapping[UUID, int]
    tree: Tree
    frame: PlaceFrame
    choices: Choices
    perpetrators: Mapping[UUID, set[int]]
    verdicts: "Verdicts"


class Verdicts:
    """The newest verdict on each act; of two made at one moment the later in the material."""

    def __init__(self, verifications: Iterable[Verification]) -> None:
        in_order = enumerate(sorted(verifications, key=attrgetter("made_at")))
        self.on: dict[UUID, tuple[int, Verification]] = {v.of: (number, v) for number, v in in_order}

        self.withdrawn = {root for root, (_number, v) in self.on.items() if v.verdict == WITHDRAWN}

    def about(self, acts: Iterable[SaidAct]) -> list[tuple[int, Verification]]:
        """The verdicts on these acts with their place in time."""
        return [self.on[a.root] for a in acts if a.root in self.on] if self.on else []


def derive_violations(
    acts: Sequence[SaidAct],
    gone: Iterable[SaidAct],
    persons: Mapping[UUID, DerivedPerson],
    whole: Mapping[UUID, UUID],
    standing: Standing,
) -> list[DerivedViolation]:
    """The violations that `acts` (those that count, the oldest first) are ground for.

    `gone` are acts that no longer count; a verdict on one of them no longer holds.
    """
    suffered: dict[tuple[UUID, UUID], list[SaidAct]] = defaultdict(list)
    for act in acts:
        one = whole.get(act.victim)
        if one is not None and one in persons:
            suffered[standing.event_of[act.report], one].append(act)
    lost: dict[tuple[UUID, UUID], list[SaidAct]] = defaultdict(list)
    for act in gone if standing.verdicts.on else ():
        one = whole.get(act.victim)
        if one is not None:
            lost[standing.event_of[act.report], one].append(act)
    return [
        _violation(event, persons[one], kind, rows, lost.get((event, one), ()), standing)
        for (event, one), all_rows in suffered.items()
        for kind, rows in _branches(all_rows, standing.tree)
    ]


def _branches(acts: list[SaidAct], tree: Tree) -> list[tuple[int, list[SaidAct]]]:
    """Acts grouped by branch, each with its most specific type; a general act joins the first branch below it."""
    if len(acts) == 1:
        return [(acts[0].type, acts)]
    stated = list(dict.fromkeys(a.type for a in acts))
    above = {t: set(_ancestors(t, tree)) for t in stated}
    leaves = [t for t in stated if not any(t in above[other] for other in stated)]
    leaf_of = {t: t if t in leaves else next(leaf for leaf in leaves if t in above[leaf]) for t in stated}
    return [(leaf, [a for a in acts if leaf_of[a.type] == leaf]) for leaf in leaves]


def _ancestors(code: int, tree: Tree) -> Iterable[int]:
    parent = tree.get(code)
    while parent is not None:
        yield parent
        parent = tree.get(parent)


def _on_one_branch(one: int, other: int, tree: Tree) -> bool:
    return one == other or one in _ancestors(other, tree) or other in _ancestors(one, tree)


def _violation(
    event: UUID,
    person: DerivedPerson,
    kind: int,
    rows: list[SaidAct],
    gone: Sequence[SaidAct],
    standing: Standing,
) -> DerivedViolation:
    order, frame = standing.choices.order, standing.frame
    dated = next((a for a in order(rows, "happened") if a.happened), None)
    place = first(a.place for a in order(rows, "place"))
    state, verdict = _state(kind, rows, gone, standing)
    return DerivedViolation(
        id=rows[0].root,
        custodians=sorted_set(standing.custodian_of[a.report] for a in rows),
        event=event,
        person=person.id,
        type=kind,
        means=first(a.means for a in order(rows, "means")),
        stated_reason=first(a.stated_reason for a in order(rows, "stated_reason")),
        kind_of_place=first(a.kind_of_place for a in order(rows, "kind_of_place")),
        happened=dated.happened if dated else "",
        happened_first=dated.happened_first if dated else None,
        happened_last=dated.happened_last if dated else None,
        place=place,
        district=None if place is None else frame.district.get(place),
        province=None if place is None else frame.province.get(place),
        perpetrator_types=sorted_set(t for a in rows for t in standing.perpetrators.get(a.root, ())),
        state=state,
        standard=verdict.standard if verdict else None,
        verified_on=_verified_on(verdict) if verdict and state == "verified" else None,
        nobody=person.kind == "group" and person.max_size == 0,
        differs=_differing(rows) if len(rows) > 1 else (),
        members=tuple(a.root for a in rows),
    )


def _state(
    kind: int, rows: Sequence[SaidAct], gone: Iterable[SaidAct], standing: Standing
) -> tuple[str, Verification | None]:
    """The newest verdict on the violation; without one it is new.

    A verdict that was about something else (the act is said to be of another branch by now) or that rested on an
    account which no longer counts is not taken over: somebody has to look again, so the violation is under review.
    """
    if not standing.verdicts.on:
        return "new", None
    holding = standing.verdicts.about(rows)
    lost = standing.verdicts.about(a for a in gone if _on_one_branch(a.type, kind, standing.tree))
    number, newest = max([*holding, *lost], key=lambda each: each[0], default=(0, None))
    if newest is None:
        return "new", None
    same = newest.type is None or _on_one_branch(newest.type, kind, standing.tree)
    if newest.verdict in ("new", "under_review") or (same and any(number == n for n, _ in holding)):
        return newest.verdict, newest
    return "under_review", None


def _verified_on(verdict: Verification) -> date:
    """The day on which it was established; where none was said, that of the verdict in Karachi."""
    return verdict.settled_on or verdict.made_at.astimezone(KARACHI).date()


def perpetrator_types(material: Material) -> dict[UUID, set[int]]:
    """Alleged types per act, without those whose attribution was rejected or entered in error."""
    rejected = {v.of: v.verdict in NOT_COUNTED for v in sorted(material.attributions, key=attrgetter("made_at"))}
    types: dict[UUID, set[int]] = defaultdict(set)
    for i in material.involvements:
        if i.type is not None and not rejected.get(i.root, False):
            types[i.act].add(i.type)
    return types


def _differing(rows: Sequence[SaidAct]) -> tuple[str, ...]:
    """Fields on which different reports state different values."""
    if len({a.report for a in rows}) < 2:
        return ()
    stated = {name: {getattr(a, name) for a in rows} - {None, ""} for name in ACT_FIELDS}
    return tuple(name for name, values in stated.items() if len(values) > 1)
