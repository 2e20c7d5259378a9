"""One row of a table as reports."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import cast

from sanad.exchange.drafting import findings, people, withholding
from sanad.exchange.drafting.cells import Reader, reader_of
from sanad.exchange.drafting.findings import Doubt, Finding
from sanad.exchange.drafting.names import Names
from sanad.exchange.drafting.row_ids import RowIds, bounded
from sanad.exchange.drafting.sources import Answers, Source, SourceReader
from sanad.exchange.drafting.stated_once import constant_values
from sanad.exchange.drafting.whereabouts import PlaceReader
from sanad.exchange.files.content import Kind
from sanad.exchange.files.tables import Row, Table
from sanad.exchange.mapping.fields import FIELDS
from sanad.exchange.mapping.guards import places_of
from sanad.exchange.mapping.schema import Mapping
from sanad.exchange.mapping.words import TOTALS, folded
from sanad.kit.dates import PartialDate
from sanad.kit.text import fold
from sanad.violations.drafts import ActDraft, DocumentDraft, InvolvementDraft, MentionDraft, ReportDraft

TOTAL_WORDS = frozenset(folded(TOTALS))


@dataclass(slots=True)
class Drafted:
    """What became of a row: reports, or none because it was refused."""

    row: int
    drafts: list[ReportDraft] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    @property
    def refused(self) -> bool:
        """Whether the row cannot be taken."""
        return any(one.level == "refused" for one in self.findings)


class Drafter:
    """Turns the rows of one sheet into reports. `seen` holds the ids of earlier sheets of the same file."""

    def __init__(
        self, mapping: Mapping, table: Table, names: Names, *, today: date, document: DocumentDraft, seen: set[int]
    ) -> None:
        self.mapping = mapping = mapping.with_constants_of(table.sheet)
        self.table, self.names, self.today, self.document = table, names, today, document
        self.at = places_of(mapping.named_columns(), table.columns)
        of_workbook = table.source.kind in (Kind.XLSX, Kind.XLS)
        blank = frozenset(word.casefold() for word in mapping.not_stated)
        self.constants = constant_values(mapping, names)
        self.uses: list[tuple[int, str, bool, Reader]] = [
            (
                self.at[use.column],
                use.field,
                FIELDS[use.field].many,
                reader_of(use, names, blank, of_workbook=of_workbook),
            )
            for use in mapping.columns
            if use.column in self.at
        ]
        self.column_of = {use.field: use.column for use in mapping.columns}
        self.places = PlaceReader(names, {use.field: use.column for use in mapping.columns})
        self.groups = [
            people.GroupReader(group, self.at, names)
            for group in mapping.groups
            if not group.optional or any(column in self.at for column in group.columns)
        ]
        self.sources = SourceReader(mapping, self.at, names)
        dropped = set(places_of(mapping.ignore, table.columns).values())
        self.kept = [(place, name) for place, name in enumerate(table.columns) if place not in dropped]
        self.summaries = [use.column for use in mapping.columns if use.field == "summary" and use.column in self.at]
        self.ids = RowIds(mapping.id, self.at, table.sheet, seen)

    def draft(self, row: Row) -> Drafted:
        """The reports of a row, with warnings; or the reasons why it is refused."""
        doubts: list[Doubt] = []
        values, summary = self._values(row.cells, doubts)
        refusal = self._no_report(row)
        if refusal:
            return self._drafted(row, [], [refusal])
        summary = self._without_names(row.cells, values, summary, doubts)
        key = self.ids.key(row, doubts)
        happened = self._happened(values, doubts)
        day = happened.earliest() if happened else None
        where = self.places.read(values, day)
        doubts += where.doubts
        sealed, doubt = self.places.point(values, where.place)
        if doubt:
            doubts.append(doubt)
        deed = people.Deed(happened, where.place, where.precision, where.said, sealed)
        mentions, acts = self._people(row.cells, values, deed, doubts)
        answers = self.sources.read(row.cells)
        doubts += answers.doubts
        if not answers.yes and self.sources.columns and self.mapping.no_source == "refuse":
            doubts.append(Doubt("", findings.NO_SOURCE, refuses=True))
        if any(doubt.refuses for doubt in doubts):
            return self._drafted(row, [], doubts)
        others, involvements = people.perpetrators(values, acts)
        mentions += others + people.informant(values)
        report = self._report(row, values, summary, (mentions, acts, involvements), answers, doubts)
        sources = answers.yes or [self._source(values)]
        drafts = [report(source, key, alone=not self.sources.columns) for source in sources]
        return self._drafted(row, drafts, doubts)

    def _drafted(self, row: Row, drafts: list[ReportDraft], doubts: Sequence[Doubt]) -> Drafted:
        found = [
            Finding(row.number, self.table.sheet, doubt.column, "refused" if doubt.refuses else "warning", doubt.reason)
            for doubt in doubts
        ]
        return Drafted(row.number, [] if any(doubt.refuses for doubt in doubts) else drafts, found)

    def _no_report(self, row: Row) -> Doubt | None:
        """Rows that are no reports: totals, a header that comes again, cells moved sideways."""
        first = next((cell for cell in row.cells if cell and not cell.isspace()), "")
        if len(first) < 40:
            word = fold(first)
            if word in TOTAL_WORDS:
                return Doubt("", findings.TOTAL, refuses=True)
        if first == self.table.columns[0] and [cell.strip() for cell in row.cells] == self.table.columns:
            return Doubt("", findings.HEADER_AGAIN, refuses=True)
        return Doubt("", findings.TOO_WIDE, refuses=True) if row.beyond else None

    def _values(self, cells: list[str], doubts: list[Doubt]) -> tuple[dict[str, object], str]:
        """The stated values of the row by field, and the readable summary put together from its columns."""
        values = dict(self.constants)
        several = len(self.summaries) > 1
        parts: list[str] = []
        for place, name, many, reader in self.uses:
            cell = cells[place]
            if not cell:
                continue
            value, found = reader(cell)
            if found:
                doubts += found
            if value is None:
                continue
            if name == "summary":
                parts.append(f"{self.table.columns[place]}: {value}" if several else cast(str, value))
            elif many and name in values and isinstance(values[name], tuple):
                values[name] = (*cast("tuple[object, ...]", values[name]), *cast("tuple[object, ...]", value))
            elif name == "narrative" and name in values:
                values[name] = f"{values[name]}\n\n{value}"
            else:
                values[name] = value
        return values, "; ".join(parts)

    def _without_names(self, cells: list[str], values: dict[str, object], summary: str, doubts: list[Doubt]) -> str:
        """The summary, unless it names somebody of the row; other readable texts are held back likewise."""
        members = (name for group in self.groups for name in group.names(cells))
        names = withholding.names_in(values, members)
        if not names:
            return summary
        for name in withholding.withhold(values, names):
            doubts.append(Doubt(self.column_of.get(name, ""), findings.NAME_WITHHELD))
        if summary and withholding.names_somebody(summary, names):
            doubts.append(Doubt(", ".join(self.summaries), findings.NAME_WITHHELD))
            return ""
        return summary

    def _happened(self, values: dict[str, object], doubts: list[Doubt]) -> PartialDate | None:
        """When it happened, from one column or two; a day to come is refused."""
        first = cast("PartialDate | None", values.get("happened"))
        last = cast("PartialDate | None", values.get("happened_to"))
        column = self.column_of.get("happened", "")
        if last is not None and not (first and first.is_interval) and not last.is_interval:
            if (
                first
                and first.earliest()
                and last.latest()
                and cast(date, first.earliest()) > cast(date, last.latest())
            ):
                doubts.append(Doubt(column, findings.BEFORE_START, refuses=True))
                return None
            first = PartialDate.between(first, last, unknown=True) if first != last else first
        earliest = first.earliest() if first else None
        if earliest and earliest > self.today:
            doubts.append(Doubt(column, findings.FUTURE, refuses=True))
        return first

    def _people(
        self, cells: list[str], values: dict[str, object], deed: people.Deed, doubts: list[Doubt]
    ) -> tuple[list[MentionDraft], list[ActDraft]]:
        mentions: list[MentionDraft] = []
        acts: list[ActDraft] = []
        if self.mapping.row_is == "person":
            if "act" not in values:
                if not any(doubt.refuses for doubt in doubts):
                    doubts.append(Doubt(self.column_of.get("act", ""), findings.NO_ACT, refuses=True))
                return [], []
            mention, act = people.one_victim(values, deed)
            return [mention], [act]
        for group in self.groups:
            some, done, found = group.read(cells, values, deed)
            mentions += some
            acts += done
            doubts += found
        return mentions, acts

    def _source(self, values: dict[str, object]) -> Source:
        """The source of a row whose columns name no other."""
        institution = cast("int | None", values.get("source_institution"))
        kind = cast("int | None", values.get("source_kind"))
        return self.sources.list._replace(
            institution=institution or self.sources.list.institution, kind=kind or self.sources.list.kind
        )

    def _day(self, values: dict[str, object], name: str, doubts: list[Doubt]) -> date | None:
        """A field that has to be a day."""
        value = cast("PartialDate | None", values.get(name))
        if value is None:
            return None
        first = value.earliest()
        if first is None or first != value.latest():
            doubts.append(Doubt(self.column_of.get(name, ""), findings.NOT_A_DAY))
            return None
        return first

    def _report(
        self,
        row: Row,
        values: dict[str, object],
        summary: str,
        parts: tuple[list[MentionDraft], list[ActDraft], list[InvolvementDraft]],
        answers: Answers,
        doubts: list[Doubt],
    ) -> Callable[..., ReportDraft]:
        """Makes the report of one source; all sources of a row say the same of the same people."""
        received = self._day(values, "received_on", doubts)
        if received and received > self.today:
            doubts.append(Doubt(self.column_of.get("received_on", ""), findings.FUTURE, refuses=True))
        first_day = parts[1][0].happened.earliest() if parts[1] and parts[1][0].happened else None
        if received and first_day and first_day > received:
            doubts.append(Doubt(self.column_of.get("happened", ""), findings.AFTER_REPORT))
        cells = row.cells
        common: dict[str, object] = {
            "received_on": received or self.today,
            "document": self._document(values),
            "origin": self.mapping.list,
            "summary": summary,
            "narrative": values.get("narrative", ""),
            "fir_number": values.get("fir_number", ""),
            "fir_date": self._day(values, "fir_date", doubts),
            "sections": values.get("sections", ""),
            "listed": answers.listed or None,
            "raw": {name: cells[place] for place, name in self.kept if cells[place]},
            "mentions": tuple(parts[0]),
            "acts": tuple(parts[1]),
            "involvements": tuple(parts[2]),
        }
        for name in ("reliability", "relays", "channel", "language", "police_station"):
            common[name] = values.get(name)

        def report(source: Source, key: str, *, alone: bool) -> ReportDraft:
            return ReportDraft(
                source_kind=source.kind,
                source_institution=source.institution,
                external_id=bounded(key if alone or not key else f"{key}/{source.suffix}"),
                event_key="" if alone else bounded(key) or f"{self.table.sheet}/{row.number}",
                **common,  # type: ignore[arg-type]
            )

        return report

    def _document(self, values: dict[str, object]) -> DocumentDraft:
        """The file itself, or the document that a row names."""
        own = {name: values[name] for name in ("title", "page", "dated") if name in values}
        if not own:
            return self.document
        return DocumentDraft(
            kind=self.document.kind,
            title=cast(str, own.get("title", self.document.title)),
            page=cast(str, own.get("page", "")),
            dated=cast("PartialDate | None", own.get("dated")),
        )
