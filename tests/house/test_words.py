"""The pages on words and on the map say what the program says."""

import re

from sanad.web import catalogue
from tests.house.the_map import ROOT, ROWS, SIDEWAYS, packages

DOCS = ROOT / "docs"
WORD = re.compile(r"^\| ([a-z][a-z ]*) \| ([^|]*) \| ([^|]+) \|$", re.MULTILINE)
ROW = re.compile(r"^\| (\d|below) \| `(\w+)`( \*\(later\)\*)? \|", re.MULTILINE)
ARROW = re.compile(r"^- `(\w+)` → `(\w+)`$", re.MULTILINE)
URDU = re.compile(r"[\u0600-\u06ff]")
ARABIC_FORMS = re.compile("[\u064a\u0643\u0649\u0629\u0647]")  # yeh, kaf, alef maksura, teh marbuta, heh


def words(text: str) -> list[tuple[str, str]]:
    """Every word of the tables with its Urdu."""
    return [(word, urdu) for word, urdu, _ in WORD.findall(text) if word != "word"]


def said_otherwise(pairs, translated: dict[str, str]) -> list[str]:
    """Words that the screens put into other Urdu than the page does."""
    return [word for word, urdu in pairs if translated.get(word, urdu) != urdu]


OURS = words((DOCS / "words.md").read_text(encoding="utf-8"))


def test_every_word_has_urdu_in_urdu_letters():
    assert len(OURS) > 50
    assert [word for word, urdu in OURS if not URDU.search(urdu) or ARABIC_FORMS.search(urdu)] == []


def test_no_word_and_no_urdu_stands_twice():
    assert len({word for word, _ in OURS}) == len({urdu for _, urdu in OURS}) == len(OURS)


def test_the_screens_use_the_same_urdu():
    kept = {m.id.lower(): m.string for m in catalogue.kept() if isinstance(m.id, str) and m.string and not m.context}
    assert said_otherwise(OURS, kept) == []


def test_the_page_of_the_map_is_the_map():
    page = (DOCS / "map.md").read_text(encoding="utf-8")
    found = ROW.findall(page)
    assert {name: -1 if row == "below" else int(row) for row, name, _ in found} == ROWS
    assert {name for _, name, later in found if not later} == set(packages())
    assert set(ARROW.findall(page)) == SIDEWAYS


def test_a_word_without_urdu_is_seen():
    assert words("| word | Urdu | is |\n|---|---|---|\n| act |  | a |\n") == [("act", "")]
    assert said_otherwise([("act", "فعل")], {"act": "عمل"}) == ["act"]
