"""From what is typed to terms: words, and names of places, institutions and codes that several words make up."""

import re
import unicodedata
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from sanad.kit.text import FOLDED_LETTERS, NOT_FOLDED, fold

MOST_WORDS = 8
LONGEST_WORD = 24
LONGEST_TEXT = 300
LONGEST_PHRASE = 5
LONGEST_LABEL = 3  # of a label with more words, one word alone says too little
# As `sanad_words` in the database; unlike `fold` it does not cut words of Indian scripts at their vowel signs.
BETWEEN_WORDS = re.compile("[^0-9a-z\u00df-\u024f\u0620-\u06d3\u06ee-\u06ff\u0750-\u077f\u08a0-\u08d2\u0900-\u0dff]+")
BETWEEN = frozenset(["of", "the", "and", "or", "by", "other", "in", "to", "کا", "کی", "کے", "اور", "یا", "سے", "دیگر"])

Thing = tuple[str, int]  # c a code, p a place, i an institution; and its number


@dataclass(frozen=True)
class Things:
    """What is called how: whole names, and single words of short labels."""

    named: Mapping[str, frozenset[Thing]] = field(default_factory=dict)
    parts: Mapping[str, frozenset[Thing]] = field(default_factory=dict)


@dataclass(frozen=True)
class Term:
    """Words that are searched together, and what they name. All terms of a search have to fit."""

    words: tuple[str, ...]
    things: frozenset[Thing] = frozenset()


def words_in(text: str) -> list[str]:
    """The words of a typed text, folded, each once; single letters say nothing."""
    folded = NOT_FOLDED.sub("", unicodedata.normalize("NFKD", text[:LONGEST_TEXT]).lower()).translate(FOLDED_LETTERS)
    words = [word[:LONGEST_WORD] for word in BETWEEN_WORDS.split(folded)]
    return list(dict.fromkeys(word for word in words if len(word) > 1 or word.isdecimal()))[:MOST_WORDS]


def phrases(words: Sequence[str]) -> set[str]:
    """Every run of words that may be a name."""
    longest = min(len(words), LONGEST_PHRASE)
    return {
        " ".join(words[begin : begin + size])
        for size in range(1, longest + 1)
        for begin in range(len(words) - size + 1)
    }


def terms_of(words: Sequence[str], things: Things) -> list[Term]:
    """The longest names first, from the beginning; every other word is a term of its own."""
    terms: list[Term] = []
    at = 0
    while at < len(words):
        size = next(
            (
                size
                for size in range(min(LONGEST_PHRASE, len(words) - at), 1, -1)
                if " ".join(words[at : at + size]) in things.named
            ),
            1,
        )
        said = tuple(words[at : at + size])
        name = " ".join(said)
        named = things.named.get(name, frozenset())
        terms.append(Term(said, named | things.parts.get(name, frozenset()) if size == 1 else named))
        at += size
    return terms


def labelled(labels: Collection[tuple[Thing, str]]) -> Things:
    """What labels of codes and names of places come to."""
    named: dict[str, set[Thing]] = {}
    parts: dict[str, set[Thing]] = {}
    for thing, label in labels:
        words = fold(label).split()
        if not words:
            continue
        named.setdefault(" ".join(words), set()).add(thing)
        if thing[0] == "c" and 1 < len(words) <= LONGEST_LABEL:
            for word in words:
                if len(word) > 2 and word not in BETWEEN:
                    parts.setdefault(word, set()).add(thing)
    return Things(
        {name: frozenset(found) for name, found in named.items()},
        {word: frozenset(found) for word, found in parts.items()},
    )
