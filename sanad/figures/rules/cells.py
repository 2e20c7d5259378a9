"""Which cell a value falls into; what fits into no single cell is not stated."""

from collections.abc import Collection
from datetime import date

UNSTATED = "unstated"
CHILD_BELOW = 18  # Convention on the Rights of the Child, article 1
MINOR_AS_SAID = "minor_as_said"
SENIOR_FROM = 60  # Senior Citizens Acts of Khyber Pakhtunkhwa 2014, Sindh 2014, Islamabad 2021
AGE_BANDS = ((0, 4), (5, 11), (12, 17), (18, 29), (30, 44), (45, 59), (60, None))


def year_of(first: date | None, last: date | None) -> str:
    """The year that holds the whole range, else not stated; never the year of its first day alone."""
    if first is None or last is None or first.year != last.year:
        return UNSTATED
    return f"{first.year:04d}"


def quarter_of(first: date | None, last: date | None) -> str:
    """The quarter that holds the whole range, else not stated."""
    if first is None or last is None:
        return UNSTATED
    quarters = {(day.year, (day.month + 2) // 3) for day in (first, last)}
    return "{:04d}-Q{}".format(*quarters.pop()) if len(quarters) == 1 else UNSTATED


def month_of(first: date | None, last: date | None) -> str:
    """The month that holds the whole range, else not stated."""
    if first is None or last is None or (first.year, first.month) != (last.year, last.month):
        return UNSTATED
    return f"{first.year:04d}-{first.month:02d}"


def age_band_of(least: int | None, most: int | None) -> str:
    """The band that holds the whole range of ages, else not stated."""
    for low, high in AGE_BANDS:
        if least is not None and least >= low and (high is None or (most is not None and most <= high)):
            return band_name(low, high)
    return UNSTATED


def band_name(low: int, high: int | None) -> str:
    """`12-17`, or `60+` for the open band."""
    return f"{low}+" if high is None else f"{low}-{high}"


def is_child(age_max: int | None) -> bool:
    """Surely below eighteen; an unknown age is no child's age."""
    return age_max is not None and age_max < CHILD_BELOW


def derived_characteristics(
    sex: str | None, age_min: int | None, age_max: int | None, said: Collection[str] = ()
) -> frozenset[str]:
    """What follows from sex and age and is therefore never typed in: woman, child, senior citizen.

    A woman is whoever is female and not known to be a child, nor called a minor by the source.
    """
    found = set()
    if is_child(age_max):
        found.add("child")
    elif sex == "female" and MINOR_AS_SAID not in said:
        found.add("woman")
    if age_min is not None and age_min >= SENIOR_FROM:
        found.add("senior_citizen")
    return frozenset(found)
