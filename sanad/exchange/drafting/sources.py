"""Who says it: the list itself, the institution that a column names, or one report for each source column."""

from typing import NamedTuple

from sanad.exchange.drafting import findings
from sanad.exchange.drafting.findings import Doubt
from sanad.exchange.drafting.names import Names
from sanad.exchange.mapping.schema import Mapping, SourceColumn
from sanad.kit.text import fold

YES, NO, NOT_APPLICABLE = "yes", "no", "not_applicable"


class Source(NamedTuple):
    """One source of a row: its institution, its kind, and the end of the report's id."""

    institution: int | None
    kind: int
    suffix: str


class Answers(NamedTuple):
    """What the source columns of a row say."""

    listed: dict[str, str]
    yes: list[Source]
    doubts: tuple[Doubt, ...] = ()


class SourceReader:
    """Reads the source columns of a list. `places` says where each column stands in the row."""

    def __init__(self, mapping: Mapping, places: dict[str, int], names: Names) -> None:
        self.columns = [_Column(one, places[one.column], names) for one in mapping.sources if one.column in places]
        self.list = Source(
            names.institution(mapping.source) if mapping.source else None,
            names.code_with_slug("source_kind", mapping.source_kind) or 0,
            mapping.source.slug if mapping.source else mapping.list,
        )

    def read(self, cells: list[str]) -> Answers:
        """The sources that say yes, and every answer; a blank cell is not stated."""
        listed, yes, doubts = {}, [], []
        for column in self.columns:
            cell = cells[column.place]
            answer = column.known.get(cell)
            if answer is None:
                answer = column.answer(cell)
            if answer:
                listed[column.slug] = answer
                if answer == YES:
                    yes.append(column.source)
            elif cell.strip():
                doubts.append(Doubt(column.name, findings.unknown_answer(cell)))
        return Answers(listed, yes, tuple(doubts))


class _Column:
    """One source column with the answers that it gave so far."""

    def __init__(self, column: SourceColumn, place: int, names: Names) -> None:
        self.name, self.place, self.slug = column.column, place, column.institution.slug
        self.known: dict[str, str] = {"": ""}
        self.source = Source(
            names.institution(column.institution), names.code_with_slug("source_kind", column.kind) or 0, self.slug
        )
        said = ((column.not_applicable, NOT_APPLICABLE), (column.no, NO), (column.yes, YES))
        self.answers = {fold(word): answer for words, answer in said for word in words}

    def answer(self, cell: str) -> str:
        """yes, no, not_applicable, or '' for what is none of them. N/A is never no."""
        answer = self.answers.get(fold(cell), "")
        if len(self.known) < 1000:
            self.known[cell] = answer
        return answer
