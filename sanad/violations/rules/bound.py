"""What binds a judgement made by hand to its deed: a hash of the row, which the deed holds. No Django."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from uuid import UUID

# What earlier releases did not know is bound where it says something, so that their deeds still fit.
LATER = ("settled_on", "checked", "needs_second", "link_id", "confirms_id")
# Everything that a judgement says. Its custodians are not among it: they change when a report is handed over.
SAID = (
    "id",
    "made_at",
    "made_by",
    "kind",
    "verdict",
    "why",
    "standard_id",
    "report_id",
    "other_report_id",
    "mention",
    "other_mention",
    "act",
    "act_type_id",
    "involvement",
    "field",
    "value",
    "undoes_id",
    *LATER,
)


def sum_of(said: Mapping[str, object]) -> str:
    """The hash of what a judgement says, the same before and after it was stored."""
    plain = {name: _plain(said[name]) for name in SAID if name not in LATER or said[name]}
    return hashlib.sha256(json.dumps(plain, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


@dataclass
class Together:
    """Judgements made under one deed, by the thousand: bound by one hash over theirs, within a range of ids."""

    sums: list[str] = field(default_factory=list)
    first: UUID | None = None
    last: UUID | None = None

    def add(self, rows: Iterable[Mapping[str, object]]) -> None:
        """Some more of them, in any order."""
        for row in rows:
            number = UUID(str(row["id"]))
            self.sums.append(sum_of(row))
            self.first = min(number, self.first or number)
            self.last = max(number, self.last or number)

    def bound(self) -> dict[str, str]:
        """For the deed; nothing where there was none."""
        if self.first is None:
            return {}
        together = hashlib.sha256("".join(sorted(self.sums)).encode()).hexdigest()
        return {"first": str(self.first), "last": str(self.last), "sums": together}


def _plain(value: object) -> object:
    if isinstance(value, UUID):
        return str(value)
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat(timespec="microseconds")
    if isinstance(value, date):
        return value.isoformat()
    return value
