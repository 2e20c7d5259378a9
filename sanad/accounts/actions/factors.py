"""Second factors: set up, shown, replaced. A code that was taken once is never taken again."""

import time

from allauth.mfa.models import Authenticator
from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes
from allauth.mfa.totp.internal.auth import generate_totp_secret, validate_totp_code
from django.db import transaction
from django.utils import timezone

from sanad.accounts import one_time_codes as codes
from sanad.accounts.adapter import Adapter
from sanad.accounts.models import User
from sanad.accounts.queries.factors import CODES, TOTP, factors_of
from sanad.accounts.readers import Reader
from sanad.kit.refusals import N_, NotPermitted, OutOfOrder
from sanad.ledger.actions import record

WRONG_CODE = N_("This code is not right, or it was used before. Wait for the next one and type that.")

WRONG_RECOVERY_CODE = N_("This recovery code is not right, or it was used before.")


def new_secret() -> str:
    """What an app on a telephone makes its codes from."""
    return generate_totp_secret()


@transaction.atomic
def enrol(user: User, secret: str, code: str, *, by: Reader) -> None:
    """Set up the app on the telephone, which proves by a code that it holds the secret; recovery codes come with it."""
    _require_oneself(user, by)
    User.objects.select_for_update().get(pk=user.pk)
    if factors_of(user).totp is not None:
        raise OutOfOrder.one("enrolled_already", N_("A second factor is set up already."))
    _write_totp(user, secret, code)
    _new_codes(user)
    record("factor.added", by=by, object_kind="user", object_id=user.pk, office=by.office_id, factor=str(TOTP))


@transaction.atomic
def replace_totp(user: User, secret: str, code: str, *, by: Reader) -> None:
    """A new telephone: its app takes the place of the old one. Whoever calls has asked for the old factor."""
    _require_oneself(user, by)
    Authenticator.objects.filter(user=user, type=TOTP).delete()
    _write_totp(user, secret, code)
    record("factor.replaced", by=by, object_kind="user", object_id=user.pk, office=by.office_id, factor=str(TOTP))


@transaction.atomic
def show_code(user: User, code: str) -> bool:
    """Is this the code of the moment, for the first time? The row is locked: two requests cannot both use it."""
    row = Authenticator.objects.select_for_update().filter(user=user, type=TOTP).first()
    if row is None:
        return False
    step = codes.step_of(codes.secret_in(user, row), code, time.time())
    if step is None or step <= row.data.get("last_step", 0):
        return False
    row.data["last_step"] = step
    row.last_used_at = timezone.now()
    row.save(update_fields=["data", "last_used_at"])
    return True


@transaction.atomic
def show_recovery_code(user: User, code: str) -> bool:
    """Is this a recovery code that was not used? It is used up by this."""
    row = Authenticator.objects.select_for_update().filter(user=user, type=CODES).first()
    if row is None or not codes.belongs(user, row) or not RecoveryCodes(row).validate_code(codes.plain(code)):
        return False
    row.record_usage()
    return True


@transaction.atomic
def new_recovery_codes(user: User, *, by: Reader) -> None:
    """Ten new codes in place of the old ones."""
    _require_oneself(user, by)
    _new_codes(user)
    record("factor.codes_renewed", by=by, object_kind="user", object_id=user.pk, office=by.office_id)


@transaction.atomic
def keep_codes(user: User, *, by: Reader) -> None:
    """The user says that the recovery codes are kept: from now on nobody is shown them again."""
    _require_oneself(user, by)
    found = factors_of(user).codes
    if found is None:
        raise OutOfOrder.one("no_codes", N_("There are no recovery codes yet."))
    found.wrap().mark_as_viewed()


def recovery_codes_once(user: User) -> list[str]:
    """The codes, as long as the user has not said that they are kept; afterwards none."""
    found = factors_of(user)
    if found.codes is None or found.codes_kept:
        return []
    return [codes.spaced(code) for code in found.codes.wrap().get_unused_codes()]


@transaction.atomic
def forget_factors(user: User) -> None:
    """Take away all second factors: the next sign-in leads to enrolment. The callers decide who may."""
    Authenticator.objects.filter(user=user).delete()


def _write_totp(user: User, secret: str, code: str) -> None:
    step = codes.step_of(secret, code, time.time())
    if step is None or not validate_totp_code(secret, codes.plain(code)):
        raise OutOfOrder.one("wrong_code", WRONG_CODE, "code")
    sealed = Adapter().encrypt(codes.bound(user, secret))
    Authenticator.objects.create(user=user, type=TOTP, data={"secret": sealed, "last_step": step})


def _new_codes(user: User) -> None:
    Authenticator.objects.filter(user=user, type=CODES).delete()
    seed = codes.bound(user, RecoveryCodes.generate_seed())
    Authenticator.objects.create(user=user, type=CODES, data={"seed": Adapter().encrypt(seed), "used_mask": 0})


def _require_oneself(user: User, by: Reader) -> None:
    if user.pk != by.user_id:
        raise NotPermitted.one("not_oneself", N_("Only the user can set up the own second factor."))
