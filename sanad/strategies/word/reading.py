"""A Word file as blocks: paragraphs with their style, number and tracked changes, tables with merged cells filled in.

The XML is walked here and not through python-docx' tables and paragraphs, which take minutes for long tables and see
neither tracked changes nor content controls.
"""

import re
from collections.abc import Iterator
from typing import IO, Any

import docx
from docx.oxml.ns import qn

from sanad.kit.refusals import Refused
from sanad.kit.text import clean
from sanad.strategies.rules.blocks import Block
from sanad.strategies.word import guards
from sanad.strategies.word.lists import BULLET, Lists, lists_of

MARK = re.compile(r"sanad_([0-9a-f]{32})\Z")
HEADING = re.compile(r"heading (\d)\Z", re.IGNORECASE)
OURS = re.compile(r"sanad (theme|outcome|clause|text|aside) (\d)\Z", re.IGNORECASE)
INSERTED = {qn("w:ins"), qn("w:moveTo")}
DELETED = {qn("w:del"), qn("w:moveFrom")}
NUMBER = "SanadNumber"  # the style of the number in our own files
TEXT, DELETED_TEXT = qn("w:t"), qn("w:delText")
SPACES = {qn("w:tab"): "\t", qn("w:br"): " ", qn("w:cr"): " ", qn("w:noBreakHyphen"): "-"}
PARAGRAPH, TABLE, ROW, CELL, RUN = qn("w:p"), qn("w:tbl"), qn("w:tr"), qn("w:tc"), qn("w:r")
# Beside the text: pictures, boxes (their text stands twice, in a fallback), notes.
ASIDE = {qn("w:drawing"), qn("w:pict"), qn("w:instrText"), qn("w:pPr"), qn("w:rPr")}
Element = Any  # python-docx has no types for its XML


def read_word(file: IO[bytes]) -> list[Block]:
    """The blocks of a Word file; refuses what is none, is damaged, or would not end."""
    guards.check(file)
    try:
        blocks = _Document(docx.Document(file)).blocks()
    except Refused:
        raise
    except Exception as broken:  # python-docx and lxml raise whatever they meet in a damaged file
        raise guards.damaged() from broken
    guards.check_length(len(blocks))
    return blocks


class _Style:
    """What a paragraph style says."""

    def __init__(self, name: str = "", level: int = 0, listed: tuple[str, int] | None = None) -> None:
        ours = OURS.match(name)
        heading = HEADING.match(name)
        self.level = int(heading[1]) if heading else level
        self.kind = ours[1].lower() if ours else "title" if name.lower() == "title" else ""
        self.depth = int(ours[2]) if ours else 0
        self.listed = listed
        if self.kind in ("theme", "outcome"):
            self.level = self.depth


class _Document:
    """One document on its way through."""

    def __init__(self, document: Any) -> None:
        self.body = document.element.body
        self.lists: Lists = lists_of(document)
        self.styles = _styles(document)

    def blocks(self) -> list[Block]:
        """Every paragraph that says something, and every table."""
        found: list[Block] = []
        for element in _flow(self.body):
            block = self._table(element) if element.tag == TABLE else self._paragraph(element)
            if block is not None:
                found.append(block)
        return found

    def _paragraph(self, element: Element) -> Block | None:
        after, before = _said(element)
        properties = element.find(qn("w:pPr"))
        style = self.styles.get(_value(properties, "w:pStyle"), _Style())
        level = style.level
        outline = _value(properties, "w:outlineLvl")
        if not level and outline.isdecimal() and int(outline) < 9:
            level = int(outline) + 1
        mark = _mark(element)
        listed = _our_number(element) if mark else self._number(properties, style)
        if not (after or before or listed) or style.kind == "aside":
            return None
        if mark:
            after, before = (text.removeprefix(listed).strip() for text in (after, before))
        if listed == BULLET:
            listed, after, before = "", f"{BULLET} {after}", f"{BULLET} {before}"
        return Block(
            after,
            before,
            level,
            style.kind,
            style.depth,
            listed,
            _is_bold(element) and not level,
            mark,
            bool(mark),
        )

    def _number(self, properties: Element, style: _Style) -> str:
        own = properties.find(qn("w:numPr")) if properties is not None else None
        if own is None:
            return self.lists.next(*style.listed) if style.listed else ""
        number, level = _value(own, "w:numId"), _value(own, "w:ilvl") or "0"
        return self.lists.next(number, int(level)) if number not in ("", "0") else ""

    def _table(self, element: Element) -> Block | None:
        after, before, marks, marks_before, merged = _Grid(), _Grid(), [], [], 0
        for row in element.iter(ROW):
            if next((up for up in row.iterancestors(TABLE)), None) is not element:
                continue  # of a table within a cell: it is text there
            properties = row.find(qn("w:trPr"))
            put_in = properties is not None and properties.find(qn("w:ins")) is not None
            taken_out = properties is not None and properties.find(qn("w:del")) is not None
            cells = list(_cells(row))
            if not taken_out:
                merged += after.add(cells, 0)
                marks.append(_mark(row))
            if not put_in:
                before.add(cells, 1)
                marks_before.append(_mark(row))
        if not after.rows and not before.rows:
            return None
        rows, rows_before = after.even(), before.even()
        return Block(
            rows=rows or rows_before,
            rows_before=rows_before,
            marks=tuple(marks if rows else marks_before),
            marks_before=tuple(marks_before),
            merged=merged,
        )


