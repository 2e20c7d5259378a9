"""Named reads of matching: what is compared, which pairs wait for somebody, who a person is."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import connection
from django.db.models import Exists, OuterRef, Q, QuerySet

from sanad.accounts.readers import Reader, operator
from sanad.accounts.scope import scoped
from sanad.matching.models import Pair, Run, Weights
from sanad.violations import queries as violations
from sanad.violations.models import Account, Identity, Judgement, Mention
from sanad.violations.queries import judgements_in_force
from sanad.violations.queries.told import veil

# Individuals of reports that count. A mention's day and place are those of what it suffered or is said to have done,
# else of the first act of its report.
MENTIONS = """
select m.id, m.root, m.report_id, m.custodian_id, m.sex_id, m.age_min, m.age_max,
    a.happened_first, a.happened_last, a.place_id, v.fir_number, v.police_station_id
from violations_mention m
join violations_account c on c.report_id = m.report_id and not c.withdrawn
join violations_revision v on v.report_id = m.report_id and v.until is null
left join lateral (
    select happened_first, happened_last, place_id from violations_act x
    where x.report_id = m.report_id and x.until is null order by (x.victim = m.root) desc, x.position limit 1
) a on true
where m.until is null and m.kind = 'individual' and m.role in ('victim', 'perpetrator')
    and m.custodian_id = any(%s)
order by m.id
"""
REPORTS = """
select c.report_id, c.custodian_id, a.happened_first, a.happened_last, a.place_id, a.type_id,
    v.fir_number, v.police_station_id, v.since, n.toll, n.first
from violations_account c
join (select report_id, fir_number, police_station_id, id as since from violations_revision where until is null) v
    on v.report_id = c.report_id
left join lateral (
    select happened_first, happened_last, place_id, type_id from violations_act x
    where x.report_id = c.report_id and x.until is null order by x.position limit 1
) a on true
left join lateral (
    select sum(case when m.kind = 'group' then coalesce(m.best_size, m.min_size, 1) else 1 end)::int as toll,
        (array_agg(m.id order by m.position) filter (where m.kind = 'individual'))[1] as first
    from violations_mention m where m.report_id = c.report_id and m.until is null and m.role = 'victim'
        and m.part_of is null
) n on true
where not c.withdrawn and c.custodian_id = any(%s)
order by c.report_id
"""


@dataclass(frozen=True, slots=True)
class Described:
    """A mention as it is compared, without its sealed values; `row` is its wording now, `root` its id for ever."""

    row: UUID
    root: UUID
    report: UUID
    custodian: int
    sex: int | None
    age_min: int | None
    age_max: int | None
    first: object
    last: object
    place: int | None
    fir_number: str
    station: int | None


@dataclass(frozen=True, slots=True)
class Told:
    """A report as it is compared; `wording` is its revision now, `victim` the first one's wording."""

    report: UUID
    custodian: int
    first: object
    last: object
    place: int | None
    act: int | None
    fir_number: str
    station: int | None
    wording: UUID
    toll: int | None
    victim: UUID | None


def mentions_to_compare(custodians: Collection[int]) -> list[Described]:
    """Every individual whom a report of these offices speaks of, in the running scope."""
    return [Described(*row) for row in _asked(MENTIONS, custodians)]


def reports_to_compare(custodians: Collection[int]) -> list[Told]:
    """Every report of these offices that counts."""
    return [Told(*row) for row in _asked(REPORTS, custodians)]


def _asked(question: str, custodians: Collection[int]) -> list[tuple]:
    with connection.cursor() as cursor:
        cursor.execute(question, [sorted(custodians)])
        return cursor.fetchall()


def pairs_visible_to(reader: Reader, kind: str | None = None) -> QuerySet[Pair]:
    """Pairs of which the reader sees both sides, the likeliest first."""
    seen = violations.reports_visible_to(reader).values("pk")
    pairs = Pair.objects.filter(one_report__in=seen, other_report__in=seen).order_by("-probability", "id")
    return pairs.filter(kind=kind) if kind else pairs


def waiting_for(reader: Reader, kind: str) -> QuerySet[Pair]:
    """Pairs on which nobody has decided, of which the reader's office keeps a side, and that are not one already."""
    return pairs_visible_to(reader, kind).filter(*_undecided(reader, kind))


def number_waiting(reader: Reader, kind: str, most: int) -> int:
    """How many wait, as far as `most`; quick among many, for which reports are visible is asked of these few alone."""
    some = Pair.objects.filter(*_undecided(reader, kind), kind=kind).order_by().values_list("pk", flat=True)[:most]
    return pairs_visible_to(reader, kind).filter(pk__in=list(some)).order_by().count()


def _undecided(reader: Reader, kind: str) -> tuple[Q, Q, Q]:
    mine = Q(custodians__overlap=sorted(reader.keeps))
    return mine, Q(~Exists(_judged(kind))), Q(~Exists(_one_already(kind)))


def linked_by_machine(reader: Reader, kind: str) -> QuerySet[Pair]:
    """Pairs that the machine linked, that are linked still, and that nobody has looked at since."""
    held = judgements_in_force().filter(pk=OuterRef("linked_by"))
    by_people = _judged(kind).exclude(pk=OuterRef("linked_by"))
    pairs = pairs_visible_to(reader, kind).filter(linked_by__isnull=False, custodians__overlap=sorted(reader.keeps))
    return pairs.filter(Exists(held), ~Exists(by_people))


def _judged(kind: str) -> QuerySet[Judgement]:
    """What was decided on a pair and holds."""
    if kind == Pair.Kind.PERSON:
        either = Q(mention=OuterRef("one"), other_mention=OuterRef("other"))
        either |= Q(mention=OuterRef("other"), other_mention=OuterRef("one"))
        return judgements_in_force().filter(either, kind="same_person")
    either = Q(report=OuterRef("one"), other_report=OuterRef("other"))
    either |= Q(report=OuterRef("other"), other_report=OuterRef("one"))
    return judgements_in_force().filter(either, kind__in=["same_event", "same_entry"])


