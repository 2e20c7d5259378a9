"""Who came, counted: by sex, seat and district. One person who signed in twice is one. Free of Django."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

NOT_STATED = ""


@dataclass(frozen=True, slots=True)
class Came:
    """One line of the list as it is counted; empty means not stated. `person`: the same for one human being."""

    person: UUID
    sex: str = NOT_STATED
    seat: str = NOT_STATED
    district: str = NOT_STATED


@dataclass(frozen=True, slots=True)
class Counted:
    """How many human beings, and how many of each; a row not stated stands among them."""

    total: int
    sex: Mapping[str, int]
    seat: Mapping[str, int]
    district: Mapping[str, int]
    seat_by_sex: Mapping[tuple[str, str], int]


def counted(lines: Iterable[Came]) -> Counted:
    """Every human being once: what the first line leaves open, a later one of the same person may say."""
    persons: dict[UUID, Came] = {}
    for line in lines:
        first = persons.get(line.person)
        persons[line.person] = line if first is None else _filled(first, line)
    came = list(persons.values())
    return Counted(
        len(came),
        Counter(one.sex for one in came),
        Counter(one.seat for one in came),
        Counter(one.district for one in came),
        Counter((one.seat, one.sex) for one in came),
    )


def _filled(first: Came, later: Came) -> Came:
    return Came(first.person, first.sex or later.sex, first.seat or later.seat, first.district or later.district)
