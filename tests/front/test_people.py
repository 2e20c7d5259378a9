"""Finding a person by a sealed name or number: references come out, names do not."""

import re
from contextlib import contextmanager
from dataclasses import replace
from datetime import date

import pytest

from sanad.accounts.models import Notice, Tie
from sanad.codes import queries as codes
from sanad.institutions.models import Institution
from sanad.ledger.models import Deed
from sanad.vault.process import name_search
from sanad.vault.process.keyring import file_of
from sanad.vault.process.name_shelves import NameShelves
from sanad.violations import actions
from sanad.violations.drafts import ActDraft, InvolvementDraft, MentionDraft, ReportDraft
from tests.front.conftest import event_of, faults
from tests.vault_here import VAULT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault_in_test")]

CNIC = "17301-1234567-1"


@pytest.fixture(autouse=True)
def no_names_of_other_tests(monkeypatch, tmp_path, settings):
    """Names are read within the test's own transaction, so without a thread."""
    settings.SANAD_HOME = tmp_path
    monkeypatch.setattr("sanad.vault.process.name_shelves.EVERY", 0.0)
    monkeypatch.setattr(NameShelves, "_begin", NameShelves._make)
    name_search.shelves_of(VAULT).close()
    yield
    name_search.shelves_of(VAULT).close()


def search(who, said) -> str:
    answer = who.post("/people/", said=said)
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    return answer.content.decode()


def references(page: str) -> list[str]:
    """The events that a page lists."""
    return list(dict.fromkeys(re.findall(r'/events/([A-Z0-9-]+)/"', page)))


def shown_names(page: str) -> bool:
    """Whether a name stands anywhere but in the field in which it was typed."""
    return "Gul Bibi" in re.sub(r"<input[^>]*>", "", page)


def test_a_person_is_found_by_a_name_like_theirs(recorder, recorded):
    report = recorded()
    recorded(**{"victims-0-name": "Bashir Masih"})
    event = event_of(recorder, report)
    for said in ("Gul Bibi", "gul", "Gull Bibbi", "گل بی بی"):
        page = search(recorder, said)
        assert references(page) == [event.reference]
        assert f"/reports/{report.reference}/names/" in page
        assert "Victim" in page and "30 years" in page
        assert not shown_names(page)


def test_a_person_is_found_by_cnic_and_phone(recorder, recorded):
    report = recorded(**{"victims-0-cnic": CNIC, "victims-0-phone": "0300-1234567"})
    event = event_of(recorder, report)
    for said in ("1730112345671", "۱۷۳۰۱-۱۲۳۴۵۶۷-۱", "+92 300 1234567"):
        page = search(recorder, said)
        assert references(page) == [event.reference]
        assert "With exactly this number" in page
    assert "Nobody found" in search(recorder, "17301-1234567-2")


def test_a_complainant_is_found_too(recorder, recorded):
    report = recorded(informant_name="Zarina Khatoon", informant_phone="0321 7654321")
    event = event_of(recorder, report)
    for said in ("Zarina", "03217654321"):
        page = search(recorder, said)
        assert references(page) == [event.reference] and "Complainant or witness" in page


def test_another_province_finds_nothing(recorder, recorded, stranger):
    recorded(**{"victims-0-cnic": CNIC})
    for said in ("Gul Bibi", CNIC):
        page = search(stranger, said)
        assert references(page) == [] and "Nobody found" in page


def redraft(report, name="Gul Bibi") -> ReportDraft:
    """What a correction says of one woman who was killed."""
    return ReportDraft(
        source_kind=report.source_kind_id,
        received_on=report.received_on,
        summary="A woman was shot dead.",
        mentions=(MentionDraft("v1", sealed={"name": name, "cnic": CNIC}),),
        acts=(ActDraft("a1", "v1", codes.ids_by_slug("act")["killing"]),),
    )


def test_a_name_that_was_corrected_is_not_found(recorder, recorded):
    report = recorded()
    with recorder.sees():
        actions.correct_report(report, redraft(report, "Shazia"), by=recorder.reader, why="Another name.")
    assert references(search(recorder, "Gul Bibi")) == []
    assert len(references(search(recorder, "Shazia"))) == len(references(search(recorder, CNIC))) == 1


def test_searching_is_a_deed_that_says_nothing_of_what_was_typed(recorder, recorded):
    recorded()
    search(recorder, "Gul Bibi")
    deed = Deed.objects.get(action="names.searched")
    assert deed.actor == recorder.user.pk
    assert "Gul" not in str(vars(deed))


