"""The reader: who asks. Every query and every action is given one.

A user works at one office at a time. With postings at several offices, the roles do not add up across them: the
reader is that of one office, and the user changes over on the page "My account".
"""

import getpass
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from sanad.accounts.models import User
from sanad.accounts.permissions import Permission
from sanad.accounts.queries.making_readers import (
    all_offices,
    conflicts_of,
    current_postings,
    given_to,
    granted_to,
    office_tree,
    office_with,
    user_named,
    user_numbered,
)
from sanad.accounts.roles import ALLOWED, Role
from sanad.accounts.rules import seen_from
from sanad.kit.refusals import N_, NotPermitted, OutOfOrder


class ReaderKind(StrEnum):
    """Who can ask. The operator is a human being with a shell on the server."""

    USER = "user"
    LINK = "link"
    PUBLIC = "public"
    MACHINE = "machine"
    OPERATOR = "operator"


@dataclass(frozen=True)
class Reader:
    """Who asks, for which office, and how far they see.

    `sees`: offices whose records may be opened. `counts`: those that may be counted (includes `sees`).
    `keeps`: those whose records may be changed (within `sees`): the own office and the offices below it.
    `opens`: those whose sealed values may be opened, with the permission to do so (between `keeps` and `sees`).
    `office_id`: custodian of what this reader writes.
    `conflicts`: institutions to which the reader is tied; a record in which one of them is an alleged perpetrator is
    closed to them. `granted`: single reports that an emergency opens for some hours; conflicts go before.
    """

    kind: ReaderKind
    user_id: int | None
    name: str
    office_id: int | None
    sees: frozenset[int] = frozenset()
    counts: frozenset[int] = frozenset()
    permissions: frozenset[Permission] = frozenset()
    keeps: frozenset[int] = frozenset()
    opens: frozenset[int] = frozenset()
    conflicts: frozenset[int] = frozenset()
    granted: frozenset[UUID] = frozenset()

    def may(self, permission: Permission) -> bool:
        """For templates and menus; actions use `permissions.require`."""
        return permission in self.permissions

    def ticket(self) -> dict[str, str | int | None]:
        """What a job stores of whoever started it; `reader_from` computes the reader anew when it runs."""
        return {"kind": str(self.kind), "user": self.user_id, "office": self.office_id}


def public_reader() -> Reader:
    """Anybody: sees nothing that is kept by an office."""
    return Reader(ReaderKind.PUBLIC, None, "", None)


def reader_for(user: User, office_id: int | None = None) -> Reader:
    """The reader for a user at one of the offices of their postings (the longest held, if not said)."""
    postings = current_postings(user)
    offices = [posting.office_id for posting in postings]
    if not user.is_active or not offices:
        return Reader(ReaderKind.USER, user.pk, str(user), None)
    at = office_id if office_id is not None and office_id in offices else offices[0]
    roles = [Role(posting.role) for posting in postings if posting.office_id == at]
    tree = office_tree()
    sight = seen_from(tree, at, given_to(at))
    return Reader(
        ReaderKind.USER,
        user.pk,
        str(user),
        at,
        sight.sees,
        sight.counts,
        frozenset().union(*(ALLOWED[role] for role in roles)),
        tree.kept_from(at),
        sight.opens,
        conflicts_of(user, [posting.office_id for posting in postings]),
        granted_to(user),
    )


def operator(office_id: int | None = None) -> Reader:
    """Whoever works on the server's command line: all offices, all permissions; writes for the first office.

    Computed anew at each call: an office made since is seen only by a reader made since.
    """
    offices = all_offices()
    if office_id is None:
        office_id = offices[0] if offices else None
    elif office_id not in offices:
        raise OutOfOrder.one("no_such_office", N_("There is no office with the number %(office)s."), office=office_id)
    everything = frozenset(offices)
    return Reader(
        ReaderKind.OPERATOR,
        None,
        getpass.getuser(),
        office_id,
        everything,
        everything,
        frozenset(Permission),
        everything,
        everything,
    )


def reader_from(ticket: Mapping[str, str | int | None]) -> Reader:
    """Whoever started a job, with what they may see and do now and not when they started it."""
    office = ticket["office"]
    at = int(office) if office is not None else None
    if ticket["kind"] == ReaderKind.OPERATOR:
        return operator(at)
    if ticket["kind"] != ReaderKind.USER:
        return public_reader()
    user = user_numbered(int(ticket["user"] or 0))
    reader = reader_for(user, at) if user else public_reader()
    if at is None or reader.office_id != at:
        raise NotPermitted.one("posting_ended", N_("The posting under which this was started has ended."))
    return reader


def reader_named(username: str, office_slug: str | None = None) -> Reader:
    """For commands run `--as USER`."""
    user = user_named(username)
    office = office_with(office_slug) if office_slug else None
    reader = reader_for(user, office.pk if office else None) if user else None
    if reader is None or reader.office_id is None or (office_slug and (not office or reader.office_id != office.pk)):
        raise OutOfOrder.one(
            "no_such_user", N_("There is no active user %(user)s with a posting there."), user=username
        )
    return reader
