"""Papers ticked as read, also where nothing was found."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sanad.institutions.models import Institution
from sanad.ledger.models import Deed
from sanad.violations.models import CoverageDay
from tests.front.conftest import typed

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate()
YESTERDAY = TODAY - timedelta(days=1)


def box(slug, day) -> str:
    return f"{Institution.objects.get(slug=slug).pk}:{day.isoformat()}"


def tick(who, *boxes, query="?paper=Dawn"):
    return who.client.post(f"/coverage/{query}", {"read": boxes})


def days(who) -> set:
    with who.sees():
        return set(CoverageDay.objects.values_list("institution__slug", "day", "found"))


def test_a_paper_is_ticked_also_where_nothing_was_found(recorder):
    assert tick(recorder, box("dawn", TODAY), box("dawn", YESTERDAY)).status_code == 302
    assert days(recorder) == {("dawn", TODAY, 0), ("dawn", YESTERDAY, 0)}
    page = recorder.get("/coverage/").content.decode()
    assert page.count(" checked") == 2 and "nothing found" in page
    assert Deed.objects.filter(action="coverage.marked").count() == 1


def test_what_was_found_is_counted(recorder):
    for n in range(2):
        said = typed(dated=TODAY.isoformat(), received_on=TODAY.isoformat(), token=f"{n:032}")
        assert recorder.client.post("/reports/new/", said).status_code == 302
    tick(recorder, box("dawn", TODAY))
    assert days(recorder) == {("dawn", TODAY, 2)}
    assert "2 reports" in recorder.get("/coverage/").content.decode()


def test_a_tick_can_be_taken_back_and_the_other_weeks_stay(recorder):
    old = TODAY - timedelta(days=30)
    tick(recorder, box("dawn", old), query=f"?paper=Dawn&until={old.isoformat()}")
    tick(recorder, box("dawn", TODAY))
    tick(recorder)
    assert days(recorder) == {("dawn", old, 0)}


def test_a_box_that_is_not_on_the_page_is_no_tick(recorder):
    tomorrow = TODAY + timedelta(days=1)
    tick(recorder, box("dawn", tomorrow), "nonsense", "1:x", box("supreme_court_of_pakistan", TODAY))
    assert days(recorder) == set()


def test_offices_tick_apart(recorder, stranger):
    tick(recorder, box("dawn", TODAY))
    assert days(stranger) == set()
    tick(stranger, box("dawn", TODAY))
    assert days(stranger) == {("dawn", TODAY, 0)}


def test_a_week_in_the_future_is_refused(recorder):
    answer = recorder.get("/coverage/", until=(TODAY + timedelta(days=9)).isoformat())
    assert "lies in the future" in answer.content.decode()


def test_who_does_not_record_ticks_nothing(reviewer):
    assert reviewer.get("/coverage/").status_code == 404
