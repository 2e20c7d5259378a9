"""The action matrix and the disposition matrix as workbooks; no cell is ever read as a formula."""

import io
from collections.abc import Iterable, Sequence

import xlsxwriter
from django.utils.translation import gettext as _

from sanad.kit.text import formula_safe
from sanad.strategies.presenting import annex as annex_rows
from sanad.strategies.presenting.labels import column_heads
from sanad.strategies.rules.content import COLUMNS, Content

WIDE, NARROW = 34, 18


def matrix(content: Content) -> bytes:
    """Sheets: the action table, the clauses, what is still open."""
    actions = [[getattr(one, name) for name in COLUMNS] for one in content.planned]
    clauses = [[line.number, line.heading, line.text] for line in content.lines]
    sheets = [
        (_("Action plan"), column_heads(), actions),
        (_("Clauses"), [_("Number"), _("Heading"), _("Text")], clauses),
    ]
    if content.unsettled:
        sheets.append((_("Still open"), [_("Still open")], [[text] for text in content.unsettled]))
    return _book(content, sheets)


def annex(content: Content, rows: Sequence[annex_rows.AnnexRow]) -> bytes:
    """One sheet with what was asked, and what became of it."""
    lines = [annex_rows.cells(row) for row in rows]
    return _book(content, ((_("Dispositions"), annex_rows.heads(), lines),))


def _book(content: Content, sheets: Iterable[tuple[str, list[str], list[list[str]]]]) -> bytes:
    out = io.BytesIO()
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(out, options) as book:
        book.set_properties({"title": content.title, "comments": content.about})
        title = book.add_format({"bold": True, "font_size": 14})
        head = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "bg_color": "#E6F2EF", "valign": "top"})
        cell = book.add_format({"text_wrap": True, "valign": "top"})
        for name, heads, rows in sheets:
            sheet = book.add_worksheet(name[:31])
            if content.language == "ur":
                sheet.right_to_left()
            sheet.set_landscape()
            sheet.set_paper(9)
            sheet.fit_to_pages(1, 0)
            sheet.set_column(0, len(heads) - 1, WIDE if len(heads) < 5 else NARROW + 6)
            above = [text for text in (content.title, content.about, content.mark) if text]
            for row, text in enumerate(above):
                sheet.write_string(row, 0, formula_safe(text), title if row == 0 else None)
            start = len(above) + 1
            for row, line in enumerate([heads, *rows], start=start):
                for column, text in enumerate(line):
                    sheet.write_string(row, column, formula_safe(text), head if row == start else cell)
            sheet.repeat_rows(start)
            sheet.freeze_panes(start + 1, 0)
    return out.getvalue()
