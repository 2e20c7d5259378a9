"""Before tables are changed: a backup, or a clear word that there is none."""

from datetime import UTC, datetime

from django.conf import settings

from sanad.config import answers, site
from sanad.config.backup import versions
from sanad.config.backup.recipients import recipients_of
from sanad.config.backup.saving import Made, make_backup
from sanad.kit.refusals import N_, OutOfOrder

FOLDER = "backups"


def before_migrating(kind: site.Kind, *, without_backup: bool) -> Made | None:
    """Back the database up if its tables are about to change; a demo has nothing to lose."""
    migrations = versions.applied()
    versions.require_not_newer(migrations)
    if without_backup or kind == site.Kind.DEMO or not migrations or not versions.is_older(migrations):
        return None
    if not recipients_of(settings.SANAD_HOME):
        raise OutOfOrder.one(
            "upgrade.no_backup",
            N_(
                "The tables of this site are about to change, and no backup of them can be made: nobody is named who"
                " could open it (sanad backup recipients). To go on without one: sanad setup --without-backup."
            ),
        )
    folder = settings.SANAD_HOME / FOLDER
    folder.mkdir(mode=0o700, exist_ok=True)
    path = folder / f"before-{datetime.now(UTC):%Y%m%d-%H%M%S}.sanad.age"
    answers.tell(f"Backing up to {path} …")
    return make_backup(path)
