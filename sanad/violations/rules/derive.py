"""Events, persons and violations as a function of said rows and judgements.

The rules, each with its table in `tests/violations/test_rules.py`:

- Reports are one event where they were judged so; mentions are one person where they were judged so. Groups never
  match across events.
- Acts against one person in one event are one violation where their types lie on one branch of the tree; it carries
  the most specific type.
- Where accounts differ, the value of the earliest account that states one stands, unless another was chosen; the
  field is named in `differs`. Toll and perpetrator have no such default: the toll is the least of the stated minima
  to the greatest of the stated maxima, perpetrators are all that are alleged.
- A missing bound is unknown, never the other bound; the best figure stands only where every account that states one
  agrees or where it was chosen. It is never computed.
- Withdrawn reports count for nothing. An event of withdrawn reports only stays, empty.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from operator import attrgetter
from typing import TypeVar
from uuid import UUID
from zoneinfo import ZoneInfo

from sanad.violations.rules.material import (
    Choice,
    Derived,
    DerivedEvent,
    DerivedPerson,
    DerivedViolation,
    Material,
    PlaceFrame,
    SaidAct,
    SaidMention,
    SaidReport,
    SaidStatus,
    Verification,
)

RULES_VERSION = 1
KARACHI = ZoneInfo("Asia/Karachi")
TITLE_LENGTH = 160
ACT_FIELDS = ("means", "stated_reason", "kind_of_place", "happened", "place")

Tree = Mapping[int, int | None]
_T = TypeVar("_T")
_Row = TypeVar("_Row", SaidAct, SaidMention)


def derive(material: Material, tree: Tree, frame: PlaceFrame) -> Derived:
    """The derived rows of all events in the material; `tree` gives the parent of each act type."""
    reports = sorted(material.reports, key=attrgetter("id"))
    event_of = _partition([r.id for r in reports], _pairs(material, "same_event", "same_entry"))
    custodian_of = {r.id: r.custodian for r in reports}
    live = {r.id for r in reports} - material.withdrawn
    acts = sorted((a for a in material.acts if a.report in live), key=attrgetter("root"))
    mentions = sorted((m for m in material.mentions if m.report in live), key=attrgetter("root"))
    person_of = _persons(mentions, event_of, material)
    persons = _derive_persons(material, mentions, person_of, custodian_of)
    violations = _derive_violations(material, acts, persons, person_of, event_of, custodian_of, tree, frame)
    events = _derive_events(reports, live, event_of, acts, violations, frame)
    return Derived(events, list(persons.values()), violations)


def _pairs(material: Material, *kinds: str) -> list[tuple[UUID, UUID]]:
    return [(p.one, p.other) for p in material.pairs if p.kind in kinds]


def _partition(members: Iterable[UUID], pairs: Iterable[tuple[UUID, UUID]]) -> dict[UUID, UUID]:
    """Each member's oldest companion (union–find; the oldest id is the root, so it survives every merge)."""
    root = {m: m for m in members}

    def find(m: UUID) -> UUID:
        while root[m] != m:
            root[m] = root[root[m]]
            m = root[m]
        return m

    for one, other in pairs:
        if one in root and other in root:
            a, b = find(one), find(other)
            root[max(a, b)] = min(a, b)
    return {m: find(m) for m in root}


def _persons(mentions: Sequence[SaidMention], event_of: Mapping[UUID, UUID], material: Material) -> dict[UUID, UUID]:
    described = {m.root: m for m in mentions if m.role != "informant"}
    pairs = []
    for one, other in _pairs(material, "same_person"):
        a, b = described.get(one), described.get(other)
        if a is None or b is None:
            continue
        across = event_of[a.report] != event_of[b.report]
        if across and "group" in (a.kind, b.kind):
            continue
        pairs.append((one, other))
    return _partition(described, pairs)


def _derive_persons(
    material: Material,
    mentions: Sequence[SaidMention],
    person_of: Mapping[UUID, UUID],
    custodian_of: Mapping[UUID, int],
) -> dict[UUID, DerivedPerson]:
    members: dict[UUID, list[SaidMention]] = defaultdict(list)
    for m in mentions:
        if m.root in person_of:
            members[person_of[m.root]].append(m)
    statuses: dict[UUID, list[SaidStatus]] = defaultdict(list)
    for s in material.statuses:
        if s.mention in person_of:
            statuses[person_of[s.mention]].append(s)
    chosen = _choices(material)
    return {
        person: _person(person, rows, statuses.get(person, []), chosen, person_of, custodian_of)
        for person, rows in members.items()
    }


