"""Institutions, places and codes by name: open to everybody who signs in, so they ask for no reader."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from sanad.codes import queries as codes
from sanad.front.presenting.words import Words
from sanad.institutions import queries as institutions
from sanad.institutions.models import KIND_TITLES as INSTITUTION_KINDS
from sanad.kit.text import fold
from sanad.places.models import KIND_TITLES as PLACE_KINDS
from sanad.places.rules import Kind
from sanad.search.queries import Understood

MOST_OF_A_KIND = 8
LISTED_BY = {Kind.PROVINCE: "province", Kind.TERRITORY: "province", Kind.DISTRICT: "district"}


@dataclass(frozen=True)
class Thing:
    """Something that has a name: of which group, what it is called, what it is, and where its records are."""

    group: str
    name: str
    what: str
    address: str = ""


def things_named(meant: Understood, words: Words) -> list[Thing]:
    """Institutions, places and codes whose names have all the words, or that some of the words name."""
    if not meant.words:
        return []
    return [*_institutions(meant), *_places(meant, words), *_codes(meant)]


def _institutions(meant: Understood) -> list[Thing]:
    numbers = [number for term in meant.terms for kind, number in term.things if kind == "i"]
    rows = institutions.institutions_of_words(meant.words, numbers, MOST_OF_A_KIND)
    return [Thing("institution", row.name, str(INSTITUTION_KINDS[row.kind])) for row in rows]


def _places(meant: Understood, words: Words) -> list[Thing]:
    gazetteer = words.gazetteer
    named = [number for term in meant.terms for kind, number in term.things if kind == "p"]
    like = [place.id for place in gazetteer if _has_all(meant.words, place.names)]
    found = [gazetteer.by_id(number) for number in dict.fromkeys([*named, *like])][:MOST_OF_A_KIND]
    shown = []
    for place in found:
        by = LISTED_BY.get(place.kind)
        address = f"{reverse('front:events')}?{by}={gazetteer.outside_code(place)}" if by else ""
        shown.append(Thing("place", words.place(place.id), str(PLACE_KINDS[place.kind]), address))
    return shown


def _codes(meant: Understood) -> list[Thing]:
    named = {number for term in meant.terms for kind, number in term.things if kind == "c"}
    shown = []
    for vocabulary in codes.vocabularies():
        for code in codes.codes_of(vocabulary.slug):
            if code.pk not in named and not _has_all(meant.words, (code.name_en, code.name_ur, *code.also)):
                continue
            listed = vocabulary.slug == "act" and not code.heading
            address = f"{reverse('front:events')}?act={code.slug}" if listed else ""
            shown.append(Thing("code", codes.label(code), codes.label(vocabulary), address))
    return shown[:MOST_OF_A_KIND]


def _has_all(words: Sequence[str], names: Sequence[str]) -> bool:
    """Whether one of the names has every word, or a word that begins so."""
    return any(all(any(part.startswith(word) for part in parts) for word in words) for parts in map(_parts, names))


def _parts(name: str) -> list[str]:
    return fold(name).split()
