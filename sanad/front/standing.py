"""Whether an event is still what a form for a further account was begun on; ticks follow the persons they were made of.

The form names known persons and alleged perpetrators by their number on the page. Where a colleague has put persons
together, parted them, added an account or chosen another value since, the same numbers would mean somebody else.
"""

from collections.abc import Mapping, Sequence
from hashlib import sha256

from django.http import QueryDict

from sanad.front.forms.another import KNOWN
from sanad.front.forms.lines import number_of
from sanad.front.forms.report import MOST_LINES, LineForm
from sanad.front.forms.versions import PERPETRATORS, VICTIMS
from sanad.front.knowing import Known

MARK = "begun"


def mark_of(known: Known) -> str:
    """What the page shows of the event, in order: the values that may be ticked, the persons, who is alleged."""
    said = sha256(repr(sorted((name, str(value)) for name, value in known.values.items())).encode()).hexdigest()[:16]
    return " ".join((said, ",".join(_persons(known)), ",".join(_alleged(known))))


def moved(data: QueryDict, known: Known) -> QueryDict | None:
    """The form as it fits the event as it is now; None where the event is as the form was begun on."""
    mark, now = data.get(MARK, ""), mark_of(known)
    if not mark or mark == now:
        return None
    said, persons, alleged = (one.split(",") for one in f"{mark}  ".split(" ")[:3])
    new = data.copy()
    if said != [now.split(" ")[0]]:
        new.setlist("same", [])  # what stands now is something else than what was ticked
    ticked = [int(one) for one in data.getlist("alleged") if one.isdecimal()]
    new.setlist("alleged", [str(n) for n in _followed(ticked, alleged, _alleged(known))])
    people = _places(persons, _persons(known))
    for name in [name for name in data if name.startswith(f"{KNOWN}-")]:
        del new[name]
    for name in data:
        kind, _dash, rest = name.partition("-")
        n, _dash, of = rest.partition("-")
        if kind == KNOWN and n.isdecimal() and int(n) in people:
            new.setlist(f"{KNOWN}-{people[int(n)]}-{of}", data.getlist(name))
    _renumber(new, people, len([one for one in persons if one]), len(known.persons))
    return new


def _persons(known: Known) -> list[str]:
    return [str(one.id) for one in known.persons]


def _alleged(known: Known) -> list[str]:
    return [f"{one.type_id}-{one.institution_id}-{one.degree_id}" for one in known.involvements]


def _places(before: Sequence[str], now: Sequence[str]) -> dict[int, int]:
    """Where each stands now who stood there before; who is gone has no place."""
    place = {one: n for n, one in enumerate(now)}
    return {n: place[one] for n, one in enumerate(before) if one in place}


def _followed(numbers: Sequence[int], before: Sequence[str], now: Sequence[str]) -> list[int]:
    places = _places(before, now)
    return [places[n] for n in numbers if n in places]


def _renumber(new: QueryDict, people: Mapping[int, int], before: int, now: int) -> None:
    """Lines below the known persons bear the numbers after theirs; what points to a number follows it."""

    def follow(text: str) -> str:
        n = int(text) if text.isdecimal() else 0
        if n > before:
            return str(n - before + now)
        return str(people[n - 1] + 1) if n - 1 in people else ""

    for n in range(number_of(VICTIMS, new, MOST_LINES)):
        line = f"{VICTIMS}-{n}"
        if new.get(f"{line}-same_as", "").isdecimal():
            new[f"{line}-same_as"] = follow(new[f"{line}-same_as"]) or LineForm.ASK
        if new.get(f"{line}-member_of"):
            new[f"{line}-member_of"] = follow(new[f"{line}-member_of"])
    for n in range(number_of(PERPETRATORS, new, MOST_LINES)):
        if new.get(f"{PERPETRATORS}-{n}-line"):
            new[f"{PERPETRATORS}-{n}-line"] = follow(new[f"{PERPETRATORS}-{n}-line"])
