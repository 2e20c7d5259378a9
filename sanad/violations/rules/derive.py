"""Events, persons and violations as a function of said rows and judgements.

The rules, each with its table in `tests/violations/test_rules.py`:

- Reports are one event where they were judged so; mentions are one person where they were judged so, also where the
  account through which they hang together was withdrawn or corrected since. The latest verdict on two rows decides.
  Groups never match across events.
- Acts against one person in one event are one violation where their types lie on one branch of the tree; it carries
  the most specific type.
- Where accounts differ, the value of the earliest account that states one stands, unless another was chosen; the
  field is named in `differs`. Toll and perpetrator have no such default: the toll is the least of the stated minima
  to the greatest of the stated maxima, perpetrators are all that are alleged.
- A missing bound is unknown, never the other bound; the best figure stands only where every account that states one
  agrees or where it was chosen. It is never computed.
- The newest verdict on a violation is its state. One that was about another branch of the tree, or about an account
  that no longer counts, is not taken over: the violation is under review.
- An act that was entered in error is ground for nothing, nor is an attribution that was; the rest of its report stays.
- Withdrawn reports count for nothing. An event of withdrawn reports only stays, empty.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from operator import attrgetter
from uuid import UUID

from sanad.violations.rules.choosing import Choices, first, sorted_set
from sanad.violations.rules.links import Partition, links_that_hold, same_persons
from sanad.violations.rules.material import (
    Derived,
    DerivedEvent,
    DerivedViolation,
    Material,
    PlaceFrame,
    SaidAct,
    SaidReport,
)
from sanad.violations.rules.persons import derive_persons
from sanad.violations.rules.violations import Standing, Tree, Verdicts, derive_violations, perpetrator_types

RULES_VERSION = 1
TITLE_LENGTH = 160


def derive(material: Material, tree: Tree, frame: PlaceFrame) -> Derived:
    """The derived rows of all events in the material; `tree` gives the parent of each act type."""
    links = links_that_hold(material.pairs)
    withdrawn = material.withdrawn | links.withdrawn
    reports = sorted(material.reports, key=attrgetter("id"))
    together = Partition(r.id for r in reports)
    together.join(links.one_event)
    event_of = together.together()
    custodian_of = {r.id: r.custodian for r in reports}
    live = {r.id for r in reports} - withdrawn
    verdicts = Verdicts(material.verifications)
    counting = [a for a in material.acts if a.root not in verdicts.withdrawn]
    acts = sorted((a for a in counting if a.report in live), key=attrgetter("root"))
    mentions = sorted((m for m in material.mentions if m.report in live), key=attrgetter("root"))
    whole = same_persons([*material.former_mentions, *material.mentions], event_of, links.persons)
    choices = Choices(material.choices)
    persons = derive_persons(mentions, material.statuses, whole, choices, custodian_of)
    gone = [*material.former_acts, *(a for a in counting if a.report not in live)]
    standing = Standing(event_of, custodian_of, tree, frame, choices, perpetrator_types(material), verdicts)
    violations = derive_violations(acts, gone, persons, whole, standing)
    events = _derive_events(reports, live, event_of, acts, violations, frame)
    return Derived(events, list(persons.values()), violations, frozenset(withdrawn))


def _derive_events(
    reports: Sequence[SaidReport],
    live: set[UUID],
    event_of: Mapping[UUID, UUID],
    acts: Sequence[SaidAct],
    violations: Sequence[DerivedViolation],
    frame: PlaceFrame,
) -> list[DerivedEvent]:
    members: dict[UUID, list[SaidReport]] = defaultdict(list)
    for r in reports:
        members[event_of[r.id]].append(r)
    found: dict[UUID, list[DerivedViolation]] = defaultdict(list)
    for v in violations:
        found[v.event].append(v)
    said: dict[UUID, str] = {}
    for a in acts:
        if a.place_said:
            said.setdefault(event_of[a.report], a.place_said)
    return [_event(rows, live, found.get(event, []), said.get(event, ""), frame) for event, rows in members.items()]


def _event(
    rows: list[SaidReport], live: set[UUID], found: list[DerivedViolation], said: str, frame: PlaceFrame
) -> DerivedEvent:
    accounts = [r for r in rows if r.id in live]
    dated = min((v for v in found if v.happened_first is not None), key=attrgetter("happened_first"), default=None)
    place = first(v.place for v in found)
    real = [v for v in found if not v.nobody]
    states = {v.state for v in real}
    first_day = dated.happened_first if dated else None
    received = min(r.received_on for r in accounts or rows)
    return DerivedEvent(
        id=rows[0].id,
        reference=rows[0].reference,
        custodians=sorted_set(r.custodian for r in rows),
        title=next((_title(r.summary) for r in accounts if r.summary.strip()), ""),
        happened=dated.happened if dated else "",
        happened_first=first_day,
        happened_last=dated.happened_last if dated else None,
        sorted_on=first_day or received,
        place=place,
        place_said=said,
        district=None if place is None else frame.district.get(place),
        province=None if place is None else frame.province.get(place),
        accounts=len(accounts),
        violations=len(real),
        act_types=sorted_set(v.type for v in real),
        source_kinds=sorted_set(r.source_kind for r in accounts),
        state="none" if not states else states.pop() if len(states) == 1 else "mixed",
        withdrawn=not accounts,
        received_on=received,
        members=tuple(r.id for r in rows),
    )


def _title(summary: str) -> str:
    line = summary.strip().splitlines()[0]
    return line if len(line) <= TITLE_LENGTH else line[: TITLE_LENGTH - 1].rsplit(" ", 1)[0] + "…"
