"""A lost second factor, when the recovery codes are lost too: one person asks, another agrees."""

from django.db import transaction

from sanad.accounts.actions.approvals import ask_approval, notify, use_up
from sanad.accounts.actions.factors import forget_factors
from sanad.accounts.actions.users import give_one_time_password, require_wholly
from sanad.accounts.models import Approval, User
from sanad.accounts.queries.approvals import approval_in_force, is_waiting
from sanad.accounts.queries.making_readers import current_postings, user_named
from sanad.accounts.readers import Reader, ReaderKind
from sanad.accounts.rules import ApprovalKind, NoticeKind
from sanad.kit.refusals import N_, Incomplete, NotPermitted, OutOfOrder
from sanad.ledger.actions import record


@transaction.atomic
def ask_factor_reset(user: User, *, why: str, by: Reader) -> Approval:
    """Ask a second administrator to agree that this user sets up a new second factor."""
    require_wholly(user, by)
    if is_waiting(ApprovalKind.FACTOR_RESET, user.pk):
        raise OutOfOrder.one("asked_already", N_("This was asked already, and waits for a second person."))
    return ask_approval(ApprovalKind.FACTOR_RESET, user.pk, why=why, by=by)


@transaction.atomic
def reset_factor(user: User, *, by: Reader) -> str:
    """Take the second factor away, once two agreed. Gives a one-time password, shown once: whoever knows the old one
    must not be the first to enrol.
    """
    require_wholly(user, by)
    approval = approval_in_force(ApprovalKind.FACTOR_RESET, user.pk)
    if approval is None:
        raise NotPermitted.one("needs_two", N_("A second administrator has to agree first."))
    if by.user_id not in (approval.asked_by_id, approval.approved_by_id):
        raise NotPermitted.one("needs_two", N_("Only the two who agreed can do this."))
    use_up(approval, by=by)
    return _reset(user, by, approval=str(approval.pk))


@transaction.atomic
def reset_factor_on_the_server(username: str, *, why: str, by: Reader) -> str:
    """For `sanad admin reset-factor`: whoever has a shell on the server could do this anyway; it is written down."""
    if by.kind is not ReaderKind.OPERATOR:
        raise NotPermitted.one("operator_only", N_("This is done on the server only."))
    user = user_named(username)
    if user is None:
        raise OutOfOrder.one("no_such_user", N_("There is no user %(user)s."), user=username)
    if not why.strip():
        raise Incomplete.one("say_why", N_("Say why this is needed."), "why")
    return _reset(user, by)


def _reset(user: User, by: Reader, approval: str = "") -> str:
    forget_factors(user)
    password = give_one_time_password(user)
    record("factor.reset", by=by, object_kind="user", object_id=user.pk, office=by.office_id, approval=approval)
    for posting in current_postings(user):
        notify(posting.office_id, NoticeKind.FACTOR_RESET, user.pk)
    return password
