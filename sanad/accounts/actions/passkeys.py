"""Passkeys: added, shown, removed. The protocol is WebAuthn, by allauth and fido2.

A passkey is bound to the host of the site, so that a page which only looks like ours gets nothing.
"""

import json
from typing import Any

from allauth.core import context
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import HttpRequest

from sanad.accounts.models import User
from sanad.accounts.queries.factors import PASSKEY, factors_of
from sanad.accounts.readers import Reader
from sanad.kit.refusals import N_, NotPermitted, OutOfOrder
from sanad.ledger.actions import record

LONGEST_ANSWER = 20_000
# What the browser sends is not ours: a wrong shape anywhere in it is an answer that is not right.
WRONG = (ValidationError, ValueError, TypeError, KeyError, AttributeError)
NOT_RIGHT = N_("The passkey did not answer as it should. Try again.")


def offer(request: HttpRequest, user: User) -> str:
    """What the browser is asked to make a new passkey from."""
    with context.request_context(request):
        return json.dumps(auth.begin_registration(user, False), default=dict)


@transaction.atomic
def add_passkey(request: HttpRequest, user: User, name: str, answer: str, *, by: Reader) -> None:
    """Take the passkey that the browser made."""
    _require_oneself(user, by)
    credential = _read(answer)
    with context.request_context(request):
        try:
            auth.complete_registration(credential)
        except WRONG:
            raise OutOfOrder.one("passkey_wrong", NOT_RIGHT) from None
        auth.WebAuthn.add(user, name, credential)
    record("factor.added", by=by, object_kind="user", object_id=user.pk, office=by.office_id, factor=str(PASSKEY))


def challenge(request: HttpRequest, user: User) -> str:
    """What the browser is asked to sign."""
    with context.request_context(request):
        return json.dumps(auth.begin_authentication(user), default=dict)


def show_passkey(request: HttpRequest, user: User, answer: str) -> bool:
    """Did a passkey of this user sign what was asked just now? Each question is answered once."""
    try:
        with context.request_context(request):
            shown = auth.complete_authentication(user, _read(answer))
    except (*WRONG, OutOfOrder):
        return False
    shown.record_usage()
    return True


@transaction.atomic
def remove_passkey(user: User, pk: int, *, by: Reader) -> None:
    """Take a passkey away; the app on the telephone remains."""
    _require_oneself(user, by)
    if factors_of(user).totp is None:
        raise OutOfOrder.one("last_factor", N_("This is your only second factor."))
    removed, _ = Authenticator.objects.filter(user=user, type=PASSKEY, pk=pk).delete()
    if removed:
        record("factor.removed", by=by, object_kind="user", object_id=user.pk, office=by.office_id, factor=str(PASSKEY))


def _read(answer: str) -> dict[str, Any]:  # Any: WebAuthn's own structure
    try:
        told = json.loads(answer) if len(answer) <= LONGEST_ANSWER else None
    except ValueError:
        told = None
    if not isinstance(told, dict):
        raise OutOfOrder.one("passkey_wrong", NOT_RIGHT)
    return told


def _require_oneself(user: User, by: Reader) -> None:
    if user.pk != by.user_id:
        raise NotPermitted.one("not_oneself", N_("Only the user can set up the own second factor."))
