"""The task-force pack: a few A4 pages that can be read aloud and searched (PDF/UA), in English or Urdu."""

import json
import re
import shutil
import tempfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

import typst
import vl_convert
from django.conf import settings
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from sanad.accounts.permissions import Permission, require
from sanad.accounts.queries.naming import office_names
from sanad.accounts.readers import Reader
from sanad.commitments.presenting.pages import chart_of, completeness
from sanad.commitments.presenting.words import shown, title_of, value_words
from sanad.commitments.queries import decisions_visible_to
from sanad.commitments.queries.lit import Lit, LitIndicator, lights_of, lit_actions, lit_indicators, readings_of
from sanad.commitments.queries.matrix import Across, bottlenecks_counted, matrix
from sanad.commitments.rules.lights import Light
from sanad.ledger.actions import record
from sanad.web import formats

TEMPLATE = Path(__file__).with_name("pack.typ")
FONT_FOLDER = "@expo-google-fonts/noto-naskh-arabic"  # 0.2.3: later builds give PDFs that cannot be searched
CHART_FONT, LATIN_FONT = "Noto Naskh Arabic", "Liberation Sans"
LINK = re.compile(r'<a href="[^"]*"[^>]*>')
DECISIONS, LATE, LIVE, CHARTS = 12, 40, 8, 4
Row = list[str]
Chart = tuple[str, list[list[str]], bytes]  # caption, names and colours of its parts, picture
# What the two families of the paper can draw: PDF/UA refuses a page with anything else.
UNDRAWABLE = re.compile("[^\\u0020-\\u024f\\u0600-\\u06ff\\u0750-\\u077f\\u200c-\\u200f\\u2010-\\u2026\\u2066-\\u2069]")


def make_pack(reader: Reader) -> bytes:
    """The pack of the office of this reader, as things stand now."""
    content, charts = content_of(reader)
    return _set(content, charts)


def content_of(reader: Reader) -> tuple[dict[str, object], list[bytes]]:
    """What stands in the pack, in the active language, and its pictures."""
    lit = lit_actions(reader)
    measured = [one for one in lit_indicators(reader) if one.indicator.live][:LIVE]
    charts = _charts(reader, measured)
    content = {
        "mark": _("Demonstration: everything here is invented") if settings.SITE_KIND == "demo" else "",
        "language": "ur" if (get_language() or "").startswith("ur") else "en",
        "office": office_names([reader.office_id or 0]).get(reader.office_id or 0, ""),
        "title": _("For the task force"),
        "about": _("As of %(day)s; %(number)s actions.")
        % {"day": formats.day(timezone.localdate()), "number": formats.number(len(lit))},
        "foot": _("Sanad · lights follow from rules, nobody picks them"),
        **_decisions(reader),
        **_lights(lit),
        **_live(measured),
        **_late(lit),
        **_stuck(reader),
        "charts": [
            {"file": f"chart{at}.png", "words": words, "series": series}
            for at, (words, series, _png) in enumerate(charts)
        ],
    }
    return content, [png for _words, _series, png in charts]


def note_pack(reader: Reader) -> None:
    """Write down that a pack left the house."""
    require(reader, Permission.COMMITMENT_READ)
    record("pack.made", by=reader, object_kind="office", object_id=reader.office_id or 0, office=reader.office_id)


def _decisions(reader: Reader) -> dict[str, object]:
    today = timezone.localdate()
    rows = []
    for one in decisions_visible_to(reader)[:DECISIONS]:
        state = _("carried out") if one.done_on else _("open")
        if not one.done_on and one.due and one.due < today:
            state = _("overdue")
        lead = one.lead.name if one.lead else "–"
        rows.append([formats.day(one.met_on), one.said, lead, formats.day(one.due) if one.due else "–", state])
    heads = [_("Meeting"), _("Decision"), _("Who does it"), _("Until"), _("State")]
    return {"decisions_title": _("Decisions"), "decision_heads": heads, "decisions": rows, "none": _("None.")}


def _lights(lit: list[Lit]) -> dict[str, object]:
    lights = [light for light in Light if light in lights_of(lit)]
    rows: list[Row] = []
    for row in matrix(lit, Across.THEME):
        numbers = [formats.number(row.lights[light]) if row.lights[light] else "" for light in lights]
        rows.append([row.label or _("No theme"), *numbers, formats.number(row.total)])
    words = [shown(light) for light in lights]
    return {
        "lights_title": _("Lights by theme"),
        "light_heads": [_("Theme"), *(one.word for one in words), _("In all")],
        "lights": rows,
        "light_note": _("An action with two themes stands in both lines."),
    }


