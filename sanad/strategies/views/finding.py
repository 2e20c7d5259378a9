"""What an address names, for this reader; what is not theirs is not there."""

from collections.abc import Sequence
from typing import TypeVar
from uuid import UUID

from django.http import Http404, HttpRequest

from sanad.accounts.permissions import Permission
from sanad.gatherings.models import Group
from sanad.strategies import queries
from sanad.strategies.models import Draft, Strategy
from sanad.web.doors import USER, readers

reading = readers(USER, permission=Permission.STRATEGY_READ)
writing = readers(USER, permission=Permission.STRATEGY_WRITE)
deciding = readers(USER, permission=Permission.STRATEGY_DECIDE)

Found = TypeVar("Found")


def there(found: Found | None) -> Found:
    """It, or a page that says that it is not there."""
    if found is None:
        raise Http404
    return found


def strategy_of(request: HttpRequest, ref: str) -> Strategy:
    """The strategy of an address."""
    return there(queries.strategies_visible_to(request.reader).filter(reference=ref).first())


def draft_of(request: HttpRequest, ref: str, number: int) -> Draft:
    """The draft of an address."""
    return there(queries.draft_numbered(request.reader, ref, number))


def group_on(draft: Draft, pk: UUID) -> Group:
    """A group that worked on a draft."""
    return there(queries.groups_at(queries.consultations_on(draft)).filter(pk=pk).first())


def page_of(request: HttpRequest, rows: Sequence[Found], size: int) -> tuple[list[Found], str, str]:
    """The rows of the page that the address asks for, and the addresses of the pages beside it."""
    asked = request.GET.get("page", "")
    number = max(1, int(asked)) if asked.isdecimal() and len(asked) < 6 else 1
    shown = list(rows[(number - 1) * size : number * size + 1])
    return shown[:size], _page(request, number - 1), _page(request, number + 1) if len(shown) > size else ""


def _page(request: HttpRequest, number: int) -> str:
    if number < 1:
        return ""
    query = request.GET.copy()
    query["page"] = str(number)
    return f"?{query.urlencode()}"
