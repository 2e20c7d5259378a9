"""Batches: many reports stored at once, and undone at once."""

from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from uuid import UUID

from django.db import IntegrityError

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.violations.actions.intake import Intake, Stored
from sanad.violations.actions.locking import deed, hold_list, import_under_way, is_taken
from sanad.violations.drafts import ReportDraft

__all__ = ["Stored", "store_batch"]

CHUNK = 2_000  # drafts held in memory at a time


@deed
def store_batch(
    drafts: Iterable[ReportDraft],
    *,
    by: Reader,
    title: str,
    origin: str,
    original: UUID | None = None,
    kind: str = "file",
    why: str = "",
    progress: Callable[[int], None] | None = None,
) -> Stored:
    """Store reports that came in together; what is there already is left alone or revised.

    A draft is known again by its `external_id` within the office and the origin; one without is known by its whole
    content. `progress` is told the drafts done so far and may raise to cancel: the transaction then leaves nothing.
    The same list comes in once at a time; a second import of it is refused.
    """
    require(by, Permission.IMPORT_RUN)
    intake = Intake(by, title=title, origin=origin, original=original, kind=kind, why=why)
    hold_list(intake.office, origin)
    done = 0
    try:
        for chunk in _chunks(drafts):
            intake.take(chunk)
            done += len(chunk)
            if progress:
                progress(done)
    except IntegrityError as error:
        if is_taken(error):
            raise import_under_way() from error
        raise
    return intake.finish()


def _chunks(drafts: Iterable[ReportDraft]) -> Iterator[list[ReportDraft]]:
    """Lists of about CHUNK drafts; accounts of one event (the same `event_key`, one after another) stay together."""
    chunk: list[ReportDraft] = []
    lone = iter(range(1 << 62))
    for _, group in groupby(drafts, key=lambda d: d.event_key or next(lone)):
        chunk.extend(group)
        if len(chunk) >= CHUNK:
            yield chunk
            chunk = []
    if chunk:
        yield chunk
