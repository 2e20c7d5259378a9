"""How it stands: the last backup, the last good drill, whether that is too old, and whom backups are for."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.utils import timezone

from sanad.config.backup.queries import MADE, newest, newest_drill
from sanad.config.backup.recipients import Recipient, recipients_of
from sanad.config.backup.rules import Limits, State, state_of, state_of_drill
from sanad.ledger.models import Deed


@dataclass(frozen=True)
class Standing:
    """What the page and `sanad backup status` say."""

    limits: Limits
    recipients: tuple[Recipient, ...]
    last: Deed | None
    last_good: Deed | None
    last_bad: Deed | None
    backup: State
    drill: State

    @property
    def is_good(self) -> bool:
        """Nothing is red."""
        return self.backup == self.drill == State.GOOD and bool(self.recipients) and not self.missing

    @property
    def missing(self) -> int:
        """Originals that the last backup could not take in, because they are gone or damaged."""
        return int(self.last.detail.get("missing", 0)) if self.last else 0

    def plain(self) -> dict[str, object]:
        """For --json."""
        return {
            "good": self.is_good,
            "backup": {"state": self.backup, "at": _at(self.last), "days": self.limits.backup, "missing": self.missing},
            "drill": {
                "state": self.drill,
                "at": _at(self.last_good, drilled_at),
                "days": self.limits.drill,
                "failed_at": _at(self.last_bad, drilled_at),
            },
            "recipients": [one.line() for one in self.recipients],
        }


def standing(now: datetime | None = None) -> Standing:
    """How it stands now."""
    now = now or timezone.now()
    limits = Limits(settings.BACKUP_DAYS, settings.DRILL_DAYS)
    last, good, bad = newest(MADE), newest_drill(good=1), newest_drill(good=0)
    return Standing(
        limits=limits,
        recipients=tuple(recipients_of(settings.SANAD_HOME)),
        last=last,
        last_good=good,
        last_bad=bad,
        backup=state_of(last and last.at, now, limits.backup),
        drill=state_of_drill(good and drilled_at(good), bad and drilled_at(bad), now, limits.drill),
    )


def drilled_at(deed: Deed) -> datetime:
    """When the drill was, by the clock of the machine where it was; the deed of taking it in came later."""
    return datetime.fromtimestamp(deed.detail["at"], UTC)


def _at(deed: Deed | None, when: Callable[[Deed], datetime] = lambda deed: deed.at) -> str | None:
    return when(deed).isoformat(timespec="seconds") if deed else None
