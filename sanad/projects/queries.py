"""Reading projects: those of the offices that the reader sees."""

from django.db.models import Prefetch, QuerySet

from sanad.accounts.models import Office
from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.projects.models import Coverage, Partner, Project, Result
from sanad.projects.rules import Status

ORDER = {Status.RUNNING: 0, Status.PLANNED: 1, Status.SUSPENDED: 2, Status.FINISHED: 3, Status.CANCELLED: 4}


def projects_visible_to(reader: Reader) -> QuerySet[Project]:
    """Projects of the offices that this reader sees."""
    require(reader, Permission.GATHERING_READ)
    return Project.objects.filter(custodian_id__in=sorted(reader.sees)).select_related("custodian")


def project_visible_to(reader: Reader, reference: str) -> Project | None:
    """One of them, with its parts."""
    return with_parts(projects_visible_to(reader).filter(reference=reference)).first()


def with_parts(projects: QuerySet[Project]) -> QuerySet[Project]:
    """Coverage, partners and results read along, each in order."""
    return projects.prefetch_related(
        Prefetch("coverage", Coverage.objects.order_by("id")),
        Prefetch("partners", Partner.objects.select_related("institution").order_by("id")),
        Prefetch("results", Result.objects.order_by("id")),
    )


def projects_in_order(reader: Reader) -> list[Project]:
    """All that the reader sees: those that run first, then the newest."""
    found = with_parts(projects_visible_to(reader))
    return sorted(found, key=lambda one: (ORDER[Status(one.status)], -(one.starts.toordinal() if one.starts else 0)))


def reference_prefix(office_id: int) -> str:
    """What references of an office begin with."""
    return Office.objects.values_list("reference_prefix", flat=True).get(pk=office_id)
