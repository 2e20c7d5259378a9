"""When sealed values may be opened. No Django."""

import re
from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sanad.kit.refusals import N_, Reason

SHORTEST_REASON = 5
PARTY_NAME = re.compile(r"[a-z0-9](-?[a-z0-9]){1,38}\Z")


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


def reasons_against_party(name: str, known: Collection[str], *, most: int) -> list[Reason]:
    """Why a party of the escrow cannot be taken in under this name; empty when it can."""
    if not PARTY_NAME.match(name):
        return [
            Reason("party_name", N_("Name the party in small Latin letters, digits and hyphens, as in `ministry`."))
        ]
    if name in known:
        return [Reason("party_known", N_("There is a party of this name already; remove it first if its key is lost."))]
    if len(known) >= most:
        return [Reason("too_many_parties", N_("An escrow has at most %(most)s parties."), {"most": most})]
    return []
