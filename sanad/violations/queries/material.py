"""Said rows and judgements in force, as the rules read them."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from sanad.violations.models import Act, Involvement, Judgement, Mention, Report, Revision, VictimStatus
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


def material_of(reports: Iterable[UUID]) -> Material:
    """Everything said by these reports now, and every judgement in force about it."""
    ids = list(reports)
    now = {"report_id__in": ids, "until": None}
    summaries = dict(Revision.objects.filter(**now).values_list("report_id", "summary"))
    material = Material(
        reports=[
            SaidReport(*row, summaries.get(row[0], ""))
            for row in Report.objects.filter(pk__in=ids).values_list(*REPORT)
        ],
        mentions=[SaidMention(*row) for row in Mention.objects.filter(**now).values_list(*MENTION)],
        acts=[SaidAct(*row) for row in Act.objects.filter(**now).values_list(*ACT)],
        involvements=[
            SaidInvolvement(*row) for row in Involvement.objects.filter(**now).values_list("root", "act", "type_id")
        ],
        statuses=[
            SaidStatus(*row)
            for row in VictimStatus.objects.filter(**now).values_list(
                "report_id", "mention", "status_id", "happened_last"
            )
        ],
    )
    _add_judgements(material)
    return material


def judgements_in_force() -> QuerySet[Judgement]:
    undone = Judgement.objects.filter(undoes=OuterRef("pk"))
    return Judgement.objects.filter(~Exists(undone)).exclude(kind=Judgement.Kind.UNDONE)


def _add_judgements(material: Material) -> None:
    reports = [r.id for r in material.reports]
    mentions = [m.root for m in material.mentions]
    acts = [a.root for a in material.acts]
    involvements = [i.root for i in material.involvements]
    about = (
        Q(report__in=reports)
        | Q(other_report__in=reports)
        | Q(mention__in=mentions)
        | Q(act__in=acts)
        | Q(involvement__in=involvements)
    )
    withdrawn = set()
    for j in judgements_in_force().filter(about).order_by("made_at", "id"):
        match j.kind:
            case "same_event" | "same_entry" | "same_person" if j.verdict == "same":
                one, other = (
                    (j.mention, j.other_mention) if j.kind == "same_person" else (j.report_id, j.other_report_id)
                )
                material.pairs.append(Pair(j.kind, one, other))
                if j.kind == "same_entry":
                    withdrawn.add(other)
            case "verification":
                material.verifications.append(Verification(j.act, j.verdict, j.standard_id, j.made_at))
            case "attribution":
                material.attributions.append(Verification(j.involvement, j.verdict, j.standard_id, j.made_at))
            case "chosen":
                material.choices.append(_choice(j))
            case "withdrawn":
                withdrawn.add(j.report_id)
    material.withdrawn = frozenset(withdrawn)


def _choice(judgement: Judgement) -> Choice:
    value = judgement.value
    of = judgement.mention or judgement.act
    if judgement.field == "toll":
        return Choice(of, "toll", bounds=(value["min"], value["best"], value["max"]))
    return Choice(of, judgement.field, prefer=UUID(value["prefer"]))
