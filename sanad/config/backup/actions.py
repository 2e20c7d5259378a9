"""What the operator does with backups, written down as deeds."""

from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.db import transaction

from sanad.accounts.readers import Reader, ReaderKind
from sanad.config.backup.drills import Drill, read_drill, require_sensible
from sanad.config.backup.queries import DRILLED, MADE, RECIPIENT, backup_made, drill_taken
from sanad.config.backup.recipients import Recipient, add_recipient, recipients_of
from sanad.config.backup.saving import Made
from sanad.kit.refusals import N_, NotPermitted, OutOfOrder
from sanad.ledger.actions import record


def require_operator(by: Reader) -> None:
    """Backups hold the records of all offices: only whoever has the server may make and hand out."""
    if by.kind != ReaderKind.OPERATOR:
        raise NotPermitted.one(
            "backup.operator_only", N_("Backups are made by the operator of the server (without --as).")
        )


@transaction.atomic
def note_made(made: Made, *, by: Reader) -> None:
    """Write down that a backup lies on disk, and the hash by which its drill will be known."""
    record(
        MADE, by=by, object_kind="backup", object_id=made.id, office=by.office_id,
        sha256=made.sha256, size=made.size, rows=made.rows, originals=made.originals, missing=len(made.missing),
    )  # fmt: skip


@transaction.atomic
def take_recipient(line: str, *, by: Reader) -> Recipient:
    """Encrypt backups to one more key from now on."""
    require_operator(by)
    new = add_recipient(settings.SANAD_HOME, line)
    record(RECIPIENT, by=by, object_kind="backup_recipient", object_id=new.age[:64], office=by.office_id)
    return new


@transaction.atomic
def take_drill(path: Path, *, by: Reader) -> Drill:
    """Take in what was found where a backup of this site was restored."""
    require_operator(by)
    drill = read_drill(path, recipients_of(settings.SANAD_HOME))
    made = backup_made(drill.backup)
    if made is None or made.detail.get("sha256") != drill.sha256:
        raise OutOfOrder.one("drill.other_backup", N_("This drill is about a file that is no backup of this site."))
    require_sensible(drill, made.at)
    if drill_taken(drill.backup, _moment(drill.at)):
        raise OutOfOrder.one("drill.known", N_("This drill was taken in already."))
    record(
        DRILLED, by=by, object_kind="backup", object_id=drill.backup, office=by.office_id,
        good=int(drill.good), at=_moment(drill.at), rows=drill.rows, sampled=drill.sampled,
        erased_again=drill.erased_again, problems=drill.problems,
    )  # fmt: skip
    return drill


def _moment(at: datetime) -> int:
    """To the second; a deed holds numbers and words without spaces."""
    return int(at.astimezone(UTC).timestamp())
