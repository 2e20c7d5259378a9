"""What pages of a gathering begin with."""

from django.http import Http404, HttpRequest

from sanad.accounts.permissions import Permission, permits
from sanad.gatherings import queries
from sanad.gatherings.models import Gathering
from sanad.web.doors import USER, readers

READ = readers(USER, permission=Permission.GATHERING_READ)
HOLD = readers(USER, permission=Permission.GATHERING_HOLD)


def may_hold(request: HttpRequest, custodian: int | None = None) -> bool:
    """Whether this reader holds gatherings, or this one."""
    return permits(request.reader, Permission.GATHERING_HOLD, custodian=custodian)


def gathering_or_404(request: HttpRequest, ref: str) -> Gathering:
    """The gathering, if this reader sees it."""
    found = queries.gathering_visible_to(request.reader, ref)
    if found is None:
        raise Http404
    return found


def held_or_404(request: HttpRequest, ref: str) -> Gathering:
    """The gathering, if this reader's office holds it."""
    found = gathering_or_404(request, ref)
    if not may_hold(request, found.custodian_id):
        raise Http404
    return found
