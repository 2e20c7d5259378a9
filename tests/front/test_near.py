"""Seen before? What the register is shown while a report is typed."""

import re
from datetime import timedelta

import pytest

from sanad.kit.ids import uuid7
from sanad.ledger.models import Deed
from sanad.vault.process import name_search
from sanad.vault.process.name_shelves import NameShelves
from sanad.violations.models import Event, Mention, Person, Report, Unfinished
from tests.front.conftest import DAY, event_of, faults
from tests.front.test_people import locked
from tests.vault_here import VAULT

pytestmark = pytest.mark.django_db


@pytest.fixture
def names_here(vault_in_test, monkeypatch, tmp_path, settings):
    """Names are read within the test's own transaction, so without a thread."""
    settings.SANAD_HOME = tmp_path
    monkeypatch.setattr("sanad.vault.process.name_shelves.EVERY", 0.0)
    monkeypatch.setattr(NameShelves, "_begin", NameShelves._make)
    name_search.shelves_of(VAULT).close()
    yield
    name_search.shelves_of(VAULT).close()


TYPED = {"place": "Peshawar", "happened": DAY.isoformat(), "victims-0-acts": "killing"}


def near(who, **said) -> str:
    answer = who.client.post("/entry/near/", {**TYPED, **{k.replace("__", "-"): v for k, v in said.items()}})
    assert answer.status_code == 200 and answer["Cache-Control"] == "no-store"
    return answer.content.decode()


def shown(page: str) -> list[str]:
    return re.findall(r'formaction="/events/([A-Z0-9-]+)/another/"', page)


def test_an_event_of_the_same_day_and_district_is_shown_with_its_reasons(recorder, recorded):
    event = event_of(recorder, recorded())
    page = near(recorder)
    assert shown(page) == [event.reference]
    assert re.search(r"Shown because:\s*same district, same day, Killing", page)
    day_after = near(recorder, happened=(DAY + timedelta(days=1)).isoformat())
    assert "1 day apart" in day_after


def test_what_is_far_is_not_shown_and_the_page_says_so(recorder, recorded):
    recorded()
    for said in ({"place": "Quetta"}, {"happened": (DAY - timedelta(days=30)).isoformat()}):
        page = near(recorder, **said)
        assert shown(page) == [] and "Nothing like it on record" in page


def test_foreign_and_withdrawn_records_are_never_hinted_at(recorder, recorded, reviewer, stranger):
    report = recorded()
    assert near(stranger) == near(stranger, place="Peshawar", happened=DAY.isoformat())
    assert shown(near(stranger)) == []
    reviewer.post(f"/reports/{report.reference}/withdraw/", why="Entered by mistake.")
    assert shown(near(recorder)) == []


def test_what_cannot_be_read_says_nothing(recorder, recorded):
    recorded()
    for said in (
        {"place": "x" * 5000, "happened": "sometime"},
        {"place": "\u202e", "happened": "99/99/2023"},
        {"place": "", "happened": ""},
    ):
        assert shown(near(recorder, **said)) == []
    assert recorder.get("/entry/near/").status_code == 405


def test_only_recorders_are_shown_anything(person, house, recorded):
    recorded()
    for role in ("analyst", "administrator"):
        assert person(role, house.kp).post("/entry/near/", **TYPED).status_code == 404


def test_a_like_name_is_a_reason_and_is_not_opened(recorder, recorded, names_here):
    report = recorded()
    recorded(**{"victims-0-name": "Bashir Masih"}, happened=(DAY - timedelta(days=300)).isoformat())
    weeks_before = (DAY - timedelta(days=20)).isoformat()
    page = near(recorder, victims__0__name="گل بی بی", happened=weeks_before)
    assert shown(page) == [event_of(recorder, report).reference]
    assert "a like name" in page and f"/reports/{report.reference}/names/" in page
    assert "Gul Bibi" not in page and "گل بی بی" not in page
    elsewhere = near(recorder, victims__0__name="Gul Bibi", place="Lahore", happened="2019")
    assert shown(elsewhere) == []


def test_the_vault_is_asked_once_for_a_name(recorder, recorded, names_here):
    recorded()
    page = near(recorder, victims__0__name="Gul Bibi")
    kept = re.search(r'name="alike" value="([^"]+)"', page)[1]
    again = near(recorder, victims__0__name="Gul Bibi", alike=kept)
    assert "a like name" in again
    assert Deed.objects.filter(action="names.compared").count() == 1
    near(recorder, victims__0__name="Gul Bibi", alike=kept[:-2] + "xx")
    assert Deed.objects.filter(action="names.compared").count() == 2


