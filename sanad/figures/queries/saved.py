"""Saved tables, and what was taken out: those of the offices that the reader sees."""

from uuid import UUID

from django.db.models import QuerySet

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.figures.models import SavedTable, TakenOut


def saved_tables_visible_to(reader: Reader) -> QuerySet[SavedTable]:
    """The current versions, by name."""
    return _all(reader).filter(replaced_at=None).order_by("name", "id")


def versions_visible_to(reader: Reader, key: UUID) -> QuerySet[SavedTable]:
    """All versions of one saved table, the newest first."""
    return _all(reader).filter(key=key).order_by("-version")


def _all(reader: Reader) -> QuerySet[SavedTable]:
    require(reader, Permission.FIGURE_COUNT)
    return SavedTable.objects.filter(custodian_id__in=sorted(reader.sees)).select_related("custodian")


def taken_out_visible_to(reader: Reader, most: int = 200) -> QuerySet[TakenOut]:
    """What left the house, the newest first."""
    require(reader, Permission.FIGURE_EXPORT)
    found = TakenOut.objects.filter(custodian_id__in=sorted(reader.sees)).select_related("custodian")
    return found.order_by("-at", "-id")[:most]
