"""The tables of codes. Rows come from `data/codes`; `actions.load_codes` is the only writer."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from sanad.kit.sensitivity import OPEN

SLUG = r"^[a-z][a-z0-9_]*$"


class Vocabulary(models.Model):
    """One list of codes that answers one question, such as *what was done* or *by what means*."""

    sensitivity = {OPEN: "id slug name_en name_ur version"}

    id = models.SmallIntegerField(primary_key=True)
    slug = models.CharField(max_length=40, unique=True)
    name_en = models.CharField(max_length=100)
    name_ur = models.CharField(max_length=100)
    version = models.CharField(max_length=20)

    class Meta:
        constraints = [
            models.CheckConstraint(name="vocabulary_slug_shape", condition=Q(slug__regex=SLUG)),
            models.CheckConstraint(name="vocabulary_named_twice", condition=~Q(name_en="") & ~Q(name_ur="")),
        ]

    def __str__(self) -> str:
        return self.slug


class Code(models.Model):
    """One word of a vocabulary. Its slug and its id are permanent; a word that is given up gets an `until`."""

    sensitivity = {
        OPEN: "id vocabulary slug parent name_en name_ur definition_en huridocs iccs since until heading rank "
        "also position"
    }

    id = models.SmallIntegerField(primary_key=True)  # given out by load_codes in the order of the files
    vocabulary = models.ForeignKey(Vocabulary, models.PROTECT, related_name="codes")
    slug = models.CharField(max_length=60)
    parent = models.ForeignKey("self", models.PROTECT, null=True, related_name="children")
    name_en = models.CharField(max_length=120)
    name_ur = models.CharField(max_length=120)
    definition_en = models.CharField(max_length=400, blank=True)
    huridocs = models.CharField(max_length=16, blank=True)  # list/code, as in 4/010100000000
    iccs = models.CharField(max_length=6, blank=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)  # first day on which it is no longer offered
    heading = models.BooleanField(default=False)  # groups others; nobody picks it
    rank = models.SmallIntegerField(null=True)  # higher is more, in vocabularies that have an order
    also = ArrayField(models.CharField(max_length=120), default=list)  # other ways to write it, English and Urdu
    position = models.SmallIntegerField()

    class Meta:
        ordering = ["vocabulary_id", "position"]
        constraints = [
            models.UniqueConstraint(name="code_slug_once", fields=["vocabulary", "slug"]),
            models.CheckConstraint(name="code_slug_shape", condition=Q(slug__regex=SLUG)),
            models.CheckConstraint(name="code_named_twice", condition=~Q(name_en="") & ~Q(name_ur="")),
            models.CheckConstraint(name="code_not_its_own_parent", condition=Q(parent=None) | ~Q(parent=F("id"))),
            models.CheckConstraint(
                name="code_ends_after_it_begins",
                condition=Q(since=None) | Q(until=None) | Q(until__gte=F("since")),
            ),
        ]

    def __str__(self) -> str:
        return self.slug


class Loaded(models.Model):
    """A state of all codes and classifications; snapshots cite its version."""

    sensitivity = {OPEN: "id version at codes"}

    id = models.SmallAutoField(primary_key=True)
    version = models.CharField(max_length=16)
    at = models.DateTimeField()
    codes = models.SmallIntegerField()

    class Meta:
        get_latest_by = "id"

    def __str__(self) -> str:
        return self.version
