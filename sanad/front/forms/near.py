"""What the register has typed so far, as far as it tells which events may be the same; nothing of it is refused."""

import re
from dataclasses import dataclass
from datetime import date

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils import timezone

from sanad.codes import queries as codes
from sanad.front import placing
from sanad.kit.dates import PartialDate, read_spoken
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
    said = data.get("happened", "")[:LONGEST]
    happened = _date(said) or read_spoken(clean(said), _day_of_paper(data))
    first = happened.earliest() if happened else None
    return (first, happened.latest()) if happened and first else None


def _date(text: str) -> PartialDate | None:
    try:
        return PartialDateField(required=False).clean(text)
    except ValidationError:
        return None


def _day_of_paper(data: QueryDict) -> date:
    """Words like *yesterday* are meant from the day of the paper, as the form reads them."""
    told = _date(data.get("dated", "")[:LONGEST]) or _date(data.get("received_on", "")[:LONGEST])
    return (told.latest() if told else None) or timezone.localdate()


def _acts(data: QueryDict) -> frozenset[int]:
    slugs = codes.ids_by_slug("act")
    found = set()
    for value in _values(data, ACTS):
        named = slugs.get(value) or getattr(codes.code_named("act", value[:LONGEST]).code, "pk", None)
        if named is not None:
            found.add(named)
    return frozenset(found)
