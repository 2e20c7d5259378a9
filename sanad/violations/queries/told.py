"""Who says what of an event: the said rows that hold now, report by report, as far as a reader sees them."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from sanad.accounts.readers import Reader
from sanad.violations.models import (
    Account,
    Act,
    Alleged,
    Event,
    Ground,
    Identity,
    Involvement,
    Judgement,
    Mention,
    Person,
    Report,
    Revision,
    VictimStatus,
    Violation,
)
from sanad.violations.queries.consent import withheld_from
from sanad.violations.queries.visible import (
    judgements_visible_to,
    kept_for,
    persons_visible_to,
    reports_visible_to,
    violations_visible_to,
)

TOGETHER_SECONDS = 5  # the judgements of one deed are written one after the other


@dataclass(slots=True)
class Told:
    """One report with all that it says now; mentions and acts in the order of its form."""

    report: Report
    revision: Revision
    mentions: list[Mention] = field(default_factory=list)
    acts: list[Act] = field(default_factory=list)
    involvements: list[Involvement] = field(default_factory=list)
    statuses: list[VictimStatus] = field(default_factory=list)
    closed: frozenset[UUID] = frozenset()  # roots of mentions whose sealed values stay closed to whoever reads this
    silent: bool = False  # its summary is withheld


@dataclass(slots=True)
class Bound:
    """What followed from the accounts of an event: persons and violations, and which said rows they rest on."""

    persons: dict[UUID, Person]
    violations: list[Violation]
    person_of: dict[UUID, UUID]  # root of a mention -> person
    violation_of: dict[UUID, UUID]  # root of an act -> violation
    mentions_of: dict[UUID, list[Mention]] = field(default_factory=dict)  # person -> mentions, the earliest first
    act_in: dict[tuple[UUID, UUID], Act] = field(default_factory=dict)  # report and violation -> the act it rests on


def typed_today_by(reader: Reader, told: Told) -> bool:
    """Did this reader type what the report says now, today in Karachi? Not what came in by a file."""
    said = told.revision
    if reader.user_id is None or told.report.batch_id is not None or told.report.custodian_id not in reader.keeps:
        return False
    today = timezone.localdate()
    days = {timezone.localdate(told.report.made_at), timezone.localdate(said.made_at)}
    return {told.report.made_by, said.made_by} == {reader.user_id} and days == {today}


def accounts_of(reader: Reader, event: Event) -> list[Told]:
    """Every account of an event that the reader may see, in the order in which they were recorded."""
    members = Account.objects.filter(kept_for(reader), event=event).values("report_id")
    return told_by(reader, reports_visible_to(reader).filter(pk__in=members))


def told_by(reader: Reader, reports: QuerySet[Report]) -> list[Told]:
    """These reports with all that they say now, but for what somebody does not want this reader to read."""
    with_names = reports.select_related("document__institution", "source_institution", "custodian", "account__event")
    rows = list(with_names.order_by("id"))
    now = {"report__in": [row.pk for row in rows], "until": None}
    revisions = {r.report_id: r for r in Revision.objects.filter(**now).select_related("police_station")}
    told = {row.pk: Told(row, revisions[row.pk]) for row in rows}
    for mention in Mention.objects.filter(**now).select_related("institution").order_by("position"):
        told[mention.report_id].mentions.append(mention)
    for act in Act.objects.filter(**now).order_by("position"):
        told[act.report_id].acts.append(act)
    for involvement in Involvement.objects.filter(**now).select_related("institution").order_by("id"):
        told[involvement.report_id].involvements.append(involvement)
    for status in VictimStatus.objects.filter(**now).order_by("id"):
        told[status.report_id].statuses.append(status)
    return veiled(reader, list(told.values()))


def veiled(reader: Reader, accounts: list[Told]) -> list[Told]:
    """The same accounts without what the people concerned do not share with this reader's office."""
    withheld = withheld_from(reader, [(told.report.pk, told.report.custodian_id) for told in accounts])
    for told in accounts:
        told.closed = withheld.sealed & {m.root for m in told.mentions}
        for mention in told.mentions:
            if mention.root in withheld.text:
                veil(mention)
        if told.report.pk in withheld.silent:
            told.silent, told.revision.summary = True, ""
    return accounts


def veil(one: Mention | Person) -> None:
    """Blank, in memory, what a row says of a person."""
    one.withheld, one.sex_id, one.age_min, one.age_max, one.characteristics = True, None, None, None, []
    if isinstance(one, Mention):
        one.age_said = one.occupation = one.described = ""


def bound_to(reader: Reader, event: Event, accounts: Collection[Told]) -> Bound:
    """What followed from these accounts of an event; a person whom all of them withhold is blank."""
    reports = [told.report.pk for told in accounts]
    person_of = dict(Identity.objects.filter(report__in=reports).values_list("mention", "person_id"))
    violation_of = dict(Ground.objects.filter(report__in=reports).values_list("act", "violation_id"))
    persons = {
        p.pk: p for p in persons_visible_to(reader).filter(pk__in=set(person_of.values())).select_related("institution")
    }
    shown = {person_of[m.root] for told in accounts for m in told.mentions if m.root in person_of and not m.withheld}
    for person in persons.keys() - shown:
        veil(persons[person])
    violations = violations_visible_to(reader).filter(event=event, pk__in=set(violation_of.values()))
    mentions: dict[UUID, list[Mention]] = defaultdict(list)
    acts: dict[tuple[UUID, UUID], Act] = {}
    for told in accounts:
        for mention in told.mentions:
            if mention.root in person_of:
                mentions[person_of[mention.root]].append(mention)
        for act in told.acts:
            if act.root in violation_of:
                acts.setdefault((told.report.pk, violation_of[act.root]), act)
    return Bound(persons, list(violations.order_by("id")), person_of, violation_of, dict(mentions), acts)


