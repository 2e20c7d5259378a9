"""Invented offices, the users of the demo, and what the offices give each other."""

import time
from dataclasses import dataclass
from datetime import date

from sanad.accounts.actions import change_own_password, ensure_first_office, new_office, new_user, share
from sanad.accounts.actions.factors import enrol, keep_codes, new_secret
from sanad.accounts.actions.offices import OfficeContent
from sanad.accounts.one_time_codes import code_at, step_now
from sanad.accounts.queries.factors import factors_of
from sanad.accounts.queries.making_readers import office_with, user_named
from sanad.accounts.readers import operator, reader_for
from sanad.accounts.roles import Role
from sanad.accounts.rules import Gives, OfficeKind
from sanad.accounts.scope import scoped

SINCE = date(2019, 1, 1)


@dataclass(frozen=True)
class DemoOffice:
    """An office that does not exist."""

    slug: str
    english: str
    urdu: str
    kind: OfficeKind
    prefix: str


MINISTRY = DemoOffice("demo-ministry", "Demo Ministry", "نمائشی وزارت", OfficeKind.MINISTRY, "PK")
NORTH = DemoOffice("demo-kp", "Demo Directorate, Peshawar", "نمائشی نظامت، پشاور", OfficeKind.DIRECTORATE, "KP")
SOUTH = DemoOffice("demo-sindh", "Demo Directorate, Karachi", "نمائشی نظامت، کراچی", OfficeKind.DIRECTORATE, "SD")
CSO = DemoOffice("demo-cso", "Demo Lawyers' Circle", "نمائشی حلقۂ وکلا", OfficeKind.CSO, "LC")
OFFICES = (MINISTRY, NORTH, SOUTH, CSO)

# The ministry opens what Peshawar keeps, and only counts what Karachi keeps: a count then says
# "57, of which you may open 12".
SHARED = ((NORTH, MINISTRY, Gives.RECORDS), (SOUTH, MINISTRY, Gives.COUNTS), (CSO, NORTH, Gives.COUNTS))

# User name: office (none: the site's own), role, full name.
USERS: dict[str, tuple[DemoOffice | None, Role, str]] = {
    "recorder": (NORTH, Role.RECORDER, "Demo Recorder"),
    "reviewer": (NORTH, Role.REVIEWER, "Demo Reviewer"),
    "head": (NORTH, Role.HEAD, "Demo Head"),
    "analyst": (MINISTRY, Role.ANALYST, "Demo Analyst"),
    "cso": (CSO, Role.CSO, "Demo Member"),
    "administrator": (None, Role.ADMINISTRATOR, "Demo Administrator"),
}


def are_made() -> bool:
    """Whether the last user of the demo is there."""
    return user_named(list(USERS)[-1]) is not None


def make(password: str) -> None:
    """Open the offices, post the users, and decide what is shared."""
    first = ensure_first_office()
    found = {office.slug: _open(office, first.pk) for office in OFFICES}
    with scoped(operator()):
        for giver, receiver, gives in SHARED:
            share(found[giver.slug], found[receiver.slug], gives, by=operator(), why="Demo letter 1/2024")
        for username, (office, role, name) in USERS.items():
            at = found[office.slug] if office else first
            user, _once = new_user(username, name, at, role, by=operator())
            change_own_password(user, password, by=reader_for(user))


def enrol_users() -> None:
    """Give every user of the demo a second factor. No telephone holds it: the page of a demo site shows the code."""
    for username in USERS:
        user = user_named(username)
        if user is None or factors_of(user).enrolled:
            continue
        secret, by = new_secret(), reader_for(user)
        enrol(user, secret, code_at(secret, step_now(time.time()) - 1), by=by)
        keep_codes(user, by=by)


def _open(office: DemoOffice, parent: int) -> object:
    content = OfficeContent(
        slug=office.slug,
        name_en=office.english,
        name_ur=office.urdu,
        kind=office.kind,
        parent_id=parent,
        reference_prefix=office.prefix,
        since=SINCE,
    )
    with scoped(operator()):
        return office_with(office.slug) or new_office(content, by=operator())
