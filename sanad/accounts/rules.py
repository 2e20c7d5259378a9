"""Judgement about offices and users: who is above whom, who may sign in, what a name may look like. No Django."""

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Self

from sanad.accounts.permissions import Permission
from sanad.kit.refusals import N_, Reason

ONE_TIME_PASSWORD_LASTS = timedelta(hours=48)
SHORTEST_PASSWORD = 15
USERNAME = re.compile(r"[a-z0-9][a-z0-9._-]{1,30}[a-z0-9]\Z")
SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\Z")
PREFIX = re.compile(r"[A-Z]{2,4}\Z")


class OfficeKind(StrEnum):
    """What an office is."""

    MINISTRY = "ministry"
    DIRECTORATE = "directorate"
    DISTRICT_OFFICE = "district_office"
    CSO = "cso"
    COMMISSION = "commission"
    SITE = "site"


KIND_TITLES = {
    OfficeKind.MINISTRY: N_("Federal ministry"),
    OfficeKind.DIRECTORATE: N_("Provincial directorate"),
    OfficeKind.DISTRICT_OFFICE: N_("District or regional office"),
    OfficeKind.CSO: N_("Civil-society organisation"),
    OfficeKind.COMMISSION: N_("Commission"),
    OfficeKind.SITE: N_("The site itself"),
}

# These keep their records to themselves: an office above them manages their users but sees their records only
# by a sharing rule. A district office's records are seen by the office above.
KEEPS_TO_ITSELF = frozenset(
    {OfficeKind.MINISTRY, OfficeKind.DIRECTORATE, OfficeKind.CSO, OfficeKind.COMMISSION, OfficeKind.SITE}
)


class Gives(StrEnum):
    """What a sharing rule gives; each gives all that the one before it gives."""

    COUNTS = "counts"
    RECORDS = "records"
    SEALED = "sealed"


GIVES_TITLES = {
    Gives.COUNTS: N_("Counts only, by district, quarter and type"),
    Gives.RECORDS: N_("Records without sealed values, and counts"),
    Gives.SEALED: N_("Records with sealed values, and counts"),
}


class ApprovalKind(StrEnum):
    """A deed that needs a second person."""

    BREAK_GLASS = "break_glass"
    TRANSFER = "transfer"
    FACTOR_RESET = "factor_reset"
    ERASURE = "erasure"


@dataclass(frozen=True)
class NeedsTwo:
    """Who may be the second person, and for how long."""

    title: str
    permission: Permission
    waits: timedelta  # unanswered after that, it has lapsed
    holds: timedelta  # once approved


NEEDS_TWO = {
    ApprovalKind.BREAK_GLASS: NeedsTwo(
        N_("Open a record in an emergency"), Permission.GLASS_APPROVE, timedelta(hours=24), timedelta(hours=4)
    ),
    ApprovalKind.TRANSFER: NeedsTwo(
        N_("Take over the custody of a record"), Permission.CUSTODY_TRANSFER, timedelta(days=30), timedelta(hours=1)
    ),
    ApprovalKind.FACTOR_RESET: NeedsTwo(
        N_("Reset a lost second factor"), Permission.USER_MANAGE, timedelta(hours=48), timedelta(hours=24)
    ),
    ApprovalKind.ERASURE: NeedsTwo(
        N_("Erase a person"), Permission.PERSON_ERASE, timedelta(days=14), timedelta(hours=72)
    ),
}


class NoticeKind(StrEnum):
    """What the head of an office is told."""

    GLASS_BROKEN = "glass_broken"
    OVER_BUDGET = "over_budget"
    CUSTODY_MOVED = "custody_moved"
    FACTOR_RESET = "factor_reset"
    DANGER = "danger"
    REPORTS_DUE = "reports_due"


NOTICE_TITLES = {
    NoticeKind.GLASS_BROKEN: N_("A record of your office was opened in an emergency"),
    NoticeKind.OVER_BUDGET: N_("Somebody went over the daily budget of sealed values"),
    NoticeKind.CUSTODY_MOVED: N_("The custody of a record has moved"),
    NoticeKind.FACTOR_RESET: N_("The lost second factor of a user of your office was taken away"),
    NoticeKind.DANGER: N_("Somebody in a report of your office is in danger now"),
    NoticeKind.REPORTS_DUE: N_("Reports of progress of the last quarter are missing"),
}


@dataclass(frozen=True)
class OfficeNode:
    """An office as the tree needs it."""

    id: int
    parent: int | None
    kind: OfficeKind