def judgements_on(reader: Reader, accounts: Iterable[Told]) -> tuple[list[Judgement], dict[UUID, Judgement]]:
    """Judgements about these accounts, the newest first, and for each that was undone the one that did it.

    Confirmations stand among them; each of the others knows whether it `waits` for a second person.
    """
    seen = judgements_visible_to(reader)
    # Whom a list itself takes for one person is no deed of anybody, and in an event of 60 accounts four fifths of all.
    seen = seen.exclude(batch__isnull=False, kind=Judgement.Kind.SAME_PERSON)
    # A question for each key, put together: an OR over the keys would use no index.
    parts = [seen.filter(**{f"{key}__in": rows}) for key, rows in _rows_judged(accounts).items() if rows]
    found = {j.pk: j for j in parts[0].union(*parts[1:])} if parts else {}
    second = seen.filter(confirms__in=[key for key, j in found.items() if j.needs_second]).select_related("confirms")
    confirmed = {j.pk: j for j in second} if found else {}
    both = {**found, **confirmed}
    undone = {j.undoes_id: j for j in seen.filter(undoes__in=list(both))} if both else {}
    held = {j.confirms_id for j in confirmed.values() if j.pk not in undone}
    for j in found.values():
        j.waits = j.needs_second and j.pk not in held and j.pk not in undone
    found = both
    return sorted(found.values(), key=lambda j: (j.made_at, j.pk), reverse=True), undone


def _rows_judged(accounts: Iterable[Told]) -> dict[str, list[UUID]]:
    rows: dict[str, list[UUID]] = defaultdict(list)
    for told in accounts:
        rows["report"].append(told.report.pk)
        rows["other_report"].append(told.report.pk)
        rows["mention"] += [m.root for m in told.mentions]
        rows["act"] += [a.root for a in told.acts]
        rows["involvement"] += [i.root for i in told.involvements]
    return rows


def further_accounts(reader: Reader, event: Event, visible: int) -> bool:
    """Whether the event has an account, withdrawn ones aside, that this reader may not see."""
    return not set(event.custodians) <= set(reader.sees) and event.accounts > visible


def alleged_in(report: UUID) -> set[int]:
    """The institutions that any account of this report's event alleges to be perpetrators."""
    return set(Alleged.objects.filter(report=report).values_list("institution_id", flat=True))


def revisions_of(reader: Reader, report: Report) -> list[Revision]:
    """Every wording of a report, the newest first."""
    own = Revision.objects.filter(kept_for(reader), report=report)
    return list(own.order_by("-number"))


def judgement_visible_to(reader: Reader, judgement: UUID) -> Judgement | None:
    """One judgement, if the reader sees what it is about."""
    return judgements_visible_to(reader).filter(pk=judgement).first()


def involvement_visible_to(reader: Reader, root: UUID) -> Involvement | None:
    """What a report says now of somebody's part in an act, by its root."""
    seen = Involvement.objects.filter(kept_for(reader), until=None, report__in=reports_visible_to(reader))
    return seen.filter(root=root).select_related("report__account").first()


def event_of_judgement(reader: Reader, judgement: Judgement) -> Event | None:
    """The event that a judgement is about, for going back to its page."""
    judgement = judgement.confirms or judgement
    keys = {judgement.report_id, judgement.other_report_id} - {None}
    for model, root in ((Mention, judgement.mention), (Act, judgement.act), (Involvement, judgement.involvement)):
        if root:
            keys |= set(model.objects.filter(root=root, until=None).values_list("report_id", flat=True))
    seen = Account.objects.filter(kept_for(reader), report__in=keys)
    account = seen.select_related("event").first()
    return account.event if account else None


def made_together_with(reader: Reader, event: Event, judgement: Judgement) -> list[Judgement]:
    """A judgement and those of the same deed, as far as they hold; of a deed on many events, those on all of them."""
    undone = Judgement.objects.filter(undoes=OuterRef("pk"))
    seen = judgements_visible_to(reader).filter(~Exists(undone))
    if judgement.together is not None:
        return list(seen.filter(together=judgement.together).order_by("made_at", "id"))
    alike = seen.filter(
        kind=judgement.kind, verdict=judgement.verdict, why=judgement.why, made_by=judgement.made_by, together=None
    )
    moment = timedelta(seconds=TOGETHER_SECONDS)
    near = alike.filter(made_at__range=(judgement.made_at - moment, judgement.made_at + moment))
    if judgement.act is None or judgement.kind != Judgement.Kind.VERIFICATION:
        near = near.filter(pk=judgement.pk)
    acts = Ground.objects.filter(violation__event=event).values("act")
    held = near.order_by("made_at", "id")
    return list(held.filter(act__in=acts) if judgement.act else held)
