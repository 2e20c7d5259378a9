"""Posting users to offices."""

from datetime import date

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from sanad.accounts.models import Office, Posting, User
from sanad.accounts.permissions import Permission, require
from sanad.accounts.queries.managed import manages
from sanad.accounts.readers import Reader
from sanad.accounts.roles import Role
from sanad.accounts.rules import reasons_against_period
from sanad.kit.refusals import N_, NotPermitted, OutOfOrder, Refused
from sanad.ledger.actions import record


@transaction.atomic
def post_user(
    user: User, office: Office, role: Role, *, by: Reader, since: date | None = None, until: date | None = None
) -> Posting:
    """Give a user a role at an office for a time. Nobody posts themselves."""
    require(by, Permission.USER_MANAGE)
    _require_other(user, by)
    if not manages(by, office.pk):
        raise NotPermitted.one("office_not_managed", N_("This office is not at or below your own."), "office")
    since = since or timezone.localdate()
    reasons = reasons_against_period(since, until)
    if reasons:
        raise Refused(reasons)
    _require_not_held(user, office, role, since, until)
    posting = Posting.objects.create(user=user, office=office, role=role, since=since, until=until)
    record("user.posted", by=by, object_kind="user", object_id=user.pk, office=office.pk, role=role, posting=posting.pk)
    return posting


@transaction.atomic
def end_posting(posting: Posting, *, by: Reader) -> None:
    """End a posting from now on; whoever worked under it is out at the next request."""
    require(by, Permission.USER_MANAGE)
    _require_other(posting.user, by)
    if not manages(by, posting.office_id):
        raise NotPermitted.one("office_not_managed", N_("This office is not at or below your own."))
    today = timezone.localdate()
    if posting.until is not None and posting.until <= today:
        raise OutOfOrder.one("posting_has_ended", N_("This posting has ended already."))
    posting.until = max(today, posting.since)
    posting.save(update_fields=["until"])
    record(
        "posting.ended",
        by=by,
        object_kind="user",
        object_id=posting.user_id,
        office=posting.office_id,
        role=posting.role,
        posting=posting.pk,
    )


def _require_other(user: User, by: Reader) -> None:
    if user.pk == by.user_id:
        raise NotPermitted.one("not_oneself", N_("Nobody posts themselves. Ask another administrator."))


def _require_not_held(user: User, office: Office, role: Role, since: date, until: date | None) -> None:
    earlier = Posting.objects.filter(user=user, office=office, role=role)
    earlier = earlier.filter(Q(until__isnull=True) | Q(until__gt=since))
    if until is not None:
        earlier = earlier.filter(since__lt=until)
    if earlier.exists():
        raise OutOfOrder.one("already_posted", N_("This user holds this role at this office at that time already."))