class _Grid:
    """Rows of a table with as many cells each as the table has columns."""

    def __init__(self) -> None:
        self.rows: list[list[str]] = []

    def add(self, cells: list[tuple[int, int, bool, tuple[str, str]]], state: int) -> int:
        """One row; what a merged cell says stands in each cell that it spans. Says how many were merged."""
        row: list[str] = []
        merged = 0
        above = self.rows[-1] if self.rows else []
        for skipped, width, goes_on, said in cells:
            row += [""] * skipped
            text = above[len(row)] if goes_on and len(row) < len(above) else said[state]
            merged += goes_on or width > 1
            row += [text] * width
        self.rows.append(row)
        return merged

    def even(self) -> tuple[tuple[str, ...], ...]:
        """All rows of the same length."""
        width = max((len(row) for row in self.rows), default=0)
        return tuple(tuple(row + [""] * (width - len(row))) for row in self.rows)


def _flow(parent: Element) -> Iterator[Element]:
    """Paragraphs and tables in their order, those within content controls and revisions too."""
    for child in parent.iterchildren():
        if child.tag in (PARAGRAPH, TABLE):
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), *INSERTED, *DELETED):
            yield from _flow(child)


def _cells(row: Element) -> Iterator[tuple[int, int, bool, tuple[str, str]]]:
    """Columns skipped before a cell, columns that it spans, whether it goes on from above, and what it says."""
    skipped = int(_value(row.find(qn("w:trPr")), "w:gridBefore") or 0)
    for cell in row.iter(CELL):
        if next((up for up in cell.iterancestors(ROW)), None) is not row:
            continue
        properties = cell.find(qn("w:tcPr"))
        merge = properties.find(qn("w:vMerge")) if properties is not None else None
        goes_on = merge is not None and merge.get(qn("w:val"), "continue") != "restart"
        said = [_said(paragraph) for paragraph in cell.iter(PARAGRAPH)]
        after, before = ("\n".join(filter(None, (one[state] for one in said))) for state in (0, 1))
        width = min(int(_value(properties, "w:gridSpan") or 1), 60)
        yield min(skipped, 60), width, goes_on, (after, before)
        skipped = 0


def _said(paragraph: Element) -> tuple[str, str]:
    """The text after and before the tracked changes."""
    after: list[str] = []
    before: list[str] = []
    _collect(paragraph, after, before, True, True)
    return clean("".join(after)), clean("".join(before))


def _collect(element: Element, after: list[str], before: list[str], in_after: bool, in_before: bool) -> None:
    for child in element.iterchildren():
        tag = child.tag
        if tag in ASIDE or tag == PARAGRAPH:
            continue
        text = child.text or "" if tag in (TEXT, DELETED_TEXT) else SPACES.get(tag, "")
        if text:
            after += [text] if in_after else []
            before += [text] if in_before else []
        elif len(child):
            _collect(child, after, before, in_after and tag not in DELETED, in_before and tag not in INSERTED)


def _is_bold(paragraph: Element) -> bool:
    """Whether every run that says something is bold, in either script."""
    runs = [run for run in paragraph.iter(RUN) if any((text.text or "").strip() for text in run.iter(TEXT))]
    return bool(runs) and all(_run_is_bold(run) for run in runs)


def _run_is_bold(run: Element) -> bool:
    properties = run.find(qn("w:rPr"))
    marks = [properties.find(qn(name)) for name in ("w:b", "w:bCs")] if properties is not None else []
    return any(mark is not None and mark.get(qn("w:val"), "1") not in ("0", "false") for mark in marks)


def _our_number(paragraph: Element) -> str:
    """The number that we wrote before a clause, as it stands there now."""
    runs = (run for run in paragraph.iter(RUN) if _value(run.find(qn("w:rPr")), "w:rStyle") == NUMBER)
    return clean("".join(text.text or "" for run in runs for text in run.iter(TEXT)))


def _mark(element: Element) -> str:
    """The identity that our own files carry as a bookmark."""
    for start in element.iter(qn("w:bookmarkStart")):
        if found := MARK.match(start.get(qn("w:name"), "")):
            return found[1]
    return ""


def _value(parent: Element, name: str) -> str:
    child = parent.find(qn(name)) if parent is not None else None
    return "" if child is None else str(child.get(qn("w:val"), ""))


def _styles(document: Any) -> dict[str, _Style]:
    """Every paragraph style by its id, with what it has of the styles on which it is based."""
    elements = {one.get(qn("w:styleId")): one for one in document.styles.element.iterchildren(qn("w:style"))}
    found = {}
    for key, element in elements.items():
        outline, listed, at, seen = "", None, element, 0
        while at is not None and seen < 12:
            properties = at.find(qn("w:pPr"))
            outline = outline or _value(properties, "w:outlineLvl")
            numbers = properties.find(qn("w:numPr")) if properties is not None else None
            if listed is None and numbers is not None and _value(numbers, "w:numId"):
                listed = (_value(numbers, "w:numId"), int(_value(numbers, "w:ilvl") or 0))
            at, seen = elements.get(_value(at, "w:basedOn")), seen + 1
        level = int(outline) + 1 if outline.isdecimal() and int(outline) < 9 else 0
        found[key] = _Style(_value(element, "w:name"), level, listed)
    return found
