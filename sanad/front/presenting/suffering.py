"""Violations, people and attributions of an event as its tables show them."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from sanad.codes import queries as codes
from sanad.front.presenting.accounts import heard
from sanad.front.presenting.report import role_words
from sanad.front.presenting.telling import Telling, alleged_words
from sanad.violations.models import Judgement, Mention, Violation
from sanad.violations.queries import Bound, Told
from sanad.violations.rules.verifying import is_late, origins
from sanad.web.formats import day

SHOWN = 40


@dataclass(frozen=True)
class Suffered:
    """A violation as the table shows it."""

    id: UUID
    type_id: int
    slug: str  # of the act, for forms
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
    accounts: int = 1
    sources: int = 1  # independent ones
    verified_on: str = ""
    late: bool = False
    waits: str = ""  # the verdict that waits for a second person

    @property
    def unverified(self) -> bool:
        """Does it have to look so?"""
        return self.state != "verified"

    @property
    def judged(self) -> str:
        """When it was verified, and that it was late."""
        if not self.verified_on:
            return ""
        said = {"day": self.verified_on}
        return _("verified late, %(day)s") % said if self.late else _("since %(day)s") % said


@dataclass(frozen=True)
class PersonShown:
    """Somebody in the event: as what, what was done to them, and how they are."""

    words: str
    role: str
    acts: str
    status: str
    accounts: int
    report: str  # reference of an account that describes them
    root: UUID  # of the mention there
    custodian: int  # who keeps that account


@dataclass(frozen=True)
class AllegedShown:
    """Attributions that say the same, as one: they are judged together."""

    key: str
    words: str
    state: str
    accounts: int
    roots: tuple[UUID, ...]


def suffered(
    bound: Bound,
    accounts: Sequence[Told],
    made: Iterable[Judgement],
    undone: Mapping[UUID, Judgement],
    telling: Telling,
) -> list[Suffered]:
    """Every violation of the event in words."""
    waiting = {bound.violation_of.get(one.act): one.verdict for one in made if one.waits and one.act}
    telling_of: dict[UUID, list[Told]] = {}
    by_report = {told.report.pk: told for told in accounts}
    for report, violation in bound.act_in:
        if report in by_report:
            telling_of.setdefault(violation, []).append(by_report[report])
    sources: dict[frozenset[UUID], int] = {}
    return [_suffered(v, bound, telling, telling_of.get(v.pk, []), waiting.get(v.pk, ""), sources)
            for v in bound.violations]  # fmt: skip


def _suffered(
    v: Violation,
    bound: Bound,
    telling: Telling,
    accounts: Sequence[Told],
    waits: str,
    sources: dict[frozenset[UUID], int],
) -> Suffered:
    words = telling.words
    person = bound.persons.get(v.person_id)
    key = frozenset(told.report.pk for told in accounts)
    if key not in sources:
        sources[key] = len(origins([heard(told) for told in accounts]))
    received = min((told.report.received_on for told in accounts), default=None)
    return Suffered(
        v.pk,
        v.type_id,
        codes.slugs_by_id()[v.type_id],
        words.code("act", v.type_id),
        telling.person(v.person_id),
        telling.person(person.part_of) if person else "",
        words.code("means", v.means_id),
        words.code("stated_reason", v.stated_reason_id),
        words.code("kind_of_place", v.kind_of_place_id),
        v.state,
        words.code("standard_of_proof", v.standard_id),
        words.codes("perpetrator_type", v.perpetrator_types),
        words.code("victim_status", person.status_id) if person else "",
        v.nobody,
        bool(person and person.toll_differs),
        len(accounts),
        sources[key],
        day(v.verified_on) if v.verified_on else "",
        _late(received, v.verified_on),
        waits,
    )


def _late(received: date | None, verified: date | None) -> bool:
    return received is not None and verified is not None and is_late(received, verified)


def summed(violations: Iterable[Suffered]) -> list[tuple[str, str, int]]:
    """How many violations of each act are in which state, the most frequent first."""
    found = Counter((one.act, one.state) for one in violations if not one.nobody)
    return [(act, state, n) for (act, state), n in found.most_common()]


def people_shown(here: Collection[UUID], accounts: Sequence[Told], bound: Bound, telling: Telling) -> list[PersonShown]:
    """The victims of these violations, and everybody else in the event as far as the page goes; informants never."""
    acts: dict[UUID, list[str]] = {}
    suffering = set()
    for violation in bound.violations:
        suffering.add(violation.person_id)
        if violation.pk in here:
            acts.setdefault(violation.person_id, []).append(telling.words.code("act", violation.type_id))
    others = [one for one in sorted(bound.persons) if one not in suffering][:SHOWN]
    reference = {told.report.pk: told.report.reference for told in accounts}
    roles = {role: str(words) for role, words in role_words().items()}
    return [
        shown
        for person_id in (*acts, *others)
        if (shown := _person(person_id, acts.get(person_id, []), bound, telling, reference, roles)) is not None
    ]


def _person(
    person_id: UUID,
    acts: Iterable[str],
    bound: Bound,
    telling: Telling,
    reference: Mapping[UUID, str],
    roles: Mapping[str, str],
) -> PersonShown | None:
    mentions = [m for m in bound.mentions_of.get(person_id, []) if m.report_id in reference]
    mentions = [m for m in mentions if m.role != Mention.Role.INFORMANT]
    person = bound.persons.get(person_id)
    if person is None or not mentions:
        return None
    played = dict.fromkeys(roles[m.role] for m in mentions)
    return PersonShown(
        telling.person(person_id),
        telling.words.joined(played),
        telling.words.joined(dict.fromkeys(acts)),
        telling.words.code("victim_status", person.status_id),
        len({m.report_id for m in mentions}),
        reference[mentions[0].report_id],
        mentions[0].root,
        mentions[0].custodian_id,
    )


def alleged_shown(accounts: Sequence[Told], attributions: Mapping[UUID, str], telling: Telling) -> list[AllegedShown]:
    """Alleged perpetrators of the accounts that count, those that say the same together."""
    found: dict[str, list[tuple[UUID, UUID]]] = {}
    for told in accounts:
        if told.report.account.withdrawn:
            continue
        for one in told.involvements:
            found.setdefault(alleged_words(one, telling.words), []).append((told.report.pk, one.root))
    shown = []
    for number_, (said, rows) in enumerate(found.items(), 1):
        states = {attributions.get(root, "new") for _report, root in rows}
        state = states.pop() if len(states) == 1 else "mixed"
        roots = tuple(root for _report, root in rows)
        shown.append(AllegedShown(str(number_), said, state, len({report for report, _root in rows}), roots))
    return shown
