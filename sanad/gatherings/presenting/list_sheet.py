"""The list of who came as a workbook: without what they need, and no cell is ever read as a formula."""

import io
from collections.abc import Iterable

import xlsxwriter
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from sanad.codes import queries as codes
from sanad.gatherings.models import Gathering, ListTaken, Participant
from sanad.kit.text import formula_safe
from sanad.web.formats import day, moment

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
PLAIN = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def workbook(gathering: Gathering, taken: ListTaken, rows: Iterable[Participant], who: str) -> bytes:
    """One sheet; above the lines stands who took it out, when and why."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, PLAIN) as book:
        bold = book.add_format({"bold": True})
        sheet = book.add_worksheet()
        if get_language() == "ur":
            sheet.right_to_left()
        said = {"who": who, "when": moment(taken.at), "why": taken.why}
        above = [
            f"{gathering.title} · {gathering.reference} · {day(gathering.first_day)}",
            _("Taken out by %(who)s on %(when)s: %(why)s") % said,
            _("Names for this purpose alone. Destroy the file when it is served."),
        ]
        for row, text in enumerate(above):
            sheet.write_string(row, 0, formula_safe(text), bold if row == 0 else None)
        for row, cells in enumerate([_heads(), *(_cells(one) for one in rows)], start=len(above) + 1):
            for column, text in enumerate(cells):
                sheet.write_string(row, column, formula_safe(text), bold if row == len(above) + 1 else None)
        sheet.set_column(0, len(_heads()) - 1, 24)
        sheet.freeze_panes(len(above) + 2, 1)
    return out.getvalue()


def _heads() -> list[str]:
    return [
        _("Name"),
        _("Comes from"),
        _("Department or organisation"),
        _("Designation"),
        _("Sex"),
        _("District"),
        _("May the name stand in the published list?"),
        _("May photographs be published?"),
        _("Signed"),
    ]


def _cells(one: Participant) -> list[str]:
    return [
        one.name,
        str(one.get_seat_display()) if one.seat else _("not stated"),
        one.affiliation,
        one.designation,
        codes.label(one.sex) if one.sex else _("not stated"),
        str(one.district) if one.district else _("not stated"),
        str(one.get_named_display()),
        str(one.get_photographed_display()),
        moment(one.signed_at),
    ]
