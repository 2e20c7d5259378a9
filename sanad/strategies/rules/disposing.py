"""What a disposition needs, and what keeps a draft from being final."""

from collections.abc import Sequence
from dataclasses import dataclass

from sanad.kit.refusals import N_, Reason

CARRIED = frozenset({"accepted", "partly"})
NAMES_CLAUSE = CARRIED | {"already_there"}
NEEDS_REASON = frozenset({"partly", "not_accepted"})


@dataclass(frozen=True)
class Answered:
    """A disposition as it is meant. `clause_there`: None where no clause is named."""

    outcome: str
    reason: str
    clause: str = ""  # the number or words that were named
    clause_there: bool | None = None
    clause_dropped: bool = False
    has_next: bool = True
    next_number: int = 0


def reasons_against(answer: Answered) -> list[Reason]:
    """Why this may not be what became of a point; empty where it may."""
    found: list[Reason] = []
    if answer.outcome in NEEDS_REASON and not answer.reason:
        found.append(Reason("point.reason", N_("Say why: whoever asked for it will read it."), {}, "reason"))
    if answer.outcome not in NAMES_CLAUSE:
        return found
    named = {"clause": answer.clause, "draft": answer.next_number}
    if answer.outcome in CARRIED and not answer.has_next:
        sentence = N_("There is no next draft yet that could carry it: make the next draft first.")
        found.append(Reason("point.no_next", sentence, {}, "outcome"))
    elif answer.clause_there is None:
        sentence = N_("Name the clause that carries it.")
        found.append(Reason("point.no_clause", sentence, {}, "clause"))
    elif answer.clause_dropped:
        sentence = N_("Draft %(draft)s has dropped clause %(clause)s: name the clause that carries it now.")
        found.append(Reason("point.clause_dropped", sentence, named, "clause"))
    elif not answer.clause_there:
        sentence = N_("Draft %(draft)s has no clause %(clause)s: name one that it has.")
        found.append(Reason("point.clause_missing", sentence, named, "clause"))
    return found


@dataclass(frozen=True)
class Standing:
    """What of the points on a draft, and on those before it, is open."""

    undisposed: Sequence[int]  # numbers of points
    dropped: Sequence[int]  # points that were accepted into a clause which is no longer there
    beside: Sequence[int]  # points of which a text beside is not joined
    clauses: int


def reasons_not_final(standing: Standing) -> list[Reason]:
    """Why a draft cannot be final; empty where it can."""
    found = []
    if not standing.clauses:
        found.append(Reason("draft.empty", N_("The draft has no clause yet.")))
    if standing.undisposed:
        sentence = N_("%(count)s points have no answer yet: %(points)s.")
        said = {"count": len(standing.undisposed), "points": _some(standing.undisposed)}
        found.append(Reason("draft.undisposed", sentence, said))
    if standing.dropped:
        sentence = N_("The clause that should carry them was dropped afterwards: points %(points)s.")
        found.append(Reason("draft.dropped", sentence, {"points": _some(standing.dropped)}))
    if standing.beside:
        sentence = N_("Two people typed at once, and their words are not joined yet: points %(points)s.")
        found.append(Reason("draft.beside", sentence, {"points": _some(standing.beside)}))
    return found


def _some(numbers: Sequence[int]) -> str:
    return ", ".join(map(str, numbers[:12])) + (" …" if len(numbers) > 12 else "")
