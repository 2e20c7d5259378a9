"""Recommendations from a file: stored together, and taken back together."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.codes import queries as codes
from sanad.commitments.models import Recommendation
from sanad.commitments.rules.reading import Asked
from sanad.kit.dates import PartialDate
from sanad.kit.refusals import N_, OutOfOrder
from sanad.ledger.actions import record

COMPARED = (
    "asked_by",
    "words",
    "mechanism",
    "cycle",
    "document",
    "asked_on",
    "position",
    "position_on",
    "position_document",
    "translation",
    "note",
)


@dataclass
class Stored:
    """What storing a file did, or would do."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0


@transaction.atomic
def store_recommendations(asked: Iterable[Asked], *, by: Reader, imported: UUID, trial: bool = False) -> Stored:
    """New parts come in; a part that stands already takes what the file says anew. A trial changes nothing."""
    require(by, Permission.COMMITMENT_KEEP)
    assert by.office_id is not None
    rows = list(asked)
    mine = Recommendation.objects.filter(custodian_id=by.office_id, source__in={one.source for one in rows})
    known = {(one.source, one.paragraph, one.letter): one for one in mine.exclude(paragraph="")}
    stored, fresh, changed = Stored(), [], []
    for one in rows:
        there = known.get(one.place)
        if there is None:
            stored.new += 1
            fresh.append(_row(one, by, imported))
        elif _differs(there, one):
            stored.changed += 1
            changed.append(there)
        else:
            stored.unchanged += 1
    if trial:
        return stored
    Recommendation.objects.bulk_create(fresh, batch_size=500)
    for row in changed:
        row.save()
    counts: dict[str, Any] = {"new": stored.new, "changed": stored.changed, "unchanged": stored.unchanged}
    record("recommendations.imported", by=by, object_kind="import", object_id=imported, office=by.office_id, **counts)
    return stored


def _row(one: Asked, by: Reader, imported: UUID) -> Recommendation:
    return Recommendation(
        custodian_id=by.office_id,
        source=one.source,
        kind=codes.code_named("asker_kind", one.kind).code or codes.code("asker_kind", "other"),
        paragraph=one.paragraph,
        letter=one.letter,
        asked_first=PartialDate.parse(one.asked_on).earliest() if one.asked_on else None,
        themes=[found.pk for said in one.themes if (found := codes.code_named("theme", said).code)],
        imported=imported,
        made_by=by.user_id,
        made_at=timezone.now(),
        **{name: getattr(one, name) for name in COMPARED},
    )


def _differs(there: Recommendation, one: Asked) -> bool:
    """Take over what the file says otherwise; what it leaves empty stays."""
    found = False
    for name in COMPARED:
        said = getattr(one, name)
        if said and said != getattr(there, name):
            setattr(there, name, said)
            found = True
    return found


@transaction.atomic
def undo_recommendations(imported: UUID, *, by: Reader, why: str) -> int:
    """Take back what an import brought; refused where an action answers one of them already."""
    require(by, Permission.IMPORT_UNDO, custodian=by.office_id)
    rows = Recommendation.objects.filter(custodian_id=by.office_id, imported=imported)
    used = rows.filter(answers__isnull=False).distinct().count()
    if used:
        sentence = N_("Actions answer %(number)s of these recommendations. Take those answers back first.")
        raise OutOfOrder.one("recommendations.in_use", sentence, number=used)
    gone, _rows = rows.delete()
    record("recommendations.undone", by=by, object_kind="import", object_id=imported, office=by.office_id, rows=gone)
    return int(gone)
