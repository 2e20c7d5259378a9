"""Creating and disabling users, and their passwords."""

import secrets
from functools import cache

from django.contrib.auth.password_validation import CommonPasswordValidator
from django.db import transaction
from django.utils import timezone

from sanad.accounts.actions.offices import ensure_first_office
from sanad.accounts.actions.postings import post_user
from sanad.accounts.actions.sessions import forget_sessions
from sanad.accounts.models import Office, User
from sanad.accounts.permissions import Permission, require
from sanad.accounts.queries.making_readers import user_named
from sanad.accounts.queries.managed import manages, may_manage_wholly
from sanad.accounts.queries.naming import names_about
from sanad.accounts.readers import Reader, operator
from sanad.accounts.roles import Role
from sanad.accounts.rules import ONE_TIME_PASSWORD_LASTS, reasons_against_username
from sanad.accounts.rules_of_passwords import normalised, reasons_against_password
from sanad.kit.refusals import N_, NotPermitted, Reason, Refused
from sanad.ledger.actions import record

# No letters or digits that are mistaken for each other when read out or copied from paper.
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


@transaction.atomic
def new_user(
    username: str,
    full_name: str,
    office: Office,
    role: Role,
    *,
    by: Reader,
    language: str = "en",
) -> tuple[User, str]:
    """Create a user with a first posting; gives the user and the one-time password, which is shown once."""
    require(by, Permission.USER_MANAGE)
    if not manages(by, office.pk):
        raise NotPermitted.one("office_not_managed", N_("This office is not at or below your own."), "office")
    username = username.strip().lower()
    reasons = reasons_against_username(username)
    if user_named(username):
        reasons.append(Reason("username_taken", N_("This user name is taken."), field="username"))
    if not full_name.strip():
        reasons.append(Reason("no_full_name", N_("Write the full name."), field="full_name"))
    if reasons:
        raise Refused(reasons)
    user = User(
        username=username,
        full_name=" ".join(full_name.split()),
        language=language,
        created_by_id=by.user_id,
        created_at=timezone.now(),
    )
    password = _set_one_time_password(user)
    user.save()
    record("user.created", by=by, object_kind="user", object_id=user.pk, office=office.pk)
    post_user(user, office, role, by=by)
    return user, password


@transaction.atomic
def new_administrator(username: str, full_name: str = "", *, by: Reader | None = None) -> str:
    """For `sanad admin new`: an administrator of the first office; gives the one-time password."""
    office = ensure_first_office()
    _user, password = new_user(username, full_name or username, office, Role.ADMINISTRATOR, by=by or operator())
    return password


@transaction.atomic
def reset_password(user: User, *, by: Reader) -> str:
    """A one-time password for somebody who lost theirs; ends their sessions. It is shown once."""
    require_wholly(user, by)
    password = give_one_time_password(user)
    record("user.password_reset", by=by, object_kind="user", object_id=user.pk, office=by.office_id)
    return password


@transaction.atomic
def disable_user(user: User, *, by: Reader) -> None:
    """Keep somebody out from the next request on; what they wrote stays."""
    require_wholly(user, by)
    user.is_active = False
    user.save(update_fields=["is_active"])
    forget_sessions(user)
    record("user.disabled", by=by, object_kind="user", object_id=user.pk, office=by.office_id)


@transaction.atomic
def enable_user(user: User, *, by: Reader) -> None:
    """Let somebody in again."""
    require_wholly(user, by)
    user.is_active = True
    user.save(update_fields=["is_active"])
    record("user.enabled", by=by, object_kind="user", object_id=user.pk, office=by.office_id)


def note_sign_in(*, by: Reader, factor: str) -> None:
    """Write down that somebody signed in, and with which second factor."""
    record("user.signed_in", by=by, object_kind="user", object_id=by.user_id or 0, office=by.office_id, factor=factor)


@transaction.atomic
def change_own_password(user: User, password: str, *, by: Reader) -> None:
    """Take a new password; all sessions of the user end but the one that asks for it, which the view keeps."""
    if user.pk != by.user_id:
        raise NotPermitted.one("not_oneself", N_("Only the user can choose the own password."))
    password = normalised(password)
    reasons = reasons_against_password(password, common=common_passwords(), about=names_about(user))
    if reasons:
        raise Refused(reasons)
    user.set_password(password)
    user.must_change_password = False
    user.one_time_expires = None
    user.save(update_fields=["password", "must_change_password", "one_time_expires"])
    record("user.password_changed", by=by, object_kind="user", object_id=user.pk, office=by.office_id)


@transaction.atomic
def choose_language(user: User, language: str, *, by: Reader, digits: str = "", dates: str = "") -> None:
    """The language in which the user signs in from now on, and how numbers and dates are written in it.

    No deed: it concerns nobody else.
    """
    if user.pk != by.user_id:
        raise NotPermitted.one("not_oneself", N_("Only the user can choose the own language."))
    user.language = User.Language(language)
    user.digits = User.Digits(digits or user.digits)
    user.dates = User.Dates(dates or user.dates)
    user.save(update_fields=["language", "digits", "dates"])


@cache
def common_passwords() -> frozenset[str]:
    """The list that Django brings."""
    return frozenset(CommonPasswordValidator().passwords)


def require_wholly(user: User, by: Reader) -> None:
    """Refuse whoever does not manage this user at all of their offices, and the user themselves."""
    require(by, Permission.USER_MANAGE)
    if user.pk == by.user_id:
        raise NotPermitted.one("not_on_oneself", N_("You cannot do this to your own account."))
    if not may_manage_wholly(by, user):
        raise NotPermitted.one(
            "posted_elsewhere",
            N_("This user is posted at an office that is not at or below yours. Ask an administrator above."),
        )


def give_one_time_password(user: User) -> str:
    """A one-time password in place of the present one, and the end of all sessions. The callers decide who may."""
    password = _set_one_time_password(user)
    user.save(update_fields=["password", "must_change_password", "one_time_expires"])
    forget_sessions(user)
    return password


def _set_one_time_password(user: User) -> str:
    """Twenty letters of 31: 99 bits; hyphens make it easier to copy."""
    password = "-".join("".join(secrets.choice(LETTERS) for _ in range(5)) for _ in range(4))
    user.set_password(password)
    user.must_change_password = True
    user.one_time_expires = timezone.now() + ONE_TIME_PASSWORD_LASTS
    return password
