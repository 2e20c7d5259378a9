"""With whom a person may be put together, told without names: people of an event, and who was found by a name."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from sanad.accounts.readers import Reader
from sanad.front.presenting.report import mention_words, role_words
from sanad.front.presenting.suffering import PersonShown, people_shown
from sanad.front.presenting.telling import Telling
from sanad.front.presenting.titles import title_of
from sanad.front.presenting.words import Words
from sanad.matching import queries as matching
from sanad.matching.presenting.persons import Record, person_page
from sanad.violations import queries
from sanad.violations.models import Event, Mention


@dataclass(frozen=True)
class Joining:
    """A person who is to be put together with another."""

    person: UUID
    own: Mention  # the record by which it is judged
    kind: str
    whole: frozenset[UUID]
    events: dict[UUID, Event]
    records: list[Record]

    def may_be(self, root: UUID, kind: str, event: UUID) -> bool:
        """Is this somebody else, of the same kind?"""
        return self.is_like(kind, event) and root not in self.whole

    def is_like(self, kind: str, event: UUID) -> bool:
        """Can one of this kind be the same? Groups never match across events."""
        return kind == self.kind and (kind != Mention.Kind.GROUP or event in self.events)


@dataclass(frozen=True)
class Choice:
    """Somebody who can be chosen, by a record of theirs."""

    root: UUID
    words: str
    report: str


@dataclass(frozen=True)
class Among:
    """Choices of one event; without one, those that were found otherwise."""

    choices: list[Choice]
    title: str = ""
    reference: str = ""


def joining_of(reader: Reader, pk: UUID) -> Joining | None:
    """The person with this id, if the reader's office keeps a record of it that counts."""
    now = matching.person_with(reader, pk)
    if now is None:
        return None
    whole = queries.mentions_of_person(now)
    records = matching.records_of(reader, whole)
    own = matching.judged_by(reader, records)
    person = queries.person_described(reader, own.root) if own is not None else None
    if own is None or person is None:
        return None
    events = {m.report.account.event_id: m.report.account.event for m in records}
    return Joining(now, own, person.kind, frozenset(whole), events, person_page(reader, now).records)


def among_event(reader: Reader, event: Event, joining: Joining, words: Words) -> Among:
    """The other persons of an event, each once, with what was done to them."""
    accounts = queries.accounts_of(reader, event)
    live = [told for told in accounts if not told.report.account.withdrawn]
    bound = queries.bound_to(reader, event, accounts)
    people = people_shown({v.pk for v in bound.violations}, live, bound, Telling(accounts, bound, words))
    kinds = {root: bound.persons[person].kind for root, person in bound.person_of.items() if person in bound.persons}
    choices = [
        Choice(one.root, _said(one, words), one.report)
        for one in people
        if joining.may_be(one.root, kinds[one.root], event.pk)
    ]
    return Among(choices, title_of(event, live or accounts, reader, words), event.reference)


def among_mentions(mentions: Iterable[Mention], joining: Joining, words: Words) -> Among:
    """Those of these records that can be chosen, in their order; whoever told us is no person of an event."""
    return Among([_choice(m, words) for m in mentions if can_be_chosen(m, joining)])


def can_be_chosen(m: Mention, joining: Joining) -> bool:
    """Is this a record of a person that counts, and may it be of the same one?"""
    counts = m.role != Mention.Role.INFORMANT and not m.report.account.withdrawn
    return counts and joining.may_be(m.root, m.kind, m.report.account.event_id)


def without_twice(groups: Sequence[Among]) -> list[Among]:
    """Each choice once, where it stands first."""
    seen: set[UUID] = set()
    kept = []
    for one in groups:
        choices = [choice for choice in one.choices if choice.root not in seen]
        seen |= {choice.root for choice in choices}
        kept.append(Among(choices, one.title, one.reference))
    return [one for one in kept if one.choices]


def _said(one: PersonShown, words: Words) -> str:
    return words.joined((one.role, one.words, one.acts, one.status))


def _choice(m: Mention, words: Words) -> Choice:
    return Choice(m.root, words.joined((role_words()[m.role], mention_words(m, words))), m.report.reference)
