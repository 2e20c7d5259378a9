"""Codes by a few letters, in English, Urdu or Roman Urdu."""

import csv

import pytest
from django.conf import settings

from sanad.codes.rules.suggesting import Written, suggested


@pytest.fixture(scope="module")
def acts() -> list[Written]:
    """The acts of our vocabulary that may be picked."""
    with (settings.BASE / "data" / "codes" / "act.csv").open(encoding="utf-8", newline="") as lines:
        return [
            Written(row["slug"], (row["name_en"], row["name_ur"], *row["also"].split(";")))
            for row in csv.DictReader(lines)
            if row["heading"] != "yes"
        ]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("kill", "killing"), ("qatl", "killing"), ("katal", "killing"), ("قتل", "killing"), ("murder", "killing"),
        ("aghwa", "abduction"), ("agwa", "abduction"), ("اغوا", "abduction"), ("kidnap", "abduction"),
        ("zakhmi", "wounding"), ("tashaddud", "torture"), ("dhamki", "threats"), ("gang rape", "gang_rape"),
        ("ijtamai ziyadti", "gang_rape"), ("jabri shadi", "forced_marriage"), ("KILLING", "killing"),
    ],
)  # fmt: skip
def test_the_first_that_is_offered(acts, typed, first):
    assert suggested(typed, acts)[0] == first


@pytest.mark.parametrize("typed", ["", "   ", "\u202e", "zzzzqx", "ਕਤਲ", "x" * 300, "%_\\"])
def test_what_means_nothing_offers_nothing(acts, typed):
    assert suggested(typed, acts) == []
