"""Searches that a user keeps, at the office for which they work now."""

from uuid import UUID

from sanad.accounts.readers import Reader
from sanad.search.models import SavedSearch


def saved_by(reader: Reader) -> list[SavedSearch]:
    """The own ones, the newest first."""
    return list(_own(reader).order_by("-id"))


def saved_search(reader: Reader, pk: UUID) -> SavedSearch | None:
    """An own one; those of others are not there."""
    return _own(reader).filter(pk=pk).first()


def _own(reader: Reader):
    if reader.user_id is None:
        return SavedSearch.objects.none()
    return SavedSearch.objects.filter(user=reader.user_id, custodian_id=reader.office_id)
