"""Counting what is found while the rows of a file go by, with bounded memory."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field

from sanad.exchange.drafting.findings import Finding
from sanad.exchange.drafting.rows import Drafted
from sanad.exchange.models import Import, ImportFinding
from sanad.kit.text import storable
from sanad.violations.drafts import ReportDraft

KEPT = 5_000  # findings of each level; the counts are of all

CHUNK = 2_000  # rows between two words about how far it is

Progress = Callable[[int], None]
Heard = Callable[[Finding], None]


@dataclass
class Tally:
    """What went by so far."""

    rows: int = 0
    refused: int = 0
    warnings: int = 0
    drafts: int = 0
    progress: Progress | None = None
    codes: Counter[str] = field(default_factory=Counter)
    kept: dict[str, list[Finding]] = field(default_factory=lambda: {"refused": [], "warning": []})

    def watch(self, drafted: Iterable[Drafted], hear: Heard | None = None) -> Iterator[ReportDraft]:
        """The reports of all rows that can be taken; everything else is counted on the way."""
        for one in drafted:
            self.rows += 1
            if self.progress and not self.rows % CHUNK:
                self.progress(self.rows)
            if one.findings:
                self._note(one, hear)
            self.drafts += len(one.drafts)
            yield from one.drafts

    def _note(self, one: Drafted, hear: Heard | None) -> None:
        self.refused += one.refused
        for finding in one.findings:
            self.warnings += finding.level == "warning"
            self.codes[finding.reason.code] += 1
            kept = self.kept[finding.level]
            if len(kept) < KEPT:
                kept.append(finding)
            if hear:
                hear(finding)

    def write_to(self, imported: Import) -> None:
        """Put the counts into the import (not saved) and the findings into their table, in place of earlier ones."""
        imported.rows = imported.rows_done = self.rows
        imported.refused, imported.warnings = self.refused, self.warnings
        imported.found = dict(self.codes.most_common())
        ImportFinding.objects.filter(imported=imported).delete()
        ImportFinding.objects.bulk_create(
            (row_of(imported, finding) for findings in self.kept.values() for finding in findings), batch_size=1000
        )


def row_of(imported: Import, finding: Finding) -> ImportFinding:
    """A finding as a row of the table."""
    params = {
        name: value if isinstance(value, int) else storable(str(value)) for name, value in finding.reason.params.items()
    }
    return ImportFinding(
        imported=imported,
        custodian_id=imported.custodian_id,
        sheet=finding.sheet[:120],
        row=finding.row,
        column=finding.column[:120],
        level=finding.level,
        code=finding.reason.code,
        sentence=finding.reason.sentence,
        params=params,
    )
