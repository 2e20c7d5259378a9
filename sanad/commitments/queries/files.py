"""Files that show what was done, as far as a reader may know of them."""

from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from sanad.accounts.readers import Reader
from sanad.commitments.models import Action, Evidence, FocalPoint, Progress
from sanad.commitments.queries import kept_within, progress_visible_to
from sanad.commitments.rules.reported import Verdict
from sanad.ledger.models import Deed
from sanad.ledger.queries import deeds_about
from sanad.vault.models import Erased
from sanad.vault.queries import erased_among

KIND = "action_evidence"  # of the object of a deed, and of the sealed name
DESTROYED = "original"
COUNTS = Q(progress=None) | Q(progress__verdict=Verdict.VALIDATED)


def evidence_visible_to(reader: Reader) -> QuerySet[Evidence]:
    """What shows that actions of the offices that the reader sees were done."""
    return kept_within(reader, Evidence).select_related("action", "progress", "focal_point").order_by("id")


def evidence_that_counts(reader: Reader) -> QuerySet[Evidence]:
    """The same without what came with a report that nobody has validated, and without what was destroyed."""
    gone = Erased.objects.filter(of=DESTROYED, row_id=OuterRef("pk"))
    return kept_within(reader, Evidence).filter(COUNTS).exclude(Exists(gone))


def file_visible_to(reader: Reader, pk: UUID) -> Evidence | None:
    """One of these that is a file."""
    return evidence_visible_to(reader).filter(pk=pk, size__isnull=False).first()


def is_destroyed(evidence: Evidence) -> bool:
    """Are the bytes of a file gone for good?"""
    return bool(erased_among([evidence.pk], DESTROYED))


def custody_of(reader: Reader, evidence: Evidence) -> list[Deed]:
    """What was done with a file, the first deed first."""
    return list(deeds_about(reader, KIND, evidence.pk).order_by("id"))


def open_reports(reader: Reader, action: Action) -> list[Progress]:
    """The reports on an action that nobody has looked at yet, the newest first."""
    return list(progress_visible_to(reader).filter(action=action, verdict="")[:20])


def open_report_of(focal_point: FocalPoint, action: Action) -> Progress | None:
    """The newest report of a focal point on an action, while nobody has looked at it."""
    rows = Progress.objects.filter(action=action, focal_point=focal_point, custodian_id=focal_point.custodian_id)
    newest = rows.select_related("action").order_by("-id").first()
    return newest if newest is not None and not newest.verdict else None


def files_of(progress: Progress) -> list[Evidence]:
    """The files that came with a report."""
    return list(Evidence.objects.filter(progress=progress, custodian_id=progress.custodian_id).order_by("id"))
