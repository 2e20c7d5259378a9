"""A whole file by its mapping: the checks before the first row, then every row as reports."""

from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from sanad.exchange.drafting.names import Names
from sanad.exchange.drafting.rows import Drafted, Drafter
from sanad.exchange.drafting.stated_once import check_codes
from sanad.exchange.files.tables import Table, open_source, open_tables
from sanad.exchange.mapping.guards import SAMPLED, check_columns, check_sealed, places_of
from sanad.exchange.mapping.schema import Mapping
from sanad.kit.refusals import N_, Reason
from sanad.violations.drafts import DocumentDraft


class ListReader:
    """An opened file with a mapping that fits it; refused before the first row where it does not."""

    def __init__(
        self,
        path: Path,
        mapping: Mapping,
        names: Names,
        *,
        today: date,
        named: str = "",
        document: DocumentDraft | None = None,
    ) -> None:
        self.mapping, self.names, self.today = mapping, names, today
        self.document = document or DocumentDraft(
            kind=names.code_with_slug("document_kind", "data_file"), title=mapping.title or mapping.list
        )
        check_codes(mapping, names)
        self.source = open_source(
            path, named=named, encoding=mapping.encoding or None, delimiter=mapping.delimiter or None
        )
        sheets = mapping.chosen_sheets() if self.source.sheet_names() != [""] else None
        self.tables = open_tables(self.source, sheets, header=mapping.header)
        for table in self.tables:
            check_columns(mapping, table.columns)
            check_sealed(mapping, samples_of(table))

    @property
    def notes(self) -> list[Reason]:
        """What is doubtful about the file as a whole."""
        notes = [*self.source.notes]
        for table in self.tables:
            notes += table.notes
            known = set(places_of(self.mapping.named_columns(), table.columns).values())
            unused = [column for place, column in enumerate(table.columns) if place not in known]
            if unused:
                notes.append(
                    Reason(
                        "mapping.columns_unused",
                        N_("These columns are not mapped and kept in the sealed row only: %(columns)s."),
                        {"columns": ", ".join(unused)},
                    )
                )
        return list({reason.plain(): reason for reason in notes}.values())

    def drafted(self) -> Iterator[Drafted]:
        """Every row of every chosen sheet."""
        seen: set[int] = set()
        for table in self.tables:
            drafter = Drafter(self.mapping, table, self.names, today=self.today, document=self.document, seen=seen)
            for row in table.rows():
                yield drafter.draft(row)


def samples_of(table: Table, rows: int = SAMPLED) -> dict[str, list[str]]:
    """The first cells of every column."""
    first = [row.cells for row in islice(table.rows(), rows)]
    return {column: [cells[place] for cells in first] for place, column in enumerate(table.columns)}
