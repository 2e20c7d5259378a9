"""Which said rows belong together; asked by actions, under the scope that these have set."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection
from django.db.models import Q

from sanad.accounts.readers import Reader
from sanad.violations.models import (
    Account,
    Act,
    Event,
    Ground,
    Identity,
    Involvement,
    Judgement,
    Mention,
    Person,
    Report,
    Revision,
    Violation,
)
from sanad.violations.queries.visible import kept_for, persons_visible_to, reports_visible_to, violations_visible_to

# In force: a judgement that no later one undoes.
IN_FORCE = "j.verdict = 'same' and not exists (select 1 from violations_judgement u where u.undoes_id = j.id)"

# A question for each key, put together: an OR over the keys would use no index.
COMPANIONS = f"""
select a.report_id from violations_account a where a.event_id in
    (select event_id from violations_account where report_id = any(%(reports)s))
union
select i.report_id from violations_identity i where i.person_id in
    (select person_id from violations_identity where report_id = any(%(reports)s))
union
select j.other_report_id from violations_judgement j
    where j.report_id = any(%(reports)s) and j.kind in ('same_event', 'same_entry') and {IN_FORCE}
union
select j.report_id from violations_judgement j
    where j.other_report_id = any(%(reports)s) and j.kind in ('same_event', 'same_entry') and {IN_FORCE}
union
select o.report_id from violations_mention m join violations_judgement j on j.mention = m.id
    join violations_mention o on o.id = j.other_mention
    where m.report_id = any(%(reports)s) and j.kind = 'same_person' and {IN_FORCE}
union
select o.report_id from violations_mention m join violations_judgement j on j.other_mention = m.id
    join violations_mention o on o.id = j.mention
    where m.report_id = any(%(reports)s) and j.kind = 'same_person' and {IN_FORCE}
"""

KNOWN = ("id", "external_id", "reference")

# The first wording of a report is there as long as the report is, and a judgement changes nothing of it.
HOLD = """
select report_id from violations_revision where report_id = any(%(reports)s) and number = 1
order by report_id for no key update
"""


@dataclass(frozen=True, slots=True)
class KnownReport:
    """A report that is stored already, with the keyed hash of what its list last said of it."""

    id: UUID
    reference: str
    content_hash: bytes


def known_reports(office: int, origin: str, external_ids: list[str]) -> dict[str, KnownReport]:
    """Stored reports of this office and origin, by external id.

    The hash is that of the newest wording that came with a batch: what was corrected by hand since is no change of
    the list, and the same list again does not take the correction back.
    """
    # Table by table: a table that was empty when statistics were taken, filled in this very transaction, made the
    # planner join the two by reading both again and again (10,000 reports: 116 s instead of 0.3 s).
    same_list = Report.objects.filter(custodian_id=office, origin=origin, external_id__in=external_ids)
    reports = {key: (external, reference) for key, external, reference in same_list.values_list(*KNOWN)}
    if not reports:
        return {}
    wordings = Revision.objects.filter(report__in=list(reports))
    hashes = dict(wordings.filter(until=None).values_list("report_id", "content_hash"))
    by_hand = wordings.filter(until=None, batch=None).values_list("report_id", flat=True)
    listed = wordings.filter(report__in=list(by_hand), batch__isnull=False).order_by("report", "-number")
    hashes |= dict(listed.distinct("report").values_list("report_id", "content_hash"))
    return {external: KnownReport(key, reference, bytes(hashes[key])) for key, (external, reference) in reports.items()}


def reports_bound_to(reports: Collection[UUID]) -> set[UUID]:
    """All reports whose events or persons hang together with these, now or by what was derived before."""
    found, edge = set(reports), set(reports)
    with connection.cursor() as cursor:
        while edge:
            cursor.execute(COMPANIONS, {"reports": list(edge)})
            edge = {row[0] for row in cursor.fetchall()} - found
            found |= edge
        cursor.execute("select id from violations_report where id = any(%s)", [list(found)])
        return {row[0] for row in cursor.fetchall()}


def hold_reports(reports: Collection[UUID]) -> None:
    """Wait until nobody else changes these reports or judges them, and keep others waiting until the transaction ends.

    Always in the order of their ids, so that two who want the same reports do not wait for each other.
    """
    with connection.cursor() as cursor:
        cursor.execute(HOLD, {"reports": list(reports)})


def newest_revision(report: UUID) -> Revision | None:
    """The wording that holds; None where the report is gone."""
    return Revision.objects.filter(report_id=report, until=None).first()


def oldest_report_of(reader: Reader, event: Event) -> UUID | None:
    """The oldest account of an event that the reader may see; None where there is none, or no such event any more."""
    seen = Account.objects.filter(kept_for(reader), event=event)
    return seen.order_by("report_id").values_list("report_id", flat=True).first()


def oldest_kept_report_of(reader: Reader, event: Event) -> Report | None:
    """The oldest account of an event that the reader's office keeps: what the office adds hangs on it."""
    kept = Account.objects.filter(event=event, custodian_id__in=sorted(reader.keeps)).order_by("report_id")
    first = kept.values_list("report_id", flat=True).first()
    return reports_visible_to(reader).filter(pk=first).first() if first else None


