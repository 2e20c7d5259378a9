"""The search: one field, groups of what was found, facets, searches that are kept."""

import re

import pytest

from sanad.accounts.permissions import Permission
from sanad.accounts.roles import ALLOWED
from sanad.codes import queries as codes
from sanad.commitments.actions import record_recommendation
from sanad.gatherings.actions import plan_gathering
from sanad.ledger.models import Deed
from sanad.search.actions import tend
from sanad.search.models import SavedSearch
from sanad.vault.process import name_search
from sanad.vault.process.name_shelves import NameShelves
from sanad.violations.actions import InterventionDraft, record_intervention
from tests.front.conftest import event_of, faults
from tests.front.test_people import locked
from tests.gatherings.conftest import plan
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


def search(who, said, do="search", **facets) -> str:
    answer = who.post("/search/", said=said, do=do, **facets)
    assert answer.status_code == 200 and answer["Cache-Control"] == "no-store"
    return answer.content.decode()


def references(page: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r'/events/([A-Z0-9-]+)/"', page)))


def pressed(page: str) -> list[str]:
    """What the buttons of facets send."""
    return re.findall(r'value="((?:set|drop) [^"]+)"', page)


def test_records_are_found_with_their_facets(recorder, recorded):
    event = event_of(recorder, recorded(summary="Canal dispute over water."))
    other = event_of(recorder, recorded(summary="Canal dispute over land.", place="Swat"))
    page = search(recorder, "canal")
    assert set(references(page)) == {event.reference, other.reference}
    assert "2 reports" in page and "2 events" in page
    assert sum(one.startswith("set district=") for one in pressed(page)) == 0
    narrowed = search(recorder, "canal", do="set province=PK-KP")
    assert {one.split("=")[0] for one in pressed(narrowed)} >= {"set district", "drop province"}
    district = next(one for one in pressed(narrowed) if one.startswith("set district="))
    assert len(references(search(recorder, "canal", do=district, province="PK-KP"))) == 1


def test_what_is_typed_stands_in_no_address(recorder, recorded):
    recorded(summary="Canal dispute.")
    page = search(recorder, "canal")
    assert "canal" not in " ".join(re.findall(r'(?:href|action)="([^"]*)"', page)).lower()
    assert recorder.get("/search/?said=canal").content.decode().count("Canal dispute") == 0


def test_a_reference_leads_straight_to_its_event(recorder, recorded, stranger):
    report = recorded()
    assert references(search(recorder, report.reference.lower())) == [event_of(recorder, report).reference]
    assert references(search(stranger, report.reference)) == []


def test_another_province_learns_nothing(recorder, recorded, stranger):
    recorded(summary="Tinsmith taken from his stall.")
    tend()
    absent = search(stranger, "orchard")
    for said in ("tinsmith", "tinsmeth"):
        hidden = re.compile(r'csrfmiddlewaretoken" value="[^"]+"|value="(?:tinsmith|tinsmeth|orchard)"')
        assert hidden.sub("", search(stranger, said)) == hidden.sub("", absent)


def test_places_institutions_codes_and_papers_have_their_groups(recorder, recorded):
    recorded(document_title="Canal water stopped in Badaber")
    page = search(recorder, "badaber")
    assert "Canal water stopped in Badaber" in page and '<h2 id="papers">' in page
    assert re.search(r"district=PK\d+", search(recorder, "peshawar"))
    assert "Dawn" in search(recorder, "dawn")
    assert "?act=killing" in search(recorder, "قتل")


def test_what_was_asked_and_what_was_held_is_found_by_whoever_reads_it(
    recorder, reviewer, recorded, person, house, vault_in_test
):
    event = event_of(recorder, recorded())
    with reviewer.sees():
        kind = codes.code("asker_kind", "upr").pk
        said = {"kind_id": kind, "asked_by": "Spain", "words": "Abolish bonded labour at kilns", "source": "upr-2012"}
        asked = record_recommendation(said, by=reviewer.reader)
    with recorder.sees():
        held = plan_gathering(plan(title_ur="بھٹہ مزدوروں پر مشاورت"), by=recorder.reader)
        letter = InterventionDraft(codes.code("intervention", "letter").pk, text="Letter on bonded labour to the court")
        record_intervention(event, letter, by=recorder.reader)
    assert f"/events/{event.reference}/#done" in search(recorder, "labour court")
    address = f"/commitments/recommendations/{asked.pk}/"
    assert address in search(reviewer, "labour bonded") and address not in search(reviewer, "labour school")
    assert f"/gatherings/{held.reference}/" in search(reviewer, "مشاورت")
    other = person("reviewer", house.sindh)
    assert "#done" not in search(other, "labour court") and address not in search(other, "labour bonded")
    assert held.reference not in search(other, "مشاورت")


