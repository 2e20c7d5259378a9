"""What follows a change of records: figures are counted anew."""

from sanad.accounts.readers import Reader
from sanad.figures.actions import schedule_snapshot


def count_anew(reader: Reader) -> None:
    """Ask for a snapshot, so that the number moves."""
    schedule_snapshot(by=reader)
