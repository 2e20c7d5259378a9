"""The monthly return: a saved table, counted now, on one A4 page that can be read aloud and searched (PDF/UA)."""

import json
import re
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import typst
import vl_convert
from django.conf import settings
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from sanad.accounts.readers import Reader
from sanad.figures.models import SavedTable
from sanad.figures.presenting import captions, labels, pictures
from sanad.figures.presenting.grid import Grid, Line, grid
from sanad.figures.presenting.page import first_dimension
from sanad.figures.presenting.sheets import Taken
from sanad.figures.queries import OpenSnapshot, open_snapshot
from sanad.figures.rules.requests import CountRequest, Filter, from_plain, read_request
from sanad.figures.rules.results import Counted
from sanad.web import formats

TEMPLATE = Path(__file__).with_name("return.typ")
FONT_FOLDER = "@expo-google-fonts/noto-naskh-arabic"  # 0.2.3: later builds give PDFs that cannot be searched
# Rows, height of the chart in millimetres, room within a row: tried until all stands on one page.
LAYOUTS = ((24, 62, 4.5), (30, 48, 3.2), (34, 0, 3.2), (24, 0, 3), (16, 0, 3), (10, 0, 2))
CHART_FONT, LATIN_FONT = "Noto Naskh Arabic", "Liberation Sans"  # vl-convert brings the second along
Chart = tuple[bytes, list[str], list[str]]
LINK = re.compile(r'<a href="[^"]*"[^>]*>')
MOST_COLUMNS = 7


@dataclass(frozen=True)
class Asked:
    """A saved table as it is counted for a return: on the newest snapshot, of one month if one is named."""

    saved: SavedTable
    snapshot: OpenSnapshot
    counted: Counted
    month: str

    def title(self) -> str:
        """The head of the page."""
        return f"{self.saved.name} · {labels.label('month', self.month)}" if self.month else self.saved.name


def counted(reader: Reader, saved: SavedTable, month: str = "") -> Asked:
    """Count the saved table anew; refuses what is no month."""
    snapshot = open_snapshot(reader)
    request = from_plain(saved.request, snapshot.lists)
    if month:
        request = _of_month(request, month)
    return Asked(saved, snapshot, snapshot.count(request), month)


def page(asked: Asked, taken: Taken) -> bytes:
    """The page as PDF, with who takes it out, when and what for."""
    snapshot, found = asked.snapshot, asked.counted
    return _set(_content(asked, taken), grid(snapshot, found), _chart(snapshot, found))


def _of_month(request: CountRequest, month: str) -> CountRequest:
    """The same question of one month; refuses what is no month."""
    read_request(request.unit, where=[f"month={month}"])
    return replace(request, where=(*request.where, Filter("month", (month,))))


def _content(asked: Asked, taken: Taken) -> dict[str, object]:
    saved, snapshot, counted = asked.saved, asked.snapshot, asked.counted
    about = [*captions.filters(counted.request), _("Records of %(day)s") % {"day": formats.moment(snapshot.made_at)}]
    said = {"name": saved.name, "version": formats.number(saved.version), "snapshot": snapshot.id}
    return {
        "language": "ur" if (get_language() or "").startswith("ur") else "en",
        "office": str(saved.custodian),
        "title": asked.title(),
        "caption": captions.title(counted.request),
        "about": " · ".join(about),
        "notes": captions.notes(counted),
        "foot": _("Sanad · “%(name)s”, version %(version)s · snapshot %(snapshot)s") % said,
        "taken": " · ".join(f"{name}: {text}" for name, text in taken.lines()),
        "chart_words": captions.title(counted.request),
    }


def _chart(snapshot: OpenSnapshot, counted: Counted) -> Chart:
    """The chart of the page as a picture without links, with the names and colours of its parts."""
    drawn = pictures.chart(first_dimension(snapshot, counted), counted if counted.request.columns else None)
    if drawn is None:
        return b"", [], []
    svg = LINK.sub("<a>", str(drawn.drawn))
    if not formats.in_urdu():  # where the first family has no Latin letters, the drawing takes any font that has
        svg = svg.replace(CHART_FONT, f"{LATIN_FONT}, {CHART_FONT}")
    picture: bytes = vl_convert.svg_to_png(svg, scale=2.5)
    return picture, [name for name, _colour in drawn.series], [colour for _name, colour in drawn.series]


def _set(content: dict[str, object], table: Grid, chart: Chart) -> bytes:
    """The page, as roomy as one page allows."""
    picture, names, colours = chart
    with tempfile.TemporaryDirectory(prefix="sanad-return-") as name:
        folder = Path(name)
        shutil.copy(TEMPLATE, folder / "return.typ")
        (folder / "chart.png").write_bytes(picture)
        for most, height, tight in LAYOUTS:
            data = content | _table(table, most) | {"height": height, "tight": tight}
            data |= {"chart": "chart.png" if picture and height else "", "series": names, "colours": colours}
            compiler = typst.Compiler(
                str(folder / "return.typ"),
                root=str(folder),
                font_paths=[str(Path(settings.FRONT_END) / FONT_FOLDER)],
                ignore_system_fonts=True,
                sys_inputs={"data": json.dumps(data, ensure_ascii=False)},
            )
            if _pages(compiler) == 1:
                break
        pdf = compiler.compile(format="pdf", pdf_standards=["ua-1"])
        assert isinstance(pdf, bytes)
        return pdf


def _pages(compiler: typst.Compiler) -> int:
    """How many pages came out; a single one is given bare."""
    drawn = compiler.compile(format="svg")
    return len(drawn) if isinstance(drawn, list) else 1


def _table(table: Grid, most: int) -> dict[str, object]:
    lines = table.lines[:most]
    names = len(table.heads)
    cut = len(table.lines) - len(lines) + table.cut
    words = ngettext(
        "%(rows)s further row is in the file only.", "%(rows)s further rows are in the file only.", cut
    ) % {"rows": formats.number(cut)}
    return {
        "names": names,
        "heads": [*table.heads, *_narrow(table.columns)],
        "rows": [list(_cells(line)) for line in lines],
        "total": _foot(table, names),
        "cut": words if cut else "",
    }


def _cells(line: Line) -> Iterator[str]:
    yield from line.names
    yield from _narrow([f"{box.words} ({box.note})" if box.note else box.words for box in line.boxes])


def _foot(table: Grid, names: int) -> list[str]:
    if table.total is None:
        return []
    return [table.total.names[0], *[""] * (names - 1), *_narrow([box.words for box in table.total.boxes])]


def _narrow(words: list[str]) -> list[str]:
    """As many columns as the paper has room for; the last, which is the total, always."""
    return words if len(words) <= MOST_COLUMNS else [*words[: MOST_COLUMNS - 1], words[-1]]
