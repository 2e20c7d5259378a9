"""Lists of events and reports, my desk."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sanad.codes import queries as codes
from sanad.violations import queries
from sanad.violations.models import Event
from tests.front.conftest import DAY

pytestmark = pytest.mark.django_db


@pytest.fixture
def three(recorded):
    """Three events: killed in Peshawar, wounded in Mardan a day earlier, threatened in Karachi two days earlier."""
    return [
        recorded(),
        recorded(
            summary="A man was wounded.",
            place="Mardan",
            victims__0__acts=["wounding"],
            happened=(DAY - timedelta(days=1)).isoformat(),
            source="Edhi Foundation",
            source_kind="ngo",
            add_source="on",
        ),
        recorded(
            summary="A man was threatened.",
            place="Karachi",
            victims__0__acts=["death_threats"],
            happened=(DAY - timedelta(days=2)).isoformat(),
        ),
    ]


def shown(who, address="/events/", **query) -> list[int]:
    """Which of the three stand on the page, in its order."""
    page = who.get(address, **query).content.decode()
    words = ("A woman was shot dead", "A man was wounded", "A man was threatened")
    found = [(page.index(text), n) for n, text in enumerate(words, 1) if text in page]
    return [n for _at, n in sorted(found)]


def test_events_stand_by_their_day_the_latest_first(recorder, three):
    assert shown(recorder) == [1, 2, 3]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"province": "PK-KP"}, [1, 2]),
        ({"province": "PK-SD"}, [3]),
        ({"act": "killing"}, [1]),
        ({"act": "threats"}, [3]),
        ({"source_kind": "ngo"}, [2]),
        ({"state": "new"}, [1, 2, 3]),
        ({"state": "verified"}, []),
        ({"first": DAY.isoformat()}, [1]),
        ({"last": (DAY - timedelta(days=2)).isoformat()}, [3]),
        ({"first": "nonsense"}, [1, 2, 3]),
        ({"act": "nonsense"}, [1, 2, 3]),
        ({"after": "nonsense"}, [1, 2, 3]),
    ],
)
def test_filters_are_addresses(recorder, three, query, expected):
    assert shown(recorder, **query) == expected


def test_a_district_is_a_filter(recorder, three):
    page = recorder.get("/events/").content.decode()
    code = page.split(">Mardan</option>")[0].split('value="')[-1].split('"')[0]
    assert shown(recorder, district=code) == [2]


def test_an_unreadable_date_says_so(recorder, three):
    assert "Write the date like" in recorder.get("/events/", first="nonsense").content.decode()


def test_a_filter_that_is_on_can_be_taken_away(recorder, three):
    page = recorder.get("/events/", province="PK-KP", state="new").content.decode()
    assert 'class="chip" href="?province=PK-KP"' in page
    assert "Khyber Pakhtunkhwa</bdi>" in page


def test_reports_are_listed_by_receipt_and_narrowed_to_mine(recorder, person, house, three):
    assert sorted(shown(recorder, "/reports/")) == [1, 2, 3]
    assert sorted(shown(recorder, "/reports/", mine="on")) == [1, 2, 3]
    assert shown(person("recorder", house.kp), "/reports/", mine="on") == []
    assert shown(recorder, "/reports/", source_kind="ngo") == [2]


def test_an_import_that_is_not_there_is_said_to_be_missing(recorder, three):
    assert "There is no import KP-2026-NOTHING" in recorder.get("/events/", batch="KP-2026-NOTHING").content.decode()


def test_pages_follow_each_other_without_gap_or_repeat(recorder, recorded, monkeypatch):
    for n in range(5):
        recorded(summary=f"Event number {n}.", happened=DAY.isoformat(), token=f"{n:032}")
    monkeypatch.setattr("sanad.web.keyset.page.__defaults__", (2,))
    seen, address = [], "/events/"
    while address:
        page = recorder.client.get(address).content.decode()
        seen += [n for n in range(5) if f"Event number {n}." in page]
        following = page.split('rel="next" href="')
        address = f"/events/{following[1].split(chr(34))[0]}" if len(following) > 1 else ""
    assert sorted(seen) == [0, 1, 2, 3, 4]


def test_another_office_sees_none_of_it(stranger, three):
    assert shown(stranger) == []
    assert shown(stranger, "/reports/") == []


@pytest.mark.parametrize(("address", "most"), [("/events/", 12), ("/reports/", 12), ("/", 12)])
def test_a_list_asks_a_fixed_number_of_questions(recorder, three, address, most):
    recorder.get(address)
    with CaptureQueriesContext(connection) as asked:
        recorder.get(address)
    read = [q["sql"][:160] for q in asked if q["sql"].startswith("SELECT")]  # the scope is set beside them
    assert len(read) <= most, "\n".join(read)


def plan(rows) -> str:
    with connection.cursor() as cursor:
        # Of a handful of rows, and with whatever statistics the table has: would an index serve at all?
        cursor.execute("set local enable_seqscan = off; set local enable_bitmapscan = off; set local enable_sort = off")
        sql, values = rows.query.sql_with_params()
        cursor.execute(f"explain {sql}", values)
        return "\n".join(line for (line,) in cursor.fetchall())


def test_the_list_reads_its_index_under_row_security(recorder, three):
    with recorder.sees():
        rows = queries.listed_events(recorder.reader, queries.Filter()).order_by(*queries.EVENT_ORDER)[:50]
        read = plan(rows)
    assert "Index Only Scan using event_by_day" in read and "Sort" not in read, read


def test_what_no_index_serves_is_read_from_the_list_itself(recorder, three):
    with recorder.sees():
        acts = codes.ids_under("act", ["killing"])
        narrowed = queries.Filter(acts=acts, source_kinds=codes.ids_under("source_kind", ["ngo"]))
        with queries.read_in_order():
            read = plan(queries.listed_events(recorder.reader, narrowed).order_by(*queries.EVENT_ORDER)[:50])
    assert "Index Only Scan using event_by_day" in read and "Sort" not in read, read


def test_reports_are_read_from_their_index_alone(recorder, three):
    with recorder.sees(), queries.read_in_order():
        rows = queries.listed_reports(recorder.reader, queries.Filter()).order_by(*queries.REPORT_ORDER)[:50]
        read = plan(rows)
    assert "Index Only Scan using report_received" in read and "Sort" not in read, read


@pytest.mark.parametrize("field", ["province", "district", "state"])
def test_what_has_an_index_is_read_from_it_alone_under_row_security(recorder, three, field):
    with recorder.sees(), queries.read_in_order():
        value = Event.objects.exclude(**{field: None}).values_list(field, flat=True)[0]
        narrowed = queries.Filter(acts=codes.ids_under("act", ["killing"]), **{field: value})
        read = plan(queries.listed_events(recorder.reader, narrowed).order_by(*queries.EVENT_ORDER)[:50])
    assert f"Index Only Scan using event_in_{field}" in read and "Sort" not in read, read


def test_what_was_withdrawn_is_read_from_the_index_of_states(recorder, three):
    with recorder.sees(), queries.read_in_order():
        narrowed = queries.Filter(state="withdrawn")
        read = plan(queries.listed_events(recorder.reader, narrowed).order_by(*queries.EVENT_ORDER)[:50])
    assert "Index Only Scan using event_in_state" in read and "Sort" not in read, read


# -- My desk --------------------------------------------------------------------------------------


def test_the_desk_of_a_recorder_begins_with_recording(recorder, three):
    page = recorder.get("/").content.decode()
    assert 'class="btn btn-primary" href="/reports/new/"' in page
    assert shown(recorder, "/") == [3, 2, 1]
    assert "New, to be reviewed" not in page


def test_the_desk_of_a_reviewer_shows_what_is_new(reviewer, three):
    page = reviewer.get("/").content.decode()
    assert "New, to be reviewed" in page and "Nothing is under review" in page
    assert shown(reviewer, "/") == [1, 2, 3]


def test_the_desk_of_an_administrator_shows_no_report(person, house, three):
    administrator = person("administrator", house.kp)
    page = administrator.get("/").content.decode()
    assert 'href="/users/"' in page
    assert shown(administrator, "/") == []
    assert administrator.get("/events/").status_code == 404


def test_an_empty_desk_says_what_will_stand_there(recorder):
    assert "What you record will stand here." in recorder.get("/").content.decode()
