"""The door: a signed link that is open to many, shown as a QR code."""

from datetime import datetime, time, timedelta

from django.db import transaction
from django.utils import timezone

from sanad.accounts.links import issue_link, links_of, revoke_link
from sanad.accounts.models import Link
from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.gatherings.actions.planning import deed
from sanad.gatherings.models import Gathering
from sanad.gatherings.rules.kinds import State
from sanad.gatherings.rules.planning import DOOR_STAYS, reasons_against_door
from sanad.kit.refusals import OutOfOrder

PURPOSE = "gathering.door"


def end_of(gathering: Gathering) -> datetime:
    """The midnight after its last day, in Karachi."""
    return timezone.make_aware(datetime.combine(gathering.last_day + timedelta(days=1), time()))


@transaction.atomic
def open_door(gathering: Gathering, *, by: Reader) -> str:
    """A link at which whoever comes signs in, until some hours after the last day; gives its token, told this once.

    Links given out before stay open: they hang on the wall. `close_door` ends them all.
    """
    require(by, Permission.GATHERING_HOLD, custodian=gathering.custodian_id)
    require_open(gathering)
    ends = end_of(gathering) + DOOR_STAYS
    to_name = gathering.title[:120]
    _link, token = issue_link(PURPOSE, gathering.pk, to_name, gathering.custodian_id, ends, by, open_to_many=True)
    return token


@transaction.atomic
def close_door(gathering: Gathering, *, by: Reader) -> int:
    """From now on nobody signs in by a link given out before; says how many links that were."""
    require(by, Permission.GATHERING_HOLD, custodian=gathering.custodian_id)
    links = open_links(gathering, by)
    for link in links:
        revoke_link(link, by)
    if links:
        deed("gathering.door_closed", gathering, by, links=len(links))
    return len(links)


def open_links(gathering: Gathering, by: Reader) -> list[Link]:
    """The links by which somebody can sign in now."""
    found = links_of(by, gathering.pk, PURPOSE).filter(revoked_at=None, expires_at__gt=timezone.now())
    return list(found)


def require_open(gathering: Gathering) -> None:
    """Refuse where nobody signs in any more."""
    reasons = reasons_against_door(
        state=State(gathering.state), last=gathering.last_day, now=timezone.now(), end_of_last=end_of(gathering)
    )
    if reasons:
        raise OutOfOrder(reasons)
