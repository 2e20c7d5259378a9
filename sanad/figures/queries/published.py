"""Printed tables: everybody who counts may read them."""

from uuid import UUID

from django.db.models import QuerySet

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.figures.models import PublishedTable
from sanad.figures.rules.published import Printed, Role
from sanad.figures.rules.published_lines import read_period


def published_tables_visible_to(reader: Reader) -> QuerySet[PublishedTable]:
    """The current versions, by name."""
    return _all(reader).filter(replaced_at=None).order_by("name", "id")


def published_versions_visible_to(reader: Reader, key: UUID) -> QuerySet[PublishedTable]:
    """All versions of one printed table, the newest first; of one that was taken away too."""
    return _all(reader).filter(key=key).order_by("-version")


def figures_of(table: PublishedTable) -> list[Printed]:
    """Its figures as they were entered, in the order in which they were printed."""
    rows = table.figures.order_by("position")
    return [
        Printed(row.area, row.category, read_period(row.period), row.measure, row.value, Role(row.role)) for row in rows
    ]


def _all(reader: Reader) -> QuerySet[PublishedTable]:
    require(reader, Permission.FIGURE_COUNT)
    return PublishedTable.objects.select_related("custodian")
