"""Institutions, places and codes by name: open to everybody who signs in, so they ask for no reader."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse

from sanad.codes import queries as codes
from sanad.front.presenting.words import Words
from sanad.institutions import queries as institutions
from sanad.institutions.models import KIND_TITLES as INSTITUTION_KINDS
from sanad.places.models import KIND_TITLES as PLACE_KINDS
from sanad.places.rules import Kind
from sanad.search.queries import Understood, things_of_words

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
    named = [thing for term in meant.terms for thing in sorted(term.things)]
    things = list(dict.fromkeys([*named, *things_of_words(meant.words)]))
    return [
        *_institutions(meant, [number for kind, number in named if kind == "i"]),
        *_places([number for kind, number in things if kind == "p"][:MOST_OF_A_KIND], words),
        *_codes([number for kind, number in things if kind == "c"][:MOST_OF_A_KIND]),
    ]


def _institutions(meant: Understood, numbers: Sequence[int]) -> list[Thing]:
    rows = institutions.institutions_of_words(meant.words, numbers, MOST_OF_A_KIND)
    return [Thing("institution", row.name, str(INSTITUTION_KINDS[row.kind]), _of(row.slug)) for row in rows]


def _of(slug: str) -> str:
    return reverse("front:institution", args=[slug])


def _places(numbers: Sequence[int], words: Words) -> list[Thing]:
    gazetteer = words.gazetteer
    shown = []
    for place in map(gazetteer.by_id, numbers):
        by = LISTED_BY.get(place.kind)
        address = f"{reverse('front:events')}?{by}={gazetteer.outside_code(place)}" if by else ""
        shown.append(Thing("place", words.place(place.id), str(PLACE_KINDS[place.kind]), address))
    return shown


def _codes(numbers: Sequence[int]) -> list[Thing]:
    slugs = codes.slugs_by_id()
    shown = []
    for vocabulary in codes.vocabularies():
        for code in codes.codes_of(vocabulary.slug):
            if code.pk in numbers:
                listed = vocabulary.slug == "act" and not code.heading
                address = f"{reverse('front:events')}?act={slugs[code.pk]}" if listed else ""
                shown.append(Thing("code", codes.label(code), codes.label(vocabulary), address))
    return shown
