"""Changes of many reports at once: what they were, for whoever keeps the reports."""

from collections.abc import Collection
from uuid import UUID

from django.db.models import Count, QuerySet

from sanad.accounts.readers import Reader
from sanad.vault.models import Sealed
from sanad.violations.models import Act, Batch, Edited, Report, Revision
from sanad.violations.queries.visible import batches_visible_to, reports_visible_to


def sealed_points(acts: Collection[UUID]) -> bool:
    """Does one of these acts have a point on the map? It is sealed, and would not be where the act is moved to."""
    return Sealed.objects.filter(of="act", row_id__in=list(acts)).exists()


def edit_batches(reader: Reader) -> QuerySet[Batch]:
    """Changes of many reports that the reader's offices made, the newest first."""
    made = batches_visible_to(reader).filter(kind=Batch.Kind.EDIT, custodian_id__in=sorted(reader.keeps))
    return made.annotate(number=Count("edited")).order_by("-made_at", "-id")


def edits_in(reader: Reader, batch: Batch) -> list[Edited]:
    """What one of these changed, report by report."""
    seen = Edited.objects.filter(batch=batch, report__in=reports_visible_to(reader))
    return list(seen.select_related("report").order_by("report_id"))


def reports_to_edit(reader: Reader, references: Collection[str]) -> list[Report]:
    """Of these reports those that the reader's offices keep, as in the list: the latest first."""
    own = reports_visible_to(reader).filter(reference__in=list(references), custodian_id__in=sorted(reader.keeps))
    return list(own.select_related("document", "source_institution", "source_kind").order_by("-received_on", "-id"))


def current_revisions(reports: Collection[UUID]) -> dict[UUID, int]:
    """The number of the wording that holds of each."""
    return dict(Revision.objects.filter(report__in=list(reports), until=None).values_list("report_id", "number"))


def acts_now(reports: Collection[UUID]) -> dict[UUID, list[Act]]:
    """The acts that each report says now."""
    found: dict[UUID, list[Act]] = {}
    for act in Act.objects.filter(report__in=list(reports), until=None).order_by("report_id", "position"):
        found.setdefault(act.report_id, []).append(act)
    return found
