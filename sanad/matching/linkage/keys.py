"""Names as keys that hold across scripts and spellings, for very many names at once.

A Latin word becomes the likeliest Urdu word of the same skeleton, among the words of these very records and the common
names (Umer and Umar are عمر); where none is likely, its skeleton. The order of words is no part of the keys: lists
write family names first as often as last.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

import pyarrow as pa

from sanad.names.letters import is_arabic, plain
from sanad.names.skeleton import skeleton
from sanad.names.transducer import Words
from sanad.names.vocabulary import names_with_skeleton
from sanad.names.words import ARTICLE, LINKS, SERVANT, SHORT, TITLES, words_of

SEEN_OFTEN = 3  # an Urdu word that stands so often in the records is no typing error
LIKELY = -1.9  # natural logarithm for each letter; below it a spelling is of another word
OFTEN_WRITTEN = 0.5  # how much it counts that a word is frequent
MOST_WORDS = 4
SIMPLE = re.compile(r"[^\W\d_]+(?: [^\W\d_]+)*")
SPECIAL = TITLES | LINKS | SERVANT | ARTICLE
COLUMNS = ("c", "k", "first", "w1", "w2", "w3", "n")


@dataclass(frozen=True)
class Keyed:
    """Keys of one name: whole, as skeleton, its first word, its words, and how many these are."""

    c: str
    k: str
    first: str
    words: tuple[str, ...]

    def value(self, column: str) -> str | int | None:
        """What stands in one column of the table."""
        if column in ("w1", "w2", "w3"):
            at = int(column[1]) - 1
            return self.words[at] if at < len(self.words) else None
        return len(self.words) if column == "n" else getattr(self, column)


@dataclass
class Keys:
    """Makes keys; knows the words of all names that it was given first."""

    canonical: dict[str, str] = field(default_factory=dict)
    _plain: dict[str, str] = field(default_factory=dict)

    def learn(self, names: Iterable[str | None]) -> list[tuple[str, ...] | None]:
        """Read all names, so that each word can be given its likeliest Urdu word; gives the words of each name."""
        split: dict[str, tuple[str, ...]] = {}
        read: list[tuple[str, ...] | None] = []
        counted: Counter[str] = Counter()
        for name in names:
            if name is None:
                read.append(None)
                continue
            words = split.get(name)
            if words is None:
                words = split[name] = self._words(name)
            counted.update(words)
            read.append(words or None)
        self._name_words(counted)
        return read

    def keyed(self, words: tuple[str, ...]) -> Keyed:
        """The keys of a name that was learned."""
        known = self.canonical
        own = [known[word] for word in words][:MOST_WORDS]
        bones = sorted(filter(None, (word[1:] if word[0] == "~" else skeleton(word) for word in own)))
        return Keyed(" ".join(sorted(own)), " ".join(bones), own[0], tuple(dict.fromkeys(own)))

    def _words(self, name: str) -> tuple[str, ...]:
        """As `words_of` gives them; names of plain words alone, nearly all of them, take a quarter of the time."""
        lowered = name.lower()
        if SIMPLE.fullmatch(lowered):
            own = lowered.split(" ")
            if SPECIAL.isdisjoint(own) and "ال" not in lowered:
                return tuple(filter(None, (self._plain.get(word) or self._plainly(word) for word in own)))
        return tuple(word.text for word in words_of(name))

    def _plainly(self, word: str) -> str:
        text = plain(word)
        self._plain[word] = text = SHORT.get(text, text)
        return text

    def _name_words(self, counted: Counter[str]) -> None:
        """Give every word its canonical one."""
        urdu: dict[str, list[str]] = defaultdict(list)
        for word, number in counted.items():
            if is_arabic(word) and number >= SEEN_OFTEN:
                urdu[skeleton(word)].append(word)
        total = sum(counted.values()) or 1
        ready: dict[str, tuple[list[str], Words | None, list[float]]] = {}
        for word in counted:
            if is_arabic(word):
                self.canonical[word] = word
                continue
            bones = skeleton(word)
            if bones not in ready:
                ready[bones] = _candidates(urdu.get(bones, []), bones, counted, total)
            self.canonical[word] = _likeliest(word, bones, *ready[bones])


def _candidates(
    seen: Sequence[str], bones: str, counted: Counter[str], total: int
) -> tuple[list[str], Words | None, list[float]]:
    words = list(dict.fromkeys([*seen, *names_with_skeleton(bones)]))
    often = [OFTEN_WRITTEN * math.log((counted[word] + 1) / total) for word in words]
    return words, Words(words) if words else None, often


def _likeliest(word: str, bones: str, words: Sequence[str], ready: Words | None, often: Sequence[float]) -> str:
    if ready is None:
        return "~" + (bones or word)
    scores = [float(likely) + common for likely, common in zip(ready.scores(word), often, strict=True)]
    best = max(range(len(words)), key=scores.__getitem__)
    return words[best] if scores[best] / (len(word) + 1) > LIKELY else "~" + (bones or word)


def add_keys(columns: dict[str, Sequence[str | None]]) -> dict[str, pa.Array]:
    """For each column of names the columns of its keys, called `<column>_<key>`."""
    keys = Keys()
    read = keys.learn(name for names in columns.values() for name in names)
    made: dict[str, pa.Array] = {}
    begin = 0
    for title, names in columns.items():
        own = read[begin : begin + len(names)]
        begin += len(names)
        made |= {f"{title}_{column}": values for column, values in _columns(keys, own).items()}
    return made


def _columns(keys: Keys, read: Sequence[tuple[str, ...] | None]) -> dict[str, pa.Array]:
    """Each distinct name once, then spread over the rows."""
    numbers: dict[tuple[str, ...], int] = {}
    places = [None if words is None else numbers.setdefault(words, len(numbers)) for words in read]
    distinct = [keys.keyed(words) for words in numbers]
    where = pa.array(places, pa.int32())
    kinds = {"n": pa.int32()}
    return {
        column: pa.array([one.value(column) for one in distinct], kinds.get(column, pa.string())).take(where)
        for column in COLUMNS
    }