def test_people_are_searched_when_they_are_asked_for(recorder, recorded, names_here):
    event = event_of(recorder, recorded(summary="Canal dispute."))
    page = search(recorder, "Gul Bibi")
    assert references(page) == [] and "Search the sealed names too" in page
    assert not Deed.objects.filter(action="names.searched").exists()
    found = search(recorder, "گل بی بی", do="people")
    assert references(found) == [event.reference] and "Open names" in found
    assert "Gul Bibi" not in found
    assert Deed.objects.filter(action="names.searched").count() == 1


def test_while_the_vault_is_locked_the_rest_is_found_and_it_is_said(recorder, recorded, names_here, house):
    event = event_of(recorder, recorded(summary="Canal dispute."))
    with locked(house.kp, house.peshawar, house.swat):
        page = search(recorder, "canal", do="people")
    assert references(page) == [event.reference]
    assert "locked" in " ".join(faults_of(page))


def faults_of(page: str) -> list[str]:
    box = re.search(r'<div class="errors".*?</div>', page, re.DOTALL)
    return re.findall(r"<li>(.*?)</li>", box[0], re.DOTALL) if box else []


def test_a_search_is_kept_and_says_what_is_new(recorder, recorded, person, house):
    recorded(summary="Canal dispute.")
    assert recorder.post("/search/", said="canal", do="save", province="PK-KP").status_code == 302
    with recorder.sees():
        kept = SavedSearch.objects.get()
    assert "nothing new" in recorder.get("/search/").content.decode()
    recorded(summary="Canal fire.")
    assert "1 new" in recorder.get("/search/").content.decode()
    assert "Canal fire" in recorder.get(f"/search/{kept.pk}/").content.decode()
    assert "nothing new" in recorder.get("/search/").content.decode()
    colleague = person("recorder", house.kp)
    assert colleague.get(f"/search/{kept.pk}/").status_code == 404
    assert colleague.post(f"/search/{kept.pk}/let-go/").status_code == 404
    assert recorder.post(f"/search/{kept.pk}/let-go/").status_code == 302
    with recorder.sees():
        assert not SavedSearch.objects.exists()


@pytest.mark.parametrize("said", ["Gul Bibi", "17301-1234567-1", "canal 0300-1234567"])
def test_a_name_or_a_number_is_not_kept(recorder, recorded, said):
    recorded(summary="Canal dispute.")
    answer = recorder.post("/search/", said=said, do="save")
    assert answer.status_code == 200 and faults(answer)
    with recorder.sees():
        assert not SavedSearch.objects.exists()


@pytest.mark.parametrize(
    "facets",
    [
        {"province": "PK-XX", "district": "nowhere", "year": "99999", "act": "nothing", "state": "odd"},
        {"office": "x" * 80, "year": "-1", "before": "yesterday"},
        {"do": "set nothing=1"},
        {"do": "older", "before": "2026-99-99 not-a-row"},
    ],
)
def test_facets_that_cannot_be_read_do_no_harm(recorder, recorded, facets):
    recorded(summary="Canal dispute.")
    assert recorder.post("/search/", **{"said": "canal", "do": "search", **facets}).status_code == 200


@pytest.mark.parametrize("said", ["", "x", "ਗ", "\u202e", "a" * 300, "%", "'--"])
def test_odd_texts_are_answered(recorder, recorded, said):
    recorded(summary="Canal dispute.")
    page = recorder.post("/search/", said=said, do="search")
    assert page.status_code == 200 and references(page.content.decode()) == []


def test_a_text_that_is_too_long_is_refused(recorder):
    answer = recorder.post("/search/", said="canal " * 100, do="people")
    assert answer.status_code == 200 and faults(answer)


def test_who_reads_no_reports_finds_what_is_open_to_all(person, house, recorded):
    recorded(summary="Canal dispute in Peshawar.")
    administrator = person("administrator", house.kp)
    assert Permission.REPORT_READ not in ALLOWED["administrator"]
    page = search(administrator, "peshawar")
    assert "<h2>Places</h2>" in page and "Canal" not in page