def persons_of(reader: Reader, event: Event) -> dict[UUID, list[int]]:
    """Those persons of an event who are described in an account that the reader may see, with who keeps them.

    The id of a person is the root of the oldest mention, so a judgement may name it.
    """
    seen = Account.objects.filter(kept_for(reader), event=event).values("report_id")
    described = Identity.objects.filter(report__in=seen).values("person_id")
    return dict(persons_visible_to(reader).filter(pk__in=described).values_list("pk", "custodians"))


def person_described(reader: Reader, mention: UUID) -> Person | None:
    """The person whom a mention describes (or whose id this is), if the reader may see an account of it."""
    seen = Identity.objects.filter(kept_for(reader), mention=mention).values("person_id")
    return persons_visible_to(reader).filter(Q(pk=mention) | Q(pk__in=seen)).first()


def violation_grounded(reader: Reader, act: UUID) -> Violation | None:
    """The violation that rests on an act (or whose id this is), if the reader may see an account of it."""
    seen = Ground.objects.filter(kept_for(reader), act=act).values("violation_id")
    return violations_visible_to(reader).filter(Q(pk=act) | Q(pk__in=seen)).first()


def mentions_of(reader: Reader, person: Person) -> set[UUID]:
    """The mentions that describe a person, by root, as far as the reader sees them."""
    seen = Identity.objects.filter(kept_for(reader), person=person)
    return set(seen.values_list("mention", flat=True))


def grounds_of(reader: Reader, violation: Violation) -> set[UUID]:
    """The acts that a violation rests on, by root, as far as the reader sees them."""
    seen = Ground.objects.filter(kept_for(reader), violation=violation)
    return set(seen.values_list("act", flat=True))


def kept_grounds_of(reader: Reader, violation: Violation) -> list[UUID]:
    """The acts, by root, on which a violation rests in accounts that the reader's office keeps."""
    own = Ground.objects.filter(violation=violation, custodian_id__in=sorted(reader.keeps))
    return sorted(own.values_list("act", flat=True))


def report_with_mention(reader: Reader, root: UUID) -> Report | None:
    """The report that made a mention, if the reader may see it."""
    return reports_visible_to(reader).filter(pk__in=Mention.objects.filter(pk=root).values("report_id")).first()


def report_of_mention(root: UUID) -> UUID:
    """The report that made a mention, whoever keeps it; for holding what a deed is about."""
    return Identity.objects.values_list("report_id", flat=True).get(mention=root)


def mentions_of_person(person: UUID) -> set[UUID]:
    """The mentions, by root, that describe a person now."""
    return set(Identity.objects.filter(person_id=person).values_list("mention", flat=True))


def reports_judged_by(judgements: Iterable[Judgement]) -> set[UUID]:
    """The reports whose rows these judgements are about. A root is the id of the row with which it began."""
    reports: set[UUID | None] = set()
    mentions: set[UUID | None] = set()
    acts, involvements = set(), set()
    for one in judgements:
        j = one.confirms or one
        reports |= {j.report_id, j.other_report_id}
        mentions |= {j.mention, j.other_mention}
        acts.add(j.act)
        involvements.add(j.involvement)
    for model, roots in ((Mention, mentions), (Act, acts), (Involvement, involvements)):
        if roots - {None}:
            reports |= set(model.objects.filter(pk__in=roots - {None}).values_list("report_id", flat=True))
    return {report for report in reports if report is not None}