def test_what_was_signed_for_one_is_nothing_for_another(recorder, recorded, person, house, names_here):
    recorded()
    kept = re.search(r'name="alike" value="([^"]+)"', near(recorder, victims__0__name="Gul Bibi"))[1]
    near(person("recorder", house.kp), victims__0__name="Gul Bibi", alike=kept)
    assert Deed.objects.filter(action="names.compared").count() == 2


@pytest.mark.parametrize("name", ["G", "g" * 300, "ਗੁਰਦੇਵ", "\u202eGul\u202c", "  ", "گ"])
def test_odd_names_do_no_harm(recorder, recorded, names_here, name):
    event = event_of(recorder, recorded())
    assert shown(near(recorder, victims__0__name=name)) == [event.reference]


def test_over_its_quota_the_rest_is_shown_still(recorder, recorded, names_here, settings):
    settings.COMPARED_A_DAY = 1
    event = event_of(recorder, recorded())
    near(recorder, victims__0__name="Bashir Masih")
    page = near(recorder, victims__0__name="Gul Bibi")
    assert shown(page) == [event.reference] and "no longer compared today" in page


def test_another_account_begins_with_what_was_typed(recorder, recorded, form):
    event = event_of(recorder, recorded())
    typed = {**form(summary="Shot at home, says the brother."), "do": "begin"}
    page = recorder.client.post(f"/events/{event.reference}/another/", typed).content.decode()
    assert "Shot at home, says the brother." in page
    assert 'name="known-0-same_acts"' in page and " checked" not in re.findall(r"<input[^>]*known-0[^>]*>", page)[0]


def test_words_for_a_day_are_read_against_the_paper(recorder, recorded):
    event = event_of(recorder, recorded())
    the_day_after = (DAY + timedelta(days=1)).isoformat()
    assert shown(near(recorder, place="", happened="yesterday", dated=the_day_after)) == [event.reference]
    assert shown(near(recorder, place="", happened="yesterday", received_on="2019-05-05")) == []


def test_whoever_was_typed_is_said_to_be_somebody_of_the_event_or_somebody_else(recorder, recorded, form):
    event = event_of(recorder, recorded())
    where = f"/events/{event.reference}/another/"
    typed = {**form(summary="Shot at home, says the brother."), "do": "begin", f"why-{event.reference}": "same day"}
    page = recorder.client.post(where, typed).content.decode()
    assert 'value="ask" selected' in page and 'value="same day"' in page
    said = typed | {"do": "save", "why": "same day", "victims-0-same_as": "ask"}
    assert any("counted twice" in fault for fault in faults(recorder.client.post(where, said)))
    twice = said | {"victims-0-same_as": "1", "known-0-same_acts": ["killing"]}
    assert any("stands above already" in fault for fault in faults(recorder.client.post(where, twice)))
    assert recorder.client.post(where, said | {"victims-0-same_as": "1"}).status_code == 302
    with recorder.sees():
        now = Event.objects.get()
        assert (now.accounts, now.violations, Person.objects.count(), Mention.objects.count()) == (2, 1, 1, 2)


def test_the_same_entry_twice_is_left_and_the_paper_remembered(recorder, recorded, form, stranger):
    event = event_of(recorder, recorded())
    token = uuid7()
    typed = {**form(source="The News International"), "token": token.hex}
    recorder.client.post("/reports/new/keep/", typed)
    assert stranger.client.post("/reports/new/", typed | {"do": f"twice {event.reference}"}).status_code == 404
    answer = recorder.client.post("/reports/new/", typed | {"do": f"twice {event.reference}"}, follow=True)
    page = answer.content.decode()
    assert f"Not recorded again: {event.reference} has it" in page and 'value="The News International"' in page
    with recorder.sees():
        assert (Report.objects.count(), Unfinished.objects.count()) == (1, 0)


def test_while_the_vault_is_locked_events_are_shown_still(recorder, recorded, names_here, house):
    event = event_of(recorder, recorded())
    with locked(house.kp, house.peshawar, house.swat):
        page = near(recorder, victims__0__name="Gul Bibi")
    assert shown(page) == [event.reference] and "locked" in page
