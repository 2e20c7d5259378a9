"""Drafts as rows: what each table of the said and derived layer receives, in the order of its columns.

Used by the bulk path and by hand entry alike, so that both write the same things.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from uuid import UUID

from sanad.kit.dates import PartialDate
from sanad.violations.drafts import ReportDraft, StatusDraft
from sanad.violations.rules import (
    RULES_VERSION,
    Derived,
    Material,
    SaidAct,
    SaidInvolvement,
    SaidMention,
    SaidReport,
    SaidStatus,
    alleged_by,
)

Row = tuple[object, ...]

COLUMNS: dict[str, tuple[str, ...]] = {
    "report": (
        "id", "reference", "custodian_id", "document_id", "batch_id", "source_kind_id", "source_institution_id",
        "channel_id", "language_id", "origin", "external_id", "received_on", "made_at", "made_by",
    ),
    "revision": (
        "id", "report_id", "custodian_id", "batch_id", "number", "made_at", "made_by", "why", "relays_id",
        "reliability_id", "summary", "fir_number", "fir_date", "police_station_id", "sections", "listed",
        "content_hash",
    ),
    "mention": (
        "id", "root", "report_id", "custodian_id", "since", "position", "role", "kind", "institution_id", "min_size",
        "best_size", "max_size", "part_of", "sex_id", "age_min", "age_max", "age_said", "occupation", "described",
        "characteristics",
    ),
    "victimstatus": (
        "id", "root", "report_id", "custodian_id", "since", "mention", "status_id", "happened", "happened_first",
        "happened_last",
    ),
    "act": (
        "id", "root", "report_id", "custodian_id", "since", "position", "victim", "type_id", "means_id",
        "stated_reason_id", "kind_of_place_id", "happened", "happened_first", "happened_last", "place_id",
        "place_precision", "place_said", "happened_said",
    ),
    "involvement": (
        "id", "root", "report_id", "custodian_id", "since", "act", "perpetrator", "institution_id", "type_id",
        "degree_id",
    ),
    "event": (
        "id", "reference", "custodians", "title", "happened", "happened_first", "happened_last", "sorted_on",
        "place_id", "place_said", "district_id", "province_id", "accounts", "violations", "act_types",
        "source_kinds", "state", "withdrawn", "received_on", "rules_version",
    ),
    "person": (
        "id", "custodians", "kind", "institution_id", "sex_id", "age_min", "age_max", "characteristics", "min_size",
        "best_size", "max_size", "toll_differs", "contradictory", "part_of", "status_id", "rules_version",
    ),
    "violation": (
        "id", "custodians", "event_id", "person_id", "type_id", "means_id", "stated_reason_id", "kind_of_place_id",
        "happened", "happened_first", "happened_last", "place_id", "district_id", "province_id",
        "perpetrator_types", "state", "standard_id", "verified_on", "nobody", "differs", "rules_version",
    ),
    "account": ("report_id", "custodian_id", "event_id", "withdrawn"),
    "alleged": ("report_id", "institution_id", "custodian_id", "event_id"),
    "identity": ("mention", "custodian_id", "report_id", "person_id"),
    "ground": ("act", "custodian_id", "report_id", "violation_id"),
}  # fmt: skip


@lru_cache(maxsize=4096)
def array(values: tuple[int | str, ...]) -> str:
    """A series of codes or field names as PostgreSQL reads it; much faster than the driver's general way."""
    return "{" + ",".join(map(str, values)) + "}"


