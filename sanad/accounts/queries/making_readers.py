"""What a reader is made from, read before there is one."""

from collections.abc import Collection
from typing import TypeVar
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone

from sanad.accounts.models import Grant, Office, Posting, SharingRule, Tie, User
from sanad.accounts.rules import Gives, OfficeKind, OfficeNode, Tree
from sanad.institutions.queries import kin_of

Dated = TypeVar("Dated", Posting, SharingRule, Tie)


def holding_today(rows: QuerySet[Dated]) -> QuerySet[Dated]:
    """Those that hold today; `until` is the first day on which one no longer does."""
    today = timezone.localdate()
    return rows.filter(since__lte=today).filter(Q(until__isnull=True) | Q(until__gt=today))


def current_postings(user: User) -> list[Posting]:
    """The postings that a user holds today, the longest held first."""
    return list(holding_today(Posting.objects.filter(user=user)).order_by("since", "id"))


def office_tree() -> Tree:
    """All offices, as the rules need them."""
    rows = Office.objects.values_list("id", "parent_id", "kind")
    return Tree.of(OfficeNode(pk, parent, OfficeKind(kind)) for pk, parent, kind in rows)


def given_to(office_id: int) -> list[tuple[int, Gives]]:
    """What other offices give this one today."""
    rules = holding_today(SharingRule.objects.filter(receiver_id=office_id))
    return [(giver, Gives(gives)) for giver, gives in rules.values_list("giver_id", "gives")]


def conflicts_of(user: User, offices: Collection[int]) -> frozenset[int]:
    """Institutions to which the user is tied, by name or by any posting, with all above and below them.

    All postings count, whichever office the user works for now: changing over must not open a record.
    """
    tied = set(holding_today(Tie.objects.filter(user=user)).values_list("institution_id", flat=True))
    at = Office.objects.filter(id__in=offices, institution__isnull=False)
    return kin_of(tied | set(at.values_list("institution_id", flat=True)))


def granted_to(user: User) -> frozenset[UUID]:
    """Reports that an emergency opens to this user now."""
    held = Grant.objects.filter(user=user, until__gt=timezone.now())
    return frozenset(held.values_list("report", flat=True))


def office_with(slug: str) -> Office | None:
    """An office by its permanent short name."""
    return Office.objects.filter(slug=slug).first()


def all_offices() -> list[int]:
    """The numbers of all offices, the first one first."""
    return list(Office.objects.order_by("id").values_list("id", flat=True))


def first_office() -> Office | None:
    """The office that `sanad setup` made; the operator writes for it."""
    return Office.objects.order_by("id").first()


def user_named(username: str) -> User | None:
    """A user by name, whatever the case."""
    return User.objects.filter(username=username.strip().lower()).first()


def user_numbered(pk: int) -> User | None:
    """A user by number."""
    return User.objects.filter(pk=pk).first()


def keeps_all(custodians: Collection[int]) -> int | None:
    """The smallest office that keeps the records of all of these; none where each keeps to itself."""
    tree = office_tree()
    fitting = {office: kept for office in all_offices() if (kept := tree.kept_from(office)).issuperset(custodians)}
    return min(fitting, key=lambda office: (len(fitting[office]), office), default=None)
