"""One run of `store_batch`: what is new, what is known, what the list itself says belongs together."""

import json
from dataclasses import dataclass, field, replace
from itertools import groupby, islice
from uuid import UUID

from django.utils import timezone

from sanad.accounts.readers import Reader
from sanad.kit.ids import uuid7, uuid7s
from sanad.kit.references import new_reference, new_references
from sanad.kit.refusals import N_, OutOfOrder
from sanad.ledger import actions as ledger
from sanad.vault.sealing import Sealer
from sanad.violations import queries
from sanad.violations.actions.fingerprint import stated
from sanad.violations.actions.locking import hold
from sanad.violations.actions.rederive import rederive
from sanad.violations.actions.revising import known_again, revise
from sanad.violations.actions.rows import (
    Numbered,
    Row,
    Rows,
    Stamp,
    add_derived,
    add_report,
    add_revision,
    add_said,
    array,
    edges,
    material_of,
)
from sanad.violations.actions.sealing import content_hasher, seal_rows
from sanad.violations.actions.staging import copy_into, write_rows
from sanad.violations.drafts import DocumentDraft, ReportDraft
from sanad.violations.models import Batch
from sanad.violations.queries import KnownReport
from sanad.violations.rules import Pair, derive

LONGEST_TITLE = 200

PAIR_COLUMNS = (
    "id", "custodian_id", "custodians", "batch_id", "made_at", "made_by", "kind", "verdict", "why", "report_id",
    "other_report_id", "mention", "other_mention", "field",
)  # fmt: skip
DOCUMENT_COLUMNS = (
    "id", "custodian_id", "batch_id", "kind_id", "institution_id", "title", "page", "dated", "dated_first",
    "dated_last", "language_id", "original", "received_on",
)  # fmt: skip


@dataclass(slots=True)
class Stored:
    """What a batch changed. `batch` is None where nothing was new or revised."""

    batch: Batch | None = None
    reports: int = 0
    revised: int = 0
    unchanged: int = 0
    changed: list[str] = field(default_factory=list)  # references of revised reports


@dataclass(frozen=True, slots=True)
class Item:
    """A draft with its keyed hash and what tells its event; one without an event key is alone."""

    draft: ReportDraft
    digest: bytes
    event: str | int


