"""Live indicators: bound to a saved table and a snapshot; they move when a violation is verified."""

from decimal import Decimal

import pytest
from django.urls import reverse

from sanad.accounts.models import Notice
from sanad.accounts.scope import scoped
from sanad.commitments import actions
from sanad.commitments.models import Indicator
from sanad.commitments.presenting.pack import content_of
from sanad.commitments.queries.lit import lit_indicators
from sanad.commitments.rules.lights import Light
from sanad.commitments.tasks import redraw_later, remind_later
from sanad.figures.actions import fresh_snapshot, put_away, save_table
from sanad.figures.models import SavedTable
from sanad.figures.rules.requests import read_request
from sanad.kit.refusals import OutOfOrder, Refused
from sanad.violations.actions import judge_event
from sanad.violations.models import Event
from tests.figures.conftest import draft, house, store

__all__ = ["house", "store"]
pytestmark = pytest.mark.django_db
SHARE = {
    "name": "Share of recorded killings that is verified",
    "kind": "outcome",
    "definition": "Verified killings among those recorded",
    "unit": "per cent",
    "source": "This site",
    "live": "share",
    "part": ["status=verified"],
    "baseline": Decimal(10),
    "baseline_year": 2024,
}


@pytest.fixture
def by(house, everything, store):
    """Somebody of the directorate who may do everything; six killings are recorded, none is verified."""
    store(everything, *(draft(str(number)) for number in range(6)))
    with scoped(everything):
        yield everything


@pytest.fixture
def table(by):
    fresh_snapshot(by=by)
    wanted = read_request("violations", ["year"], [], ["act=killing"])
    return save_table(wanted, "Killings", by=by)


@pytest.fixture
def share(by, table):
    return actions.define_indicator(SHARE | {"table": table.key}, {2026: Decimal(50)}, by=by)


def verify(by, number):
    for event in Event.objects.order_by("id")[:number]:
        judge_event(event, "verified", why="Two sources", by=by)


def read(share, by):
    fresh_snapshot(by=by)
    return actions.read_live(share, by=by)


def test_a_live_indicator_moves_when_a_violation_is_verified(by, share):
    first = read(share, by)
    assert (first.part, first.whole, first.value) == (0, 6, 0)
    assert lit_indicators(by)[0].light is Light.OFF_TARGET
    verify(by, 4)
    second = read(share, by)
    assert (second.part, second.whole) == (4, 6) and second.value == Decimal("66.6667")
    assert second.snapshot != first.snapshot and share.readings.count() == 2
    assert lit_indicators(by)[0].light is Light.ON_TRACK
    assert read(share, by) == second  # the same records, the same snapshot, no further reading


def test_a_reading_says_how_complete_it_is(by, share, store):
    store(by, draft("x", day=None), title="further")
    reading = read(share, by)
    assert reading.unstated == {"year": 1} and reading.days_read == 0


def test_a_count_stands_beside_coverage_and_has_no_light(by, table):
    said = SHARE | {"name": "Killings", "live": "count", "part": [], "upwards": False, "table": table.key}
    count = actions.define_indicator(said, {2026: Decimal(100)}, by=by)
    assert read(count, by).value == 6
    assert lit_indicators(by)[0].light is Light.NO_LIGHT


def test_a_share_that_falls_when_less_is_recorded_cannot_be_live(by, table):
    with pytest.raises(Refused):
        actions.define_indicator(SHARE | {"table": table.key, "upwards": False}, {}, by=by)
    with pytest.raises(Refused):
        actions.define_indicator(SHARE | {"table": table.key, "part": ["colour=red"]}, {}, by=by)
    with pytest.raises(OutOfOrder):
        actions.type_reading(
            actions.define_indicator(SHARE | {"table": table.key}, {}, by=by),
            Decimal(90),
            table.made_at.date(),
            "x",
            by=by,
        )


def test_an_indicator_whose_definition_was_withdrawn_keeps_its_readings_and_loses_its_light(by, table, share):
    verify(by, 6)
    read(share, by)
    assert lit_indicators(by)[0].light is Light.ON_TRACK
    put_away(table, by=by)
    lit = lit_indicators(by)[0]
    assert (lit.light, lit.withdrawn, lit.reading.part) == (Light.NO_LIGHT, True, 6)
    verify(by, 1)
    assert actions.read_live(share, by=by) is None
    with pytest.raises(OutOfOrder):
        actions.define_indicator(SHARE | {"table": table.key}, {}, by=by)


def test_a_newer_version_of_the_table_does_not_change_the_indicator(by, table, share):
    wider = read_request("violations", ["year"], [], [])
    save_table(wider, "Everything", by=by, replaces=SavedTable.objects.get(pk=table.pk))
    assert read(share, by).table_version == 1
    assert Indicator.objects.get().table_version == 1


def test_the_page_shows_value_query_and_completeness(by, share, client, user, offices):
    client.force_login(user("analyst", offices.kp))
    page = client.get(reverse("commitments:indicator", args=[share.pk])).text
    assert "0%" in page and "0 of 6 recorded" in page and "status=verified" in page and "paper-days" in page
    assert f"snapshot={share.readings.get().snapshot}" in page


def test_the_pack_holds_the_live_indicator_with_its_snapshot_and_chart(by, share):
    reading = read(share, by)
    content, charts = content_of(by)
    assert content["live"] == [[share.name, "0%", "off target", reading.snapshot]]
    assert "0 of 6 recorded." in content["live_notes"]
    assert [one["words"] for one in content["charts"]] == [f"{share.name} (per cent)"] and charts[0].startswith(
        b"\x89PNG"
    )


def test_the_job_reads_every_live_indicator_once_for_each_snapshot(by, share, offices):
    fresh_snapshot(by=by)
    assert redraw_later(0) == 1 and redraw_later(0) == 0
    reading = share.readings.get()
    assert (reading.custodian_id, reading.whole, reading.made_by) == (offices.kp.pk, 6, None)


def test_the_head_of_the_office_is_told_once_that_reports_are_missing(by, doing, offices):
    doing()
    assert remind_later(0) == 1 and remind_later(0) == 0
    with scoped(by):
        notice = Notice.objects.get(kind="reports_due")
    assert notice.office_id == offices.kp.pk
