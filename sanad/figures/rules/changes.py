"""Why a number changed between two snapshots: the causes that there can be, and how they are told apart."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from sanad.figures.rules.results import Key, Number
from sanad.kit.refusals import N_


class Cause(StrEnum):
    """What happened to a record between two snapshots."""

    NEW_REPORT = "new_report"
    ANOTHER_ACCOUNT = "another_account"
    CORRECTED = "corrected"
    JUDGED = "judged"
    LINKED = "linked"
    WITHDRAWN = "withdrawn"
    UNDONE = "undone"
    CLASSIFIED = "classified"


SENTENCES: dict[Cause, str] = {
    Cause.NEW_REPORT: N_("New reports"),
    Cause.ANOTHER_ACCOUNT: N_("Another account of something known"),
    Cause.CORRECTED: N_("Reports were corrected"),
    Cause.JUDGED: N_("Judgements: verified, rejected, or a value chosen"),
    Cause.LINKED: N_("Accounts were found to tell of the same, or of something else"),
    Cause.WITHDRAWN: N_("Reports were withdrawn: entered in error"),
    Cause.UNDONE: N_("An import was undone"),
    Cause.CLASSIFIED: N_("Codes, places or lists of categories changed"),
}


@dataclass(frozen=True, slots=True)
class Trace:
    """What two snapshots tell of one thing that came into a cell or left it."""

    key: Key
    came: bool  # else it left
    before: bool  # it is somewhere in the earlier snapshot
    after: bool
    told_anew: bool  # by a report that the earlier snapshot does not have
    untold: bool  # a report that told of it is no longer there
    judged: bool  # its state of verification differs
    report: str = ""  # one report that tells or told of it


@dataclass(frozen=True, slots=True)
class Known:
    """What today's records know of reports: which were withdrawn, and which were corrected in between."""

    there: frozenset[str] = frozenset()
    withdrawn: frozenset[str] = frozenset()
    corrected: frozenset[str] = frozenset()


def cause_of(trace: Trace, known: Known) -> Cause:
    """The one cause that explains it best; the more certain is asked first."""
    if trace.judged:
        return Cause.JUDGED
    if trace.before and trace.after:
        if trace.told_anew:
            return Cause.ANOTHER_ACCOUNT
        return Cause.CORRECTED if trace.report in known.corrected else Cause.JUDGED
    if trace.came and trace.told_anew:
        return Cause.NEW_REPORT
    if not trace.came and trace.untold:
        return Cause.WITHDRAWN if trace.report in known.withdrawn else Cause.UNDONE
    return Cause.CORRECTED if trace.report in known.corrected else Cause.LINKED


@dataclass(frozen=True)
class CellChange:
    """One cell of the same question, asked of two snapshots."""

    key: Key
    before: Number | None
    after: Number | None
    came: Mapping[Cause, int] = field(default_factory=dict)
    left: Mapping[Cause, int] = field(default_factory=dict)


def by_cause(traces: list[Trace], known: Known) -> dict[Key, tuple[dict[Cause, int], dict[Cause, int]]]:
    """How many things came into each cell and left it, by cause."""
    found: dict[Key, tuple[dict[Cause, int], dict[Cause, int]]] = {}
    for trace in traces:
        side = found.setdefault(trace.key, ({}, {}))[0 if trace.came else 1]
        cause = cause_of(trace, known)
        side[cause] = side.get(cause, 0) + 1
    return found
