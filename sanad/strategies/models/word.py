"""A Word file between its coming in and the draft that is made of it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from sanad.kit.ids import uuid7
from sanad.kit.sensitivity import OFFICE, OPEN
from sanad.strategies.models.strategy import Draft, Strategy


class WordFile(models.Model):
    """What was read of a Word file, and what a person answered to its doubts; nothing is in a draft yet."""

    class State(models.TextChoices):
        READ = "read", _("read")
        TAKEN = "taken", _("taken over")
        LEFT = "left", _("not taken over")

    sensitivity = {
        OPEN: "id custodian strategy size state language into made_at made_by",
        OFFICE: "file_name blocks answers",
    }

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    custodian = models.ForeignKey("accounts.Office", models.PROTECT, related_name="+")
    strategy = models.ForeignKey(Strategy, models.PROTECT, related_name="word_files")
    file_name = models.CharField(max_length=200)
    size = models.IntegerField()
    state = models.CharField(max_length=6, choices=State.choices, default=State.READ)
    language = models.CharField(max_length=2)
    into = models.ForeignKey(Draft, models.PROTECT, null=True, related_name="+")  # its words in the other language
    blocks = models.JSONField()
    answers = models.JSONField(default=dict)
    made_at = models.DateTimeField()
    made_by = models.IntegerField(null=True)

    def __str__(self) -> str:
        return self.file_name
