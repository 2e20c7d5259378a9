"""Seen before? Events near to a report that is being typed, and persons with a like name, each with its reasons."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from django.core import signing
from django.utils.crypto import salted_hmac

from sanad.accounts.permissions import Permission
from sanad.accounts.readers import Reader
from sanad.kit.refusals import Refused
from sanad.kit.text import fold
from sanad.vault.names import names_like
from sanad.violations.models import Mention
from sanad.violations.queries import place_frame
from sanad.violations.queries.near import Row, events_of_people, rows_near
from sanad.violations.queries.people import mentions_found
from sanad.violations.rules.near import ALIKE, Nearness, Spot

MOST_SHOWN = 5
MOST_NAMES = 3
SHORTEST_NAME = 3
SALT = "sanad.front.near"
KNOWN_FOR = 3600  # seconds


@dataclass
class Near:
    """An event that may be the one being typed: the row of a list, in what it is near, and whose name is alike."""

    row: Row
    nearness: Nearness
    people: list[Mention] = field(default_factory=list)

    @property
    def score(self) -> int:
        """Orders what is shown."""
        return self.nearness.score + (ALIKE if self.people else 0)


@dataclass(frozen=True)
class Alike:
    """Rows of mentions with a like name by the name's keyed hash, and what kept names from being compared."""

    rows: Mapping[str, Sequence[UUID]]
    refused: Refused | None = None
    locked: int = 0

    def signed(self, reader: Reader) -> str:
        """For the page to give back, so that the vault is not asked for the same name again and again."""
        kept = {key: [row.hex for row in rows] for key, rows in self.rows.items()}
        return signing.dumps([reader.user_id, kept], salt=SALT, compress=True) if kept else ""


def spot(place: int | None, days: tuple[date, date | None] | None, acts: Collection[int]) -> Spot:
    """What is typed, with the district and province of its place."""
    frame = place_frame()
    district, province = (frame.district.get(place), frame.province.get(place)) if place else (None, None)
    first, last = days or (None, None)
    return Spot(place, district, province, first, last, tuple(acts))


def events_near(
    reader: Reader,
    place: int | None,
    days: tuple[date, date | None] | None,
    acts: Collection[int],
    alike: Collection[UUID] = (),
) -> list[Near]:
    """Events near in place, time and kind, or with a person of a like name (`alike`: rows of mentions)."""
    typed = spot(place, days, acts)
    found = {row.id: Near(row, one) for row, one in rows_near(reader, typed)}
    people: dict[UUID, list[Mention]] = {}
    for mention in mentions_found(reader, list(alike)) if alike else ():
        people.setdefault(mention.report.account.event_id, []).append(mention)
    for row, one in events_of_people(reader, people.keys() - found.keys(), typed) if people else ():
        found[row.id] = Near(row, one)
    for event, near in found.items():
        near.people = people.get(event, [])
    return sorted(found.values(), key=lambda near: (-near.score, near.nearness.days or 0))[:MOST_SHOWN]


def like_names(reader: Reader, names: Sequence[str], known: str = "") -> Alike:
    """Mentions with names like these. `known`: what an earlier answer to this reader signed."""
    if not reader.may(Permission.SEALED_OPEN):
        return Alike({})
    held = _known(reader, known)
    rows: dict[str, Sequence[UUID]] = {}
    locked = 0
    for name in [one for one in dict.fromkeys(map(fold, names)) if len(one) >= SHORTEST_NAME][:MOST_NAMES]:
        key = salted_hmac(SALT, name).hexdigest()[:24]
        if key in held:
            rows[key] = held[key]
            continue
        try:
            found = names_like(reader, name)
        except Refused as refusal:  # locked, spent, too short: the events near by are shown all the same
            return Alike(rows, refusal)
        rows[key], locked = found.rows, found.locked
    return Alike(rows, None, locked)


def _known(reader: Reader, signed: str) -> dict[str, list[UUID]]:
    if not signed:
        return {}
    try:
        whose, kept = signing.loads(signed, salt=SALT, max_age=KNOWN_FOR)
    except signing.BadSignature:
        return {}
    return {key: [UUID(row) for row in rows] for key, rows in kept.items()} if whose == reader.user_id else {}
