"""What a news text offers: days, places, ages and deeds, in English and Urdu."""

import csv
from datetime import date
from pathlib import Path

import pytest
from django.conf import settings

from sanad.violations.rules.news import Kind, Lexicon, found_in
from sanad.violations.rules.news_words import ACT_WORDS

PAPER = date(2014, 12, 1)
NEWS = Path("/work/shared/data/urdu/counter_urdu_news_text_reuse.txt")  # not ours to hand on: read where it is there


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    """Our vocabulary of acts and our gazetteer, as the files have them."""
    data = settings.BASE / "data"
    acts = {
        row["slug"]: [row["name_en"], row["name_ur"], *row["also"].split(";"), *ACT_WORDS.get(row["slug"], ())]
        for row in rows(data / "codes" / "act.csv")
        if row["heading"] != "yes"
    }
    places = [
        [name for name in (row["name_en"], row["name_ur"], *row["aliases"].split("|")) if name]
        for file in ("districts", "towns", "provinces")
        for row in rows(data / "places" / f"{file}.csv")
    ]
    return Lexicon.of(acts, places)


def rows(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def offered(text: str, lexicon: Lexicon, kind: Kind) -> list[str]:
    return [one.value for one in found_in(text, lexicon, PAPER) if one.kind is kind]


def test_words_of_the_press_are_acts_of_the_vocabulary():
    slugs = {row["slug"] for row in rows(settings.BASE / "data" / "codes" / "act.csv")}
    assert set(ACT_WORDS) <= slugs


@pytest.mark.parametrize(
    ("text", "dates", "places", "ages", "acts"),
    [
        (
            "KARACHI: A 25-year-old woman was shot dead in Korangi on Saturday. Her minor son was injured.",
            ["2014-11-29"], ["Korangi"], ["25", "minor"], ["killing", "wounding"],
        ),
        (
            "پشاور ۔26 نومبر: ضلع دیر بالا میں گزشتہ روز 30 سالہ خاتون کو غیرت کے نام پر قتل اور اس کا بھائی زخمی۔",
            ["2014-11-26", "2014-11-30"], ["Peshawar", "Upper Dir"], ["30"], ["killing", "wounding"],
        ),
        (
            "Seven-year-old? No: a 7-month-old baby was kidnapped for ransom in Quetta on April 3, 2014.",
            ["2014-04-03"], ["Quetta"], ["7 months"], ["abduction_for_ransom"],
        ),
        ("The hub of the matter was cut short in the garden.", [], [], [], []),
        ("وہ دیر سے آئے اور باغ میں بیٹھے۔", [], [], [], []),
        ("", [], [], [], []),
    ],
)  # fmt: skip
def test_what_is_found(lexicon, text, dates, places, ages, acts):
    assert offered(text, lexicon, Kind.DATE) == dates
    assert [one for one in offered(text, lexicon, Kind.PLACE) if one != "Karachi"] == places
    assert offered(text, lexicon, Kind.AGE) == ages
    assert offered(text, lexicon, Kind.ACT) == acts


def test_words_stand_as_in_the_text_and_nothing_comes_from_tomorrow(lexicon):
    text = "۱۷ اپریل ۲۰۱۴ کو لاہور میں، اور 5 دسمبر 2014 کو کراچی میں"
    found = found_in(text, lexicon, PAPER)
    assert [text[one.at : one.at + len(one.words)] for one in found] == [one.words for one in found]
    assert [one.value for one in found if one.kind is Kind.DATE] == ["2014-04-17"]


@pytest.mark.parametrize("text", ["\u202e" * 50, "ਗੁਰਮੁਖੀ ਵਿਚ ਨਾਂ", "1" * 30_000, "قتل " * 5_000, "a\0b"])
def test_hostile_text_offers_little_and_breaks_nothing(lexicon, text):
    assert len(found_in(text, lexicon, PAPER)) <= 1


@pytest.mark.skipif(not NEWS.exists(), reason="the collection of news is not here")
def test_news_of_deaths_offer_an_act_and_most_a_day_or_a_place(lexicon):
    lines = [line for line in NEWS.read_text(encoding="utf-8").splitlines() if "جاں بحق" in line][:60]
    kinds = [{one.kind for one in found_in(line, lexicon, PAPER)} for line in lines]
    assert len(lines) > 20 and all(Kind.ACT in one for one in kinds)
    assert sum(bool(one & {Kind.DATE, Kind.PLACE}) for one in kinds) >= 0.75 * len(lines)