@dataclass(frozen=True)
class Tree:
    """All offices by their parent."""

    children: Mapping[int, tuple[OfficeNode, ...]]

    @classmethod
    def of(cls, offices: Iterable[OfficeNode]) -> Self:
        """Put the offices below their parents."""
        children: dict[int, list[OfficeNode]] = {}
        for office in offices:
            if office.parent is not None:
                children.setdefault(office.parent, []).append(office)
        return cls({parent: tuple(below) for parent, below in children.items()})

    def managed_from(self, office: int) -> frozenset[int]:
        """The office and every office below it."""
        return self._below(office, frozenset())

    def kept_from(self, office: int) -> frozenset[int]:
        """The offices whose records this office keeps: itself and those below that do not keep to themselves."""
        return self._below(office, KEEPS_TO_ITSELF)

    def _below(self, office: int, stop: Collection[OfficeKind]) -> frozenset[int]:
        found: set[int] = set()
        waiting = [office]
        while waiting:
            at = waiting.pop()
            if at not in found:
                found.add(at)
                waiting.extend(child.id for child in self.children.get(at, ()) if child.kind not in stop)
        return frozenset(found)


@dataclass(frozen=True)
class Sight:
    """How far an office sees: offices whose sealed values it may open (with that permission), whose records, whose
    counts; each holds the one before it."""

    opens: frozenset[int]
    sees: frozenset[int]
    counts: frozenset[int]


def seen_from(tree: Tree, office: int, given: Iterable[tuple[int, Gives]]) -> Sight:
    """What an office sees: what it keeps, and what sharing rules give it of what others keep."""
    own = tree.kept_from(office)
    got = {gives: set(own) for gives in Gives}
    for giver, gives in given:
        got[gives] |= tree.kept_from(giver)
    opens = frozenset(got[Gives.SEALED])
    sees = opens | got[Gives.RECORDS]
    return Sight(opens, sees, sees | got[Gives.COUNTS])


def reasons_against_second_person(*, asked_by: int | None, by: int | None, over: bool) -> list[Reason]:
    """Why somebody cannot decide on what another asked for; empty when they can."""
    if by is None:
        return [Reason("second_person_signs_in", N_("The second person has to be signed in under their own name."))]
    if by == asked_by:
        return [Reason("second_person_is_another", N_("Whoever asked cannot be the second person."))]
    if over:
        return [Reason("approval_over", N_("This was decided already, or has lapsed."))]
    return []


def holds_on(day: date, since: date, until: date | None) -> bool:
    """Does something that began at `since` still hold? `until` is the first day on which it does not."""
    return since <= day and (until is None or day < until)


def one_time_password_expired(expires: datetime | None, now: datetime) -> bool:
    """Has a one-time password been left unused too long?"""
    return expires is not None and now >= expires


def reasons_against_username(username: str) -> list[Reason]:
    """Why this cannot be a user name; empty when it can."""
    if USERNAME.match(username):
        return []
    return [
        Reason(
            "username_shape",
            N_("A user name has 3 to 32 small Latin letters, digits, dots, hyphens or underscores, like a.khan."),
            field="username",
        )
    ]


def reasons_against_office(*, slug: str, prefix: str, since: date, until: date | None) -> list[Reason]:
    """Why an office cannot be written down like this; empty when it can."""
    reasons = []
    if not SLUG.match(slug):
        reasons.append(
            Reason(
                "slug_shape",
                N_("A short name has small Latin letters, digits and hyphens, like kp-swat."),
                field="slug",
            )
        )
    if not PREFIX.match(prefix):
        reasons.append(
            Reason(
                "prefix_shape",
                N_("A reference prefix has two to four Latin capitals, like KP."),
                field="reference_prefix",
            )
        )
    reasons.extend(reasons_against_period(since, until))
    return reasons


def reasons_against_period(since: date, until: date | None) -> list[Reason]:
    """Why something cannot hold from `since` until `until`; empty when it can."""
    if until is not None and until < since:
        return [Reason("ends_before_it_begins", N_("The last day lies before the first."), field="until")]
    return []


def reasons_against_parent(tree: Tree, office: int, parent: int | None) -> list[Reason]:
    """Why an office cannot stand below another; empty when it can."""
    if parent is not None and parent in tree.managed_from(office):
        return [Reason("office_circle", N_("An office cannot stand below itself."), field="parent")]
    return []
