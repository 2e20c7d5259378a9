"""Reading a printed table: one figure on each line, as in `data/` and in the box of the page. Every fault is named."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from sanad.figures.rules.published import Period, Printed, Role
from sanad.kit.counts import read_count
from sanad.kit.dates import PartialDate
from sanad.kit.refusals import N_, Reason, Refused
from sanad.kit.text import ascii_digits, clean, storable

COLUMNS = ("area", "category", "period", "measure", "value", "role")
TABLE = "table_id"
MOST_LINES, MOST_FAULTS, LONGEST = 5_000, 20, 200
PART = "(part)"


@dataclass
class PrintedTable:
    """A table of a file: its name there, and its figures."""

    name: str
    figures: list[Printed] = field(default_factory=list)


def read_file(content: bytes) -> list[PrintedTable]:
    """The tables of a file, in its order."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Refused.one("published.not_utf8", N_("The file is not text in UTF-8. Save it as CSV UTF-8.")) from None
    return read_text(text)


def read_text(text: str, name: str = "") -> list[PrintedTable]:
    """The tables of a text with a line of column names; columns between commas, semicolons or tabs."""
    rows = csv.DictReader(io.StringIO(text), delimiter=_delimiter(text))
    heads = [(head or "").strip().lower() for head in rows.fieldnames or ()]
    missing = [column for column in COLUMNS if column not in heads]
    if missing:
        sentence = N_("The first line names the columns. Missing: %(missing)s. Needed: %(needed)s.")
        raise Refused.one("published.columns", sentence, missing=", ".join(missing), needed=", ".join(COLUMNS))
    rows.fieldnames = heads
    faults: list[Reason] = []
    tables: dict[str, PrintedTable] = {}
    seen: set[tuple[object, ...]] = set()
    for number, row in _lines(rows, faults):
        _read_line(number, row, name, tables, seen, faults)
    if faults:
        raise Refused(faults[:MOST_FAULTS])
    if not tables:
        raise Refused.one("published.empty", N_("There is no figure in it."))
    return list(tables.values())


def read_period(said: str) -> Period:
    """`2013`, `2012/2015`, `2012-01-01/2013-09-15`, `2015 (part)`; refuses what is none."""
    written = ascii_digits(clean(said))
    part = written.endswith(PART)
    read = PartialDate.parse(written.removesuffix(PART).strip())
    first, last = read.earliest(), read.latest()
    if first is None or last is None or last < first:
        raise Refused.one("published.period", N_("“%(said)s” is no period with a beginning and an end."), said=said)
    return Period(written, first, last, part)


def _delimiter(text: str) -> str:
    head = text.split("\n", 1)[0]
    return max("\t;,", key=head.count)


def _lines(rows: "csv.DictReader[str]", faults: list[Reason]) -> Iterator[tuple[int, Mapping[str, str]]]:
    try:
        for number, row in enumerate(rows, start=2):
            if number > MOST_LINES:
                sentence = N_("More than %(most)s lines; a printed table has fewer.")
                faults.append(Reason("published.long", sentence, {"most": MOST_LINES}))
                return
            if any(isinstance(value, str) and value.strip() for value in row.values()):
                yield number, {key: storable(value or "") for key, value in row.items() if isinstance(key, str)}
    except csv.Error:
        faults.append(Reason("published.csv", N_("The file cannot be read as a table of columns."), {}))


def _read_line(
    number: int,
    row: Mapping[str, str],
    name: str,
    tables: dict[str, PrintedTable],
    seen: set[tuple[object, ...]],
    faults: list[Reason],
) -> None:
    table = clean(row.get(TABLE, "")) or name
    said = {column: clean(row.get(column, "")) for column in COLUMNS}
    found: list[Reason] = []
    if not table:
        found.append(_fault(number, "no_table", N_("line %(line)s: it does not say to which table it belongs.")))
    for column in ("area", "category", "measure"):
        if not said[column] or len(said[column]) > LONGEST:
            sentence = N_("line %(line)s: %(column)s is empty or too long.")
            found.append(_fault(number, "empty", sentence, column=column))
    figure = _figure(number, said, found)
    if figure is not None:
        key = (table, figure.area, figure.category, figure.period.said, figure.measure, figure.role)
        if key in seen:
            found.append(_fault(number, "twice", N_("line %(line)s: this figure stands there twice.")))
        seen.add(key)
    faults += found
    if figure is not None and not found:
        tables.setdefault(table, PrintedTable(table)).figures.append(figure)


def _figure(number: int, said: Mapping[str, str], found: list[Reason]) -> Printed | None:
    if said["role"] not in set(Role):
        sentence = N_("line %(line)s: “%(said)s” is no role. Possible: %(allowed)s.")
        found.append(_fault(number, "role", sentence, said=said["role"][:40], allowed=", ".join(Role)))
        return None
    try:
        period = read_period(said["period"])
    except Refused:
        sentence = N_("line %(line)s: “%(said)s” is no period. Write 2013, 2012/2015 or 2012-01-01/2013-09-15.")
        found.append(_fault(number, "period", sentence, said=said["period"][:40]))
        return None
    try:
        value = read_count(said["value"])
    except Refused:
        sentence = N_("line %(line)s: “%(said)s” is not a whole number. Leave it empty where it is not printed.")
        found.append(_fault(number, "value", sentence, said=said["value"][:40]))
        return None
    return Printed(said["area"], said["category"], period, said["measure"], value, Role(said["role"]))


def _fault(number: int, code: str, sentence: str, **params: object) -> Reason:
    return Reason(f"published.{code}", sentence, {"line": number, **params}, "figures")
