"""Where the header of a sheet is and what its columns are called."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sanad.exchange.files import limits
from sanad.kit.refusals import N_, Reason, Refused
from sanad.kit.text import ascii_digits, clean, visible

NUMBER = re.compile(r"[-+]?[\d.,/: -]*\d[\d.,/: -]*%?")
SPACES = re.compile(r"\s+")
LONGEST_NAME = 120


@dataclass(frozen=True)
class Header:
    """The numbers of the header's rows, from 1, the names of the columns and what was doubtful."""

    rows: tuple[int, ...]
    names: list[str]
    notes: tuple[Reason, ...] = ()


def find_header(top: Sequence[list[str]], *, stated: tuple[int, ...] | None = None) -> Header:
    """The header in the first rows of a sheet; `stated` is what a mapping says. Two rows have to be stated."""
    filled = [number for number, row in enumerate(top, 1) if any(cell.strip() for cell in row)]
    if not filled:
        raise Refused.one("file.no_rows_at_all", N_("The file is empty: it has no row with anything in it."))
    if stated:
        return _at(top, stated)
    first = _below_titles(top, filled)
    header = _at(top, (first,))
    if first + 1 in filled and _is_second_header(top, first):
        raise Refused.one(
            "file.two_header_rows",
            N_(
                "The header seems to have two rows (%(first)s and %(second)s). "
                "Say so: header [%(first)s, %(second)s]; or name the one row."
            ),
            field="header",
            first=first,
            second=first + 1,
        )
    if _is_data(top[first - 1]):
        raise Refused.one(
            "file.no_header",
            N_("Row %(row)s looks like data, not like names of columns. Put a row with names above it."),
            field="header",
            row=first,
        )
    return header


def proposed_rows(top: Sequence[list[str]]) -> tuple[int, ...]:
    """The rows that are probably the header; for a page that lets somebody correct it."""
    filled = [number for number, row in enumerate(top, 1) if any(cell.strip() for cell in row)]
    if not filled:
        return (1,)
    first = _below_titles(top, filled)
    return (first, first + 1) if first + 1 in filled and _is_second_header(top, first) else (first,)


def _below_titles(top: Sequence[list[str]], filled: list[int]) -> int:
    """The first row that is no title: a lone cell above a row of several is a title."""
    widths = {number: sum(1 for cell in top[number - 1] if cell.strip()) for number in filled[:10]}
    widest = max(widths.values())
    for number in filled[:10]:
        if widths[number] > 1 or widest < 3:
            return number
    return filled[0]


def _is_second_header(top: Sequence[list[str]], first: int) -> bool:
    """Words below gaps of the first row, with numbers below them: Killed | | Injured | over Min | Max | Min | Max."""
    upper, lower, below = top[first - 1], top[first], top[first + 1 : first + 20]
    if not any(lower) or any(_is_number(cell) for cell in lower):
        return False
    under_gaps = [
        place for place, cell in enumerate(lower) if cell.strip() and not (place < len(upper) and upper[place].strip())
    ]
    first_filled = next((place for place, cell in enumerate(upper) if cell.strip()), 0)
    under_gaps = [place for place in under_gaps if place > first_filled]
    numbers = sum(1 for row in below for place in under_gaps if place < len(row) and _is_number(row[place]))
    return bool(under_gaps) and (numbers > 0 or not below)


def _is_number(cell: str) -> bool:
    return bool(NUMBER.fullmatch(ascii_digits(cell.strip())))


def _is_data(row: Sequence[str]) -> bool:
    filled = [cell for cell in row if cell.strip()]
    return sum(map(_is_number, filled)) * 2 > len(filled)


def _at(top: Sequence[list[str]], rows: tuple[int, ...]) -> Header:
    if not all(0 < number <= len(top) for number in rows):
        raise Refused.one(
            "file.header_missing", N_("The sheet has no row %(row)s for the header."), field="header", row=max(rows)
        )
    lines = [top[number - 1] for number in rows]
    names = _joined(lines) if len(lines) > 1 else [clean_name(cell) for cell in lines[0]]
    while names and not names[-1] and not _filled_below(top, rows[-1], len(names) - 1):
        names.pop()
    if len(names) > limits.MOST_COLUMNS:
        raise Refused.one(
            "file.too_many_columns",
            N_("The sheet has %(count)s columns; at most %(limit)s are read. Was the right delimiter found?"),
            count=len(names),
            limit=limits.MOST_COLUMNS,
        )
    notes = tuple(_notes(names, rows))
    return Header(rows, _distinct(names), notes)


def _filled_below(top: Sequence[list[str]], last: int, place: int) -> bool:
    return any(place < len(row) and row[place].strip() for row in top[last:])


def clean_name(cell: str) -> str:
    """A name without stray spaces, line ends and invisible characters."""
    return SPACES.sub(" ", visible(clean(cell))).strip()[:LONGEST_NAME]


def _joined(lines: Sequence[list[str]]) -> list[str]:
    """Names of a header of several rows: the upper word goes on over gaps until the next one."""
    width = max(map(len, lines))
    padded = [[clean_name(cell) for cell in line] + [""] * (width - len(line)) for line in lines]
    lowest = padded[-1]
    for line in padded[:-1]:
        for place in range(1, width):
            if not line[place] and lowest[place]:
                line[place] = line[place - 1]
    return [" ".join(dict.fromkeys(filter(None, column))) for column in zip(*padded, strict=True)]


def _notes(names: list[str], rows: tuple[int, ...]) -> Iterator[Reason]:
    if rows != (1,):
        said = ", ".join(map(str, rows))
        yield Reason("file.header_found", N_("The header was found in row %(rows)s."), {"rows": said})
    twice = [name for name, count in Counter(filter(None, names)).items() if count > 1]
    if twice:
        yield Reason(
            "file.columns_twice",
            N_("Several columns have the same name: %(names)s. The second is called “%(example)s”."),
            {"names": ", ".join(twice), "example": f"{twice[0]} (2)"},
        )
    unnamed = [str(place) for place, name in enumerate(names, 1) if not name]
    if unnamed:
        yield Reason(
            "file.columns_unnamed",
            N_("Columns without a name: %(places)s. They are kept in the sealed row only."),
            {"places": ", ".join(unnamed)},
        )


def _distinct(names: list[str]) -> list[str]:
    """The same names, a number after each repetition, and a name for each unnamed column."""
    seen: Counter[str] = Counter()
    distinct = []
    for place, name in enumerate(names, 1):
        name = name or f"column {place}"
        seen[name] += 1
        distinct.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return distinct
