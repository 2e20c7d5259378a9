"""Which links between reports and between mentions hold, and what they put together."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from sanad.violations.rules.material import Pair, SaidMention

Two = tuple[UUID, UUID]


@dataclass(slots=True)
class Links:
    """What was judged to be the same, by the latest word on each pair."""

    events: set[Two] = field(default_factory=set)
    entries: dict[Two, UUID] = field(default_factory=dict)  # the report of the pair that is withdrawn
    persons: set[Two] = field(default_factory=set)

    @property
    def one_event(self) -> set[Two]:
        """Reports that are accounts of one event: two entries of the same thing are."""
        return self.events | self.entries.keys()

    @property
    def withdrawn(self) -> set[UUID]:
        """Reports that are a second entry of the same thing."""
        return set(self.entries.values())


def links_that_hold(pairs: Iterable[Pair]) -> Links:
    """The latest verdict on two rows decides: *different* and *unsure* both undo an earlier *same*.

    What is not one event is not one entry either.
    """
    links = Links()
    for pair in pairs:
        two = (pair.one, pair.other) if pair.one < pair.other else (pair.other, pair.one)
        same = pair.verdict == "same"
        if pair.kind == "same_entry" and same:
            links.entries[two] = pair.other
            continue
        held = {"same_event": links.events, "same_person": links.persons}.get(pair.kind)
        if held is not None:
            (held.add if same else held.discard)(two)
        if not same:
            links.entries.pop(two, None)
    return links


class Partition:
    """Members put together (union and find). The oldest of those together stands for them, in whatever order."""

    def __init__(self, members: Iterable[UUID]) -> None:
        self.root = {m: m for m in members}

    def join(self, pairs: Iterable[Two]) -> None:
        """Put together both of each pair, where both are members."""
        for one, other in pairs:
            if one in self.root and other in self.root:
                a, b = self.find(one), self.find(other)
                self.root[max(a, b)] = min(a, b)

    def find(self, m: UUID) -> UUID:
        """Who stands for this one."""
        root = self.root
        while root[m] != m:
            root[m] = root[root[m]]
            m = root[m]
        return m

    def together(self) -> dict[UUID, UUID]:
        """Each member with the one who stands for it."""
        return {m: self.find(m) for m in self.root}


def same_persons(
    mentions: Sequence[SaidMention], event_of: Mapping[UUID, UUID], pairs: Iterable[Two]
) -> dict[UUID, UUID]:
    """Which mentions, by root, describe one person. An informant is no person of the event.

    Groups never match across events, nor does anybody who was judged to be a group's other description.
    """
    described = {m.root: m for m in mentions if m.role != "informant"}
    persons = Partition(described)
    known = [(a, b) for a, b in pairs if a in described and b in described]
    if not known:
        return persons.root
    across = [(a, b) for a, b in known if event_of[described[a].report] != event_of[described[b].report]]
    persons.join(set(known).difference(across))
    groups = {persons.find(m.root) for m in described.values() if m.kind == "group"}
    persons.join([(a, b) for a, b in across if not {persons.find(a), persons.find(b)} & groups])
    return persons.together()
