"""The sheet that is signed on paper: A4 across, as many lines as seats were offered, in English or Urdu (PDF/UA)."""

import json
import tempfile
from pathlib import Path

import typst
from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext as _

from sanad.gatherings import queries
from sanad.gatherings.models import Gathering
from sanad.places.queries import place_by_key, place_line
from sanad.web import formats

TEMPLATE = Path(__file__).with_name("sheet.typ")
FONT_FOLDER = "@expo-google-fonts/noto-naskh-arabic"  # 0.2.3: later builds give PDFs that cannot be searched
LEAST, MOST, OF_A_PAGE = 20, 200, 10


def sheet(gathering: Gathering, language: str) -> bytes:
    """The sheet as a PDF."""
    with translation.override(language):
        data = json.dumps(content_of(gathering, language), ensure_ascii=False)
    with tempfile.TemporaryDirectory(prefix="sanad-sheet-") as folder:
        page = Path(folder) / "sheet.typ"
        page.write_text(TEMPLATE.read_text(encoding="utf-8"), encoding="utf-8")
        compiler = typst.Compiler(
            str(page),
            root=folder,
            font_paths=[str(Path(settings.FRONT_END) / FONT_FOLDER)],
            ignore_system_fonts=True,
            sys_inputs={"data": data},
        )
        pdf = compiler.compile(format="pdf", pdf_standards=["ua-1"])
    assert isinstance(pdf, bytes)
    return pdf


def content_of(gathering: Gathering, language: str) -> dict[str, object]:
    """What stands on the sheet, in the active language."""
    days = formats.day(gathering.first_day)
    if gathering.last_day != gathering.first_day:
        days = _("%(since)s to %(until)s") % {"since": days, "until": formats.day(gathering.last_day)}
    row = place_by_key(gathering.place.key) if gathering.place else None
    where = [gathering.venue, place_line(row) if row else ""]
    heads = [
        _("No."),
        _("Name"),
        _("Designation"),
        _("Department or organisation"),
        _("Sex"),
        _("District"),
        _("Photographs: yes or no"),
        _("Signature"),
    ]
    return {
        "language": language,
        "office": str(gathering.custodian),
        "title": gathering.title,
        "kind": _("Sign-in sheet"),
        "about": " · ".join(part for part in (days, *where) if part),
        "note": _("Your name is kept by the office that invites. Photographs are published only where you write yes."),
        "heads": heads,
        "lines": _lines(gathering),
        "foot": f"{_('Sanad')} · {gathering.reference}",
    }


def _lines(gathering: Gathering) -> int:
    """As many as seats were offered, and some for whoever comes besides; whole pages."""
    seats = sum(one.seats for one in queries.institutions_invited(gathering))
    wanted = min(MOST, max(LEAST, seats + 5))
    return -(-wanted // OF_A_PAGE) * OF_A_PAGE
