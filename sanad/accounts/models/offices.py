"""Tables: offices, users, postings, ties, sharing rules.

No row security here: sign-in has to find the user before there is a reader. Who may look at users and offices is
decided by the queries (`queries.py`), which take the reader.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeOperators
from django.db import models
from django.db.models import F, Func, Q, Value
from django.db.models.functions import Now
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sanad.accounts.roles import TITLES, Role
from sanad.accounts.rules import GIVES_TITLES, KIND_TITLES, Gives, OfficeKind
from sanad.kit.sensitivity import OFFICE, OPEN, SEALED

ENDS_AFTER_IT_BEGINS = Q(until__isnull=True) | Q(until__gte=F("since"))


Kind = TypeVar("Kind", bound=StrEnum)


def _choices(titles: Mapping[Kind, str]) -> list[tuple[str, str]]:
    return [(str(value), _(title)) for value, title in titles.items()]


class Office(models.Model):
    """A directorate, ministry wing or CSO that works with Sanad. It is the custodian of what its people write."""

    sensitivity = {OPEN: "id slug name_en name_ur kind parent place institution reference_prefix since until"}

    id = models.AutoField(primary_key=True)
    slug = models.CharField(max_length=40, unique=True)
    name_en = models.CharField(max_length=200)
    name_ur = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=16, choices=_choices(KIND_TITLES))
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="below")
    place = models.ForeignKey("places.Place", models.PROTECT, null=True, blank=True, related_name="+")
    # Where the office is part of an institution that could be alleged to be a perpetrator, such as a prison department.
    institution = models.ForeignKey("institutions.Institution", models.PROTECT, null=True, blank=True, related_name="+")
    reference_prefix = models.CharField(max_length=4)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="office_slug_shape", condition=Q(slug__regex=r"^[a-z0-9]+(-[a-z0-9]+)*$")),
            models.CheckConstraint(name="office_prefix_shape", condition=Q(reference_prefix__regex=r"^[A-Z]{2,4}$")),
            models.CheckConstraint(name="office_kind_known", condition=Q(kind__in=[str(k) for k in OfficeKind])),
            models.CheckConstraint(name="office_not_below_itself", condition=~Q(parent=F("id"))),
            models.CheckConstraint(name="office_period", condition=ENDS_AFTER_IT_BEGINS),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the active language."""
        return self.name_ur if self.name_ur and (get_language() or "en").startswith("ur") else self.name_en


