import pytest
from hypothesis import given
from hypothesis import strategies as st

from sanad.kit.ages import Age, age_band, is_child, is_senior, read_age
from sanad.kit.refusals import Refused

YEARS = st.none() | st.integers(0, 120)


@pytest.mark.parametrize(
    "said, least, most",
    [
        ("34", 34, 34),
        (34, 34, 34),
        (34.0, 34, 34),
        ("۳۴ سالہ", 34, 34),
        ("34-year-old", 34, 34),
        ("aged 12", 12, 12),
        ("2.5", 2, 2),
        ("0", 0, 0),
        ("12-15", 12, 15),
        ("12 – 15 years", 12, 15),
        ("۱۲ سے ۱۵ سال", 12, 15),
        ("between 12 and 15", 12, 15),
        ("9 months", 0, 0),
        ("۹ ماہ", 0, 0),
        ("10 days", 0, 0),
        ("6 weeks old", 0, 0),
        ("18-month-old", 1, 1),
        ("2 years 6 months", 2, 2),
        ("30+", 30, None),
        ("over 60", 60, None),
        ("۶۰ سے زائد", 60, None),
        ("under 18", None, 17),
        ("۱۸ سے کم", None, 17),
        ("30s", 30, 39),
        ("infant", 0, 0),
        ("شیرخوار", 0, 0),
        ("senior citizen", 60, None),
    ],
)
def test_an_age_is_read_with_its_bounds(said, least, most):
    age = read_age(said)
    assert (age.min_years, age.max_years) == (least, most)
    assert not age.approximate


@pytest.mark.parametrize("said", ["about 30", "~30", "approx. 30 years", "ca. 30", "تقریبا ۳۰", "تقریباً ۳۰ سال", "30~"])
def test_about_thirty_is_thirty_and_marked(said):
    assert read_age(said) == Age(30, 30, said, approximate=True)


@pytest.mark.parametrize("said", ["minor", "Minor", "minor girl", "نابالغ", "نابالغ لڑکی", "کم‌سن", "child"])
def test_a_minor_is_kept_as_said_and_under_eighteen(said):
    age = read_age(said)
    assert age == Age(None, 17, said)
    assert is_child(age.min_years, age.max_years) is True
    assert age_band(age.min_years, age.max_years) is None


@pytest.mark.parametrize("said", ["", " ", "NA", "N/A"])
def test_an_age_that_is_not_said_is_not_stated(said):
    assert read_age(said) == Age(None, None)
    assert not read_age(said).stated


@pytest.mark.parametrize(
    "said, code",
    [
        ("130", "age.too_old"),
        ("15-12", "age.backwards"),
        ("-5", "age.unreadable"),
        ("old man", "age.unreadable"),
        ("1,000", "age.unreadable"),
        ("3520212345671", "age.unreadable"),
        (float("nan"), "age.unreadable"),
        ("under 0", "age.unreadable"),
    ],
)
def test_nonsense_is_refused_with_its_reason(said, code):
    with pytest.raises(Refused) as refused:
        read_age(said)
    assert refused.value.reasons[0].code == code


@given(
    st.text()
    | st.from_regex(r"(about |~)?[0-9۰-۹]{1,3}( ?(-|to|سے) ?[0-9]{1,3})? ?(months|years|سال|\+)?", fullmatch=True)
)
def test_any_text_is_read_or_refused(text):
    try:
        age = read_age(text)
    except Refused:
        return
    assert age.min_years is None or 0 <= age.min_years <= 120
    assert None in (age.min_years, age.max_years) or age.min_years <= age.max_years


@pytest.mark.parametrize(
    "least, most, band",
    [
        (0, 0, "0-4"),
        (None, 4, "0-4"),
        (12, 15, "12-17"),
        (16, 18, None),
        (18, 29, "18-29"),
        (60, None, "60+"),
        (75, 80, "60+"),
        (59, 61, None),
        (18, None, None),
        (None, 17, None),
        (None, None, None),
    ],
)
def test_a_range_that_crosses_two_bands_is_in_none(least, most, band):
    assert age_band(least, most) == band


def test_the_law_draws_the_lines_at_18_and_60():
    assert (is_child(17, 17), is_child(18, 18), is_child(16, 18), is_child(None, None)) == (True, False, None, None)
    assert (is_senior(60, 60), is_senior(59, 59), is_senior(59, 61), is_senior(60, None)) == (True, False, None, True)


@given(YEARS, YEARS)
def test_nobody_is_child_and_senior_and_bands_agree_with_both(least, most):
    assert not (is_child(least, most) and is_senior(least, most) and (least or 0) <= (120 if most is None else most))
    band = age_band(least, most)
    if band in ("0-4", "5-11", "12-17"):
        assert is_child(least, most)
    elif band == "60+":
        assert is_senior(least, most)
