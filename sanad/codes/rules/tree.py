"""The tree of a vocabulary: each code and its parent, by slug or by id."""

from collections.abc import Hashable, Iterable, Mapping
from typing import TypeAlias, TypeVar

K = TypeVar("K", bound=Hashable)
Tree: TypeAlias = Mapping[K, K | None]


def ancestors(tree: Tree[K], code: K) -> tuple[K, ...]:
    """The codes above this one, nearest first."""
    found: list[K] = []
    parent = tree[code]
    while parent is not None:
        if parent in found:
            raise ValueError(f"{code!r} stands below itself")
        found.append(parent)
        parent = tree[parent]
    return tuple(found)


def with_ancestors(tree: Tree[K], codes: Iterable[K]) -> frozenset[K]:
    """These codes and everything above them: what a record is *also* counted as."""
    found: set[K] = set()
    for code in codes:
        found.add(code)
        found.update(ancestors(tree, code))
    return frozenset(found)


def descendants(tree: Tree[K], code: K) -> frozenset[K]:
    """The codes below this one, at any depth."""
    if code not in tree:
        raise KeyError(code)
    return frozenset(other for other in tree if code in ancestors(tree, other))


def covered(tree: Tree[K], codes: Iterable[K]) -> frozenset[K]:
    """These codes and everything below them: what a filter by them lets through."""
    found: set[K] = set()
    for code in codes:
        found.add(code)
        found.update(descendants(tree, code))
    return frozenset(found)


def same_branch(tree: Tree[K], a: K, b: K) -> bool:
    """Whether one says the same as the other, only more exactly: rape and gang rape, not rape and beating."""
    return a == b or a in ancestors(tree, b) or b in ancestors(tree, a)
