"""Recommendations: positions, how they are counted both ways, and answers that go round in a circle."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple

from sanad.kit.refusals import N_


class Position(StrEnum):
    """What the state said to a recommendation."""

    SUPPORTED = "supported"
    NOTED = "noted"
    PARTLY = "partly"
    REJECTED = "rejected"
    PENDING = "pending"


POSITION_TITLES = {
    Position.SUPPORTED: N_("supported"),
    Position.NOTED: N_("noted"),
    Position.PARTLY: N_("supported in part"),
    Position.REJECTED: N_("rejected (the position of the state)"),
    Position.PENDING: N_("answer pending"),
}
NONE_STATED = "unstated"
DIFFERING = "differing"  # of a paragraph whose parts got different positions


class Responsibility(StrEnum):
    """Who has to act since the 18th Amendment."""

    FEDERAL = "federal"
    PROVINCIAL = "provincial"
    BOTH = "both"


RESPONSIBILITY_TITLES = {
    Responsibility.FEDERAL: N_("federal"),
    Responsibility.PROVINCIAL: N_("provincial"),
    Responsibility.BOTH: N_("federal and provincial"),
}


class By(StrEnum):
    """In what recommendations are counted: paragraphs of a document, or the parts that single askers made."""

    PARAGRAPH = "paragraph"
    PART = "part"


class Part(NamedTuple):
    """One part as the count needs it; a part without a paragraph is one of its own."""

    id: str
    source: str
    paragraph: str
    position: str


def counted(parts: Iterable[Part], by: By) -> dict[str, int]:
    """How many of each position, in paragraphs or in parts; never one unit put for the other."""
    if by is By.PART:
        return dict(Counter(part.position or NONE_STATED for part in parts))
    positions: defaultdict[tuple[str, str], set[str]] = defaultdict(set)
    for part in parts:
        whole = part.paragraph or part.id
        positions[part.source, whole].add(part.position or NONE_STATED)
    return dict(Counter(found.pop() if len(found) == 1 else DIFFERING for found in positions.values()))


Node = tuple[str, str]  # what it is, and its id


def closes_circle(edges: Mapping[Node, Iterable[Node]], source: Node, target: Node) -> list[Node]:
    """The way back from `target` to `source`, if there is one: then source may not lead to target.

    An edge says "rests on": an action on what it answers, a recommendation on the action that it is about.
    """
    before: dict[Node, Node | None] = {target: None}
    waiting = [target]
    while waiting:
        node = waiting.pop()
        if node == source:
            return _way(before, node)
        for following in edges.get(node, ()):
            if following not in before:
                before[following] = node
                waiting.append(following)
    return []


def _way(before: Mapping[Node, Node | None], node: Node) -> list[Node]:
    way: list[Node] = []
    at: Node | None = node
    while at is not None:
        way.append(at)
        at = before[at]
    return way[::-1]
