"""One report at a time: recorded by hand, added to an event, corrected."""

import json
from collections.abc import Mapping
from uuid import UUID

from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.kit.ids import uuid7, uuid7s
from sanad.kit.references import new_reference
from sanad.kit.refusals import N_, NotPermitted, Refused
from sanad.ledger import actions as ledger
from sanad.vault.sealing import Sealer
from sanad.violations import queries
from sanad.violations.actions.fingerprint import stated
from sanad.violations.actions.linking import link
from sanad.violations.actions.locking import changed_since, deed, hold
from sanad.violations.actions.reasons import reason
from sanad.violations.actions.rederive import rederive
from sanad.violations.actions.revising import revise
from sanad.violations.actions.rows import Numbered, Rows, Stamp, add_report, add_revision, add_said, edges
from sanad.violations.actions.sealing import content_hasher, seal_rows
from sanad.violations.actions.staging import write_rows
from sanad.violations.drafts import ReportDraft
from sanad.violations.models import Document, Event, Judgement, Report
from sanad.violations.rules.entry import reasons_to_refuse


@deed
def record_report(draft: ReportDraft, *, by: Reader) -> Report:
    """Keep what one source says; its event, persons and violations follow at once."""
    require(by, Permission.REPORT_RECORD)
    _check(draft, by)
    report, _ = _write(draft, by)
    rederive([report.id])
    ledger.record(
        "report.recorded", by=by, object_kind="report", object_id=report.id, office=report.custodian_id,
        mentions=len(draft.mentions), acts=len(draft.acts),
    )  # fmt: skip
    return report


@deed
def add_account(event: Event, draft: ReportDraft, *, same: Mapping[str, UUID], by: Reader, why: str) -> Report:
    """Keep a further account of an event. `same`: for a mention's key in the draft, the person that it describes.

    Only who may see an account of the event adds one, and only persons whom that reader sees can be the same.
    """
    require(by, Permission.REPORT_RECORD)
    _check(draft, by)
    why = reason(why)
    first = queries.oldest_report_of(by, event)
    if first is not None:
        hold([first])
    now = queries.events_visible_to(by).filter(pk=event.pk).first()
    known = queries.persons_of(by, now) if now else {}
    if first is None or now is None or not known.keys() >= set(same.values()):
        raise changed_since()
    report, roots = _write(draft, by)
    kinds = Judgement.Kind
    link(kinds.SAME_EVENT, "same", by=by, why=why, custodians=now.custodians, report_id=first, other_report=report)
    for key, person in same.items():
        link(
            kinds.SAME_PERSON, "same", by=by, why=why, custodians=known[person], mention=person,
            other_mention=roots[key],
        )  # fmt: skip
    rederive([report.id, first])
    ledger.record(
        "report.added_to_event", by=by, object_kind="report", object_id=report.id, office=report.custodian_id,
        event=str(event.id),
    )  # fmt: skip
    return report


@deed
def correct_report(
    report: Report,
    draft: ReportDraft,
    *,
    by: Reader,
    why: str,
    same: Mapping[str, UUID] | None = None,
    seen: int | None = None,
) -> int:
    """Write a new revision of a report and say its number; the earlier wording stays.

    `same`: for keys of mentions and acts in the draft, the roots that they had before; found by what they say if left
    out. `seen`: the revision that the correction starts from; refused where somebody has written a newer one.
    """
    require(by, Permission.REPORT_CORRECT, custodian=report.custodian_id)
    _check(draft, by)
    hold([report.pk])
    newest = queries.newest_revision(report.pk)
    if newest is None or (seen is not None and newest.number != seen):
        raise changed_since()
    sealer = Sealer(report.custodian_id)
    stamp = Stamp(report.custodian_id, timezone.now(), by.user_id, None, why.strip())
    digest = content_hasher(report.custodian_id)(stated(draft))
    number = revise(report.id, draft, stamp, content_hash=digest, sealer=sealer, same=same)
    rederive([report.id])
    ledger.record(
        "report.corrected", by=by, object_kind="report", object_id=report.id, office=report.custodian_id,
        revision=number,
    )  # fmt: skip
    return number


def _check(draft: ReportDraft, by: Reader) -> None:
    reasons = reasons_to_refuse(draft, today=timezone.localdate())
    if reasons:
        raise Refused(reasons)
    accused = {m.institution for m in draft.mentions if m.role == "perpetrator"}
    if by.conflicts & (accused | {i.institution for i in draft.involvements}):
        raise NotPermitted.one(
            "own_conflict",
            N_("This report is about an institution to which you are tied. Let somebody else write it."),
        )


def _write(draft: ReportDraft, by: Reader) -> tuple[Report, dict[str, UUID]]:
    """The report with all that it says, and the root of each mention by draft key."""
    assert by.office_id is not None
    office, now = by.office_id, timezone.now()
    stamp = Stamp(office, now, by.user_id, None)
    document = _document_of(draft, by) or _keep_document(draft, office)
    numbered = Numbered(
        draft, uuid7(), new_reference(queries.reference_prefix(office), now.year), document.id,
        content_hasher(office)(stated(draft)), {m.key: uuid7() for m in draft.mentions},
        {a.key: uuid7() for a in draft.acts},
    )  # fmt: skip
    rows = Rows()
    add_report(rows, numbered, stamp)
    listed = json.dumps(dict(draft.listed)) if draft.listed else None
    add_revision(rows, numbered, stamp, revision=uuid7(), number=1, listed=listed)
    spare = uuid7s(len(draft.involvements) + sum(len(m.statuses) for m in draft.mentions))
    add_said(rows, numbered, stamp, since=1, ids=spare)
    write_rows(rows)
    seal_rows(Sealer(office), rows)
    return Report.objects.get(pk=numbered.id), numbered.mentions


def _document_of(draft: ReportDraft, by: Reader) -> Document | None:
    """The document of an earlier report, where this one stands on the same page."""
    if draft.kept_document is None:
        return None
    found = queries.document_kept(by, draft.kept_document)
    if found is None:
        raise Refused.one("document_gone", N_("The earlier page is no longer kept here. Fill in the document again."))
    return found


def _keep_document(draft: ReportDraft, office: int) -> Document:
    d = draft.document
    text, first, last = edges(d.dated)
    return Document.objects.create(
        custodian_id=office, kind_id=d.kind, institution_id=d.institution, title=d.title, page=d.page, dated=text,
        dated_first=first, dated_last=last, language_id=d.language, original=d.original, received_on=draft.received_on,
    )  # fmt: skip
