"""A draft as a Word file that people can go on writing in, and that comes back as the same clauses.

Every clause carries its identity as a bookmark, its kind and depth as a style, its number in a character style: what
was changed in Word is then found again without guessing. Urdu runs from right to left in text, lists and table.
"""

import io
import re
from collections.abc import Iterator, Sequence
from typing import Any

import docx
from django.utils.translation import gettext as _
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from sanad.strategies.presenting import annex
from sanad.strategies.presenting.annex import AnnexRow
from sanad.strategies.presenting.labels import column_heads
from sanad.strategies.presenting.pdf import annex_title, tally
from sanad.strategies.rules.content import COLUMNS, Content, Line
from sanad.strategies.rules.understood import DEEPEST
from sanad.strategies.word.reading import NUMBER

DEEP = RGBColor(0x0B, 0x4A, 0x3C)
SOFT = RGBColor(0x52, 0x60, 0x5E)
NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # a form feed that somebody pasted
LATIN, NASKH = "Liberation Serif", "Noto Naskh Arabic"
WIDTHS = (24, 28, 44, 28, 20, 28, 20, 20, 20, 28)  # millimetres of the columns, on A4 across
ANNEX_WIDTHS = (10, 30, 28, 46, 32, 26, 22, 32, 38)
Element = Any  # python-docx has no types for its XML


def write_word(content: Content) -> bytes:
    """The file."""
    writer = _Writer(content)
    writer.write()
    out = io.BytesIO()
    writer.document.save(out)
    return out.getvalue()


def write_annex(content: Content, rows: Sequence[AnnexRow]) -> bytes:
    """The disposition matrix as a Word file, across the page."""
    writer = _Writer(content)
    writer.write_annex(rows)
    out = io.BytesIO()
    writer.document.save(out)
    return out.getvalue()


class _Writer:
    """One file on its way out."""

    def __init__(self, content: Content) -> None:
        self.content = content
        self.urdu = content.language == "ur"
        self.document = docx.Document()
        self.bookmarks = 0
        _make_styles(self.document, self.urdu)

    def write(self) -> None:
        """Title, clauses, action table."""
        self._begin(self.content.title)
        for line in self.content.lines:
            self._clause(line)
        for text in [_("Still open"), *self.content.unsettled] if self.content.unsettled else []:
            self._plain(text, "Sanad Aside 1")  # ours, never read back as a clause
        first = self.document.sections[0]
        first.page_width, first.page_height = Mm(210), Mm(297)
        if self.content.planned:
            self._across(self.document.add_section())
            self._plain(_("Action plan"), "Sanad Aside 1")
            rows = [([getattr(one, name) for name in COLUMNS], one.identity) for one in self.content.planned]
            self._table(column_heads(), rows, WIDTHS)
        self._end()

    def write_annex(self, rows: Sequence[AnnexRow]) -> None:
        """Title and matrix."""
        self._across(self.document.sections[0])
        self._begin(annex_title())
        self._plain(self.content.title, "Sanad Aside 1")
        self._plain(tally(rows), "Sanad Aside 1")
        self._table(annex.heads(), [(annex.cells(row), "") for row in rows], ANNEX_WIDTHS)
        self._end()

    def _begin(self, title: str) -> None:
        self.document.core_properties.title = NOT_IN_XML.sub("", title)[:255]
        self.document.core_properties.language = "ur-PK" if self.urdu else "en-GB"
        self._plain(title, "Title")
        for aside in (self.content.about, self.content.mark):
            if aside:
                self._plain(aside, "Sanad Aside 1")

    @staticmethod
    def _across(section: Any) -> None:
        section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
        section.left_margin = section.right_margin = Mm(16)

    def _end(self) -> None:
        for section in self.document.sections:
            if self.urdu:
                grid = section._sectPr.find(qn("w:docGrid"))  # the schema has an order
                place = section._sectPr.append if grid is None else grid.addprevious
                place(OxmlElement("w:bidi"))

    def _plain(self, text: str, style: str) -> Any:
        paragraph = self.document.add_paragraph(style=style)
        self._run(paragraph._p, text)
        return paragraph._p

    def _clause(self, line: Line) -> None:
        first, *more = [line.heading, *line.text.split("\n")] if line.heading else line.text.split("\n")
        paragraph = self.document.add_paragraph(style=self._style(line))._p
        start, end = self._bookmark(line.identity)
        paragraph.append(start)
        if line.number:
            self._run(paragraph, line.number, style=NUMBER)
            self._run(paragraph, " ")
        if first:
            self._run(paragraph, first)
        paragraph.append(end)
        for text in more:
            if text.strip():
                self._plain(text, f"Sanad Text {line.depth}")

    @staticmethod
    def _style(line: Line) -> str:
        if line.kind in ("theme", "outcome") and line.heading:
            return f"Sanad {line.kind.title()} {line.depth}"
        return f"Heading {line.depth}" if line.heading else f"Sanad Clause {line.depth}"

    def _bookmark(self, identity: str) -> tuple[Element, Element]:
        self.bookmarks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        start.set(qn("w:id"), str(self.bookmarks))
        start.set(qn("w:name"), f"sanad_{identity}")
        end.set(qn("w:id"), str(self.bookmarks))
        return start, end

    def _run(self, paragraph: Element, text: str, *, style: str = "", bold: bool = False) -> None:
        run, properties = OxmlElement("w:r"), OxmlElement("w:rPr")
        if style:
            properties.append(_with("w:rStyle", val=style))
        if bold:
            properties.extend([OxmlElement("w:b"), OxmlElement("w:bCs")])
        if self.urdu:
            properties.append(OxmlElement("w:rtl"))
        if len(properties):
            run.append(properties)
        words = OxmlElement("w:t")
        words.text = NOT_IN_XML.sub("", text)
        words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        run.append(words)
        paragraph.append(run)

    def _table(self, heads: Sequence[str], rows: Sequence[tuple[list[str], str]], widths: Sequence[int]) -> None:
        """Built by hand: python-docx takes minutes for 600 rows."""
        table = self.document.add_table(rows=0, cols=len(heads), style="Table Grid")._tbl
        if self.urdu:
            table.tblPr.insert(1, OxmlElement("w:bidiVisual"))
        for column, width in zip(table.tblGrid.iterchildren(), widths, strict=True):
            column.set(qn("w:w"), str(Mm(width).twips))
        table.append(self._row(heads, widths, "", header=True))
        for cells, identity in rows:
            table.append(self._row(cells, widths, identity))

    def _row(self, cells: Sequence[str], widths: Sequence[int], identity: str, *, header: bool = False) -> Element:
        row, properties = OxmlElement("w:tr"), OxmlElement("w:trPr")
        properties.append(OxmlElement("w:cantSplit"))
        if header:
            properties.append(OxmlElement("w:tblHeader"))
        row.append(properties)
        for text, width in zip(cells, widths, strict=True):
            cell, properties = OxmlElement("w:tc"), OxmlElement("w:tcPr")
            properties.append(_with("w:tcW", w=str(Mm(width).twips), type="dxa"))
            if header:
                properties.append(_with("w:shd", val="clear", color="auto", fill="E6F2EF"))
            cell.append(properties)
            for paragraph in self._cell_paragraphs(text, header):
                cell.append(paragraph)
            row.append(cell)
        if identity:
            start, end = self._bookmark(identity)
            paragraph = row[COLUMNS.index("words") + 1][-1]
            paragraph.insert(1, start)
            paragraph.append(end)
        return row

    def _cell_paragraphs(self, text: str, header: bool) -> Iterator[Element]:
        for part in text.split("\n") if text else [""]:
            paragraph, properties = OxmlElement("w:p"), OxmlElement("w:pPr")
            properties.append(_with("w:pStyle", val="SanadCell"))
            paragraph.append(properties)
            if part:
                self._run(paragraph, part, bold=header)
            yield paragraph


