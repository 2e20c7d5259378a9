"""When sealed values may be opened. No Django."""

from enum import StrEnum

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


def reasons_against_looking(reason: str) -> list[Reason]:
    """Why sealed values may not be opened with this reason; empty when they may."""
    if len(reason.strip()) < SHORTEST_REASON:
        return [
            Reason("no_reason", N_("Say in a few words why you need to see the sealed values."), field="reason"),
        ]
    return []
