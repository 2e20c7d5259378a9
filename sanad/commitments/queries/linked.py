"""What the holder of a focal point's link may see: the actions that their institution leads, and their own reports."""

from uuid import UUID

from django.db.models import QuerySet

from sanad.accounts.models import Link
from sanad.commitments.models import Action, FocalPoint, Progress


def focal_point_of(link: Link) -> FocalPoint | None:
    """Whom the link was given to, while they report."""
    rows = FocalPoint.objects.select_related("institution", "custodian")
    return rows.filter(pk=link.of, custodian_id=link.custodian_id, ended_on=None).first()


def actions_of(focal_point: FocalPoint) -> QuerySet[Action]:
    """The actions that the institution leads at this custodian."""
    rows = Action.objects.filter(custodian_id=focal_point.custodian_id, lead_id=focal_point.institution_id)
    return rows.filter(dropped_on=None).order_by("label", "id")


def action_of(focal_point: FocalPoint, pk: UUID) -> Action | None:
    """One of these."""
    return actions_of(focal_point).filter(pk=pk).first()


def reports_of(focal_point: FocalPoint, actions: list[Action]) -> dict[UUID, list[Progress]]:
    """What was reported on these actions, the newest first."""
    found: dict[UUID, list[Progress]] = {}
    rows = Progress.objects.filter(action__in=actions, custodian_id=focal_point.custodian_id)
    for one in rows.order_by("action_id", "-first", "-id"):
        found.setdefault(one.action_id, []).append(one)
    return found