def _with(name: str, **attributes: str) -> Element:
    element = OxmlElement(name)
    for key, value in attributes.items():
        element.set(qn(f"w:{key}"), value)
    return element


def _make_styles(document: Any, urdu: bool) -> None:
    """Styles of ours beside those of Word, so that outline, contents and our reader all find their way."""
    styles = document.styles
    _dress(styles["Normal"], urdu, size=11)
    for depth in range(1, DEEPEST + 1):
        heading = styles[f"Heading {depth}"]
        _dress(heading, urdu, size=max(11, 18 - 2 * depth), colour=DEEP)
        for kind in ("Theme", "Outcome"):
            _new(styles, f"Sanad {kind} {depth}", heading, urdu)
        for kind in ("Clause", "Text"):
            made = _new(styles, f"Sanad {kind} {depth}", styles["Normal"], urdu)
            made.paragraph_format.left_indent = Mm(5 * (depth - 1))
    _dress(styles["Title"], urdu, size=22, colour=DEEP)
    aside = _new(styles, "Sanad Aside 1", styles["Normal"], urdu)
    aside.font.color.rgb = SOFT
    cell = _new(styles, "Sanad Cell", styles["Normal"], urdu)
    cell.font.size = Pt(8)
    cell.paragraph_format.space_after = Pt(0)
    number = styles.add_style("Sanad Number", WD_STYLE_TYPE.CHARACTER)
    assert number.style_id == NUMBER
    if not urdu:
        return
    for size in (*styles.element.iter(qn("w:rPr")),):
        if size.find(qn("w:sz")) is not None and size.find(qn("w:szCs")) is None:
            size.find(qn("w:sz")).addnext(_with("w:szCs", val=size.find(qn("w:sz")).get(qn("w:val"))))


def _new(styles: Any, name: str, base: Any, urdu: bool) -> Any:
    made = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = base
    made.quick_style = True
    return made


def _dress(style: Any, urdu: bool, *, size: int, colour: RGBColor | None = None) -> None:
    style.font.size = Pt(size)
    style.font.name = LATIN
    if colour is not None:
        style.font.color.rgb = colour
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for name in ("w:asciiTheme", "w:hAnsiTheme", "w:eastAsiaTheme", "w:cstheme"):
        fonts.attrib.pop(qn(name), None)
    fonts.set(qn("w:cs"), NASKH)
    if urdu:
        properties = style.element.get_or_add_pPr()
        if properties.find(qn("w:bidi")) is None:
            properties.insert_element_before(
                OxmlElement("w:bidi"),
                "w:adjustRightInd",
                "w:snapToGrid",
                "w:spacing",
                "w:contextualSpacing",
                "w:ind",
                "w:jc",
                "w:outlineLvl",
            )
