"""Earlier shapes of the entry form: what a page or an unfinished entry of yesterday sends is still read.

1: every victim chose the acts anew (`victims-0-acts`), and a perpetrator stood against one line or all.
2: the acts stand once, with numbers; victims and perpetrators are ticked.
"""

from collections.abc import Hashable, Sequence
from typing import TypeVar

from django.core.exceptions import ValidationError
from django.http import QueryDict

from sanad.front.acts import HOW
from sanad.front.forms.grid import EVERYBODY, MOST_ACTS, Lines, LinesField
from sanad.front.forms.lines import number_of
from sanad.front.forms.report import LineForm

VERSION = 2
Act = TypeVar("Act", bound=Hashable)  # its slug, or that with how it was done
DONE, VICTIMS, PERPETRATORS = "done", "victims", "perpetrators"
UNEVEN = "uneven"


def of_today(data: QueryDict, most: int) -> QueryDict:
    """The same fields as today's form names them."""
    if f"{DONE}-count" in data:
        return data
    new = data.copy()
    lines = [new.pop(f"{VICTIMS}-{n}-acts", []) for n in range(number_of(VICTIMS, data, most))]
    types, ticks = columns_of(lines)
    new[f"{DONE}-count"] = str(max(1, len(types)))
    for n, act in enumerate(types):
        new[f"{DONE}-{n}-type"] = act
    for n, ticked in enumerate(ticks):
        new.setlist(f"{VICTIMS}-{n}-done", [str(column) for column in ticked])
    return new


def columns_of(lines: Sequence[Sequence[Act]]) -> tuple[list[Act], list[list[int]]]:
    """The acts of some lines, each once, and for each line the numbers of its acts.

    An act that a line says twice stands twice.
    """
    columns: list[tuple[Act, int]] = []
    ticks: list[list[int]] = []
    for acts in lines:
        seen: dict[Act, int] = {}
        ticked = []
        for act in filter(None, acts):
            seen[act] = seen.get(act, 0) + 1
            if (act, seen[act]) not in columns:
                columns.append((act, seen[act]))
            ticked.append(columns.index((act, seen[act])) + 1)
        ticks.append(ticked)
    return [act for act, _time in columns], ticks


def apart(data: QueryDict, before: int, most: int) -> QueryDict:
    """A grid as lines that each say their acts, for the page of a further account; `before`: lines above them.

    `UNEVEN` tells of a line whose acts differ in how they were done: there a line says it once.
    """
    new = data.copy()
    types = [data.get(f"{DONE}-{n}-type", "") for n in range(number_of(DONE, data, MOST_ACTS))]
    reach = [_lines(data.get(f"{DONE}-{n}-to", "")) for n in range(len(types))]
    for n in range(number_of(VICTIMS, data, most)):
        ticked = set(data.getlist(f"{VICTIMS}-{n}-done"))
        said = any(data.get(f"{VICTIMS}-{n}-{name}") for name in ("name", "described", "age", "min_size", "max_size"))
        hurt = [
            m
            for m, act in enumerate(types)
            if act and (str(m + 1) in ticked or _among(n + 1, reach[m]) or (reach[m] == EVERYBODY and (said or not n)))
        ]
        new.setlist(f"{VICTIMS}-{n}-acts", [types[m] for m in hurt])
        new[f"{VICTIMS}-{n}-same_as"] = LineForm.ASK if before else ""
        for name in HOW:
            manners = {data.get(f"{DONE}-{m}-{name}", "") for m in hurt}
            if len(manners) == 1:
                new[f"{VICTIMS}-{n}-{name}"] = manners.pop()
            elif manners:
                new[UNEVEN] = "yes"
        group = data.get(f"{VICTIMS}-{n}-member_of", "")
        new[f"{VICTIMS}-{n}-member_of"] = str(int(group) + before) if group.isdecimal() else ""
    for n in range(number_of(PERPETRATORS, data, most)):
        against = _lines(data.get(f"{PERPETRATORS}-{n}-line", ""))
        one = against[0] if isinstance(against, tuple) and len(against) == 1 else None
        new[f"{PERPETRATORS}-{n}-line"] = str(one + before) if one else ""
    return new


def _among(line: int, reached: Lines | str) -> bool:
    return isinstance(reached, tuple) and line in reached


def _lines(text: str) -> Lines | str:
    try:
        return LinesField().clean(text)
    except ValidationError:
        return ()
