"""What the register has typed so far, as far as it tells which events may be the same; nothing of it is refused."""

import re
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.http import QueryDict

from sanad.codes import queries as codes
from sanad.front import placing
from sanad.kit.text import clean, visible
from sanad.web.fields import PartialDateField

ACTS = re.compile(r"(?:victims|done|known)-\d+-(?:acts|same_acts|type)\Z")
NAMES = re.compile(r"(?:victims|known)-\d+-name\Z")
LONGEST = 300
MOST_READ = 40  # fields of one kind


@dataclass(frozen=True)
class Typed:
    """Place, days, acts and names of victims, as far as they can be read."""

    place: int | None
    days: tuple[date, date | None] | None
    acts: frozenset[int]
    names: tuple[str, ...]

    @property
    def says_enough(self) -> bool:
        """A place, or a day; a name alone is no reason to ask the vault."""
        return self.place is not None or self.days is not None


def typed_in(data: QueryDict) -> Typed:
    """Read what is sent; a field that cannot be read says nothing."""
    names = [visible(clean(text[:LONGEST])) for text in _values(data, NAMES)]
    return Typed(_place(data), _days(data), _acts(data), tuple(name for name in names if name))


def _values(data: QueryDict, which: re.Pattern[str]) -> list[str]:
    fields = [name for name in data if which.match(name)][:MOST_READ]
    return [value for name in fields for value in data.getlist(name)[:MOST_READ]]


def _place(data: QueryDict) -> int | None:
    said = clean(data.get("place", "")[:LONGEST])
    if not said:
        return None
    return placing.settled(placing.read(said), "").id


def _days(data: QueryDict) -> tuple[date, date | None] | None:
    try:
        happened = PartialDateField(required=False).clean(data.get("happened", "")[:LONGEST])
    except ValidationError:
        return None
    if happened is None or happened.earliest() is None:
        return None
    return happened.earliest(), happened.latest()


def _acts(data: QueryDict) -> frozenset[int]:
    slugs = codes.ids_by_slug("act")
    found = set()
    for value in _values(data, ACTS):
        named = slugs.get(value) or getattr(codes.code_named("act", value[:LONGEST]).code, "pk", None)
        if named is not None:
            found.add(named)
    return frozenset(found)
