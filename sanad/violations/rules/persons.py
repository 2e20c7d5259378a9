"""Persons, groups and institutions, put together from the mentions that describe them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from sanad.violations.rules.choosing import Choices, first, sorted_set
from sanad.violations.rules.material import DerivedPerson, SaidMention, SaidStatus

PERSON_FIELDS = ("sex", "age")


def derive_persons(
    mentions: Sequence[SaidMention],
    statuses: Iterable[SaidStatus],
    whole: Mapping[UUID, UUID],
    choices: Choices,
    custodian_of: Mapping[UUID, int],
) -> dict[UUID, DerivedPerson]:
    """The persons that `mentions` (those that count, the oldest first) describe, by who stands for them in `whole`."""
    members: dict[UUID, list[SaidMention]] = defaultdict(list)
    for m in mentions:
        if m.root in whole:
            members[whole[m.root]].append(m)
    said: dict[UUID, list[SaidStatus]] = defaultdict(list)
    counting = {m.root for rows in members.values() for m in rows}
    for s in statuses:
        if s.mention in counting:
            said[whole[s.mention]].append(s)
    parts: dict[UUID, list[UUID]] = defaultdict(list)
    if choices.tolls:
        for root, one in whole.items():
            parts[one].append(root)
    persons = {
        one: _person(rows, said.get(one, ()), choices, choices.toll(parts.get(one, ())), custodian_of)
        for one, rows in members.items()
    }
    _put_into_groups(persons, members, whole)
    return persons


def _person(
    rows: list[SaidMention],
    statuses: Sequence[SaidStatus],
    choices: Choices,
    toll: tuple[int | None, int | None, int | None] | None,
    custodian_of: Mapping[UUID, int],
) -> DerivedPerson:
    kind = "group" if any(m.kind == "group" for m in rows) else rows[0].kind
    low, best, high, differs = _toll(kind, rows, toll)
    by_age = choices.order(rows, "age")
    aged = next((m for m in by_age if m.age_min is not None or m.age_max is not None), None)
    return DerivedPerson(
        id=rows[0].root,
        custodians=sorted_set(custodian_of[m.report] for m in rows),
        kind=kind,
        institution=first(m.institution for m in rows),
        sex=first(m.sex for m in choices.order(rows, "sex")),
        age_min=aged.age_min if aged else None,
        age_max=aged.age_max if aged else None,
        characteristics=sorted_set(c for m in rows for c in m.characteristics),
        min_size=low,
        best_size=best,
        max_size=high,
        toll_differs=differs,
        contradictory=low is not None and high is not None and low > high,
        part_of=None,
        status=_latest_status(statuses),
        members=tuple(m.root for m in rows),
    )


def _toll(
    kind: str, rows: Sequence[SaidMention], chosen: tuple[int | None, int | None, int | None] | None
) -> tuple[int | None, int | None, int | None, bool]:
    """Least, best and most of a group over its accounts, and whether these disagree."""
    if kind != "group":
        return 1, 1, 1, False
    if chosen is not None:
        return *chosen, False
    lows = [m.min_size for m in rows if m.min_size is not None]
    bests = {m.best_size for m in rows if m.best_size is not None}
    highs = [m.max_size for m in rows if m.max_size is not None]
    return (
        min(lows, default=None),
        next(iter(bests)) if len(bests) == 1 else None,
        max(highs, default=None),
        len({(m.min_size, m.best_size, m.max_size) for m in rows if m.kind == "group"}) > 1,
    )


def _latest_status(statuses: Sequence[SaidStatus]) -> int | None:
    """The status of the latest day; an undated one only where none has a day; among equals what was said last.

    A status that goes on (`2014-05/..`) is of the day on which it began.
    """
    if not statuses:
        return None
    days = [s.happened_last or s.happened_first for s in statuses]
    latest = max((day for day in days if day is not None), default=None)
    return max((s.report, n, s.status) for n, s in enumerate(statuses) if days[n] == latest)[2]


def _put_into_groups(
    persons: Mapping[UUID, DerivedPerson], members: Mapping[UUID, list[SaidMention]], whole: Mapping[UUID, UUID]
) -> None:
    """Say of each person which group it belongs to. Only a group has members, and none is its own member's member."""
    group_of: dict[UUID, UUID] = {}
    for one, rows in sorted(members.items()):
        named = (whole[m.part_of] for m in rows if m.part_of is not None and m.part_of in whole)
        group = next((g for g in named if g != one and g in persons and persons[g].kind == "group"), None)
        if group is not None and one not in _above(group, group_of):
            group_of[one] = group
    for one, group in group_of.items():
        persons[one].part_of = persons[group].id


def _above(group: UUID, group_of: Mapping[UUID, UUID]) -> Iterable[UUID]:
    above: UUID | None = group
    while above is not None:
        yield above
        above = group_of.get(above)