def _live(measured: Iterable[LitIndicator]) -> dict[str, object]:
    rows: list[Row] = []
    notes: list[str] = []
    for one in measured:
        value = value_words(one.indicator, one.reading.value) if one.reading else _("not measured yet")
        light = shown(one.light, one.reasons)
        snapshot = one.reading.snapshot if one.reading else "–"
        rows.append([title_of(one.indicator), value, light.word, snapshot])
        notes += completeness(one.reading) if one.reading else []
    return {
        "live_title": _("Live indicators"),
        "live_heads": [_("Indicator"), _("Value"), _("Light"), _("Snapshot")],
        "live": rows,
        "live_notes": list(dict.fromkeys(notes)),
    }


def _late(lit: Iterable[Lit]) -> dict[str, object]:
    groups: defaultdict[str, list[Lit]] = defaultdict(list)
    for one in lit:
        if one.light is Light.LATE:
            groups[one.action.lead.name if one.action.lead else _("No lead institution")].append(one)
    found, left = [], LATE
    for name, those in sorted(groups.items(), key=lambda pair: (-len(pair[1]), pair[0])):
        taken = those[: max(0, left)]
        left -= len(taken)
        more = len(those) - len(taken)
        rows = [[f"{one.action.label} {title_of(one.action)}".strip(), _ended(one)] for one in taken]
        words = ngettext("%(number)s more", "%(number)s more", more) % {"number": formats.number(more)}
        number = ngettext("%(number)s action", "%(number)s actions", len(those)) % {
            "number": formats.number(len(those))
        }
        found.append({"name": f"{name} · {number}", "rows": rows, "more": words if more else ""})
    return {"late_title": _("Overdue, by institution"), "late_heads": [_("Action"), _("Why")], "late": found}


def _ended(one: Lit) -> str:
    return " ".join(shown(one.light, one.reasons).why[:1])


def _stuck(reader: Reader) -> dict[str, object]:
    rows = [
        [f"{group}: {kind}" if group else kind, formats.number(still), formats.number(solved)]
        for group, kind, still, _actions, solved in bottlenecks_counted(reader)
        if still or solved
    ]
    heads = [_("Bottleneck"), _("Open"), _("Solved")]
    return {"stuck_title": _("Bottlenecks"), "stuck_heads": heads, "stuck": rows[:12]}


def _charts(reader: Reader, measured: Iterable[LitIndicator]) -> list[Chart]:
    found: list[Chart] = []
    for one in measured:
        drawn = chart_of(one.indicator, readings_of(reader, one.indicator), one.targets)
        if drawn is None or len(found) == CHARTS:
            continue
        svg = LINK.sub("<a>", str(drawn["drawn"]))
        if not formats.in_urdu():  # where the first family has no Latin letters, the drawing takes any font that has
            svg = svg.replace(CHART_FONT, f"{LATIN_FONT}, {CHART_FONT}")
        series = [[str(name), str(colour)] for name, colour in drawn["series"]]
        found.append((str(drawn["caption"]), series, vl_convert.svg_to_png(svg, scale=2)))
    return found


def _drawable(value: object) -> object:
    """The same with every character that the paper cannot show replaced by a question mark."""
    if isinstance(value, dict):
        return {name: _drawable(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_drawable(one) for one in value]
    return UNDRAWABLE.sub("?", value.replace("\n", " ")) if isinstance(value, str) else value


def _set(content: dict[str, object], charts: list[bytes]) -> bytes:
    with tempfile.TemporaryDirectory(prefix="sanad-pack-") as name:
        folder = Path(name)
        shutil.copy(TEMPLATE, folder / "pack.typ")
        for at, png in enumerate(charts):
            (folder / f"chart{at}.png").write_bytes(png)
        compiler = typst.Compiler(
            str(folder / "pack.typ"),
            root=str(folder),
            font_paths=[str(Path(settings.FRONT_END) / FONT_FOLDER)],
            ignore_system_fonts=True,
            sys_inputs={"data": json.dumps(_drawable(content), ensure_ascii=False)},
        )
        pdf = compiler.compile(format="pdf", pdf_standards=["ua-1"])
    assert isinstance(pdf, bytes)
    return pdf
