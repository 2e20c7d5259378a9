"""What the machine proposes: runs, pairs, and the weights that were learned. No name and no number is in them."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OPEN


class Run(models.Model):
    """One matching: who had it done, on how many records, and how it ended."""

    class State(models.TextChoices):
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    sensitivity = {
        OPEN: "id custodian begun_at ended_at made_by engine whole state why records pairs linked held_back locked"
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+", db_index=False)
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    made_by = models.IntegerField(null=True)
    engine = models.CharField(max_length=8, default="duckdb")
    whole = models.BooleanField(default=True)  # all with all; else what is new with all
    state = models.CharField(max_length=8, choices=State.choices, default=State.RUNNING)
    why = models.CharField(max_length=60, blank=True)  # the code of the refusal that ended it
    records = models.IntegerField(default=0)
    pairs = models.IntegerField(default=0)
    linked = models.IntegerField(default=0)
    held_back = models.IntegerField(default=0)
    locked = models.IntegerField(default=0)  # offices left out because their vault was locked

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(state="running", ended_at=None) | Q(state__in=["done", "failed"], ended_at__isnull=False),
                name="a_run_that_ended_says_when",
            ),
        ]


class Pair(models.Model):
    """Two mentions, or two reports, that may be one; what was decided on them are judgements, not columns here."""

    class Kind(models.TextChoices):
        PERSON = "person"
        EVENT = "event"

    sensitivity = {
        OPEN: "id kind one other one_report other_report custodians probability levels weights run found_at linked_by"
        " held_back"
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=6, choices=Kind.choices)
    one = models.UUIDField()  # root of the older mention, or the older report
    other = models.UUIDField()
    one_report = models.UUIDField()
    other_report = models.UUIDField()
    custodians = ArrayField(models.IntegerField())  # of both; who does not see both does not see the pair
    probability = models.FloatField()
    levels = models.JSONField()  # comparison -> how it came out
    weights = models.JSONField()  # comparison -> for (or, below zero, against) one person, in bits
    run = models.ForeignKey(Run, models.PROTECT, related_name="+", db_constraint=False, db_index=False)
    found_at = models.DateTimeField()
    linked_by = models.UUIDField(null=True)  # the judgement by which the machine linked them
    held_back = models.CharField(max_length=40, blank=True)  # why the machine did not link what it could have

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["one", "other"], name="one_pair_of_two"),
            models.CheckConstraint(condition=Q(one__lt=F("other")), name="the_older_stands_first"),
            models.CheckConstraint(condition=Q(probability__gte=0, probability__lte=1), name="a_chance_is_one"),
        ]
        indexes = [models.Index(fields=["kind", "-probability", "id"], name="pair_likeliest")]


class Weights(models.Model):
    """What was learned from the decisions of people; the newest of a kind holds."""

    sensitivity = {OPEN: "id kind made_at labels weights"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField(max_length=6, choices=Pair.Kind.choices)
    made_at = models.DateTimeField()
    labels = models.IntegerField()  # how many decisions it rests on
    weights = models.JSONField()  # comparison -> level -> [among the same, among others]