class Intake:
    """One run of `store_batch`: its batch, its documents, its sealer, and what it has counted so far."""

    def __init__(self, by: Reader, *, title: str, origin: str, original: UUID | None, kind: str, why: str) -> None:
        assert by.office_id is not None
        self.by, self.origin, self.original, self.kind = by, origin, original, kind
        self.title = title[:LONGEST_TITLE]
        self.office = by.office_id
        self.prefix = queries.reference_prefix(self.office)
        self.stored = Stored()
        self.made_at = timezone.now()
        self.stamp = Stamp(self.office, self.made_at, by.user_id, uuid7(), why)
        self.sealer = Sealer(self.office)
        self.hash_of = content_hasher(self.office)
        self.tree = queries.act_tree()
        self.frame = queries.place_frame()
        self.documents: dict[DocumentDraft, UUID] = {}
        self.repeats: dict[str, int] = {}
        self.seen: set[str] = set()
        self.erased: set[UUID] = set()

    def take(self, drafts: list[ReportDraft]) -> None:
        """Store one chunk of whole events."""
        items = [self._identified(d, n) for n, d in enumerate(drafts)]
        known = queries.known_reports(self.office, self.origin, [i.draft.external_id for i in items])
        self.erased = queries.reports_with_erased([report.id for report in known.values()])
        if any(i.draft.external_id in known and self._is_changed(i, known[i.draft.external_id]) for i in items):
            hold([report.id for report in known.values()])
        whole: list[list[Item]] = []
        stale: set[UUID] = set()
        for _, members in groupby(items, key=lambda i: i.event):
            group = list(members)
            fresh = [i for i in group if i.draft.external_id not in known]
            old = [(i, known[i.draft.external_id]) for i in group if i.draft.external_id in known]
            for item, report in old:
                stale |= self._revise(item, report)
            if fresh and old:
                stale |= self._join(fresh, old)
            elif fresh:
                whole.append(fresh)
        if whole:
            self._insert(whole)
        if stale:
            rederive(stale)

    def finish(self) -> Stored:
        """Write down what was done; a batch that changed nothing leaves no row."""
        batch = self.stored.batch
        if batch is not None:
            ledger.record(
                "batch.stored", by=self.by, object_kind="batch", object_id=batch.id, office=self.office,
                reports=self.stored.reports, revised=self.stored.revised, unchanged=self.stored.unchanged,
            )  # fmt: skip
        return self.stored

    def _identified(self, draft: ReportDraft, order: int) -> Item:
        """The draft with its origin and an external id: its own, or one made of its content."""
        digest = self.hash_of(stated(draft))
        external = draft.external_id
        if not external:
            content = digest.hex()[:32]
            self.repeats[content] = self.repeats.get(content, 0) + 1
            external = f"#{content}-{self.repeats[content]}"
        elif external in self.seen:
            raise OutOfOrder.one(
                "twice_in_list", N_("The number %(number)s stands twice in the list."), number=external
            )
        self.seen.add(external)
        return Item(replace(draft, origin=self.origin, external_id=external), digest, draft.event_key or order)

    def _batch(self) -> Batch:
        if self.stored.batch is None:
            assert self.stamp.batch is not None
            self.stored.batch = Batch.objects.create(
                id=self.stamp.batch, reference=new_reference(self.prefix, self.made_at.year), kind=self.kind,
                custodian_id=self.office, title=self.title, made_by=self.by.user_id, made_at=self.made_at,
            )  # fmt: skip
        return self.stored.batch

    def _numbered(self, items: list[Item]) -> list[Numbered]:
        """Give the drafts their ids: reports in order, then mentions and acts of each."""
        self._batch()
        ids = iter(uuid7s(sum(1 + len(i.draft.mentions) + len(i.draft.acts) for i in items)))
        references = new_references(self.prefix, self.made_at.year, len(items))
        return [
            Numbered(
                i.draft, next(ids), reference, self._document(i.draft.document, i.draft), i.digest,
                {m.key: next(ids) for m in i.draft.mentions}, {a.key: next(ids) for a in i.draft.acts},
            )
            for i, reference in zip(items, references, strict=True)
        ]  # fmt: skip

    def _document(self, document: DocumentDraft, draft: ReportDraft) -> UUID:
        """The row of a document; reports of one batch that name the same document share it."""
        if document not in self.documents:
            key = self.documents[document] = uuid7()
            row = (
                key, self.office, self.stamp.batch, document.kind, document.institution, document.title or self.title,
                document.page, *edges(document.dated), document.language, self.original, draft.received_on,
            )  # fmt: skip
            copy_into("violations_document", DOCUMENT_COLUMNS, [row])
        return self.documents[document]

    def _said(self, reports: list[Numbered], rows: Rows) -> None:
        spare = iter(uuid7s(len(reports) + sum(_extra(r.draft) for r in reports)))
        for report in reports:
            add_report(rows, report, self.stamp)
            listed = json.dumps(dict(report.draft.listed)) if report.draft.listed else None
            add_revision(rows, report, self.stamp, revision=next(spare), number=1, listed=listed)
            add_said(rows, report, self.stamp, since=1, ids=spare)

    def _insert(self, groups: list[list[Item]]) -> None:
        """Store whole new events and what follows from them."""
        items = [item for group in groups for item in group]
        reports = self._numbered(items)
        rows, pairs = Rows(), list[Pair]()
        self._said(reports, rows)
        at = iter(reports)
        for group in groups:
            pairs += _pairs(list(islice(at, len(group))))
        material = material_of(reports, self.office)
        material.pairs = pairs
        add_derived(rows, derive(material, self.tree, self.frame), material)
        self._write(rows, pairs)
        self.stored.reports += len(reports)

    def _join(self, fresh: list[Item], old: list[tuple[Item, KnownReport]]) -> set[UUID]:
        """Store further accounts of an event of which the same list told before."""
        held = [self._held(item, report) for item, report in old]
        reports = self._numbered(fresh)
        rows = Rows()
        self._said(reports, rows)
        self._write(rows, _pairs(reports, held))
        self.stored.reports += len(reports)
        return {report.id for report in (*held, *reports)}

    def _held(self, item: Item, report: KnownReport) -> Numbered:
        """A report that is known, with the mentions that it holds now for the keys of its row."""
        mentions = known_again(queries.held_lines(report.id), item.draft, self.office).mentions
        return Numbered(item.draft, report.id, report.reference, report.id, item.digest, mentions, {})

    def _revise(self, item: Item, report: KnownReport) -> set[UUID]:
        if not self._is_changed(item, report):
            self.stored.unchanged += 1
            return set()
        self._batch()
        revise(report.id, item.draft, self.stamp, content_hash=item.digest, sealer=self.sealer)
        self.stored.revised += 1
        self.stored.changed.append(report.reference)
        return {report.id}

    def _is_changed(self, item: Item, report: KnownReport) -> bool:
        """A list does not bring back whom it named: a report of which somebody was erased stays as it is."""
        return report.content_hash != item.digest and report.id not in self.erased

    def _write(self, rows: Rows, pairs: list[Pair]) -> None:
        write_rows(rows)
        seal_rows(self.sealer, rows)
        if pairs:
            copy_into("violations_judgement", PAIR_COLUMNS, self._judged(pairs))

    def _judged(self, pairs: list[Pair]) -> list[Row]:
        """Judgements that the list itself makes: its columns are accounts of one event."""
        made = []
        for pair, key in zip(pairs, uuid7s(len(pairs)), strict=True):
            reports = (pair.one, pair.other) if pair.kind == "same_event" else (None, None)
            mentions = (pair.one, pair.other) if pair.kind == "same_person" else (None, None)
            made.append(
                (
                    key, self.office, array((self.office,)), self.stamp.batch, self.made_at, self.by.user_id,
                    pair.kind, "same", "one row of the list", *reports, *mentions, "",
                )
            )  # fmt: skip
        return made


def _extra(draft: ReportDraft) -> int:
    return len(draft.involvements) + sum(len(m.statuses) for m in draft.mentions)


def _pairs(reports: list[Numbered], held: list[Numbered] | None = None) -> list[Pair]:
    """What follows from one event key: every further report is an account of the first, like keys are one person.

    `held` are accounts of the event that are there already: how these belong together was judged before.
    """
    first, *others = [*held, *reports] if held else reports
    pairs = []
    seen = dict(first.mentions)
    known = {report.id for report in held or ()}
    for other in others:
        if other.id not in known:
            pairs.append(Pair("same_event", first.id, other.id))
        for key, root in other.mentions.items():
            if key not in seen:
                seen[key] = root
            elif other.id not in known:
                pairs.append(Pair("same_person", seen[key], root))
    return pairs