class Users(BaseUserManager["User"]):
    """Finds users by name, whatever the case in which it is typed."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username=(username or "").strip().lower())


class User(AbstractBaseUser):
    """Somebody who signs in. What they may do comes from their postings alone."""

    sensitivity = {
        OPEN: "id language digits dates is_active must_change_password created_by",
        OFFICE: "username full_name last_login one_time_expires created_at",
        SEALED: "password",
    }

    class Language(models.TextChoices):
        """The languages of the screens."""

        ENGLISH = "en", "English"
        URDU = "ur", "اردو"

    class Digits(models.TextChoices):
        """How numbers are written on Urdu screens."""

        LATIN = "latin", "0123456789"
        URDU = "urdu", "۰۱۲۳۴۵۶۷۸۹"

    class Dates(models.TextChoices):
        """How dates are written."""

        WORDS = "words", "17 April 2026"
        NUMBERS = "numbers", "17/04/2026"

    id = models.AutoField(primary_key=True)
    username = models.CharField(max_length=32, unique=True)
    full_name = models.CharField(max_length=120)
    language = models.CharField(max_length=2, choices=Language.choices, default=Language.ENGLISH)
    digits = models.CharField(max_length=5, choices=Digits.choices, default=Digits.LATIN)
    dates = models.CharField(max_length=7, choices=Dates.choices, default=Dates.WORDS)
    is_active = models.BooleanField(default=True)
    must_change_password = models.BooleanField(default=False)
    one_time_expires = models.DateTimeField(null=True, blank=True)
    created_by = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="+")
    created_at = models.DateTimeField(db_default=Now())

    objects = Users()

    USERNAME_FIELD = "username"
    REQUIRED_FIELDS = ["full_name"]

    class Meta:
        constraints = [
            # Small letters only, so that unique is unique whatever the case.
            models.CheckConstraint(
                name="user_username_shape", condition=Q(username__regex=r"^[a-z0-9][a-z0-9._-]{1,30}[a-z0-9]$")
            ),
            models.CheckConstraint(
                name="user_one_time_is_changed",
                condition=Q(one_time_expires__isnull=True) | Q(must_change_password=True),
            ),
        ]

    def __str__(self) -> str:
        return self.full_name or self.username


class Posting(models.Model):
    """A user's role at an office for a time. `until` is the first day on which it no longer holds."""

    sensitivity = {OPEN: "id user office role since until"}

    id = models.AutoField(primary_key=True)
    user = models.ForeignKey(User, models.PROTECT, related_name="postings")
    office = models.ForeignKey(Office, models.PROTECT, related_name="postings")
    role = models.CharField(max_length=16, choices=_choices(TITLES))
    since = models.DateField()
    until = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="posting_role_known", condition=Q(role__in=[str(r) for r in Role])),
            models.CheckConstraint(name="posting_period", condition=ENDS_AFTER_IT_BEGINS),
            # Without the btree_gist extension a GiST index compares ranges only, hence numbers as ranges of one.
            ExclusionConstraint(
                name="posting_held_once",
                expressions=[
                    (Func("user_id", "user_id", Value("[]"), function="int4range"), RangeOperators.OVERLAPS),
                    (Func("office_id", "office_id", Value("[]"), function="int4range"), RangeOperators.OVERLAPS),
                    (Func("since", "until", function="daterange"), RangeOperators.OVERLAPS),
                    (
                        Func(
                            Func("role", function="hashtext"),
                            Func("role", function="hashtext"),
                            Value("[]"),
                            function="int4range",
                        ),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role} {self.office_id}"


class SharingRule(models.Model):
    """What an office gives another of its records: their counts, the records, or these with their sealed values."""

    sensitivity = {OPEN: "id giver receiver gives since until by", OFFICE: "why"}

    id = models.AutoField(primary_key=True)
    giver = models.ForeignKey(Office, models.PROTECT, related_name="gives_by")
    receiver = models.ForeignKey(Office, models.PROTECT, related_name="gets_by")
    gives = models.CharField(max_length=8, choices=_choices(GIVES_TITLES))
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    why = models.CharField(max_length=500)

    class Meta:
        constraints = [
            models.CheckConstraint(name="sharing_gives_known", condition=Q(gives__in=[str(g) for g in Gives])),
            models.CheckConstraint(name="sharing_with_another", condition=~Q(giver=F("receiver"))),
            models.CheckConstraint(name="sharing_period", condition=ENDS_AFTER_IT_BEGINS),
            models.CheckConstraint(name="sharing_says_why", condition=~Q(why="")),
            models.UniqueConstraint(
                name="sharing_one_open_rule", fields=["giver", "receiver"], condition=Q(until__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.giver_id} → {self.receiver_id}: {self.gives}"


class Tie(models.Model):
    """That a user belongs to an institution, or did: where it is an alleged perpetrator, they do not see the record."""

    sensitivity = {OPEN: "id user institution since until by", OFFICE: "why"}

    id = models.AutoField(primary_key=True)
    user = models.ForeignKey(User, models.PROTECT, related_name="ties")
    institution = models.ForeignKey("institutions.Institution", models.PROTECT, related_name="+")
    why = models.CharField(max_length=300)
    since = models.DateField()
    until = models.DateField(null=True, blank=True)
    by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints = [
            models.CheckConstraint(name="tie_period", condition=ENDS_AFTER_IT_BEGINS),
            models.CheckConstraint(name="tie_says_why", condition=~Q(why="")),
            models.UniqueConstraint(
                name="tie_one_open", fields=["user", "institution"], condition=Q(until__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.institution_id}"