def _person(
    person: UUID,
    rows: list[SaidMention],
    statuses: list[SaidStatus],
    chosen: Mapping[tuple[UUID, str], Choice],
    person_of: Mapping[UUID, UUID],
    custodian_of: Mapping[UUID, int],
) -> DerivedPerson:
    kind = "group" if any(m.kind == "group" for m in rows) else rows[0].kind
    low, best, high, differs = _toll(kind, rows, chosen)
    by_sex = _preferring(rows, chosen, "sex")
    by_age = _preferring(rows, chosen, "age")
    aged = next((m for m in by_age if m.age_min is not None or m.age_max is not None), None)
    part_of = next((person_of[m.part_of] for m in rows if m.part_of is not None and m.part_of in person_of), None)
    return DerivedPerson(
        id=person,
        custodians=_sorted_set(custodian_of[m.report] for m in rows),
        kind=kind,
        institution=_first(m.institution for m in rows),
        sex=_first(m.sex for m in by_sex),
        age_min=aged.age_min if aged else None,
        age_max=aged.age_max if aged else None,
        characteristics=_sorted_set(c for m in rows for c in m.characteristics),
        min_size=low,
        best_size=best,
        max_size=high,
        toll_differs=differs,
        contradictory=low is not None and high is not None and low > high,
        part_of=None if part_of == person else part_of,
        status=_latest_status(statuses),
        members=tuple(m.root for m in rows),
    )


def _toll(
    kind: str, rows: Sequence[SaidMention], chosen: Mapping[tuple[UUID, str], Choice]
) -> tuple[int | None, int | None, int | None, bool]:
    """Least, best and most of a group over its accounts, and whether these disagree."""
    if kind != "group":
        return 1, 1, 1, False
    for m in rows:
        choice = chosen.get((m.root, "toll"))
        if choice is not None and choice.bounds is not None:
            return *choice.bounds, False
    lows = [m.min_size for m in rows if m.min_size is not None]
    bests = {m.best_size for m in rows if m.best_size is not None}
    highs = [m.max_size for m in rows if m.max_size is not None]
    return (
        min(lows, default=None),
        next(iter(bests)) if len(bests) == 1 else None,
        max(highs, default=None),
        len({(m.min_size, m.best_size, m.max_size) for m in rows if m.kind == "group"}) > 1,
    )


def _latest_status(statuses: list[SaidStatus]) -> int | None:
    """The status of the latest day; an undated one only where none has a day; among equals the later report's."""
    if not statuses:
        return None
    dated = [s for s in statuses if s.happened_last is not None]
    return max(dated or statuses, key=lambda s: (s.happened_last is not None and s.happened_last, s.report)).status


def _derive_violations(
    material: Material,
    acts: Sequence[SaidAct],
    persons: Mapping[UUID, DerivedPerson],
    person_of: Mapping[UUID, UUID],
    event_of: Mapping[UUID, UUID],
    custodian_of: Mapping[UUID, int],
    tree: Tree,
    frame: PlaceFrame,
) -> list[DerivedViolation]:
    suffered: dict[tuple[UUID, UUID], list[SaidAct]] = defaultdict(list)
    for act in acts:
        person = person_of.get(act.victim)
        if person is not None:
            suffered[event_of[act.report], person].append(act)
    types = _perpetrator_types(material)
    verified = {v.of: v for v in sorted(material.verifications, key=attrgetter("made_at"))}
    chosen = _choices(material)
    return [
        _violation(event, persons[person], kind, rows, types, verified, chosen, custodian_of, frame)
        for (event, person), all_rows in suffered.items()
        for kind, rows in _branches(all_rows, tree)
    ]


def _branches(acts: list[SaidAct], tree: Tree) -> list[tuple[int, list[SaidAct]]]:
    """Acts grouped by branch, each with its most specific type; a general act joins the first branch below it."""
    if len(acts) == 1:
        return [(acts[0].type, acts)]
    stated = list(dict.fromkeys(a.type for a in acts))
    above = {t: set(_ancestors(t, tree)) for t in stated}
    leaves = [t for t in stated if not any(t in above[other] for other in stated)]
    leaf_of = {t: t if t in leaves else next(leaf for leaf in leaves if t in above[leaf]) for t in stated}
    return [(leaf, [a for a in acts if leaf_of[a.type] == leaf]) for leaf in leaves]


def _ancestors(code: int, tree: Tree) -> Iterable[int]:
    parent = tree.get(code)
    while parent is not None:
        yield parent
        parent = tree.get(parent)


