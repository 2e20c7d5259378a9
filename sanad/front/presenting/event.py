"""The page of an event: violations, accounts side by side, what stands and why, judgements."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _

from sanad.accounts.readers import Reader
from sanad.front.presenting.comparing import Compared, compared, compared_toll, put_together
from sanad.front.presenting.history import history_of
from sanad.front.presenting.words import Words, date_of
from sanad.violations import queries
from sanad.violations.models import Event, Involvement, Judgement, Mention, Person, Violation
from sanad.violations.queries import Bound, Told
from sanad.web.components import HistoryLine
from sanad.web.formats import day, partial_date


@dataclass(frozen=True)
class Suffered:
    """A violation as the table shows it."""

    id: UUID
    act: str
    victim: str
    group: str  # the group that the victim belongs to
    means: str
    reason: str
    kind_of_place: str
    state: str
    standard: str
    alleged: str
    status: str
    nobody: bool
    toll_differs: bool


@dataclass(frozen=True)
class AccountShown:
    """One source's account: who, through which document, with what words."""

    reference: str
    source: str
    kind: str
    received: str
    document: list[str]  # parts in either direction: each is isolated from the others
    relays: str
    reliability: str
    summary: str
    office: str
    withdrawn: bool
    corrected: bool
    fir: list[tuple[str, str]]
    alleged: list[tuple[str, UUID, str]]  # words, root of the involvement, state of the attribution


@dataclass
class EventPage:
    """Everything that the template lays out."""

    event: Event
    title: str
    when: str
    where: str
    state: str
    accounts: list[AccountShown]
    violations: list[Suffered]
    compared: list[Compared]
    history: list[HistoryLine]
    further: bool
    may_judge: bool = False
    persons: list[Person] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)

    @property
    def live_accounts(self) -> list[AccountShown]:
        """The accounts that count."""
        return [account for account in self.accounts if not account.withdrawn]

    @property
    def side_by_side(self) -> list[Compared]:
        """What the accounts say of the same violations, each thing once."""
        return put_together(self.compared)


def event_page(reader: Reader, event: Event) -> EventPage:
    """Put the page of an event together for a reader."""
    words = Words()
    accounts = queries.accounts_of(reader, event)
    bound = queries.bound_to(reader, event, accounts)
    made, undone = queries.judgements_on(reader, accounts)
    labels = _labels(accounts, bound, words)
    live = [told for told in accounts if not told.report.account.withdrawn]
    attributions = _attributions(made, undone)
    return EventPage(
        event=event,
        title=title_of(event, live or accounts, reader, words),
        when=partial_date(date_of(event.happened)),
        where=words.place(event.place_id, _own_place(event, live, reader)) or _("place not stated"),
        state="withdrawn" if event.withdrawn else event.state,
        accounts=[shown(told, words, attributions) for told in accounts],
        violations=[_suffered(v, bound, accounts, words) for v in bound.violations],
        compared=[*compared(live, bound, made, undone, words), *compared_toll(live, bound, words)],
        history=history_of(reader, accounts, made, undone, what=labels, words=words),
        further=queries.further_accounts(reader, event, len(live)),
        may_judge=bool(bound.violations) and bool(set(event.custodians) & set(reader.keeps)),
        persons=sorted(bound.persons.values(), key=lambda p: p.pk),
        told=accounts,
    )


def title_of(event: Event, accounts: Sequence[Told], reader: Reader, words: Words) -> str:
    """The first line that an account in sight says; the event's own title may come from one out of sight."""
    if event.title and set(event.custodians) <= set(reader.sees) and not any(told.silent for told in accounts):
        return event.title
    said = next((told.revision.summary for told in accounts if told.revision.summary), "")
    return said.strip().splitlines()[0] if said.strip() else untitled(event.act_types, words)


def untitled(act_types: Iterable[int], words: Words) -> str:
    """What an event without words is called."""
    return words.codes("act", act_types) or _("Event without a summary")


def _own_place(event: Event, accounts: Sequence[Told], reader: Reader) -> str:
    if set(event.custodians) <= set(reader.sees):
        return event.place_said
    return next((act.place_said for told in accounts for act in told.acts if act.place_said), "")


def _labels(accounts: Sequence[Told], bound: Bound, words: Words) -> dict[UUID, str]:
    """What a judgement is about, by the root of the said row that it names."""
    labels: dict[UUID, str] = {}
    said = {v.pk: violation_words(v, accounts, bound, words) for v in bound.violations}
    for told in accounts:
        for act in told.acts:
            labels[act.root] = said.get(bound.violation_of.get(act.root)) or words.code("act", act.type_id)
        for one in told.involvements:
            labels[one.root] = alleged_words(one, words)
    return labels


