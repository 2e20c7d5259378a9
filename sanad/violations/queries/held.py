"""What a report says now, line by line, as far as it is needed to know its lines again."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from uuid import UUID

from sanad.vault.models import Sealed
from sanad.violations.models import Act, Involvement, Mention, VictimStatus
from sanad.violations.rules.lines import ActLine, InvolvementLine, MentionLine, StatusLine

SAID_OF_MENTION = (
    "institution_id", "min_size", "best_size", "max_size", "sex_id", "age_min", "age_max", "age_said", "occupation",
    "described", "characteristics",
)  # fmt: skip
SAID_OF_ACT = (
    "means_id", "stated_reason_id", "kind_of_place_id", "happened", "place_id", "place_precision", "place_said",
    "happened_said",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Held:
    """The rows that a report holds now, by root, in the order of its form."""

    mentions: list[tuple[UUID, MentionLine]] = field(default_factory=list)
    acts: list[tuple[UUID, ActLine]] = field(default_factory=list)
    involvements: list[tuple[UUID, InvolvementLine]] = field(default_factory=list)
    statuses: list[tuple[UUID, StatusLine]] = field(default_factory=list)
    seals: Mapping[UUID, tuple[UUID, bytes]] = field(default_factory=dict)  # root: row, keyed hash of what is sealed


def held_lines(report: UUID) -> Held:
    """What a report says now. Sealed values are not read: their keyed hashes tell whether they are the same."""
    now = {"report_id": report, "until": None}
    acts = list(Act.objects.filter(**now).order_by("position"))
    deeds: dict[UUID, list[int]] = defaultdict(list)
    for a in acts:
        deeds[a.victim].append(a.type_id)
    mentions = list(Mention.objects.filter(**now).order_by("position"))
    root_of = {m.pk: m.root for m in mentions}
    seals = Sealed.objects.filter(of="mention", row_id__in=list(root_of)).values_list("row_id", "mac")
    return Held(
        [(m.root, _mention(m, deeds)) for m in mentions],
        [(a.root, ActLine(a.victim, a.type_id, _said(a, SAID_OF_ACT))) for a in acts],
        [
            (i.root, InvolvementLine(i.act, i.perpetrator, i.institution_id, i.type_id, i.degree_id))
            for i in Involvement.objects.filter(**now).order_by("root")
        ],
        [
            (s.root, StatusLine(s.mention, s.status_id, s.happened))
            for s in VictimStatus.objects.filter(**now).order_by("root")
        ],
        {root_of[row]: (row, bytes(mac)) for row, mac in seals if mac is not None},
    )


def _mention(m: Mention, deeds: Mapping[UUID, list[int]]) -> MentionLine:
    return MentionLine(m.role, m.kind, _said(m, SAID_OF_MENTION), tuple(sorted(deeds.get(m.root, ()))))


def _said(row: object, names: tuple[str, ...]) -> tuple[object, ...]:
    values = (getattr(row, name) for name in names)
    return tuple(tuple(value) if isinstance(value, list) else value for value in values)
