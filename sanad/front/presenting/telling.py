"""Persons, violations and alleged perpetrators of one event in words without names, each put together once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from uuid import UUID

from django.utils.translation import gettext as _

from sanad.front.presenting.words import Words
from sanad.violations.models import Involvement, Mention, Person, Violation
from sanad.violations.queries import Bound, Told


class Telling:
    """Knows the words of a page's persons: an event may have hundreds, each named in several places."""

    def __init__(self, accounts: Sequence[Told], bound: Bound, words: Words) -> None:
        self.accounts, self.bound, self.words = accounts, bound, words
        self._said: dict[UUID, str] = {}

    def person(self, person_id: UUID | None) -> str:
        """A person as its accounts in sight describe it; empty where the reader sees none of them."""
        person = self.bound.persons.get(person_id) if person_id else None
        if person is None:
            return ""
        if person.pk not in self._said:
            self._said[person.pk] = person_words(person, self.accounts, self.bound, self.words)
        return self._said[person.pk]

    def violation(self, violation: Violation) -> str:
        """A violation: `Killing (Female, 30 years, a student)`."""
        done = self.words.code("act", violation.type_id)
        victim = self.person(violation.person_id)
        return _("%(act)s (%(victim)s)") % {"act": done, "victim": victim} if victim else done

    @cached_property
    def labels(self) -> dict[UUID, str]:
        """What a judgement is about, by the root of the said row that it names."""
        labels: dict[UUID, str] = {}
        said = {v.pk: self.violation(v) for v in self.bound.violations}
        for told in self.accounts:
            for act in told.acts:
                found = said.get(self.bound.violation_of.get(act.root))
                labels[act.root] = found or self.words.code("act", act.type_id)
            for one in told.involvements:
                labels[one.root] = alleged_words(one, self.words)
        return labels


def described_by(person: UUID, accounts: Iterable[Told], bound: Bound) -> list[Mention]:
    """The mentions that describe a person, the earliest account first."""
    if bound.mentions_of:
        return bound.mentions_of.get(person, [])
    return [m for told in accounts for m in told.mentions if bound.person_of.get(m.root) == person]


def person_words(person: Person, accounts: Sequence[Told], bound: Bound, words: Words) -> str:
    """A person as its accounts in sight describe it."""
    mentions = described_by(person.pk, accounts, bound)
    described = next((m.described or m.occupation for m in mentions if m.described or m.occupation), "")
    traits = words.codes("characteristic", person.characteristics)
    said = words.person(person, described, next((m.age_said for m in mentions if m.age_said), ""))
    return words.joined((said, traits))


def alleged_words(one: Involvement, words: Words) -> str:
    """An alleged perpetrator without a name: type, institution, degree."""
    parts = [words.code("perpetrator_type", one.type_id)]
    parts.append(one.institution.name if one.institution_id else "")
    if one.perpetrator:
        parts.append(_("named (sealed)"))
    parts.append(words.code("involvement", one.degree_id))
    return words.joined(parts)


def acts_by_person(bound: Bound) -> dict[UUID, list[Violation]]:
    """What each person of an event suffered."""
    found: dict[UUID, list[Violation]] = defaultdict(list)
    for violation in bound.violations:
        found[violation.person_id].append(violation)
    return found
