"""Numbers that Word counts itself and does not write into the text: lists of several levels, restarts, Urdu letters."""

import re
from dataclasses import dataclass, field
from typing import Any

from docx.oxml.ns import qn

from sanad.strategies.rules.numbering import counted, read_number

PLACE = re.compile(r"%(\d)")
LEVELS = 9
BULLET = "•"


@dataclass
class Level:
    """How one level of a list counts."""

    start: int = 1
    form: str = "decimal"
    text: str = "%1."


@dataclass
class Lists:
    """All lists of a document, and how far each has counted."""

    levels: dict[str, dict[int, Level]] = field(default_factory=dict)  # by list definition
    of: dict[str, str] = field(default_factory=dict)  # definition by number of the list
    restarts: dict[tuple[str, int], int] = field(default_factory=dict)
    counters: dict[str, list[int]] = field(default_factory=dict)

    def next(self, list_number: str, level: int) -> str:
        """The number of the next paragraph of a list; a bullet for one without number, nothing for no list."""
        definition = self.of.get(list_number)
        levels = self.levels.get(definition or "")
        if definition is None or not levels or level >= LEVELS:
            return ""
        at = levels.get(level, Level())
        counters = self.counters.setdefault(definition, [0] * LEVELS)
        restart = self.restarts.pop((list_number, level), None)
        if restart is not None:
            counters[level] = restart - 1
        elif not counters[level]:
            counters[level] = at.start - 1
        counters[level] += 1
        counters[level + 1 :] = [0] * (LEVELS - level - 1)
        if at.form in ("bullet", "none"):
            return BULLET if at.form == "bullet" else ""
        return _tidy(PLACE.sub(lambda place: self._of(levels, counters, int(place[1]) - 1), at.text))

    @staticmethod
    def _of(levels: dict[int, Level], counters: list[int], level: int) -> str:
        at = levels.get(level, Level())
        return counted(counters[level] or at.start, at.form)


def _tidy(written: str) -> str:
    """As a number typed by hand would be kept."""
    found = read_number(f"{written} x")
    return found.number if found else written.strip(" .):-")


def lists_of(document: Any) -> Lists:  # Any: python-docx has no types for its XML
    """The lists that a document defines."""
    lists = Lists()
    try:
        root = document.part.numbering_part.element
    except (KeyError, NotImplementedError, AttributeError):
        return lists
    for one in root.iterchildren(qn("w:abstractNum")):
        lists.levels[one.get(qn("w:abstractNumId"))] = {
            int(level.get(qn("w:ilvl"))): Level(
                int(_value(level, "w:start", "1")),
                _value(level, "w:numFmt", "decimal"),
                _value(level, "w:lvlText", ""),
            )
            for level in one.iterchildren(qn("w:lvl"))
        }
    for one in root.iterchildren(qn("w:num")):
        number = one.get(qn("w:numId"))
        lists.of[number] = _value(one, "w:abstractNumId", "")
        for override in one.iterchildren(qn("w:lvlOverride")):
            if (start := _value(override, "w:startOverride", "")).isdecimal():
                lists.restarts[number, int(override.get(qn("w:ilvl")))] = int(start)
    return lists


def _value(element: Any, name: str, otherwise: str) -> str:
    child = element.find(qn(name))
    return otherwise if child is None else str(child.get(qn("w:val"), otherwise))