@dataclass(slots=True)
class Rows:
    """Rows per table, and what is to be sealed: (row id, what of, value)."""

    of: dict[str, list[Row]] = field(default_factory=lambda: {table: [] for table in COLUMNS})
    secrets: list[tuple[UUID, str, dict[str, object]]] = field(default_factory=list)

    def __len__(self) -> int:
        return sum(map(len, self.of.values()))


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who writes, when, for which office, and with which batch."""

    custodian: int
    made_at: datetime
    made_by: int | None
    batch: UUID | None
    why: str = ""


@dataclass(slots=True)
class Numbered:
    """A draft with the ids that it was given; `mentions` and `acts` go from draft key to root."""

    draft: ReportDraft
    id: UUID
    reference: str
    document: UUID
    content_hash: bytes
    mentions: dict[str, UUID]
    acts: dict[str, UUID]


@dataclass(frozen=True, slots=True)
class Again:
    """What a correction says again: row ids for mentions ("m" + key) and acts ("a" + key) whose root is older, and the
    roots that statuses (by mention and place) and involvements (by place) had before."""

    rows: Mapping[str, UUID] = field(default_factory=dict)
    statuses: Mapping[tuple[str, int], UUID] = field(default_factory=dict)
    involvements: Mapping[int, UUID] = field(default_factory=dict)


NOTHING_AGAIN = Again()


def edges(happened: PartialDate | None) -> tuple[str, date | None, date | None]:
    """The three columns of a date: EDTF text, first and last day (None where open or unknown)."""
    return ("", None, None) if happened is None else (happened.text, happened.earliest(), happened.latest())


def add_report(rows: Rows, report: Numbered, stamp: Stamp) -> None:
    draft = report.draft
    rows.of["report"].append(
        (
            report.id, report.reference, stamp.custodian, report.document, stamp.batch, draft.source_kind,
            draft.source_institution, draft.channel, draft.language, draft.origin, draft.external_id,
            draft.received_on, stamp.made_at, stamp.made_by,
        )
    )  # fmt: skip


def add_revision(
    rows: Rows, report: Numbered, stamp: Stamp, *, revision: UUID, number: int, listed: str | None
) -> None:
    draft = report.draft
    rows.of["revision"].append(
        (
            revision, report.id, stamp.custodian, stamp.batch, number, stamp.made_at, stamp.made_by, stamp.why,
            draft.relays, draft.reliability, draft.summary, draft.fir_number, draft.fir_date, draft.police_station,
            draft.sections, listed, report.content_hash,
        )
    )  # fmt: skip
    sealed: dict[str, object] = {k: v for k, v in (("narrative", draft.narrative), ("raw", dict(draft.raw))) if v}
    if sealed:
        rows.secrets.append((revision, "revision", sealed))


def add_said(
    rows: Rows, report: Numbered, stamp: Stamp, *, since: int, ids: Iterable[UUID], again: Again = NOTHING_AGAIN
) -> None:
    """Mentions, statuses, acts and involvements of one revision; `ids` yields ids for statuses and involvements."""
    new = iter(ids)
    report_id, office = report.id, stamp.custodian
    for position, m in enumerate(report.draft.mentions):
        root = report.mentions[m.key]
        row = again.rows.get("m" + m.key, root)
        part_of = report.mentions[m.part_of] if m.part_of else None
        rows.of["mention"].append(
            (
                row, root, report_id, office, since, position, m.role, m.kind, m.institution, m.min_size, m.best_size,
                m.max_size, part_of, m.sex, m.age_min, m.age_max, m.age_said, m.occupation, m.described,
                array(m.characteristics),
            )
        )  # fmt: skip
        if m.sealed:
            rows.secrets.append((row, "mention", dict(m.sealed)))
        for n, s in enumerate(m.statuses):
            key = next(new)
            before = again.statuses.get((m.key, n), key)
            rows.of["victimstatus"].append((key, before, report_id, office, since, root, s.status, *edges(s.happened)))
    _add_acts(rows, report, office, since, again)
    for n, i in enumerate(report.draft.involvements):
        key = next(new)
        perpetrator = report.mentions[i.perpetrator] if i.perpetrator else None
        rows.of["involvement"].append(
            (
                key, again.involvements.get(n, key), report_id, office, since, report.acts[i.act], perpetrator,
                i.institution, i.type, i.degree,
            )
        )  # fmt: skip


def _add_acts(rows: Rows, report: Numbered, office: int, since: int, again: Again) -> None:
    for position, a in enumerate(report.draft.acts):
        root = report.acts[a.key]
        row = again.rows.get("a" + a.key, root)
        rows.of["act"].append(
            (
                row, root, report.id, office, since, position, report.mentions[a.victim], a.type, a.means,
                a.stated_reason, a.kind_of_place, *edges(a.happened), a.place, a.place_precision, a.place_said,
                a.happened_said,
            )
        )  # fmt: skip
        if a.sealed:
            rows.secrets.append((row, "act", dict(a.sealed)))


def _said_status(report: UUID, mention: UUID, status: StatusDraft) -> SaidStatus:
    _text, began, ended = edges(status.happened)
    return SaidStatus(report, mention, status.status, ended, began)


def material_of(reports: Iterable[Numbered], custodian: int) -> Material:
    """The drafts of whole new events as the rules read them."""
    material = Material([], [], [])
    for r in reports:
        draft = r.draft
        material.reports.append(
            SaidReport(r.id, r.reference, custodian, draft.received_on, draft.source_kind, draft.summary)
        )
        for m in draft.mentions:
            part_of = r.mentions[m.part_of] if m.part_of else None
            material.mentions.append(
                SaidMention(
                    r.mentions[m.key], r.id, m.role, m.kind, m.institution, m.min_size, m.best_size, m.max_size,
                    part_of, m.sex, m.age_min, m.age_max, m.characteristics,
                )
            )  # fmt: skip
            material.statuses.extend(_said_status(r.id, r.mentions[m.key], s) for s in m.statuses)
        for a in draft.acts:
            material.acts.append(
                SaidAct(
                    r.acts[a.key], r.id, r.mentions[a.victim], a.type, a.means, a.stated_reason, a.kind_of_place,
                    *edges(a.happened), a.place, a.place_said,
                )
            )  # fmt: skip
        material.involvements.extend(
            SaidInvolvement(r.id, r.acts[i.act], i.type, r.id, i.institution) for i in draft.involvements
        )
    return material


def add_derived(rows: Rows, derived: Derived, material: Material) -> None:
    """Derived rows and their links to the said rows."""
    report_of = {m.root: m.report for m in material.mentions}
    report_of.update((a.root, a.report) for a in material.acts)
    custodian_of = {r.id: r.custodian for r in material.reports}
    alleged = alleged_by(material)
    for e in derived.events:
        rows.of["event"].append(
            (
                e.id, e.reference, array(e.custodians), e.title, e.happened, e.happened_first, e.happened_last,
                e.sorted_on, e.place, e.place_said, e.district, e.province, e.accounts, e.violations,
                array(e.act_types), array(e.source_kinds), e.state, e.withdrawn, e.received_on, RULES_VERSION,
            )
        )  # fmt: skip
        rows.of["account"].extend((r, custodian_of[r], e.id, r in derived.withdrawn) for r in e.members)
        if alleged:
            named = set().union(*(alleged.get(r, ()) for r in e.members))
            rows.of["alleged"].extend((r, one, custodian_of[r], e.id) for r in e.members for one in sorted(named))
    for p in derived.persons:
        rows.of["person"].append(
            (
                p.id, array(p.custodians), p.kind, p.institution, p.sex, p.age_min, p.age_max,
                array(p.characteristics), p.min_size, p.best_size, p.max_size, p.toll_differs, p.contradictory,
                p.part_of, p.status, RULES_VERSION,
            )
        )  # fmt: skip
        rows.of["identity"].extend((m, custodian_of[report_of[m]], report_of[m], p.id) for m in p.members)
    for v in derived.violations:
        rows.of["violation"].append(
            (
                v.id, array(v.custodians), v.event, v.person, v.type, v.means, v.stated_reason, v.kind_of_place,
                v.happened, v.happened_first, v.happened_last, v.place, v.district, v.province,
                array(v.perpetrator_types), v.state, v.standard, v.verified_on, v.nobody, array(v.differs),
                RULES_VERSION,
            )
        )  # fmt: skip
        rows.of["ground"].extend((a, custodian_of[report_of[a]], report_of[a], v.id) for a in v.members)