def _one_already(kind: str) -> QuerySet:
    if kind == Pair.Kind.PERSON:
        same = Identity.objects.filter(mention=OuterRef(OuterRef("other"))).values("person_id")
        return Identity.objects.filter(mention=OuterRef("one"), person_id__in=same)
    same = Account.objects.filter(report=OuterRef(OuterRef("other"))).values("event_id")
    return Account.objects.filter(report=OuterRef("one"), event_id__in=same)


def ever_judged(one: UUID, other: UUID, kind: str) -> bool:
    """Did anybody ever decide on these two, even if it was taken back: then the machine does not."""
    keys = ("mention", "other_mention") if kind == Pair.Kind.PERSON else ("report_id", "other_report_id")
    either = Q(**{keys[0]: one, keys[1]: other}) | Q(**{keys[0]: other, keys[1]: one})
    return Judgement.objects.filter(either).exists()


def pair_visible_to(reader: Reader, pk: UUID) -> Pair | None:
    """One pair, if the reader sees both sides."""
    return pairs_visible_to(reader).filter(pk=pk).first()


def decision_on(pair: Pair) -> Judgement | None:
    """What holds on a pair: the latest judgement on these two."""
    one, other = pair.one, pair.other
    if pair.kind == Pair.Kind.PERSON:
        either = Q(mention=one, other_mention=other) | Q(mention=other, other_mention=one)
        rows = judgements_in_force().filter(either, kind="same_person")
    else:
        either = Q(report=one, other_report=other) | Q(report=other, other_report=one)
        rows = judgements_in_force().filter(either, kind__in=["same_event", "same_entry"])
    return rows.order_by("-made_at", "-id").first()


def machine_links(judgements: Collection[UUID]) -> set[UUID]:
    """Those of these judgements that the machine made."""
    return set(Pair.objects.filter(linked_by__in=list(judgements)).values_list("linked_by", flat=True))


def latest_run() -> Run | None:
    """The last matching that was begun, by whomever: when, and how it ended, is no secret of an office."""
    with scoped(operator()):
        return Run.objects.order_by("-begun_at").first()


def compared_since(reader: Reader) -> datetime | None:
    """When the last matching of this reader began that came to its end with every vault open.

    What is older was compared. The matching of somebody else may have reached less far.
    """
    mine = Run.objects.filter(made_by=reader.user_id, custodian=reader.office_id, state=Run.State.DONE, locked=0)
    done = mine.order_by("-begun_at").first()
    return done.begun_at if done else None


def weights_of(kind: str) -> Weights | None:
    """The weights that were learned last."""
    return Weights.objects.filter(kind=kind).order_by("-made_at", "-id").first()


def decided_pairs(kind: str) -> list[tuple[Pair, str]]:
    """Pairs on which people decided, with the verdict that holds, in the running scope."""
    found = []
    for pair in Pair.objects.filter(Exists(_judged(kind)), kind=kind).order_by("id"):
        judgement = decision_on(pair)
        if judgement is not None and judgement.pk != pair.linked_by:
            found.append((pair, judgement.verdict))
    return found


def person_with(reader: Reader, pk: UUID) -> UUID | None:
    """The person who has this id now, or had it once: an id is a mention, and mentions outlive merges."""
    seen, edge = {pk}, {pk}
    while edge:
        found = Identity.objects.filter(mention__in=edge).order_by("mention").values_list("person_id", flat=True)
        for person in found:
            if violations.persons_visible_to(reader).filter(pk=person).exists():
                return person
        rows = judgements_in_force().filter(Q(mention__in=edge) | Q(other_mention__in=edge), verdict="same")
        edge = {one for two in rows.values_list("mention", "other_mention") for one in two} - seen
        seen |= edge
    return None


def records_of(reader: Reader, whole: Collection[UUID]) -> list[Mention]:
    """The mentions with these roots as they hold now, as far as the reader sees them."""
    seen = violations.reports_visible_to(reader)
    now = Mention.objects.filter(root__in=whole, until=None, report__in=seen)
    found = list(now.select_related("institution", "report__account__event").order_by("root"))
    withheld = violations.withheld_from(reader, [(m.report_id, m.report.custodian_id) for m in found])
    for mention in found:
        if mention.root in withheld.text:
            veil(mention)
    return found


def judged_by(reader: Reader, records: Sequence[Mention]) -> Mention | None:
    """The record by which a person is put together with another: the oldest that counts and that the reader keeps."""
    kept = [m for m in records if m.report.custodian_id in reader.keeps and not m.report.account.withdrawn]
    return next(iter(kept), None)


def links_within(reader: Reader, whole: Collection[UUID]) -> list[Judgement]:
    """The judgements that hold these mentions together, as far as the reader sees them."""
    seen = violations.judgements_visible_to(reader).values("pk")
    within = judgements_in_force().filter(pk__in=seen, mention__in=whole, other_mention__in=whole)
    return list(within.filter(kind="same_person", verdict="same").order_by("made_at", "id"))


def kept_apart(reader: Reader, whole: Collection[UUID]) -> list[Judgement]:
    """The judgements by which one of these mentions is not of the same person as another, as far as seen."""
    seen = violations.judgements_visible_to(reader).values("pk")
    either = Q(mention__in=whole) | Q(other_mention__in=whole)
    apart = judgements_in_force().filter(either, pk__in=seen, kind="same_person", verdict="different")
    return list(apart.exclude(mention__in=whole, other_mention__in=whole).order_by("made_at", "id"))
