"""Which clause of a new draft is which of the draft before: by the mark in our own files, the words, the number.

Nobody's clause is given away on a guess below `ALIKE`: a clause that is not found is new, and what it replaced is
dropped, which the page shows before anything is stored.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from sanad.kit.text import fold

ALIKE = 0.55  # share of words in common, of all words of both
ALIKE_AT_NUMBER = 0.3  # enough where kind and number are the same, too


@dataclass(frozen=True)
class Piece:
    """A clause or an action as it is recognised."""

    identity: UUID | None
    kind: str
    number: str
    words: str
    mark: str = ""


def match(old: Sequence[Piece], new: Sequence[Piece]) -> list[UUID | None]:
    """For each new piece the identity that it keeps; None for one that is new."""
    found: list[UUID | None] = [None] * len(new)
    left = {piece.identity: piece for piece in old if piece.identity is not None}

    def take(place: int, identity: UUID | None) -> None:
        if identity in left:
            found[place] = identity
            del left[identity]

    for place, piece in enumerate(new):
        if piece.mark:
            take(place, UUID(hex=piece.mark))
    _same_words(new, left, found, take)
    bags = {identity: _bag(piece.words) for identity, piece in left.items()}
    for least in (ALIKE_AT_NUMBER, ALIKE):
        for place, piece in enumerate(new):
            if found[place] is None:
                take(place, _most_alike(piece, left, bags, least, at_number=least == ALIKE_AT_NUMBER))
    return found


def _same_words(new: Sequence[Piece], left: dict[UUID, Piece], found: list[UUID | None], take: object) -> None:
    assert callable(take)
    by_words: dict[tuple[str, str], list[UUID]] = {}
    for identity, piece in left.items():
        by_words.setdefault((piece.kind, fold(piece.words)), []).append(identity)
    for place, piece in enumerate(new):
        same = by_words.get((piece.kind, fold(piece.words)))
        if found[place] is None and same:
            at_number = [identity for identity in same if left[identity].number == piece.number]
            chosen = (at_number or same)[0]
            same.remove(chosen)
            take(place, chosen)


def _most_alike(
    piece: Piece, left: dict[UUID, Piece], bags: dict[UUID, frozenset[str]], least: float, *, at_number: bool
) -> UUID | None:
    mine, best, chosen = _bag(piece.words), least, None
    for identity, other in left.items():
        if at_number and not (piece.number and other.number == piece.number and other.kind == piece.kind):
            continue
        alike = _alike(mine, bags[identity])
        if alike >= best:
            best, chosen = alike, identity
    return chosen


def _bag(words: str) -> frozenset[str]:
    return frozenset(fold(words).split())


def _alike(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def match_across(old: Sequence[Piece], new: Sequence[Piece]) -> list[UUID | None]:
    """The same between two languages, where words say nothing: by mark, by number, else one by one in their order."""
    found: list[UUID | None] = [None] * len(new)
    left = {piece.identity: piece for piece in old if piece.identity is not None}
    for place, piece in enumerate(new):
        identity = UUID(hex=piece.mark) if piece.mark else None
        if identity in left:
            found[place] = identity
            del left[identity]
    by_number: dict[str, list[UUID]] = {}
    for known, piece in left.items():
        if piece.number:
            by_number.setdefault(piece.number, []).append(known)
    for place, piece in enumerate(new):
        at_number = by_number.get(piece.number, [])
        if found[place] is None and len(at_number) == 1:
            found[place] = taken = at_number.pop()
            del left[taken]
    rest = [place for place, identity in enumerate(found) if identity is None]
    if len(rest) == len(left):
        for place, identity in zip(rest, left, strict=True):
            found[place] = identity
    return found