def test_who_may_not_open_names_has_no_such_page(person, house):
    analyst = person("analyst", house.kp)
    assert analyst.get("/people/").status_code in (403, 404)
    assert analyst.post("/people/", said="Gul Bibi").status_code in (403, 404)
    assert "/people/" not in analyst.get("/").content.decode()
    recorder = person("recorder", house.kp)
    assert "/people/" in recorder.get("/").content.decode()


def test_the_page_asks_before_it_searches(recorder, recorded):
    recorded()
    page = recorder.get("/people/", said="Gul Bibi").content.decode()
    assert references(page) == [] and not Deed.objects.filter(action="names.searched").exists()


@pytest.mark.parametrize("said", ["", "م", "a b", "\u202e\u202d", "12 34", "?!"])
def test_too_little_is_refused_in_a_sentence(recorder, said):
    answer = recorder.post("/people/", said=said)
    assert answer.status_code == 200 and faults(answer)
    assert not Deed.objects.filter(action="names.searched").exists()


@pytest.mark.parametrize(
    "said", ["ਗੁਰਮੁਖੀ ਨਾਮ", "x" * 300, "\u202eilubiG\u202c", "<script>alert(1)</script>", "' or 1=1 --", "\U0001f600 aa"]
)
def test_hostile_input_finds_nothing_and_harms_nothing(recorder, recorded, said):
    recorded()
    page = search(recorder, said)
    assert "Nobody found" in page and "<script>alert" not in page


def test_a_text_that_is_too_long_or_cannot_be_is_refused(recorder):
    for said in ("x" * 301, "gul\0bibi"):
        assert faults(recorder.post("/people/", said=said))


@contextmanager
def locked(*offices):
    """The private keys of these offices are away."""
    away = [(file := file_of(office.pk, 1), file.read_bytes()) for office in offices]
    for file, _content in away:
        file.unlink()
    try:
        yield
    finally:
        for file, content in away:
            file.write_bytes(content)


def test_a_locked_vault_is_said_in_a_sentence_and_numbers_are_found_still(recorder, recorded, house):
    recorded(**{"victims-0-cnic": CNIC})
    with locked(house.kp, house.peshawar, house.swat):
        answer = recorder.post("/people/", said="Gul Bibi")
        assert any("locked" in fault for fault in faults(answer))
        assert len(references(search(recorder, CNIC))) == 1


def test_what_is_locked_beside_others_is_said(recorder, recorded, house):
    recorded()
    with locked(house.swat):
        page = search(recorder, "Gul Bibi")
        assert "The vault of 1 office is locked" in page and len(references(page)) == 1


def test_the_quota_is_a_refusal_and_the_head_is_told(recorder, recorded, settings, house):
    settings.SEARCHES_A_DAY = 1
    recorded()
    search(recorder, "Gul")
    answer = recorder.post("/people/", said="Gul")
    assert "as often as one day allows (1)" in faults(answer)[0]
    assert references(answer.content.decode()) == []
    with recorder.sees():
        assert Notice.objects.filter(kind="over_budget", office=house.kp, about=str(recorder.user.pk)).exists()


def test_the_page_in_urdu(recorder, recorded):
    recorded()
    recorder.client.cookies["django_language"] = "ur"
    page = search(recorder, "گل")
    assert 'dir="rtl"' in page and len(references(page)) == 1


def test_what_is_shown_again_reads_as_it_was_searched(recorder, recorded):
    recorded()
    page = search(recorder, "\u202eGul\u200f Bibi\u202c")
    assert len(references(page)) == 1
    assert 'value="Gul Bibi"' in page


def test_whoever_is_tied_to_the_accused_finds_nothing(recorder, recorded, person, house):
    station = Institution.objects.create(slug="station_x", kind="police_station", name_en="Station X")
    report = recorded(**{"victims-0-cnic": CNIC})
    accused = replace(redraft(report), involvements=(InvolvementDraft("a1", institution=station.pk),))
    with recorder.sees():
        actions.correct_report(report, accused, by=recorder.reader, why="They name the station.")
    tied = person("reviewer", house.kp)
    Tie.objects.create(user=tied.user, institution=station, why="Served there", since=date(2020, 1, 1))
    for said in ("Gul Bibi", CNIC):
        assert len(references(search(recorder, said))) == 1
        assert references(search(tied, said)) == []
