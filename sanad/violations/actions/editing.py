"""One field changed for many reports: a batch of its own, seen before it is made, undone as a whole.

No sealed value is opened for it. A place makes a new revision whose wording is that of the earlier one; paper and kind
of source stand on the report, and what they were is kept with the batch.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from uuid import UUID

from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader, operator
from sanad.accounts.scope import scoped
from sanad.kit.ids import uuid7
from sanad.kit.references import new_reference
from sanad.kit.refusals import N_, Incomplete, OutOfOrder
from sanad.ledger import actions as ledger
from sanad.violations import queries
from sanad.violations.actions.locking import deed, hold
from sanad.violations.actions.reasons import reason
from sanad.violations.actions.rederive import forget, rederive
from sanad.violations.actions.undoing import hold_batch, remove, require_newest
from sanad.violations.models import Act, Batch, Document, Edited, Report, Revision

MOST = 200
PLACE, PAPER, SOURCE_KIND = Edited.Field.PLACE, Edited.Field.PAPER, Edited.Field.SOURCE_KIND
COLUMNS = {PAPER: "source_institution_id", SOURCE_KIND: "source_kind_id"}


@dataclass(frozen=True, slots=True)
class NewPlace:
    """Where the acts happened, and the words for it."""

    place: int | None
    precision: str
    said: str


@dataclass(frozen=True, slots=True)
class Change:
    """One field and its new value: a place, or the number of an institution or a code."""

    field: str
    value: NewPlace | int


@deed
def edit_reports(
    reports: Sequence[UUID], change: Change, *, seen: Mapping[UUID, int], why: str, by: Reader
) -> tuple[Batch, int]:
    """Change a field of these reports; says how many were changed. `seen`: the revision that the preview showed.

    A report that somebody corrected since, or that has it so already, is left as it is.
    """
    why = reason(why)
    require(by, Permission.REPORT_CORRECT)
    if len(reports) > MOST:
        raise Incomplete.one("too_many_at_once", N_("At most %(most)s reports are changed at once."), most=MOST)
    assert by.office_id is not None
    hold(reports)
    mine = queries.reports_visible_to(by).filter(pk__in=list(reports), custodian_id__in=by.keeps)
    rows = list(mine.select_related("document").order_by("id"))
    for report in rows:
        require(by, Permission.REPORT_CORRECT, custodian=report.custodian_id)
    batch = _batch(by, why)
    changed = [report for report in rows if _unchanged_since(report, seen) and _edit(report, change, batch, why, by)]
    if not changed:
        raise OutOfOrder.one(
            "nothing_to_change", N_("Nothing was changed: all of them are so already, or were corrected.")
        )
    rederive([report.pk for report in changed])
    ledger.record(
        "reports.edited", by=by, object_kind="batch", object_id=batch.pk, office=batch.custodian_id,
        field=str(change.field), reports=len(changed),
    )  # fmt: skip
    return batch, len(changed)


def _batch(by: Reader, why: str) -> Batch:
    now = timezone.now()
    assert by.office_id is not None
    return Batch.objects.create(
        id=uuid7(), reference=new_reference(queries.reference_prefix(by.office_id), now.year), kind=Batch.Kind.EDIT,
        custodian_id=by.office_id, title=why[:200], made_by=by.user_id, made_at=now,
    )  # fmt: skip


def _unchanged_since(report: Report, seen: Mapping[UUID, int]) -> bool:
    newest = queries.newest_revision(report.pk)
    return newest is not None and seen.get(report.pk) == newest.number


def _edit(report: Report, change: Change, batch: Batch, why: str, by: Reader) -> bool:
    """Change one report; whether it was not so already."""
    if isinstance(change.value, NewPlace):
        before = _move(report, change.value, batch, why, by)
        after: object = vars_of(change.value)
    else:
        before, after = _relabel(report, change.field, change.value), change.value
    if before is None:
        return False
    Edited.objects.create(
        custodian_id=report.custodian_id, batch=batch, report=report, field=change.field, before=before, after=after
    )
    return True


def vars_of(place: NewPlace) -> dict[str, object]:
    """A place as it is kept."""
    return {"place": place.place, "precision": place.precision, "said": place.said}


def _relabel(report: Report, field: str, value: int) -> dict[str, object] | None:
    """Paper or kind of source, as they stand on the report; the document follows where it carries this report alone."""
    column = COLUMNS[field]
    was = getattr(report, column)
    if was == value:
        return None
    before: dict[str, object] = {"value": was}
    Report.objects.filter(pk=report.pk).update(**{column: value})
    alone = not Report.objects.filter(document=report.document_id).exclude(pk=report.pk).exists()
    if field == PAPER and alone:
        before["document"] = report.document.institution_id
        Document.objects.filter(pk=report.document_id).update(institution_id=value)
    return before


def _move(report: Report, to: NewPlace, batch: Batch, why: str, by: Reader) -> dict[str, object] | None:
    """A revision in which the acts happened elsewhere; all else, and the sealed wording, is that of before."""
    acts = list(Act.objects.filter(report=report, until=None).order_by("position"))
    elsewhere = [one for one in acts if (one.place_id, one.place_said) != (to.place, to.said)]
    if not elsewhere or queries.sealed_points([one.pk for one in acts]):
        return None
    revision = Revision.objects.get(report=report, until=None)
    number = revision.number + 1
    Revision.objects.filter(pk=revision.pk).update(until=number)
    _again(
        revision, number=number, batch_id=batch.pk, made_at=batch.made_at, made_by=by.user_id, why=why[:300],
        wording=revision.sealed_in,
    )  # fmt: skip
    Act.objects.filter(pk__in=[one.pk for one in elsewhere]).update(until=number)
    for one in elsewhere:
        _again(one, since=number, place_id=to.place, place_precision=to.precision, place_said=to.said)
    places = sorted({one.place_said for one in elsewhere})
    return {"places": [one.place_id for one in elsewhere], "said": places}


def _again(row: Revision | Act, **changes: object) -> None:
    """The same row once more, with these changes; open, and with an id of its own."""
    fields = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    type(row).objects.create(**fields | {"id": uuid7(), "until": None} | changes)


@deed
def undo_edits(batch: Batch, *, by: Reader) -> int:
    """Take a change of many reports back, and say of how many; refused where somebody changed one of them since."""
    require(by, Permission.REPORT_CORRECT, custodian=batch.custodian_id)
    hold_batch(batch)
    edited = list(Edited.objects.filter(batch=batch).select_related("report__document"))
    with scoped(replace(by, sees=frozenset({batch.custodian_id, *(one.custodian_id for one in edited)}))):
        bound = hold([one.report_id for one in edited])
        _require_as_edited(batch, edited)
        with scoped(operator()):
            forget(bound)
        remove(batch)
        for one in edited:
            _put_back(one)
    rederive(bound)
    batch.undone_at, batch.undone_by, batch.undone_why = timezone.now(), by.user_id, "undone at once"
    batch.save(update_fields=["undone_at", "undone_by", "undone_why"])
    ledger.record(
        "reports.edit_undone", by=by, object_kind="batch", object_id=batch.pk, office=batch.custodian_id,
        reports=len(edited),
    )  # fmt: skip
    return len(edited)


def _require_as_edited(batch: Batch, edited: Iterable[Edited]) -> None:
    require_newest(batch)
    for one in edited:
        column = COLUMNS.get(Edited.Field(one.field))
        if column and getattr(one.report, column) != one.after:
            raise OutOfOrder.one(
                "edited_since",
                N_("Report %(reference)s was changed again since; undo that first."),
                reference=one.report.reference,
            )


def _put_back(one: Edited) -> None:
    column = COLUMNS.get(Edited.Field(one.field))
    if column is None:
        return  # its revision is gone with the batch
    Report.objects.filter(pk=one.report_id).update(**{column: one.before["value"]})
    if "document" in one.before:
        Document.objects.filter(pk=one.report.document_id).update(institution_id=one.before["document"])
