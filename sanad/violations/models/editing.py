"""Table: what one change of many reports changed in each, so that it can be taken back as a whole."""

from django.db import models

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN
from sanad.violations.models.columns import custodian
from sanad.violations.models.received import Batch, Report


class Edited(models.Model):
    """One report in a batch of the kind *edit*: which field, and its values before and after. Never changed.

    A place belongs to the acts and makes a revision; paper and kind of source stand on the report itself, and what they
    were stands here.
    """

    class Field(models.TextChoices):
        PLACE = "place"
        PAPER = "paper"
        SOURCE_KIND = "source_kind"

    sensitivity = {OPEN: "id custodian batch report field", OFFICE: "before after"}

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = custodian()
    batch = models.ForeignKey(Batch, models.PROTECT, related_name="edited")
    report = models.ForeignKey(Report, models.PROTECT, related_name="+", db_constraint=False)
    field = models.CharField(max_length=12, choices=Field.choices)
    before = models.JSONField()
    after = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["batch", "report", "field"], name="edited_once_in_a_batch"),
            models.CheckConstraint(
                condition=models.Q(field__in=["place", "paper", "source_kind"]), name="edited_field_known"
            ),
        ]
