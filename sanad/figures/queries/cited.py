"""What cited figures rest on and therefore cannot be taken back, only withdrawn."""

from sanad.accounts.readers import Reader
from sanad.figures.queries.opening import open_snapshot
from sanad.figures.queries.snapshots import snapshots


def batch_is_cited(reader: Reader, reference: str) -> bool:
    """Does a snapshot that somebody cites count reports of this batch?"""
    cited = snapshots(reader).exclude(cited_at=None).values_list("pk", flat=True)
    return any(open_snapshot(reader, name).counts_batch(reference) for name in cited)
