"""What is searched: one row for each report and paper, the words that occur, and searches that users keep.

The application may not read the index: `searching.found()` asks it, and applies the scope itself (`migrations/*.sql`).
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN

REPORT, PAPER = 1, 2


class SearchEntry(models.Model):
    """What of a report, or of a document by its title, can be found: hashed words, and what it is narrowed by."""

    sensitivity = {
        OPEN: "of kind event custodian_id day province district source_kind state withdrawn silent acts made_at",
        OFFICE: "words",
    }

    of = models.UUIDField(primary_key=True)  # the report, or the document
    kind = models.SmallIntegerField()
    event = models.UUIDField(null=True)
    custodian_id = models.IntegerField()
    day = models.DateField()  # the event's place in the lists
    province = models.IntegerField(null=True)
    district = models.IntegerField(null=True)
    source_kind = models.IntegerField(null=True)
    state = models.CharField(max_length=14, blank=True)
    withdrawn = models.BooleanField(default=False)
    silent = models.BooleanField(default=False)  # somebody in it withholds it from other offices
    made_at = models.DateTimeField()
    acts = ArrayField(models.IntegerField(), default=list)
    words = ArrayField(models.IntegerField(), default=list)

    class Meta:
        indexes = [
            GinIndex(fields=["words"], name="search_words"),
            models.Index(fields=["kind", "-day", "-of"], name="search_by_day"),
        ]


class Waiting(models.Model):
    """A report that the index has not taken in yet, or whose words are not learnt yet."""

    sensitivity = {OPEN: "report taken at"}

    report = models.UUIDField(primary_key=True)
    taken = models.BooleanField(default=False)
    at = models.DateTimeField()


class KnownWord(models.Model):
    """A word that occurs in some report, and its sound; which report is not said."""

    sensitivity = {OFFICE: "word sound"}

    word = models.CharField(max_length=24, primary_key=True)
    sound = models.CharField(max_length=12, db_index=True)


class SavedSearch(models.Model):
    """A search that one user keeps, and when they last looked at what it finds."""

    sensitivity = {OPEN: "id user custodian_id made_at looked_at chosen", OFFICE: "text"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.IntegerField()
    custodian_id = models.IntegerField()  # the office at which they keep it
    text = models.CharField(max_length=200)
    chosen = models.JSONField(default=dict)  # facets, by what stands for them outside
    made_at = models.DateTimeField()
    looked_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["user", "custodian_id"], name="search_saved_by")]
        constraints = [models.CheckConstraint(condition=~models.Q(text=""), name="a_saved_search_has_words")]
