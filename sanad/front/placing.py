"""From what was written to a place: certain, asked back, or kept as written. Never guessed."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from sanad.places import queries as places
from sanad.places.models import KIND_TITLES
from sanad.places.rules import PlaceRow, Resolution

KEEP = "as_written"


@dataclass(frozen=True)
class Placed:
    """A place of the gazetteer, if the words name one, how precise it is, and the words."""

    id: int | None = None
    precision: str = ""
    said: str = ""

    @property
    def unknown(self) -> bool:
        """Something was written, and no place is known for it."""
        return bool(self.said) and self.id is None


def read(text: str) -> Resolution:
    """What the gazetteer makes of the words."""
    return places.gazetteer().resolve(text)


def choices(resolution: Resolution) -> list[tuple[str, str]]:
    """What is offered where the words are not certain; nothing where they are, or where nothing comes near."""
    if resolution.certain or not resolution.alternatives:
        return []
    gazetteer = places.gazetteer()
    offered = [(one.key, _line(gazetteer[one.key])) for one in resolution.alternatives]
    return [*offered, (KEEP, _("None of these; keep it as written"))]


def settled(resolution: Resolution, chosen: str) -> Placed:
    """The place that the words and the choice come to."""
    said = resolution.said.strip()
    if chosen and chosen != KEEP:
        row = places.gazetteer()[chosen]
        return Placed(row.id, row.level, said)
    if resolution.place is None:
        return Placed(said=said)
    return Placed(resolution.place.id, resolution.precision, said)


def label_of(place_id: int | None) -> str:
    """The line of a place: Mingora, Swat, Khyber Pakhtunkhwa."""
    return places.place_line(places.gazetteer().by_id(place_id)) if place_id is not None else ""


def _line(row: PlaceRow) -> str:
    return f"{places.place_line(row)} ({_kind(row)})"


def _kind(row: PlaceRow) -> str:
    return str(KIND_TITLES[row.kind])
