"""When sealed values may be opened. No Django."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sanad.kit.refusals import N_, Reason

SHORTEST_REASON = 5


class Purpose(StrEnum):
    """What sealed values are opened for."""

    READING = "reading"
    CORRECTING = "correcting"
    JUDGING = "judging"
    MATCHING = "matching"
    EXPORT = "export"
    ENTRY = "entry"


class WhyErased(StrEnum):
    """Why something was destroyed."""

    DESTROYED = "destroyed"
    ERASURE = "erasure"
    REDACTION = "redaction"


@dataclass(frozen=True, slots=True)
class Tombstone:
    """That something was destroyed, and where it stood; says nothing of what it was."""

    row_id: UUID
    of: str
    custodian_id: int
    at: datetime
    why: str


def reasons_against_looking(reason: str) -> list[Reason]:
    """Why sealed values may not be opened with this reason; empty when they may."""
    if len(reason.strip()) < SHORTEST_REASON:
        return [
            Reason("no_reason", N_("Say in a few words why you need to see the sealed values."), field="reason"),
        ]
    return []
