"""Reads free text as a place. Never guesses silently: a near spelling is an alternative, not an answer."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from sanad.places.rules.question import Question
from sanad.places.rules.reading import Candidate, Resolution, Why, nothing
from sanad.places.rules.rows import DISTRICTS, LATEST, Kind, PlaceRow, squash
from sanad.places.rules.similar import SimilarNames
from sanad.places.rules.units import Units
from sanad.places.rules.words import HINTS, STRONG, WEAK, bare, folded_words

MOST_WORDS = 9  # a longer text is an address or a story, and is looked through by its parts only
LONGEST = 300  # letters; what is longer is a story and no place
OFFERED = 8


class Resolver:
    """The index of all names, and the reading of a text by it."""

    def __init__(self, units: Units) -> None:
        self._all = units
        self._named: dict[str, list[PlaceRow]] = defaultdict(list)
        for row in units:
            for name in {squash(name) for name in row.names}:
                self._named[name].append(row)
        self._similar = SimilarNames(self._named)

    def resolve(self, said: str, within: PlaceRow | None, on: date | None, kind_hint: str | None) -> Resolution:
        """Whole text by name, then by its parts, then by what is spelled like it."""
        words = folded_words(said)
        if not words:
            return nothing(said, "empty")
        if len(said) > LONGEST:
            return nothing(said, "unknown")
        kinds = HINTS.get(kind_hint or "")
        asked = Question(self._all, said, within, on or LATEST)
        bearers = self.bearers(words, kinds)
        if bearers:
            return asked.choose(bearers, "name")
        parts, unread = self.parts(said)
        if parts:
            return asked.combine(parts, unread)
        inside = self.inside(words[-MOST_WORDS:])
        if inside:
            return nothing(said, "part", asked.offered(inside, "mentioned"))
        return nothing(said, *self.near(words, asked))

    def bearers(self, words: Sequence[str], kinds: frozenset[Kind] | None = None) -> list[PlaceRow]:
        """All places that are called so, with or without the word for what they are."""
        exact = self._named.get("".join(words), [])
        if exact:
            return [row for row in exact if row.kind in kinds] or exact if kinds else exact
        core, stands_for = bare(tuple(words))
        if core == tuple(words):
            return []
        found = self._named.get("".join(core), [])
        return [row for row in found if stands_for is None or row.kind in stands_for] or found

    def parts(self, said: str) -> tuple[list[list[PlaceRow]], str]:
        """The places that the parts of a text may be, and what of it is none."""
        found: list[list[PlaceRow]] = []
        unread: list[str] = []
        for piece in (piece.strip() for piece in STRONG.split(said)):
            read, rest = self.piece(piece)
            found += read
            if rest:
                unread.append(rest)
        return found, ", ".join(unread)

    def piece(self, piece: str) -> tuple[list[list[PlaceRow]], str]:
        """One part between commas: a name, names joined by hyphens, or names one after the other; and what is left."""
        words = folded_words(piece)
        if not words:
            return [], ""
        bearers = self.bearers(words)
        if bearers:
            return [bearers], ""
        hyphened = [self.bearers(folded_words(part)) for part in WEAK.split(piece) if folded_words(part)]
        if len(hyphened) > 1 and all(hyphened):
            return hyphened, ""
        row = self.row_of_names(words) if len(words) <= MOST_WORDS else []
        return (row, "") if row else self.stated_unit(words, piece)

    def row_of_names(self, words: Sequence[str]) -> list[list[PlaceRow]]:
        """`Mingora Swat KPK`: the fewest names that use up all words; empty where some word stays."""
        best: list[list[list[PlaceRow]] | None] = [[]]
        for end in range(1, len(words) + 1):
            ways = [
                [*way, bearers]
                for start in range(end)
                if (way := best[start]) is not None and (bearers := self.bearers(words[start:end]))
            ]
            best.append(min(ways, key=len) if ways else None)
        return best[-1] or []

    def stated_unit(self, words: Sequence[str], piece: str) -> tuple[list[list[PlaceRow]], str]:
        """`village such-and-such district Swat`: a unit that is called one at the end, and the words before it."""
        for start in range(1, len(words) - 1):
            core, stands_for = bare(tuple(words[start:]))
            if stands_for == DISTRICTS and core != tuple(words[start:]):
                bearers = [row for row in self.bearers(words[start:]) if row.kind in DISTRICTS]
                if bearers:
                    return [bearers], " ".join(words[:start])
        return [], piece

    def inside(self, words: Sequence[str]) -> list[PlaceRow]:
        """Places whose name stands somewhere in a longer text, the longest name first; too little to be certain."""
        spans = [(end - start, start) for start in range(len(words)) for end in range(start + 1, len(words) + 1)]
        for length, start in sorted(spans, reverse=True):
            bearers = self._named.get("".join(words[start : start + length])) if length <= MOST_WORDS else None
            if bearers:
                return bearers
        return []

    def near(self, words: Sequence[str], asked: Question) -> tuple[Why, tuple[Candidate, ...]]:
        """What is spelled like it, first within what was stated."""
        core, _ = bare(tuple(words))
        scores: dict[str, float] = {}
        for tried in {"".join(words), "".join(core)}:
            for name, score in self._similar.like(tried):
                for row in self._named[name]:
                    key = self._all.as_named_on(row, asked.day).key
                    scores[key] = max(score, scores.get(key, 0))
        order = sorted(scores, key=lambda key: (not asked.admits(self._all[key]), -scores[key], key))
        found = tuple(Candidate(key, round(scores[key], 2), "similar") for key in order[:OFFERED])
        return ("similar" if found else "unknown"), found
