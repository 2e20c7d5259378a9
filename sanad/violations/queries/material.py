"""Said rows and judgements in force, as the rules read them."""

from collections.abc import Collection, Iterable
from uuid import UUID

from django.db.models import Exists, F, OuterRef, QuerySet

from sanad.violations.models import Act, Involvement, Judgement, Mention, Report, Revision, VictimStatus
from sanad.violations.models.judged import LINKS
from sanad.violations.rules import (
    Choice,
    Material,
    Pair,
    SaidAct,
    SaidInvolvement,
    SaidMention,
    SaidReport,
    SaidStatus,
    Verification,
)

REPORT = ("id", "reference", "custodian_id", "received_on", "source_kind_id")
MENTION = (
    "root", "report_id", "role", "kind", "institution_id", "min_size", "best_size", "max_size", "part_of", "sex_id",
    "age_min", "age_max", "characteristics",
)  # fmt: skip
ACT = (
    "root", "report_id", "victim", "type_id", "means_id", "stated_reason_id", "kind_of_place_id", "happened",
    "happened_first", "happened_last", "place_id", "place_said",
)  # fmt: skip
FINAL = frozenset({"verified", "inconclusive", "rejected", "withdrawn"})
INVOLVEMENT = ("root", "act", "type_id", "report_id", "institution_id")
STATUS = ("report_id", "mention", "status_id", "happened_last", "happened_first")


def material_of(reports: Iterable[UUID]) -> Material:
    """Everything said by these reports now, and every judgement in force about it."""
    ids = list(reports)
    now = {"report_id__in": ids, "until": None}
    summaries = dict(Revision.objects.filter(**now).values_list("report_id", "summary"))
    statuses = VictimStatus.objects.filter(**now).order_by("report_id", "id")
    material = Material(
        reports=[SaidReport(*row) for row in Report.objects.filter(pk__in=ids).values_list(*REPORT)],
        mentions=[SaidMention(*row) for row in Mention.objects.filter(**now).values_list(*MENTION)],
        acts=[SaidAct(*row) for row in Act.objects.filter(**now).values_list(*ACT)],
        involvements=[SaidInvolvement(*row) for row in Involvement.objects.filter(**now).values_list(*INVOLVEMENT)],
        statuses=[SaidStatus(*row) for row in statuses.values_list(*STATUS)],
    )
    for report in material.reports:
        report.summary = summaries.get(report.id, "")
    known = {m.root for m in material.mentions} | {a.root for a in material.acts}
    mentions, acts = _closed(Mention, ids).values_list(*MENTION), _closed(Act, ids).values_list(*ACT)
    material.former_mentions = [SaidMention(*row) for row in mentions if row[0] not in known]
    material.former_acts = [SaidAct(*row) for row in acts if row[0] not in known]
    _add_judgements(material)
    return material


def _closed(model: type[Mention] | type[Act], reports: Collection[UUID]) -> QuerySet:
    """Of each root, the last row that a correction closed."""
    closed = model.objects.filter(report_id__in=reports, until__isnull=False)
    return closed.order_by("root", "-since").distinct("root")


def judgements_in_force() -> QuerySet[Judgement]:
    """Judgements that no later one undoes; those too that wait for a second person."""
    undone = Judgement.objects.filter(undoes=OuterRef("pk"))
    said_of_others = (Judgement.Kind.UNDONE, Judgement.Kind.CONFIRMED)
    return Judgement.objects.filter(~Exists(undone)).exclude(kind__in=said_of_others)


def confirmations_of(judgements: Iterable[Judgement]) -> dict[UUID, Judgement]:
    """For each judgement that waited for a second person, the confirmation in force; the newest of several."""
    waiting = [j.pk for j in judgements if j.needs_second]
    if not waiting:
        return {}
    undone = Judgement.objects.filter(undoes=OuterRef("pk"))
    found = Judgement.objects.filter(~Exists(undone), confirms__in=waiting).order_by("made_at", "id")
    return {one.confirms_id: one for one in found}


def _judgements_on(material: Material) -> list[Judgement]:
    """Every judgement in force about the material, in the order in which they were made."""
    reports = [r.id for r in material.reports]
    mentions = [m.root for m in (*material.mentions, *material.former_mentions)]
    acts = [a.root for a in (*material.acts, *material.former_acts)]
    about = {
        "report": reports, "other_report": reports, "mention": mentions, "other_mention": mentions, "act": acts,
        "involvement": [i.root for i in material.involvements],
    }  # fmt: skip
    found: dict[UUID, Judgement] = {}
    for key, rows in about.items():  # a question for each key: an OR over the keys would use no index
        if rows:
            found |= {j.pk: j for j in judgements_in_force().filter(**{f"{key}__in": rows})}
    return sorted(found.values(), key=lambda j: (j.made_at, j.pk))


def links_on(reports: Collection[UUID]) -> list[Pair]:
    """Every link in force between these reports and between their mentions, in the order in which they were judged."""
    mentions = list(Mention.objects.filter(report_id__in=reports, pk=F("root")).values_list("pk", flat=True))
    found: dict[UUID, Judgement] = {}
    for key, rows in (
        ("report", reports), ("other_report", reports), ("mention", mentions), ("other_mention", mentions),
    ):  # fmt: skip
        rows_in_force = judgements_in_force().filter(kind__in=LINKS, **{f"{key}__in": list(rows)})
        found |= {j.pk: j for j in rows_in_force}
    return [_pair(j) for j in sorted(found.values(), key=lambda j: (j.made_at, j.pk))]


def _pair(judgement: Judgement) -> Pair:
    if judgement.kind == Judgement.Kind.SAME_PERSON:
        return Pair(judgement.kind, judgement.mention, judgement.other_mention, judgement.verdict)
    return Pair(judgement.kind, judgement.report_id, judgement.other_report_id, judgement.verdict)


def _add_judgements(material: Material) -> None:
    withdrawn = set()
    judgements = _judgements_on(material)
    confirmed = confirmations_of(judgements)
    for j in judgements:
        match j.kind:
            case "same_event" | "same_entry" | "same_person":
                material.pairs.append(_pair(j))
            case "verification" | "attribution":
                _add_verdict(material, j, confirmed.get(j.pk))
            case "chosen":
                material.choices.append(_choice(j))
            case "withdrawn":
                withdrawn.add(j.report_id)
    material.withdrawn = frozenset(withdrawn)


def _add_verdict(material: Material, j: Judgement, confirmed: Judgement | None) -> None:
    """A verdict that waits for a second person leaves an earlier one in force; without one, a review goes on."""
    into = material.verifications if j.kind == Judgement.Kind.VERIFICATION else material.attributions
    of = j.act or j.involvement
    if not j.needs_second or confirmed is not None:
        made_at = confirmed.made_at if confirmed else j.made_at
        into.append(Verification(of, j.verdict, j.standard_id, made_at, j.act_type_id, j.settled_on))
    elif not any(v.of == of and v.verdict in FINAL for v in into):
        into.append(Verification(of, Judgement.Verdict.UNDER_REVIEW, None, j.made_at, j.act_type_id))


def _choice(judgement: Judgement) -> Choice:
    value = judgement.value
    of = judgement.mention or judgement.act
    if judgement.field == "toll":
        return Choice(of, "toll", bounds=(value["min"], value["best"], value["max"]))
    return Choice(of, judgement.field, prefer=UUID(value["prefer"]))
