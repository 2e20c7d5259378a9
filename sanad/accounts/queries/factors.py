"""Which second factors somebody has; read before there is a reader."""

import time
from dataclasses import dataclass

from allauth.mfa.models import Authenticator
from django.conf import settings
from django.db.models import QuerySet

from sanad.accounts import one_time_codes as codes
from sanad.accounts.models import User

TOTP, CODES, PASSKEY = Authenticator.Type.TOTP, Authenticator.Type.RECOVERY_CODES, Authenticator.Type.WEBAUTHN


@dataclass(frozen=True)
class Factors:
    """What somebody can show beside the password."""

    totp: Authenticator | None
    codes: Authenticator | None
    passkeys: tuple[Authenticator, ...]

    @property
    def enrolled(self) -> bool:
        """Is there a second factor at all?"""
        return self.totp is not None or bool(self.passkeys)

    @property
    def codes_kept(self) -> bool:
        """Did they say that the recovery codes are kept?"""
        return self.codes is not None and self.codes.wrap().did_view

    def codes_left(self) -> int:
        """How many recovery codes were not used yet."""
        return len(self.codes.wrap().get_unused_codes()) if self.codes else 0


def factors_of(user: User) -> Factors:
    """The second factors of a user."""
    rows = list(Authenticator.objects.filter(user_id=user.pk).order_by("id"))
    by_type = {row.type: row for row in rows}
    return Factors(by_type.get(TOTP), by_type.get(CODES), tuple(row for row in rows if row.type == PASSKEY))


def without_second_factor(users: QuerySet[User]) -> QuerySet[User]:
    """Those of these users who have yet to set one up."""
    enrolled = Authenticator.objects.exclude(type=CODES).values("user_id")
    return users.exclude(id__in=enrolled)


def demo_code(factors: Factors) -> str:
    """The code of the moment, on a demo site only: nobody there has a telephone with it."""
    if settings.SITE_KIND != "demo" or factors.totp is None:
        return ""
    user = User(pk=factors.totp.user_id)
    step = max(codes.step_now(time.time()), factors.totp.data.get("last_step", 0) + 1)
    return codes.code_at(codes.secret_in(user, factors.totp), step)
