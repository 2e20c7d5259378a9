"""The pages of a person: answers and safeguards without script, and what others then do not see."""

import pytest

from sanad.accounts.models import SharingRule
from sanad.violations.models import Consent, Mention, Safeguard
from tests.front.conftest import faults

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault_in_test")]
WHY = "to see who it is"


@pytest.fixture
def report(recorded):
    return recorded(victims__0__described="a teacher", narrative="Gul Bibi was shot by Sher Khan.")


@pytest.fixture
def address(recorder, report):
    with recorder.sees():
        root = Mention.objects.get(report=report, role="victim").root
    return f"/reports/{report.reference}/people/{root}/"


@pytest.fixture
def ministry(person, house):
    SharingRule.objects.create(giver=house.kp, receiver=house.ministry, gives="sealed", why="L", since="2024-01-01")
    return person("reviewer", house.ministry)


def names_of(who, report) -> str:
    return who.post(f"/reports/{report.reference}/names/", why=WHY).content.decode()


def test_a_report_says_what_its_people_agreed_to(recorder, report, address):
    page = recorder.get(f"/reports/{report.reference}/").content.decode()
    assert address in page and "a published source" in page and "not asked" in page


def test_answers_are_written_down_and_the_earlier_ones_stay(recorder, address):
    answer = recorder.post(address, do="answers", cso="refused", given_by="self", asked_on="2026-01-05")
    assert answer.status_code == 302, faults(answer)
    recorder.post(address, do="answers", cso="given", ministry="given", given_by="relative")
    page = recorder.get(address).content.decode()
    assert "a relative" in page and page.count("civil-society organisations") >= 3
    with recorder.sees():
        assert list(Consent.objects.order_by("id").values_list("use", "answer", "given_by")) == [
            ("cso", "refused", "self"),
            ("ministry", "given", "relative"),
            ("cso", "given", "relative"),
        ]


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"cso": "given"},
        {"cso": "given", "given_by": "self", "asked_on": "2999-01-01"},
        {"cso": "given", "given_by": "self", "asked_on": "2026-02"},
        {"cso": "given", "given_by": "self", "asked_on": "2026-01-05", "until": "2026-01-04"},
        {"cso": "perhaps", "given_by": "self"},
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(recorder, address, said):
    assert faults(recorder.post(address, do="answers", **said))
    with recorder.sees():
        assert not Consent.objects.exists()


def test_a_way_to_reach_a_person_is_opened_for_a_reason(recorder, address):
    said = {"do": "safeguard", "basis": "", "risk": "high", "contact": "only by her sister", "review_on": "2026-06-01"}
    assert recorder.post(address, **said).status_code == 302
    page = recorder.get(address).content.decode()
    assert "her sister" not in page and "Risk: high" in page
    assert faults(recorder.post(f"{address}contact/", why=""))
    assert "only by her sister" in recorder.post(f"{address}contact/", why=WHY).content.decode()
    with recorder.sees():
        assert Safeguard.objects.get().contact


def test_whoever_does_not_keep_the_report_has_no_such_page(person, house, report, address, ministry):
    for other in (ministry, person("recorder", house.sindh), person("analyst", house.kp)):
        assert other.get(address).status_code == 404
        assert other.post(address, do="answers", cso="given", given_by="self").status_code == 404


def test_a_person_of_another_report_is_not_there(recorder, recorded, report, address):
    other = recorded(summary="Another case.")
    assert recorder.get(address.replace(report.reference, other.reference)).status_code == 404


def test_names_stay_closed_to_the_ministry_once_the_person_refuses(recorder, report, address, ministry):
    assert "Gul Bibi" in names_of(ministry, report)
    recorder.post(address, do="answers", ministry="refused", given_by="self")
    page = names_of(ministry, report)
    assert "Gul Bibi" not in page
    assert "was shot by" not in page  # the full text speaks of her
    assert "Gul Bibi" in names_of(recorder, report)


def test_whoever_is_not_to_be_recorded_is_blank_to_others(recorder, report, address, ministry):
    places = ("/events/", "/reports/", f"/reports/{report.reference}/", f"/events/{report.account.event.reference}/")
    for place in places:
        assert "shot dead at her home" in ministry.get(place).content.decode()
    recorder.post(address, do="answers", record="withdrawn", given_by="guardian")
    for place in places:
        page = ministry.get(place).content.decode()
        assert "shot dead at her home" not in page and "a teacher" not in page and "Gul Bibi" not in page
        assert "shot dead at her home" in recorder.get(place).content.decode()
    assert "Withheld at the person’s wish" in ministry.get(places[2]).content.decode()


def test_the_entry_form_writes_what_everybody_answered(recorder, recorded, house):
    report = recorded(
        source="", source_kind="complainant", asked__answered="given", asked__uses=["record", "statistics", "cso"],
        asked__given_by="relative", asked__risk="raised", asked__contact="after dark", informant_name="Haji Karim",
    )  # fmt: skip
    with recorder.sees():
        said = Consent.objects.filter(report=report)
        assert said.count() == 12 and Safeguard.objects.filter(report=report, risk="raised").count() == 2
        assert set(said.filter(answer="given").values_list("use", flat=True)) == {"record", "statistics", "cso"}
        assert set(said.filter(answer="refused").values_list("use", flat=True)) == {"ministry", "publish", "court"}


def test_the_entry_form_left_alone_writes_nothing(recorder, report):
    with recorder.sees():
        assert not Consent.objects.exists() and not Safeguard.objects.exists()


def test_the_entry_form_asks_who_answered_and_keeps_nothing(recorder, form):
    answer = recorder.client.post("/reports/new/", form(asked__answered="given"))
    assert answer.status_code == 200 and "Say who answered" in faults(answer)[0]
    answer = recorder.client.post("/reports/new/", form(do="add victims", asked__risk="high"))
    assert 'value="high" selected' in answer.content.decode()
