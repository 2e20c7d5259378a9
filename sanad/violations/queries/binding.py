"""Which said rows belong together; asked by actions, under the scope that these have set."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connection

from sanad.violations.models import Account, Act, Event, Identity, Judgement, Mention, Report, Revision

# In force: a judgement that no later one undoes.
IN_FORCE = "not exists (select 1 from violations_judgement u where u.undoes_id = j.id)"

COMPANIONS = f"""
select a.report_id from violations_account a where a.event_id in
    (select event_id from violations_account where report_id = any(%(reports)s))
union
select unnest(array[j.report_id, j.other_report_id]) from violations_judgement j
    where j.kind in ('same_event', 'same_entry') and j.verdict = 'same' and {IN_FORCE}
    and (j.report_id = any(%(reports)s) or j.other_report_id = any(%(reports)s))
union
select unnest(array[one.report_id, other.report_id]) from violations_judgement j
    join violations_mention one on one.id = j.mention
    join violations_mention other on other.id = j.other_mention
    where j.kind = 'same_person' and j.verdict = 'same' and {IN_FORCE}
    and (j.mention in (select root from violations_mention where report_id = any(%(reports)s))
         or j.other_mention in (select root from violations_mention where report_id = any(%(reports)s)))
"""


@dataclass(frozen=True, slots=True)
class KnownReport:
    """A report that is stored already, with the keyed hash of its newest revision."""

    id: UUID
    reference: str
    content_hash: bytes


def known_reports(office: int, origin: str, external_ids: list[str]) -> dict[str, KnownReport]:
    """Stored reports of this office and origin, by external id."""
    rows = Revision.objects.filter(
        until=None,
        report__custodian_id=office,
        report__origin=origin,
        report__external_id__in=external_ids,
    ).values_list("report__external_id", "report_id", "report__reference", "content_hash")
    return {external: KnownReport(report, reference, bytes(digest)) for external, report, reference, digest in rows}


def reports_bound_to(reports: set[UUID]) -> set[UUID]:
    """All reports whose events or persons hang together with these, now or by what was derived before."""
    found, edge = set(reports), set(reports)
    while edge:
        with connection.cursor() as cursor:
            cursor.execute(COMPANIONS, {"reports": list(edge)})
            edge = {row[0] for row in cursor.fetchall()} - found
        found |= edge
    return set(Report.objects.filter(pk__in=found).values_list("pk", flat=True))


def newest_revision(report: UUID) -> Revision:
    return Revision.objects.get(report_id=report, until=None)


def mention_roots(report: UUID) -> list[UUID]:
    """Roots of the mentions now held by a report, in the order of its form."""
    rows = Mention.objects.filter(report_id=report, until=None).order_by("position")
    return list(rows.values_list("root", flat=True))


def act_roots(report: UUID) -> list[UUID]:
    """Roots of the acts now held by a report, in the order of its form."""
    return list(Act.objects.filter(report_id=report, until=None).order_by("position").values_list("root", flat=True))


def oldest_report_of(event: Event) -> UUID:
    return Account.objects.filter(event=event).order_by("report_id").values_list("report_id", flat=True)[0]


def persons_of(event: Event) -> dict[UUID, UUID]:
    """For each person of an event, the root of the oldest mention (which is the person's id)."""
    reports = Account.objects.filter(event=event).values("report_id")
    persons = Identity.objects.filter(report__in=reports).values_list("person_id", flat=True)
    return {person: person for person in persons}


def report_of_mention(root: UUID) -> Report:
    return Report.objects.get(pk=Mention.objects.values_list("report_id", flat=True).get(pk=root))


def report_of_act(root: UUID) -> Report:
    return Report.objects.get(pk=Act.objects.values_list("report_id", flat=True).get(pk=root))


def reports_of_acts(roots: Iterable[UUID]) -> set[UUID]:
    return set(Act.objects.filter(pk__in=list(roots)).values_list("report_id", flat=True))


def reports_judged_by(judgement: Judgement) -> set[UUID]:
    """The reports whose rows a judgement is about."""
    reports = {judgement.report_id, judgement.other_report_id} - {None}
    mentions = [m for m in (judgement.mention, judgement.other_mention) if m]
    acts = [a for a in (judgement.act,) if a]
    reports |= set(Mention.objects.filter(pk__in=mentions).values_list("report_id", flat=True))
    reports |= set(Act.objects.filter(pk__in=acts).values_list("report_id", flat=True))
    if judgement.involvement:
        from_involvement = judgement.involvement
        reports |= _reports_of_involvement(from_involvement)
    return reports


def _reports_of_involvement(root: UUID) -> set[UUID]:
    with connection.cursor() as cursor:
        cursor.execute("select report_id from violations_involvement where root = %s", [root])
        return {row[0] for row in cursor.fetchall()}
