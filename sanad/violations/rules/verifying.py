"""What a reviewer should know before a verdict: how many sources there really are, and what was not checked. No Django.

Nothing here forbids a verdict. It gives reasons to look again, which stand beside the form and in the preview.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sanad.kit.refusals import N_, Reason

FINAL = frozenset({"verified", "inconclusive", "rejected", "withdrawn"})
NOBODY = frozenset({"", "unknown", "other", "several"})
# Two accounts that relay one of these rest on the same words: a statement, a file, an agency's text.
SAME_WORDS = frozenset(
    {
        "police_statement", "fir", "official_statement", "hospital", "court_record", "agency_copy", "other_media",
        "compiled_list", "organisation", "claim", "victim", "family", "lawyer",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heard:
    """An account as far as independence goes: who tells it, and whom it relays, by slug."""

    report: UUID
    source: str  # the institution; empty where it is a human being or not known
    relays: str = ""


@dataclass(frozen=True, slots=True)
class Origin:
    """Accounts that rest on one source in the end. `relays` is what they have in common, `source` who speaks."""

    reports: tuple[UUID, ...]
    relays: str = ""
    source: str = ""


def origins(accounts: Sequence[Heard]) -> list[Origin]:
    """The independent sources behind some accounts, the largest first.

    Accounts of one source are one, and so are those that relay the same statement, file or agency. Whoever relays
    eyewitnesses or says nothing of it counts for itself.
    """
    groups: dict[tuple[str, str], list[UUID]] = {}
    for number, one in enumerate(accounts):
        if one.relays in SAME_WORDS:
            key = ("relays", one.relays)
        elif one.source:
            key = ("source", one.source)
        else:
            key = ("alone", str(number))
        groups.setdefault(key, []).append(one.report)
    found = [
        Origin(tuple(reports), *((name, "") if kind == "relays" else ("", name if kind == "source" else "")))
        for (kind, name), reports in groups.items()
    ]
    return sorted(found, key=lambda origin: -len(origin.reports))


def reasons_to_look_again(
    accounts: Sequence[Heard], points: Collection[str], answers: Mapping[str, str]
) -> list[Reason]:
    """Why a violation should perhaps not be called verified yet."""
    found = []
    behind = origins(accounts)
    if len(accounts) > 1 and len(behind) == 1:
        found.append(
            Reason(
                "one_source",
                N_("All %(accounts)s accounts rest on one source."),
                {"accounts": len(accounts)},
            )
        )
    elif len(behind) == 1:
        found.append(Reason("single_account", N_("Only one source tells of it.")))
    if all(one.relays in NOBODY for one in accounts):
        found.append(Reason("relays_unknown", N_("No account says whom it relays.")))
    open_points = [point for point in points if not answers.get(point)]
    if open_points:
        found.append(
            Reason(
                "unchecked",
                N_("%(open)s of %(all)s points of the checklist have no answer."),
                {"open": len(open_points), "all": len(points)},
            )
        )
    denied = [point for point in points if answers.get(point) == "no"]
    if denied:
        found.append(Reason("not_met", N_("%(number)s points of the checklist are not met."), {"number": len(denied)}))
    return found


def is_late(received: date, verified: date) -> bool:
    """Was it verified in a later quarter than the one in which it was received?

    Then the figures of that quarter have been told without it, and it belongs to the year of its verification too.
    """
    return (verified.year, (verified.month - 1) // 3) > (received.year, (received.month - 1) // 3)


@dataclass(frozen=True, slots=True)
class Age:
    """How long something may have waited: from `least` days, up to but not with `most`."""

    slug: str
    least: int
    most: int | None


AGES = (Age("week", 0, 8), Age("month", 8, 31), Age("quarter", 31, 91), Age("older", 91, None))
