"""Table: signed links, by which somebody without an account does one thing with one object.

The address holds the token; the table holds its hash. A link is for one person, and then belongs to the browser in
which it was first taken; or it is open to many, as the door of a workshop is.
"""

import hashlib

from django.db import models
from django.db.models import F, Q

from sanad.accounts.models.offices import Office, User
from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN, SEALED


def hashed_token(token: str) -> str:
    """What the address of a link holds, as it stands in the table."""
    return hashlib.sha256(f"sanad link {token}".encode()).hexdigest()


class Link(models.Model):
    """One door to one object (`of`) for one purpose, kept by the office that gave it out."""

    sensitivity = {
        OPEN: "id purpose of custodian language open_to_many taken_at expires_at made_by made_at revoked_by revoked_at",
        OFFICE: "to_name",
        SEALED: "token_hash browser_hash",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    purpose = models.CharField(max_length=32)
    of = models.UUIDField()
    custodian = models.ForeignKey(Office, models.PROTECT, related_name="+")
    to_name = models.CharField(max_length=120)
    language = models.CharField(max_length=2, choices=User.Language.choices, blank=True)
    open_to_many = models.BooleanField(default=False)
    token_hash = models.CharField(max_length=64, unique=True)
    browser_hash = models.CharField(max_length=64, blank=True)
    taken_at = models.DateTimeField(null=True)
    expires_at = models.DateTimeField()
    made_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")  # null: the operator
    made_at = models.DateTimeField()
    revoked_by = models.ForeignKey(User, models.PROTECT, null=True, related_name="+")
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(name="link_purpose_shape", condition=Q(purpose__regex=r"^[a-z]+(\.[a-z_]+)?$")),
            models.CheckConstraint(name="link_period", condition=Q(expires_at__gt=F("made_at"))),
            models.CheckConstraint(
                name="link_taken_once",
                condition=Q(browser_hash="", taken_at=None)
                | ~Q(browser_hash="") & Q(taken_at__isnull=False, open_to_many=False),
            ),
        ]
        indexes = [models.Index(fields=["of", "purpose"], name="link_of_object")]

    def __str__(self) -> str:
        return f"{self.purpose} {self.of}"
