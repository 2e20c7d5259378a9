"""What a received file looks like before anybody has said anything: sheets, columns, samples, a first mapping."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path, PurePath

from sanad.exchange.files import headers
from sanad.exchange.files.tables import Source, Table, open_source, open_table
from sanad.exchange.mapping import guess
from sanad.exchange.mapping.fields import FIELDS, Shape
from sanad.exchange.mapping.guards import SAMPLED, looks_sealed
from sanad.exchange.mapping.schema import Mapping
from sanad.exchange.mapping.words import TOTALS, folded
from sanad.exchange.registers import Registers
from sanad.kit.refusals import Reason
from sanad.kit.text import fold

LONGEST_VALUE = 60
ANSWERS = 60  # distinct values beyond which a column is no coded one


@dataclass(frozen=True)
class Looked:
    """A sheet of a received file: its columns and the first cells of each."""

    source: Source
    table: Table
    sheets: list[str]
    samples: dict[str, list[str]]

    @property
    def notes(self) -> list[Reason]:
        """What is doubtful about the file and its header."""
        return [*self.source.notes, *self.table.notes]


def look_at(path: Path, named: str, mapping: Mapping | None = None) -> Looked:
    """The sheet that the mapping chooses, else the first one with rows; two header rows are proposed, not refused."""
    source = open_source(
        path,
        named=named,
        encoding=(mapping and mapping.encoding) or None,
        delimiter=(mapping and mapping.delimiter) or None,
    )
    sheets = [name for name in source.sheet_names() if any(any(row) for row in islice(source.rows(name), 1000))]
    chosen = mapping.chosen_sheets() if mapping else None
    sheet = next(
        (name for name in sheets if chosen and name in chosen), sheets[0] if sheets else source.sheet_names()[0]
    )
    header = mapping.header if mapping else None
    if header is None:
        proposed = headers.proposed_rows(list(islice(source.rows(sheet), 40)))
        header = proposed if len(proposed) > 1 else None
    table = open_table(source, sheet, header)
    rows = [row.cells for row in islice(table.rows(), SAMPLED)]
    return Looked(source, table, sheets, {name: [cells[at] for cells in rows] for at, name in enumerate(table.columns)})


def first_mapping(looked: Looked, named: str, registers: Registers) -> Mapping:
    """What the columns are taken for."""
    taken = guess.guess_columns(looked.table.columns, looked.samples, registers.knows)
    mapping = guess.mapping_from(taken, name=PurePath(named).stem)
    header = looked.table.header if len(looked.table.header) > 1 else None
    return replace(mapping, header=header, sheet=(looked.table.sheet,) if len(looked.sheets) > 1 else None)


def unknown_values(
    looked: Looked, roles: Sequence[tuple[str, str]], mapping: Mapping, registers: Registers
) -> dict[tuple[str, str], list[str]]:
    """Values of coded columns that no code is called by, the most frequent first; for each column and its role."""
    found = {}
    blank = {fold(word) for word in mapping.not_stated} | set(folded(TOTALS))
    mapped = {(use.column, fold(said)) for use in mapping.columns for said in use.values}
    for column, role in roles:
        if role not in FIELDS or FIELDS[role].shape is not Shape.CODE:
            continue
        cells = [cell.strip() for cell in looked.samples.get(column, ()) if cell.strip()]
        distinct = sorted(set(cells), key=cells.count, reverse=True)
        if len(distinct) > ANSWERS or looks_sealed(distinct):
            continue
        found[(column, role)] = [
            said
            for said in distinct
            if len(said) <= LONGEST_VALUE
            and fold(said) not in blank
            and (column, fold(said)) not in mapped
            and not registers.knows(FIELDS[role].vocabulary, said)
        ]
    return found
