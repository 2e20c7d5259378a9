"""A kept report as a draft again, so that a correction can start from all that it says, sealed values included."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import cast
from uuid import UUID

from sanad.kit.dates import PartialDate
from sanad.violations.drafts import (
    ActDraft,
    DocumentDraft,
    InvolvementDraft,
    MentionDraft,
    ReportDraft,
    StatusDraft,
)
from sanad.violations.models import Act, Involvement, Mention
from sanad.violations.queries.told import Told

Ref = tuple[UUID, str]
Opened = Mapping[Ref, Mapping[str, object]]


@dataclass(frozen=True, slots=True)
class Redraft:
    """The draft that a report would be made from today, and the root of each of its mentions and acts by draft key."""

    draft: ReportDraft
    roots: dict[str, UUID]


def sealed_refs(told: Told) -> list[Ref]:
    """Where sealed values of a report may lie that its reader may open: its wording, its mentions, its acts.

    The wording speaks of everybody, so it stays closed where one person's values do.
    """
    return [
        *([] if told.closed else [(told.revision.sealed_in, "revision")]),
        *((m.pk, "mention") for m in told.mentions if m.root not in told.closed),
        *((a.pk, "act") for a in told.acts if a.victim not in told.closed),
    ]


def redraft(told: Told, opened: Opened) -> Redraft:
    """The report as a draft; `opened` are its sealed values, as far as they were opened."""
    report, revision, document = told.report, told.revision, told.report.document
    wording = opened.get((revision.sealed_in, "revision"), {})
    keys = {m.root: f"m{n}" for n, m in enumerate(told.mentions)}
    acts = {a.root: f"a{n}" for n, a in enumerate(told.acts)}
    draft = ReportDraft(
        source_kind=report.source_kind_id,
        received_on=report.received_on,
        document=DocumentDraft(
            document.kind_id, document.institution_id, document.title, document.page, _date(document.dated),
            document.language_id, document.original,
        ),
        source_institution=report.source_institution_id,
        reliability=revision.reliability_id,
        relays=revision.relays_id,
        channel=report.channel_id,
        language=report.language_id,
        origin=report.origin,
        external_id=report.external_id,
        summary=revision.summary,
        narrative=str(wording.get("narrative", "")),
        fir_number=revision.fir_number,
        fir_date=revision.fir_date,
        police_station=revision.police_station_id,
        sections=revision.sections,
        listed=revision.listed,
        raw=cast("Mapping[str, object]", wording.get("raw", {})),
        mentions=tuple(_mention(m, told, keys, opened) for m in told.mentions),
        acts=tuple(_act(a, keys, acts, opened) for a in told.acts),
        involvements=tuple(_involvement(i, keys, acts) for i in told.involvements),
    )  # fmt: skip
    roots = {key: root for root, key in keys.items()} | {key: root for root, key in acts.items()}
    return Redraft(draft, roots)


def _date(text: str) -> PartialDate | None:
    return PartialDate.parse(text) if text else None


def _mention(m: Mention, told: Told, keys: Mapping[UUID, str], opened: Opened) -> MentionDraft:
    return MentionDraft(
        keys[m.root], m.role, m.kind, m.institution_id, m.min_size, m.best_size, m.max_size,
        keys.get(m.part_of) if m.part_of else None, m.sex_id, m.age_min, m.age_max, m.age_said, m.occupation,
        m.described, tuple(m.characteristics),
        tuple(StatusDraft(s.status_id, _date(s.happened)) for s in told.statuses if s.mention == m.root),
        dict(opened.get((m.pk, "mention"), {})),
    )  # fmt: skip


def _act(a: Act, keys: Mapping[UUID, str], acts: Mapping[UUID, str], opened: Opened) -> ActDraft:
    return ActDraft(
        acts[a.root], keys[a.victim], a.type_id, a.means_id, a.stated_reason_id, a.kind_of_place_id, _date(a.happened),
        a.place_id, a.place_precision, a.place_said, dict(opened.get((a.pk, "act"), {})), a.happened_said,
    )  # fmt: skip


def _involvement(i: Involvement, keys: Mapping[UUID, str], acts: Mapping[UUID, str]) -> InvolvementDraft:
    return InvolvementDraft(
        acts[i.act], keys.get(i.perpetrator) if i.perpetrator else None, i.institution_id, i.type_id, i.degree_id
    )
