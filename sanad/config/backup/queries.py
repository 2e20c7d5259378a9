"""What was made and proven: read from the deeds, where it was written down."""

from sanad.ledger.models import Deed

MADE, DRILLED, RECIPIENT = "backup.made", "backup.drilled", "backup.recipient_added"


def newest(action: str) -> Deed | None:
    """The last deed of this kind, whoever did it."""
    return Deed.objects.filter(action=action).order_by("-at", "-id").first()


def newest_drill(*, good: int) -> Deed | None:
    """The last drill with this outcome, by the time at which it was done."""
    return Deed.objects.filter(action=DRILLED, detail__good=good).order_by("-detail__at", "-id").first()


def backup_made(backup_id: str) -> Deed | None:
    """The deed of a backup of this site."""
    return Deed.objects.filter(action=MADE, object_id=backup_id).first()


def drill_taken(backup_id: str, moment: int) -> bool:
    """Whether the result of this drill was taken in before."""
    return Deed.objects.filter(action=DRILLED, object_id=backup_id, detail__at=moment).exists()
