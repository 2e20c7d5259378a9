"""Typing in a report by hand."""

import pytest

from tests.front.conftest import event_of, faults

pytestmark = pytest.mark.django_db


def test_the_form_opens(recorder):
    answer = recorder.get("/reports/new/")
    assert answer.status_code == 200
    assert b"victims-0-acts" in answer.content


def test_a_report_makes_its_event(recorder, recorded):
    event = event_of(recorder, recorded())
    assert (event.violations, event.state, event.accounts) == (1, "new", 1)
    page = recorder.get(f"/events/{event.reference}/")
    assert page.status_code == 200
    assert b"Gul Bibi" not in page.content
