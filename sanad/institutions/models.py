"""Tables: institutions and the other ways in which they are written.

Reference data: no row security, nothing is ever deleted; what ends gets a `valid_to` (the first day without it).
"""

from django.db import models
from django.db.models import F, Q
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sanad.institutions.rules import KIND_TITLES, LEVEL_TITLES, InstitutionKind, Level
from sanad.kit.sensitivity import OPEN


class Institution(models.Model):
    """A public body, paper, organisation or community. Its slug is permanent."""

    sensitivity = {
        OPEN: "id slug kind level name_en name_ur acronym place parent valid_from valid_to role source created_by "
        "created_at"
    }

    id = models.AutoField(primary_key=True)
    slug = models.CharField(max_length=100, unique=True)
    kind = models.CharField(max_length=16, choices=[(str(kind), _(title)) for kind, title in KIND_TITLES.items()])
    level = models.CharField(
        max_length=16, choices=[(str(level), _(title)) for level, title in LEVEL_TITLES.items()], blank=True
    )
    name_en = models.CharField(max_length=200)
    name_ur = models.CharField(max_length=200, blank=True)  # empty where only an imported file names it
    acronym = models.CharField(max_length=20, blank=True)
    place = models.ForeignKey("places.Place", models.PROTECT, null=True, blank=True, related_name="+")
    parent = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="below")
    valid_from = models.DateField(null=True, blank=True)
    valid_to = models.DateField(null=True, blank=True)
    role = models.CharField(max_length=400, blank=True)  # what it does, in our words
    source = models.CharField(max_length=300, blank=True)  # where we know it from
    created_by = models.IntegerField(null=True, blank=True)  # id of the user whose import or form first named it
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(name="institution_slug_shape", condition=Q(slug__regex=r"^[a-z0-9]+(_[a-z0-9]+)*$")),
            models.CheckConstraint(
                name="institution_kind_known", condition=Q(kind__in=[str(kind) for kind in InstitutionKind])
            ),
            models.CheckConstraint(
                name="institution_level_known", condition=Q(level__in=["", *(str(level) for level in Level)])
            ),
            models.CheckConstraint(name="institution_named", condition=~Q(name_en="") | ~Q(name_ur="")),
            models.CheckConstraint(name="institution_not_below_itself", condition=Q(parent=None) | ~Q(parent=F("id"))),
            models.CheckConstraint(
                name="institution_ends_after_it_begins",
                condition=Q(valid_from=None) | Q(valid_to=None) | Q(valid_to__gt=F("valid_from")),
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """The name in the active language, else in the other."""
        urdu = (get_language() or "en").startswith("ur")
        return (self.name_ur or self.name_en) if urdu else (self.name_en or self.name_ur)


class InstitutionName(models.Model):
    """A way in which an institution is written; its own names and acronym are among them."""

    sensitivity = {OPEN: "id institution name folded"}

    id = models.AutoField(primary_key=True)
    institution = models.ForeignKey(Institution, models.PROTECT, related_name="names")
    name = models.CharField(max_length=200)
    folded = models.CharField(max_length=200, db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="institution_name_once", fields=["institution", "folded"]),
            models.CheckConstraint(name="institution_name_can_be_matched", condition=~Q(folded="")),
        ]

    def __str__(self) -> str:
        return self.name
