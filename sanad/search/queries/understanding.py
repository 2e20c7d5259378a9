"""What a typed text may mean: its words, words that sound and are spelt like them, and what they name.

Every judgement on spellings is made by `sanad.names`; the database only says which words occur.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.db import connection

from sanad.codes import queries as codes
from sanad.institutions import queries as institutions
from sanad.names.comparing import SAME
from sanad.names.letters import plain
from sanad.names.likeness import likeness
from sanad.names.skeleton import sounds_of
from sanad.places import queries as places
from sanad.places.rules import Gazetteer
from sanad.search.rules import Term, Things, phrases, terms_of
from sanad.search.rules.terms import Thing, labelled, words_in

SHORTEST_ALIKE = 3  # letters; what is shorter is meant as it is written
MOST_ALIKE = 60  # words that are compared with one that was typed
ALIKE = "select sound, word from searching.alike(%s)"
NUMBERS = (
    "select sanad_word_numbers(%s), array(select sanad_thing_number(k, n) from unnest(%s::text[], %s::int[]) t(k, n))"
)

Group = dict[str, list[int]]


@dataclass(frozen=True)
class Understood:
    """A text as the index is asked for it. Without groups there is nothing to search for."""

    text: str
    words: tuple[str, ...] = ()
    terms: tuple[Term, ...] = ()
    groups: tuple[Group, ...] = ()


def understood(text: str) -> Understood:
    """Take a text apart, find what it names, and which words of the records are other spellings of its words."""
    words = words_in(text)
    if not words:
        return Understood(text)
    terms = terms_of(words, _with_institutions(_things(), phrases(words)))
    alike = _alike([term.words[0] for term in terms if len(term.words) == 1])
    groups = _groups(terms, alike)
    return Understood(text, tuple(words), tuple(terms), tuple(groups))


def _groups(terms: Sequence[Term], alike: Mapping[str, Sequence[str]]) -> list[Group]:
    """The terms in numbers of the index; words that say nothing (the, of) are left out."""
    spelt = list(dict.fromkeys(word for term in terms for word in term.words))
    spelt += [word for word in dict.fromkeys(w for some in alike.values() for w in some) if word not in spelt]
    named = _named_alike(terms)
    things = sorted({thing for some in named for thing in some})
    number_of, thing_number = _numbers(spelt, things)
    groups: list[Group] = []
    for term, some in zip(terms, named, strict=True):
        own = [number_of[word] for word in term.words]
        any_of = {thing_number[thing] for thing in some}
        group: Group = {}
        if len(term.words) > 1:
            if all_of := [number for number in own if number is not None]:
                group["all"] = all_of
        else:
            any_of |= {n for n in (*own, *(number_of[w] for w in alike.get(term.words[0], ()))) if n is not None}
        if any_of:
            group["any"] = sorted(any_of)
        if group:
            groups.append(group)
    return groups


def _named_alike(terms: Sequence[Term]) -> list[frozenset[Thing]]:
    """What each term names; a word that names nothing as it is written, by the labels that are spelt like it."""
    found = []
    for term in terms:
        things = term.things
        if not things and len(term.words) == 1 and len(term.words[0]) >= SHORTEST_ALIKE:
            things = _labels_alike(term.words[0])
        found.append(things)
    return found


def _numbers(words: Sequence[str], things: Sequence[Thing]) -> tuple[dict[str, int | None], dict[Thing, int]]:
    with connection.cursor() as cursor:
        cursor.execute(NUMBERS, [list(words), [kind for kind, _n in things], [number for _k, number in things]])
        spelt, named = cursor.fetchone()
    return dict(zip(words, spelt, strict=True)), dict(zip(things, named, strict=True))


def _alike(words: Iterable[str]) -> dict[str, list[str]]:
    """For each word those that occur in records and are spellings of it, in either script."""
    asked = {word: sounds_of(word) for word in words if len(word) >= SHORTEST_ALIKE and not word.isdecimal()}
    sounds = sorted({sound for some in asked.values() for sound in some if len(sound) > 1})
    if not sounds:
        return {}
    with connection.cursor() as cursor:
        cursor.execute(ALIKE, [sounds])
        rows = cursor.fetchall()
    occurring: dict[str, list[str]] = {}
    for sound, word in rows:
        occurring.setdefault(sound, []).append(word)
    return {
        word: spellings_of(word, [one for sound in some for one in occurring.get(sound, ())])
        for word, some in asked.items()
    }


def spellings_of(word: str, among: Sequence[str]) -> list[str]:
    """Those of some words of one sound that are the same word, written otherwise."""
    near = sorted((one for one in among if one != word), key=lambda one: abs(len(one) - len(word)))[:MOST_ALIKE]
    return [one for one in near if likeness(plain(word), plain(one)) >= SAME]


def _things() -> Things:
    return _read(codes.vocabularies_version(), places.gazetteer())


@lru_cache(maxsize=4)
def _read(_version: str, gazetteer: Gazetteer) -> Things:
    labels: list[tuple[Thing, str]] = []
    for vocabulary in codes.vocabularies():
        for code in codes.codes_of(vocabulary.slug):
            labels += [(("c", code.pk), name) for name in (code.name_en, code.name_ur, *code.also)]
    for place in gazetteer:
        labels += [(("p", place.id), name) for name in place.names]
    return labelled(labels)


@lru_cache(maxsize=4)
def _by_sound(_version: str, gazetteer: Gazetteer) -> dict[str, tuple[str, ...]]:
    """Single words that name something, by their sound."""
    things = _read(_version, gazetteer)
    found: dict[str, list[str]] = {}
    for word in {*things.parts, *(name for name in things.named if " " not in name)}:
        for sound in sounds_of(word):
            found.setdefault(sound, []).append(word)
    return {sound: tuple(sorted(words)) for sound, words in found.items()}


@lru_cache(maxsize=2_000)
def _labels_of_word(word: str, version: str, gazetteer: Gazetteer) -> frozenset[Thing]:
    things, by_sound = _read(version, gazetteer), _by_sound(version, gazetteer)
    near = [one for sound in sounds_of(word) if len(sound) > 1 for one in by_sound.get(sound, ())]
    empty: frozenset[Thing] = frozenset()
    meant = (things.named.get(one, empty) | things.parts.get(one, empty) for one in spellings_of(word, near))
    return empty.union(*meant)


@lru_cache(maxsize=4)
def _begun(_version: str, gazetteer: Gazetteer) -> tuple[tuple[Thing, tuple[str, ...]], ...]:
    things = _read(_version, gazetteer)
    return tuple((thing, tuple(name.split())) for name, found in things.named.items() for thing in sorted(found))


def things_of_words(words: Sequence[str]) -> list[Thing]:
    """Codes and places of which one name has every word, or a word that begins so."""
    found = (
        thing
        for thing, parts in _begun(codes.vocabularies_version(), places.gazetteer())
        if all(any(part.startswith(word) for part in parts) for word in words)
    )
    return list(dict.fromkeys(found))


def _labels_alike(word: str) -> frozenset[Thing]:
    return _labels_of_word(word, codes.vocabularies_version(), places.gazetteer())


def _with_institutions(things: Things, asked: set[str]) -> Things:
    called = institutions.institutions_called(asked)
    if not called:
        return things
    named = {name: found for name, found in things.named.items() if name in asked}
    for name, numbers in called.items():
        named[name] = named.get(name, frozenset()) | {("i", number) for number in numbers}
    return Things(named, things.parts)
