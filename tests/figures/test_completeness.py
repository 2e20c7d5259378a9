"""What a table says of the papers that were read."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

import pytest
from django.utils import timezone

from sanad.accounts.scope import scoped
from sanad.figures.presenting.completeness import completeness_notes, period_of
from sanad.figures.rules.dimensions import Unit
from sanad.figures.rules.requests import CountRequest, Filter
from sanad.institutions.queries import institution
from sanad.violations.actions import mark_read


def asked(*where: Filter) -> CountRequest:
    return CountRequest(Unit.REPORTS, ("province",), (), where)


@pytest.mark.parametrize(
    ("where", "period"),
    [
        ((), None),
        ((Filter("province", ("PK-KP",)),), None),
        ((Filter("year", ("2024",)),), (date(2024, 1, 1), date(2024, 12, 31))),
        ((Filter("quarter", ("2024-Q4",)),), (date(2024, 10, 1), date(2024, 12, 31))),
        ((Filter("month", ("2024-02",)),), (date(2024, 2, 1), date(2024, 2, 29))),
        ((Filter("year", ("2021..2023",)),), (date(2021, 1, 1), date(2023, 12, 31))),
        ((Filter("year", ("2021..",)),), None),
        ((Filter("verified_year", ("2024",)),), None),
        ((Filter("year", ("2024",)), Filter("month", ("2024-03",))), (date(2024, 3, 1), date(2024, 3, 31))),
    ],
)
def test_the_time_of_a_question(where, period):
    assert period_of(asked(*where)) == period


@dataclass
class Frozen:
    """Of a snapshot, whose it is and when it was made."""

    reader: object
    made_at: datetime


@pytest.mark.django_db
def test_papers_and_days_are_named_as_they_were_ticked_then(reader, offices, reference_data):
    recorder, stranger = reader("recorder", offices.kp), reader("recorder", offices.sindh)
    dawn, day = institution("dawn").pk, timezone.localdate() - timedelta(days=3)
    before = timezone.now()
    with scoped(recorder):
        mark_read(
            {(dawn, day), (dawn, day + timedelta(days=1))},
            among=[dawn],
            first=day,
            last=day + timedelta(days=2),
            by=recorder,
        )
        note = completeness_notes(Frozen(recorder, timezone.now()), asked())[0]
        assert "of 4 days: Dawn 2" in note
        assert "is not known" in completeness_notes(Frozen(recorder, before), asked())[0]
        assert (
            "was ticked as read"
            in completeness_notes(Frozen(recorder, timezone.now()), asked(Filter("year", ("2020",))))[0]
        )
    with scoped(stranger):
        assert "is not known" in completeness_notes(Frozen(stranger, timezone.now()), asked())[0]
