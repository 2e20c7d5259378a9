"""Where telephones in the room reach this site: written by `sanad serve --lan` while it runs."""

import json
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True)
class Room:
    """The address of the doors in the room, and the fingerprint of the certificate that telephones show."""

    address: str
    fingerprint: str


def room_file() -> Path:
    """Where it stands."""
    return Path(settings.SANAD_HOME) / "run" / "room.json"


def room_address() -> Room | None:
    """The room that is served now, if any."""
    try:
        return Room(**json.loads(room_file().read_text(encoding="utf-8")))
    except (FileNotFoundError, ValueError, TypeError):
        return None
