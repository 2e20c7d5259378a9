"""Codes, places, people and dates of records in the reader's language; made once for a page."""

from collections.abc import Iterable
from functools import cached_property

from django.utils.translation import gettext as _

from sanad.codes import queries as codes
from sanad.kit.dates import PartialDate
from sanad.places import queries as places
from sanad.places.rules import Gazetteer, Kind
from sanad.violations.models import Mention, Person
from sanad.web.formats import count_range, number, partial_date


class Words:
    """Says ids of codes and places as words; asks the database at most once for the gazetteer's version."""

    def __init__(self) -> None:
        self._labels: dict[str, dict[int, str]] = {}
        self._places: dict[int, str] = {}
        self._dates: dict[str, str] = {}

    @cached_property
    def gazetteer(self) -> Gazetteer:
        """All places."""
        return places.gazetteer()

    def code(self, vocabulary: str, number_: int | None) -> str:
        """The name of a code; empty where none is stated."""
        if number_ is None:
            return ""
        if vocabulary not in self._labels:
            self._labels[vocabulary] = {one.pk: codes.label(one) for one in codes.codes_of(vocabulary)}
        return self._labels[vocabulary].get(number_, "")

    def codes(self, vocabulary: str, numbers: Iterable[int]) -> str:
        """Several codes, in the order of their vocabulary."""
        return self.joined(self.code(vocabulary, one) for one in sorted(numbers))

    def joined(self, parts: Iterable[str]) -> str:
        """A list in a sentence."""
        return self._comma.join(part for part in parts if part)

    @cached_property
    def _comma(self) -> str:
        return _(", ")

    def date(self, text: str) -> str:
        """The date in a column of a record; an event of many accounts says the same one often."""
        if text not in self._dates:
            self._dates[text] = partial_date(date_of(text))
        return self._dates[text]

    def place(self, place_id: int | None, said: str = "") -> str:
        """A place with what it lies in; where none is known, the source's words."""
        if place_id is None:
            return said
        if place_id not in self._places:
            row = self.gazetteer.by_id(place_id)
            above = [one for one in self.gazetteer.ancestors(row) if one.kind is not Kind.COUNTRY]
            self._places[place_id] = self.joined(places.place_label(one) for one in (row, *above))
        return self._places[place_id]

    def place_name(self, place_id: int | None) -> str:
        """A place by its own name alone."""
        return places.place_label(self.gazetteer.by_id(place_id)) if place_id is not None else ""

    def age(self, least: int | None, most: int | None) -> str:
        """An age in completed years, as far as it is known."""
        if least is None:
            if most is None:
                return ""
            return _("under %(years)s years") % {"years": number(most + 1)}
        if most is None:
            return _("%(years)s years or more") % {"years": number(least)}
        if most == 0:
            return _("under one year")
        years = number(least) if least == most else _("%(least)s–%(most)s") % _two(least, most)
        return _("%(years)s years") % {"years": years}

    def size(self, least: int | None, best: int | None, most: int | None) -> str:
        """How many a group is."""
        if least is None and best is None and most is None:
            return _("Group, size unknown")
        return _("Group of %(size)s") % {"size": count_range(least, best, most)}

    def person(self, one: Mention | Person, described: str = "", age_said: str = "") -> str:
        """A person, group or institution without a name: `Female, 30 years, a student`."""
        if one.kind == "institution" and one.institution is not None:
            return one.institution.name
        if one.withheld:
            return _("Withheld at the person’s wish")
        group = self.size(one.min_size, one.best_size, one.max_size) if one.kind == "group" else ""
        sex = self.code("sex", one.sex_id)
        age = self.age(one.age_min, one.age_max) or age_said
        said = self.joined((group, sex, age, described))
        return said or _("Not described")


def isolated(name: str) -> str:
    """A name within a sentence, in whichever direction it runs, so that it does not turn what stands beside it."""
    return f"\u2068{name}\u2069"


def date_of(text: str) -> PartialDate | None:
    """The date in a column of a record."""
    return PartialDate.parse(text) if text else None


def _two(least: int, most: int) -> dict[str, str]:
    return {"least": number(least), "most": number(most)}
