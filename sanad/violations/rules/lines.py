"""Which lines of a correction are lines that the report held before.

A correction says again all that a report says. Who or what a line is about is known by what it says: first by all of
it, then by less and less. So a line that was taken out in the middle takes nothing from those that follow, and a
verdict on an act, or on who did it, stays where it belongs.
"""

from collections import defaultdict, deque
from collections.abc import Callable, Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar
from uuid import UUID

_Line = TypeVar("_Line")
_Name = TypeVar("_Name", bound=Hashable)


@dataclass(frozen=True, slots=True)
class MentionLine:
    """A mention; `deeds` are the types of what was done to it."""

    role: str
    kind: str
    said: tuple[object, ...]
    deeds: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class ActLine:
    """An act; `victim` is None where the victim was not there before."""

    victim: UUID | None
    type: int
    said: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class InvolvementLine:
    act: UUID | None
    perpetrator: UUID | None
    institution: int | None
    type: int | None
    degree: int | None


@dataclass(frozen=True, slots=True)
class StatusLine:
    mention: UUID | None
    status: int
    happened: str


MENTION_KEYS: tuple[Callable[[MentionLine], Hashable], ...] = (
    lambda m: (m.role, m.kind, m.said, m.deeds),
    lambda m: (m.role, m.kind, m.said),
    lambda m: (m.role, m.kind, m.deeds),
    lambda m: (m.role, m.kind),
    lambda m: m.role,
)
# What was done to one is never what was done to another.
ACT_KEYS: tuple[Callable[[ActLine], Hashable], ...] = (
    lambda a: a.victim and (a.victim, a.type, a.said),
    lambda a: a.victim and (a.victim, a.type),
    lambda a: a.victim,
)
# An attribution to the police is never one to the family.
INVOLVEMENT_KEYS: tuple[Callable[[InvolvementLine], Hashable], ...] = (
    lambda i: i.act and (i.act, i.perpetrator, i.institution, i.type, i.degree),
    lambda i: i.act and i.perpetrator and (i.act, i.perpetrator),
    lambda i: i.act and i.institution and (i.act, i.institution),
    lambda i: i.act and i.type and (i.act, i.type),
)
STATUS_KEYS: tuple[Callable[[StatusLine], Hashable], ...] = (
    lambda s: s.mention and (s.mention, s.status, s.happened),
    lambda s: s.mention and (s.mention, s.status),
)


def same_lines(
    held: Sequence[tuple[UUID, _Line]],
    said: Sequence[tuple[_Name, _Line]],
    keys: Sequence[Callable[[_Line], Hashable]],
    known: Mapping[_Name, UUID] | None = None,
) -> dict[_Name, UUID]:
    """For lines of the correction the root that they had; `known` are those that somebody said. Each root once."""
    found: dict[_Name, UUID] = {}
    roots = {root for root, _ in held}
    names = {name for name, _ in said}
    for name, root in (known or {}).items():
        if name in names and root in roots and root not in found.values():
            found[name] = root
    for key in keys:
        _match(held, said, key, found)
    return found


def _match(
    held: Sequence[tuple[UUID, _Line]],
    said: Sequence[tuple[_Name, _Line]],
    key: Callable[[_Line], Hashable],
    found: dict[_Name, UUID],
) -> None:
    taken = set(found.values())
    free: dict[Hashable, deque[UUID]] = defaultdict(deque)
    for root, line in held:
        if root not in taken and key(line):
            free[key(line)].append(root)
    for name, line in said:
        if name not in found and free.get(key(line)):
            found[name] = free[key(line)].popleft()


def same_sealed(
    held: Sequence[tuple[UUID, MentionLine]],
    said: Sequence[tuple[_Name, MentionLine]],
    alike: Callable[[UUID, _Name], bool],
    sealed: Collection[_Name],
) -> dict[_Name, UUID]:
    """Lines about whom exactly the same names and numbers are sealed, in the same role."""
    found: dict[_Name, UUID] = {}
    free = list(held)
    for name, line in said:
        if name not in sealed:
            continue
        match = next((one for one in free if one[1].role == line.role and alike(one[0], name)), None)
        if match is not None:
            found[name] = match[0]
            free.remove(match)
    return found
