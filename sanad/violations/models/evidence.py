"""Evidence: files of a report. Their bytes lie sealed in the vault, their custody stands in the ledger."""

from django.db import models

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN
from sanad.violations.models.columns import custodian
from sanad.violations.models.received import Report


class Evidence(models.Model):
    """One file. Its id is that of the original in the vault; the name that it bore is sealed (`of="evidence"`)."""

    class Kind(models.TextChoices):
        PHOTOGRAPH = "photograph"
        VIDEO = "video"
        SOUND = "sound"
        MEDICAL = "medical"
        LEGAL = "legal"
        LETTER = "letter"
        MESSAGE = "message"
        OTHER = "other"

    sensitivity = {
        OPEN: "id report custodian mention kind sha256_sealed size media_type received_at made_by",
        OFFICE: "title",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    report = models.ForeignKey(Report, models.PROTECT, related_name="evidence", db_constraint=False)
    custodian = custodian()
    mention = models.UUIDField(null=True)  # root of the person whom it shows or is about, if it is one
    kind = models.CharField(max_length=12, choices=Kind.choices)
    title = models.CharField(max_length=120, blank=True)  # what it shows; never a name
    # Kept here too: the vault's own row goes when the file is destroyed, and that it was there stays known.
    sha256_sealed = models.CharField(max_length=64)
    size = models.BigIntegerField()
    media_type = models.CharField(max_length=100)
    received_at = models.DateTimeField()
    made_by = models.IntegerField(null=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(size__gte=0), name="evidence_has_a_size"),
        ]
