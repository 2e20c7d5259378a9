"""Drafts for records that exist: everybody finds their own."""

from sanad.accounts.models import KeptEdit
from sanad.accounts.readers import Reader


def kept_edit(reader: Reader, kind: str, record: str) -> KeptEdit | None:
    """What this reader typed into a record and did not save."""
    return next(iter(_mine(reader).filter(kind=kind, record=record)), None) if reader.user_id else None


def kept_edits(reader: Reader) -> list[KeptEdit]:
    """All of these, the newest first."""
    return list(_mine(reader).order_by("-at")) if reader.user_id else []


def _mine(reader: Reader):
    return KeptEdit.objects.filter(user_id=reader.user_id, custodian_id__in=sorted(reader.sees))
