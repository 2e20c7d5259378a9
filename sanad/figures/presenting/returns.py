"""The monthly return: a saved table, counted now, on one A4 page."""

from dataclasses import dataclass

from sanad.accounts.readers import Reader
from sanad.figures.models import SavedTable


@dataclass(frozen=True)
class Return:
    """The finished page, and the snapshot that it rests on."""

    pdf: bytes
    snapshot: str


def make(reader: Reader, saved: SavedTable, month: str = "") -> Return:
    """Count the saved table on the newest snapshot (of one month, if one is named) and set the page."""
    raise NotImplementedError
