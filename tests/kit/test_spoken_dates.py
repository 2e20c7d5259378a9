"""Days as people say them, read against the day of the paper."""

from datetime import date

import pytest

from sanad.kit.dates import read_spoken

PAPER = date(2024, 4, 13)  # a Saturday, the 4th of Shawwal 1445 in Pakistan


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("yesterday", "2024-04-12"),
        ("گزشتہ روز", "2024-04-12"),
        ("Friday", "2024-04-12"),
        ("جمعہ کے روز", "2024-04-12"),
        ("Saturday", "2024-04-13~"),  # today or a week ago: nobody can say
        ("last Saturday", "2024-04-06"),
        ("۳ دن قبل", "2024-04-10"),
        ("last Friday of Ramzan", "2024-04-05~"),
        ("رمضان کا آخری جمعہ", "2024-04-05~"),
        ("akhri jumma of ramzan", "2024-04-05~"),
        ("10 Muharram", "2023-07-29~"),
        ("10 محرم الحرام 1445ھ", "2023-07-29~"),
        ("Ramzan", "2024-03-12~/2024-04-10~"),
        ("the second day of Eid", "2024-04-12~"),
        ("27 شعبان", "2024-03-09~"),
    ],
)
def test_words_become_a_date(said, read):
    assert read_spoken(said, PAPER).text == read


@pytest.mark.parametrize(
    "said", ["soon", "31 Muharram", "fifth Friday of Ramzan", "", "Ramzan sahib", "0 Safar", "\u202eFriday\u202c x"]
)
def test_other_words_are_no_date(said):
    assert read_spoken(said, PAPER) is None


def test_a_day_of_the_islamic_calendar_is_never_exact_and_never_to_come():
    for day in range(1, 30):
        found = read_spoken(f"{day} Shawwal", PAPER)
        assert found.approximate and found.earliest() <= date(2024, 4, 14)