def violation_words(violation: Violation, accounts: Sequence[Told], bound: Bound, words: Words) -> str:
    """A violation without names: `Killing (Female, 30 years, a student)`."""
    done = words.code("act", violation.type_id)
    person = bound.persons.get(violation.person_id)
    if person is None:
        return done
    return _("%(act)s (%(victim)s)") % {"act": done, "victim": person_words(person, accounts, bound, words)}


def alleged_words(one: Involvement, words: Words) -> str:
    """An alleged perpetrator without a name: type, institution, degree."""
    parts = [words.code("perpetrator_type", one.type_id)]
    parts.append(one.institution.name if one.institution_id else "")
    if one.perpetrator:
        parts.append(_("named (sealed)"))
    parts.append(words.code("involvement", one.degree_id))
    return words.joined(parts)


def _attributions(made: Iterable[Judgement], undone: dict[UUID, Judgement]) -> dict[UUID, str]:
    """The newest verdict in force on each involvement."""
    states: dict[UUID, str] = {}
    for one in made:
        if one.kind == Judgement.Kind.ATTRIBUTION and one.pk not in undone:
            states.setdefault(one.involvement, one.verdict)
    return states


def shown(told: Told, words: Words, attributions: Mapping[UUID, str]) -> AccountShown:
    """One account in words; `attributions` are the verdicts on its alleged perpetrators."""
    report, revision, document = told.report, told.revision, told.report.document
    source = report.source_institution.name if report.source_institution_id else ""
    paper = document.institution.name if document.institution_id and document.institution.name != source else ""
    dated = partial_date(date_of(document.dated)) if document.dated else ""
    page = _("page %(page)s") % {"page": document.page} if document.page else ""
    seen: dict[tuple[object, ...], tuple[str, UUID, str]] = {}
    for one in told.involvements:
        key = (one.perpetrator, one.institution_id, one.type_id, one.degree_id)
        seen.setdefault(key, (alleged_words(one, words), one.root, attributions.get(one.root, "")))
    return AccountShown(
        report.reference,
        source,
        words.code("source_kind", report.source_kind_id),
        day(report.received_on),
        [part for part in (paper, document.title, dated, page) if part],
        words.code("relays", revision.relays_id),
        words.code("reliability", revision.reliability_id),
        revision.summary,
        report.custodian.name,
        report.account.withdrawn,
        revision.number > 1,
        _fir(told),
        list(seen.values()),
    )


def _fir(told: Told) -> list[tuple[str, str]]:
    """Number, date, police station and sections, as far as the report states them."""
    revision = told.revision
    facts = [
        (_("FIR number"), revision.fir_number),
        (_("FIR date"), day(revision.fir_date) if revision.fir_date else ""),
        (_("Police station"), revision.police_station.name if revision.police_station_id else ""),
        (_("Sections of law"), revision.sections),
    ]
    return [(label, value) for label, value in facts if value]


def described_by(person: UUID, accounts: Iterable[Told], bound: Bound) -> list[Mention]:
    """The mentions that describe a person, the earliest account first."""
    return [m for told in accounts for m in told.mentions if bound.person_of.get(m.root) == person]


def person_words(person: Person, accounts: Sequence[Told], bound: Bound, words: Words) -> str:
    """A person as its accounts in sight describe it."""
    mentions = described_by(person.pk, accounts, bound)
    described = next((m.described or m.occupation for m in mentions if m.described or m.occupation), "")
    traits = words.codes("characteristic", person.characteristics)
    said = words.person(person, described, next((m.age_said for m in mentions if m.age_said), ""))
    return words.joined((said, traits))


def _suffered(v: Violation, bound: Bound, accounts: Sequence[Told], words: Words) -> Suffered:
    person = bound.persons.get(v.person_id)
    group = bound.persons.get(person.part_of) if person and person.part_of else None
    return Suffered(
        v.pk,
        words.code("act", v.type_id),
        person_words(person, accounts, bound, words) if person else "",
        person_words(group, accounts, bound, words) if group else "",
        words.code("means", v.means_id),
        words.code("stated_reason", v.stated_reason_id),
        words.code("kind_of_place", v.kind_of_place_id),
        v.state,
        words.code("standard_of_proof", v.standard_id),
        words.codes("perpetrator_type", v.perpetrator_types),
        words.code("victim_status", person.status_id) if person else "",
        v.nobody,
        bool(person and person.toll_differs),
    )


def acts_by_person(bound: Bound) -> dict[UUID, list[Violation]]:
    """What each person of an event suffered."""
    suffered: dict[UUID, list[Violation]] = defaultdict(list)
    for violation in bound.violations:
        suffered[violation.person_id].append(violation)
    return suffered
