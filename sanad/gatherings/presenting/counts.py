"""Counts of who came as small tables."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sanad.codes import queries as codes
from sanad.gatherings.rules.counting import Counted
from sanad.gatherings.rules.kinds import SEAT_TITLES
from sanad.places import queries as places


@dataclass(frozen=True)
class Row:
    """A line of a table of counts."""

    label: str
    number: int
    unstated: bool = False


@dataclass(frozen=True)
class Counts:
    """Who came, three times split; each adds up to the total."""

    total: int
    sex: Sequence[Row]
    seat: Sequence[Row]
    district: Sequence[Row]


def counts_shown(counted: Counted) -> Counts:
    """The counts in the reader's language; the most numerous first, what is not stated last."""
    sexes = {one.slug: codes.label(one) for one in codes.codes_of("sex")}
    seats = {str(seat): _(title) for seat, title in SEAT_TITLES.items()}
    named = {str(one.id): places.place_label(one) for one in places.gazetteer()} if counted.district else {}
    return Counts(counted.total, _rows(counted.sex, sexes), _rows(counted.seat, seats), _rows(counted.district, named))


def _rows(numbers: Mapping[str, int], labels: Mapping[str, str]) -> list[Row]:
    stated = [Row(labels.get(key, key), number) for key, number in numbers.items() if key]
    rows = sorted(stated, key=lambda row: (-row.number, row.label))
    if numbers.get(""):
        rows.append(Row(_("not stated"), numbers[""], unstated=True))
    return rows
