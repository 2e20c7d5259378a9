"""Reads an operator's pack: a CSV file of tehsils with the people that a census counted there.

It stays outside of the product until its licence is clear. Columns: local_code, name_en, district_pcode,
district_census, pop_YYYY, male, female, transgender; others are left alone.
"""

import csv
import io
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from sanad.kit import text
from sanad.kit.refusals import N_, Incomplete, Reason

NEEDED = ("local_code", "name_en", "district_pcode", "district_census", "male", "female", "transgender")
PEOPLE = re.compile(r"pop_(\d{4})\Z")
CODE = re.compile(r"[A-Za-z][A-Za-z0-9]*\Z")


@dataclass(frozen=True, slots=True)
class People:
    """Counted people; None is unknown."""

    total: int | None
    male: int | None
    female: int | None
    transgender: int | None

    def __add__(self, other: "People") -> "People":
        pairs = zip(self.figures, other.figures, strict=True)
        return People(*(None if one is None or more is None else one + more for one, more in pairs))

    @property
    def figures(self) -> tuple[int | None, int | None, int | None, int | None]:
        """The four figures in the order of the columns."""
        return self.total, self.male, self.female, self.transgender


@dataclass(frozen=True, slots=True)
class Tehsil:
    """One line of the file."""

    code: str
    name: str
    district_code: str
    district_name: str
    census: int
    people: People

    def key_below(self, district: str) -> str:
        """The permanent key: the district's with the file's own code."""
        return f"{district}_{text.slug(self.code)}"


def read(path: Path) -> list[Tehsil]:
    """The lines of a pack. Nothing is taken from a file of which one line cannot be read.

    A line without any figure is no tehsil (in the census file, the rest of a name that ran over its line).
    """
    try:
        written = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        raise Incomplete.one("pack_unreadable", N_("The file %(file)s cannot be read as text."), file=path) from None
    lines = csv.DictReader(io.StringIO(written, newline=""))
    columns = lines.fieldnames or []
    total = next((name for name in columns if PEOPLE.match(name)), "")
    missing = [name for name in NEEDED if name not in columns] + ([] if total else ["pop_YYYY"])
    if missing:
        raise Incomplete.one("pack_columns", N_("The file lacks the columns %(columns)s."), columns=", ".join(missing))
    return _lines(lines, total)


def _lines(lines: Iterable[dict[str, str]], total: str) -> list[Tehsil]:
    found: list[Tehsil] = []
    reasons: list[Reason] = []
    for number, line in enumerate(lines, 2):
        try:
            tehsil = _tehsil(line, total)
            if any(figure is not None for figure in tehsil.people.figures):
                found.append(tehsil)
        except (ValueError, AttributeError):  # a short line has None in place of text
            reasons.append(Reason("pack_line", N_("Line %(line)s cannot be read."), {"line": number}))
    if reasons:
        raise Incomplete(reasons)
    if not found:
        raise Incomplete.one("pack_empty", N_("The file has no lines."))
    return found


def _tehsil(line: dict[str, str], total: str) -> Tehsil:
    code, name = line["local_code"].strip(), text.clean(line["name_en"])
    if not CODE.match(code) or not name:
        raise ValueError("a tehsil needs a code and a name")
    people = People(*(_number(line[column]) for column in (total, "male", "female", "transgender")))
    return Tehsil(code, name, line["district_pcode"].strip(), line["district_census"].strip(), int(total[4:]), people)


def _number(cell: str) -> int | None:
    """A count, also where a program wrote 12.0 for 12; an empty cell is unknown."""
    if not cell.strip():
        return None
    number = float(cell)
    if number < 0 or number != int(number):
        raise ValueError("people are counted in whole numbers")
    return int(number)
