"""Drafts and dispositions as PDF that can be read aloud and searched (PDF/UA)."""

import json
import shutil
import tempfile
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import typst
from django.conf import settings
from django.utils.translation import gettext as _

from sanad.strategies.presenting.annex import AnnexRow, cells, heads
from sanad.strategies.presenting.labels import column_heads
from sanad.strategies.rules.content import COLUMNS, Content, named

HERE = Path(__file__).parent
FONT_FOLDER = "@expo-google-fonts/noto-naskh-arabic"  # 0.2.3: later builds give PDFs that cannot be searched


def strategy(content: Content) -> bytes:
    """A draft: its clauses, then its action table."""
    unsettled = {"open": list(content.unsettled), "open_title": _("Still open")}
    return _set("strategy.typ", _head(content) | {"lines": _lines(content)} | unsettled | _table(content))


def annex(content: Content, rows: Sequence[AnnexRow]) -> bytes:
    """What was asked, and what became of it."""
    data = {"heading": annex_title(), "tally": tally(rows), "heads": heads(), "rows": [cells(row) for row in rows]}
    return _set("annex.typ", _head(content) | data)


def annex_title() -> str:
    """What the disposition matrix is called in print."""
    return _("Annex: what was asked of the draft, and what became of it")


def tally(rows: Sequence[AnnexRow]) -> str:
    """How many points have which answer, in one line."""
    count = Counter(row.outcome or _("no answer yet") for row in rows)
    return " · ".join(f"{name}: {number}" for name, number in count.most_common())


def _head(content: Content) -> dict[str, object]:
    return {"title": content.title, "language": content.language, "about": content.about, "mark": content.mark}


def _lines(content: Content) -> list[dict[str, object]]:
    """Clauses; a PDF for screen readers leaves out no level of headings, so each is at most one below the last."""
    found, last = [], 1
    for line in content.lines:
        paragraphs = [text for text in line.text.split("\n") if text.strip()]
        if not line.heading:
            paragraphs[:1] = [named(line.number, paragraphs[0] if paragraphs else "")]
        level = min(line.depth + 1, last + 1)
        last = level if line.heading else last
        found.append(
            {
                "heading": line.heading,
                "named": named(line.number, line.heading),
                "level": level,
                "depth": line.depth,
                "paragraphs": paragraphs,
            }
        )
    return found


def _table(content: Content) -> dict[str, object]:
    rows = [[getattr(one, name) for name in COLUMNS] for one in content.planned]
    return {"plan": _("Action plan"), "heads": column_heads(), "planned": rows}


def _set(template: str, data: Mapping[str, object]) -> bytes:
    with tempfile.TemporaryDirectory(prefix="sanad-strategy-") as name:
        folder = Path(name)
        shutil.copy(HERE / template, folder / template)
        (folder / "data.json").write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
        compiler = typst.Compiler(
            str(folder / template),
            root=str(folder),
            font_paths=[str(Path(settings.FRONT_END) / FONT_FOLDER)],
            ignore_system_fonts=True,
        )
        pdf = compiler.compile(format="pdf", pdf_standards=["ua-1"])
    assert isinstance(pdf, bytes)
    return pdf