def _violation(
    event: UUID,
    person: DerivedPerson,
    kind: int,
    rows: list[SaidAct],
    types: Mapping[UUID, set[int]],
    verified: Mapping[UUID, Verification],
    chosen: Mapping[tuple[UUID, str], Choice],
    custodian_of: Mapping[UUID, int],
    frame: PlaceFrame,
) -> DerivedViolation:
    dated = _first_stating(rows, chosen, "happened")
    place = _first(a.place for a in _preferring(rows, chosen, "place"))
    verdict = max((verified[a.root] for a in rows if a.root in verified), key=attrgetter("made_at"), default=None)
    holds = verdict is not None and verdict.verdict == "verified"
    return DerivedViolation(
        id=rows[0].root,
        custodians=_sorted_set(custodian_of[a.report] for a in rows),
        event=event,
        person=person.id,
        type=kind,
        means=_first(a.means for a in _preferring(rows, chosen, "means")),
        stated_reason=_first(a.stated_reason for a in _preferring(rows, chosen, "stated_reason")),
        kind_of_place=_first(a.kind_of_place for a in _preferring(rows, chosen, "kind_of_place")),
        happened=dated.happened if dated else "",
        happened_first=dated.happened_first if dated else None,
        happened_last=dated.happened_last if dated else None,
        place=place,
        district=None if place is None else frame.district.get(place),
        province=None if place is None else frame.province.get(place),
        perpetrator_types=_sorted_set(t for a in rows for t in types.get(a.root, ())),
        state=verdict.verdict if verdict else "new",
        standard=verdict.standard if verdict else None,
        verified_on=verdict.made_at.astimezone(KARACHI).date() if verdict and holds else None,
        nobody=person.kind == "group" and person.max_size == 0,
        differs=_differing(rows) if len(rows) > 1 else (),
        members=tuple(a.root for a in rows),
    )


def _perpetrator_types(material: Material) -> dict[UUID, set[int]]:
    """Alleged types per act, without those whose attribution was rejected."""
    rejected = {v.of: v.verdict == "rejected" for v in sorted(material.attributions, key=attrgetter("made_at"))}
    types: dict[UUID, set[int]] = defaultdict(set)
    for i in material.involvements:
        if i.type is not None and not rejected.get(i.root, False):
            types[i.act].add(i.type)
    return types


def _differing(rows: Sequence[SaidAct]) -> tuple[str, ...]:
    """Fields on which different reports state different values."""
    if len({a.report for a in rows}) < 2:
        return ()
    stated = {name: {getattr(a, name) for a in rows} - {None, ""} for name in ACT_FIELDS}
    return tuple(name for name, values in stated.items() if len(values) > 1)


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
    place = _first(v.place for v in found)
    real = [v for v in found if not v.nobody]
    states = {v.state for v in real}
    first_day = dated.happened_first if dated else None
    received = min(r.received_on for r in rows)
    return DerivedEvent(
        id=rows[0].id,
        reference=rows[0].reference,
        custodians=_sorted_set(r.custodian for r in rows),
        title=next((_title(r.summary) for r in accounts if r.summary), ""),
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
        act_types=_sorted_set(v.type for v in real),
        source_kinds=_sorted_set(r.source_kind for r in accounts),
        state="none" if not states else states.pop() if len(states) == 1 else "mixed",
        withdrawn=not accounts,
        received_on=received,
        members=tuple(r.id for r in rows),
    )


def _title(summary: str) -> str:
    line = summary.strip().splitlines()[0]
    return line if len(line) <= TITLE_LENGTH else line[: TITLE_LENGTH - 1].rsplit(" ", 1)[0] + "…"


def _choices(material: Material) -> dict[tuple[UUID, str], Choice]:
    """The choice in force per said row and field; later ones come later in the material."""
    return {(c.of, c.field): c for c in material.choices}


def _preferring(rows: Sequence[_Row], chosen: Mapping[tuple[UUID, str], Choice], field: str) -> Sequence[_Row]:
    """The rows in order of standing for one field: a chosen one first, then the earliest account."""
    if not chosen:
        return rows
    prefer = {c.prefer for r in rows if (c := chosen.get((r.root, field))) is not None}
    return sorted(rows, key=lambda r: (r.root not in prefer, r.root)) if prefer else rows


def _first_stating(rows: Sequence[SaidAct], chosen: Mapping[tuple[UUID, str], Choice], field: str) -> SaidAct | None:
    return next((a for a in _preferring(rows, chosen, field) if a.happened), None)


def _first(values: Iterable[_T | None]) -> _T | None:
    return next((v for v in values if v is not None), None)


def _sorted_set(values: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(set(values)))
