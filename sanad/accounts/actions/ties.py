"""Ties of users to institutions: what their conflicts are made of."""

from django.db import transaction
from django.utils import timezone

from sanad.accounts.models import Tie, User
from sanad.accounts.permissions import Permission, require
from sanad.accounts.queries.managed import users_managed_by
from sanad.accounts.readers import Reader
from sanad.institutions.models import Institution
from sanad.kit.refusals import N_, Incomplete, NotPermitted, OutOfOrder
from sanad.ledger.actions import record


@transaction.atomic
def tie(user: User, institution: Institution, *, why: str, by: Reader) -> Tie:
    """From now on, records in which this institution is an alleged perpetrator are closed to the user."""
    _require(user, by)
    if not why.strip():
        raise Incomplete.one("say_why", N_("Say why this is needed."), "why")
    if Tie.objects.filter(user=user, institution=institution, until=None).exists():
        raise OutOfOrder.one("tied_already", N_("This user is tied to this institution already."), "institution")
    made = Tie.objects.create(
        user=user, institution=institution, why=why.strip(), since=timezone.localdate(), by_id=by.user_id
    )
    record("user.tied", by=by, object_kind="user", object_id=user.pk, tie=made.pk, institution=institution.pk)
    return made


@transaction.atomic
def end_tie(held: Tie, *, by: Reader) -> None:
    """The tie no longer holds; nobody ends their own."""
    _require(held.user, by)
    if held.until is not None:
        raise OutOfOrder.one("tie_has_ended", N_("This tie has ended already."))
    held.until = timezone.localdate()
    held.save(update_fields=["until"])
    record("tie.ended", by=by, object_kind="user", object_id=held.user_id, tie=held.pk)


def _require(user: User, by: Reader) -> None:
    require(by, Permission.USER_MANAGE)
    if user.pk == by.user_id or not users_managed_by(by).filter(pk=user.pk).exists():
        raise NotPermitted.one("not_oneself", N_("Nobody changes their own ties. Ask another administrator."))
