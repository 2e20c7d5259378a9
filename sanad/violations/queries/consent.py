"""What people agreed to, and what of a report therefore stays closed to offices that do not keep it."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import connections
from django.utils import timezone

from sanad.accounts.queries.naming import office_kind
from sanad.accounts.readers import Reader
from sanad.codes import queries as codes
from sanad.vault.queries import erased_among
from sanad.violations.models import Consent, Mention, Report, Safeguard
from sanad.violations.rules.consent import NO, Answer, Said, Use, Wishes, basis_of

# Consents are rare beside mentions: the few that say no are looked up first, and no clause at all stands in a copy
# where nobody said it.
LEFT_OUT = """
with latest as (
    select distinct on (mention, use) mention, answer from violations_consent
    where use in ('statistics', 'record') order by mention, use, id desc
)
select distinct i.person_id from latest l join violations_identity i on i.mention = l.mention
where l.answer = any(%s)
"""
FOUND_IN = """
select v.id, v.event_id, bool_and(v.person_id = any(%(persons)s)) over (partition by v.event_id),
    v.person_id = any(%(persons)s)
from violations_violation v
where v.event_id in (select event_id from violations_violation where person_id = any(%(persons)s))
"""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """What is in no new count because a person concerned said no: persons, what they suffered, events of them alone."""

    persons: frozenset[UUID]
    violations: frozenset[UUID]
    events: frozenset[UUID]


@dataclass(frozen=True, slots=True)
class Withheld:
    """Roots of mentions of which a reader sees no text, and of those whose sealed values stay closed."""

    text: frozenset[UUID] = frozenset()
    sealed: frozenset[UUID] = frozenset()
    reports: frozenset[UUID] = frozenset()  # that speak of such a person: their narrative and files stay closed too
    silent: frozenset[UUID] = frozenset()  # that speak of a person whose text is withheld: their summary is too


def left_out_of_counts(*, using: str) -> LeftOut:
    """What new counts leave out, for all offices in the scope of that connection."""
    with connections[using].cursor() as cursor:
        cursor.execute(LEFT_OUT, [[str(answer) for answer in NO]])
        persons = frozenset(row[0] for row in cursor.fetchall())
        if not persons:
            return LeftOut(persons, frozenset(), frozenset())
        cursor.execute(FOUND_IN, {"persons": list(persons)})
        rows = cursor.fetchall()
    return LeftOut(
        persons,
        frozenset(violation for violation, _event, _alone, theirs in rows if theirs),
        frozenset(event for _violation, event, alone, _theirs in rows if alone),
    )


def wishes_in(reports: Collection[UUID]) -> dict[UUID, Wishes]:
    """What holds for every person of these reports, by the root of the mention; alleged perpetrators are not asked."""
    return {root: wishes for root, (_report, wishes) in _wishes(reports).items()}


def _wishes(reports: Collection[UUID]) -> dict[UUID, tuple[UUID, Wishes]]:
    asked = Mention.objects.filter(report__in=list(reports), until=None).exclude(kind=Mention.Kind.INSTITUTION)
    asked = asked.exclude(role=Mention.Role.ALLEGED_PERPETRATOR)
    said = latest_consents(reports)
    bases = {root: row.basis for root, row in latest_safeguards(reports).items()}
    kinds = dict(Report.objects.filter(pk__in=list(reports)).values_list("id", "source_kind_id"))
    slugs = codes.slugs_by_id()
    return {
        root: (report, Wishes(basis_of(slugs.get(kinds[report], ""), bases.get(root, "")), said.get(root, {})))
        for root, report in asked.values_list("root", "report_id")
    }


def latest_consents(reports: Collection[UUID]) -> dict[UUID, dict[Use, Said]]:
    """The last answer to each use, by the root of the mention."""
    said: dict[UUID, dict[Use, Said]] = defaultdict(dict)
    for row in latest_rows(reports):
        said[row.mention][Use(row.use)] = Said(Answer(row.answer), row.until)
    return said


def latest_rows(reports: Collection[UUID]) -> list[Consent]:
    """The rows that hold now."""
    rows = Consent.objects.filter(report__in=list(reports)).order_by("mention", "use", "-id")
    return list(rows.distinct("mention", "use"))


def latest_consents_of(report: UUID, mention: UUID) -> list[Consent]:
    """The rows that hold now for one person."""
    return [row for row in latest_rows([report]) if row.mention == mention]


def contact_of(reader: Reader, mention: UUID) -> UUID | None:
    """Where the last known way to reach a person is sealed, for whoever keeps the report."""
    rows = Safeguard.objects.filter(mention=mention, custodian_id__in=reader.keeps, contact=True)
    return rows.order_by("-id").values_list("id", flat=True).first()


def latest_safeguards(reports: Collection[UUID]) -> dict[UUID, Safeguard]:
    """Basis, risk and contact as they hold now, by the root of the mention."""
    rows = Safeguard.objects.filter(report__in=list(reports)).order_by("mention", "-id").distinct("mention")
    return {row.mention: row for row in rows}


def consents_on(reader: Reader, mention: UUID) -> list[Consent]:
    """Every answer of a person, the newest first, for whoever keeps the report."""
    return list(Consent.objects.filter(mention=mention, custodian_id__in=reader.keeps).order_by("-id"))


def safeguards_on(reader: Reader, mention: UUID) -> list[Safeguard]:
    """Every row of basis, risk and contact, the newest first, for whoever keeps the report."""
    return list(Safeguard.objects.filter(mention=mention, custodian_id__in=reader.keeps).order_by("-id"))


def withheld_from(reader: Reader, reports: Iterable[tuple[UUID, int]]) -> Withheld:
    """What of these (report, custodian) stays closed to this reader; nothing of what the own office keeps."""
    foreign = [report for report, custodian in reports if custodian not in reader.keeps]
    if not foreign:
        return Withheld()
    kind, today = office_kind(reader.office_id), timezone.localdate()
    found = _wishes(foreign)
    text = {root for root, (_r, wishes) in found.items() if wishes.hidden_from_others(today)}
    sealed = {root for root, (_r, wishes) in found.items() if wishes.sealed_from(kind, today)}
    return Withheld(
        frozenset(text),
        frozenset(sealed),
        frozenset(found[root][0] for root in sealed),
        frozenset(found[root][0] for root in text),
    )


def silent_among(reader: Reader, reports: Collection[UUID]) -> set[UUID]:
    """Those of these reports of other offices whose summary is withheld; one question, for lists."""
    rows = Consent.objects.filter(report__in=list(reports), use=Use.RECORD).exclude(custodian_id__in=reader.keeps)
    latest = rows.order_by("mention", "-id").distinct("mention").values_list("report_id", "answer")
    return {report for report, answer in latest if answer in NO}


def openable_mentions(reader: Reader, roots: Collection[UUID]) -> set[UUID]:
    """Those of these mentions (by root) whose sealed values this reader may open or search by name."""
    rows = Mention.objects.filter(pk__in=list(roots), custodian_id__in=reader.sees)
    found = {pk: (report, custodian) for pk, report, custodian in rows.values_list("id", "report_id", "custodian_id")}
    closed = withheld_from(reader, found.values()).sealed
    return found.keys() - closed - erased_among(list(found), "person")


def contacts_in_batch(batch: UUID) -> list[UUID]:
    """Where ways to reach people of a batch are sealed."""
    return list(Safeguard.objects.filter(report__batch=batch, contact=True).values_list("id", flat=True))
