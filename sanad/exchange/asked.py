"""Recommendations in a spreadsheet: which column is what, and each row as a recommendation or a finding."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import yaml

from sanad.commitments.rules.reading import COLUMNS, Asked, Rows, column_for
from sanad.exchange.drafting.findings import Finding
from sanad.exchange.files.tables import Table, open_source, open_tables
from sanad.kit.refusals import N_, Incomplete, Refused

TARGET = "recommendations"
MOST_ROWS = 20_000
NEEDED = ("paragraph", "words")


@dataclass
class Listed:
    """What a file says: recommendations, and what was found in rows that cannot be taken."""

    asked: list[Asked] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    rows: int = 0
    refused: int = 0


def columns_in(table: Table, mapping: str) -> dict[str, str]:
    """Field to column: as the mapping says, else by the heads of the columns."""
    said = read_columns(mapping)
    if said:
        return {name: head for name, head in said.items() if head in table.columns}
    found: dict[str, str] = {}
    for head in table.columns:
        name = column_for(head)
        if name and name not in found:
            found[name] = head
    return found


def read_columns(mapping: str) -> dict[str, str]:
    """What a mapping of recommendations says of columns; empty where it says nothing."""
    try:
        said = yaml.safe_load(mapping) if mapping.strip() else None
    except yaml.YAMLError as error:
        raise Refused.one("mapping.broken", N_("The mapping cannot be read as YAML.")) from error
    columns = said.get("columns") if isinstance(said, dict) and said.get("target") == TARGET else None
    if columns is None:
        return {}
    return {str(name): str(head) for name, head in columns.items() if name in COLUMNS}


def write_columns(columns: Mapping[str, str]) -> str:
    """The mapping to keep: readable, and taken again for the next file."""
    plain = {"target": TARGET, "columns": {name: head for name, head in columns.items() if head}}
    return str(yaml.safe_dump(plain, allow_unicode=True, sort_keys=False))


def table_in(path: Path, named: str) -> Table:
    """The one sheet of a file."""
    return open_tables(open_source(path, named=named))[0]


def read_list(table: Table, columns: Mapping[str, str], hear: Callable[[Finding], None] | None = None) -> Listed:
    """Every row: a recommendation, or the reasons why it is refused."""
    missing = [name for name in NEEDED if name not in columns]
    if missing:
        sentence = N_("Say which column holds this: %(names)s.")
        raise Incomplete.one("asked.no_column", sentence, "columns", names=", ".join(missing))
    place = {name: table.columns.index(head) for name, head in columns.items()}
    listed, rows = Listed(), Rows()
    for row in table.rows():
        listed.rows += 1
        if listed.rows > MOST_ROWS:
            raise Refused.one("asked.too_many", N_("The file has more than %(most)s rows. Divide it."), most=MOST_ROWS)
        try:
            listed.asked.append(rows.read(row.number, {name: row.cells[at] for name, at in place.items()}))
        except Refused as refused:
            listed.refused += 1
            for reason in refused.reasons:
                found = Finding(row.number, table.sheet, columns.get(reason.field or "", ""), "refused", reason)
                listed.findings.append(found)
                if hear:
                    hear(found)
    return listed
