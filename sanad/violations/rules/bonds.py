"""What was decided about two rows holds from then on: those judged to be the same stay together, those judged to be
two never come together through others. No Django."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from sanad.violations.rules.links import Partition, Two, links_that_hold
from sanad.violations.rules.material import Derived, Pair

EVENTS, PERSONS = "same_event", "same_person"


class Bonds:
    """The links of one kind that hold, by the latest word on each pair: `must` be one, `cannot` be one."""

    def __init__(self, pairs: Sequence[Pair], kind: str) -> None:
        links = links_that_hold(pairs)
        self.must: set[Two] = links.one_event if kind == EVENTS else links.persons
        self.cannot: set[Two] = set()
        for pair in pairs:
            if pair.kind == kind:  # what is not one entry may well be another account of one event
                two = ordered(pair.one, pair.other)
                (self.cannot.add if pair.verdict == "different" else self.cannot.discard)(two)
        self.cannot -= self.must
        self._whole = Partition({one for two in self.must | self.cannot for one in two})
        self._whole.join(self.must)

    def together(self, one: UUID, other: UUID) -> bool:
        """Are they one, by whatever way?"""
        known = self._whole.root
        return one in known and other in known and self._whole.find(one) == self._whole.find(other)

    def contradictions(self) -> set[Two]:
        """Pairs judged to be two that are put together through others."""
        return {two for two in self.cannot if self.together(*two)}

    def crossing(self, part: Iterable[UUID]) -> set[Two]:
        """The links by which a part hangs on the rest."""
        inside = set(part)
        return {two for two in self.must if len(inside.intersection(two)) == 1}


def ordered(one: UUID, other: UUID) -> Two:
    """A pair, the older first."""
    return (one, other) if one < other else (other, one)


def new_contradictions(before: Sequence[Pair], after: Sequence[Pair]) -> set[Two]:
    """Pairs judged to be two that are put together now and were not before."""
    found: set[Two] = set()
    for kind in (EVENTS, PERSONS):
        found |= Bonds(after, kind).contradictions() - Bonds(before, kind).contradictions()
    return found


def orphaned(before: Derived, after: Derived) -> set[UUID]:
    """Acts of violations with a verdict that would stand in one without any: nobody judged that one by itself."""
    judged = {act for one in before.violations if one.state != "new" for act in one.members}
    return {act for one in after.violations if one.state == "new" for act in one.members if act in judged}
