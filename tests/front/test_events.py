"""The page of an event and what a reviewer does on it."""

import re

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from sanad.violations.models import Event, Judgement, Person, Report
from tests.front.conftest import event_of, faults, typed

pytestmark = pytest.mark.django_db

REASON = "Two witnesses and the FIR agree."


def judge(who, event, verdict="verified", **said):
    with who.sees():
        violations = [str(pk) for pk in event.found.values_list("pk", flat=True)]
    fields = {"verdict": verdict, "standard": "clear_and_convincing", "why": REASON, "violations": violations}
    return who.client.post(f"/events/{event.reference}/judge/", fields | said)


@pytest.fixture
def event(recorder, recorded):
    return event_of(recorder, recorded())


def test_an_event_that_nobody_judged_says_so(recorder, event):
    page = recorder.get(f"/events/{event.reference}/").content.decode()
    assert "Not verified" in page
    assert "Female, 30 years" in page
    assert "Killing" in page and "Firearm" in page and "Husband" in page and "Dawn" in page


def test_a_verdict_moves_the_state_and_is_said_as_a_sentence(reviewer, event):
    assert judge(reviewer, event).status_code == 302
    page = reviewer.get(f"/events/{event.reference}/").content.decode()
    assert "Not verified" not in page
    assert re.search(r"Reviewer[^<]* verified: Killing \([^<]*\) \(Clear and convincing\): <q", page)
    assert REASON in page
    with reviewer.sees():
        assert Event.objects.get().state == "verified"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"standard": ""}, "Say which standard of proof is met"),
        ({"standard": "not_met"}, "Say which standard of proof is met"),
        ({"why": " "}, "required"),
        ({"verdict": ""}, "required"),
        ({"violations": []}, "Tick at least one"),
    ],
)
def test_a_verdict_needs_its_standard_and_its_reason(reviewer, event, said, words):
    answer = judge(reviewer, event, **said)
    assert any(words in fault for fault in faults(answer)), faults(answer)
    with reviewer.sees():
        assert not Judgement.objects.filter(kind="verification").exists()


def test_a_rejected_event_needs_no_standard(reviewer, event):
    assert judge(reviewer, event, "rejected", standard="").status_code == 302
    with reviewer.sees():
        assert Event.objects.get().state == "rejected"


def test_a_judgement_is_taken_back_and_both_stay(reviewer, event):
    judge(reviewer, event)
    with reviewer.sees():
        made = Judgement.objects.get(kind="verification")
    assert "What it decided holds no longer" in reviewer.get(f"/judgements/{made.pk}/undo/").content.decode()
    answer = reviewer.post(f"/judgements/{made.pk}/undo/", why="The witness withdrew.")
    assert answer.status_code == 302
    page = reviewer.get(f"/events/{event.reference}/").content.decode()
    assert "Taken back by" in page and "The witness withdrew." in page
    with reviewer.sees():
        assert Event.objects.get().state == "new"


def test_a_verdict_on_several_violations_is_one_deed_and_taken_back_as_one(recorder, reviewer, recorded):
    report = recorded(victims__count="2", victims__1__kind="individual", victims__1__acts=["wounding"])
    event = event_of(recorder, report)
    judge(reviewer, event)
    page = reviewer.get(f"/events/{event.reference}/").content.decode()
    assert page.count(REASON) == 1
    with reviewer.sees():
        made = Judgement.objects.filter(kind="verification").first()
    reviewer.post(f"/judgements/{made.pk}/undo/", why="Wrong event.")
    with reviewer.sees():
        assert Event.objects.get().state == "new"


def test_some_violations_can_be_judged_alone(recorder, reviewer, recorded):
    report = recorded(victims__count="2", victims__1__kind="individual", victims__1__acts=["wounding"])
    event = event_of(recorder, report)
    with reviewer.sees():
        one = event.found.order_by("pk").first()
    judge(reviewer, event, violations=[str(one.pk)])
    with reviewer.sees():
        assert Event.objects.get().state == "mixed"
    assert "judged in part" in reviewer.get("/events/").content.decode()


def test_an_attribution_is_judged_apart_from_the_violation(reviewer, event):
    page = reviewer.get(f"/events/{event.reference}/").content.decode()
    address = page.split("?attribution=")[1].split('"')[0]
    answer = reviewer.client.post(
        f"/events/{event.reference}/judge/?attribution={address}", {"verdict": "rejected", "why": "An alibi."}
    )
    assert answer.status_code == 302
    with reviewer.sees():
        violation = Event.objects.get().found.get()
        assert (violation.state, violation.perpetrator_types) == ("new", [])
    assert " rejected: " in reviewer.get(f"/events/{event.reference}/").content.decode()


@pytest.mark.parametrize("attribution", ["nonsense", "0197a000-0000-7000-8000-000000000000"])
def test_an_attribution_that_is_not_there_is_not_found(reviewer, event, attribution):
    assert reviewer.get(f"/events/{event.reference}/judge/?attribution={attribution}").status_code == 404


def test_a_recorder_judges_nothing(recorder, event):
    assert 'id="judge"' not in recorder.get(f"/events/{event.reference}/").content.decode()
    assert judge(recorder, event).status_code == 404


@pytest.mark.parametrize("role", ["recorder", "reviewer", "analyst", "cso"])
def test_another_province_finds_nothing(person, house, event, role):
    other = person(role, house.sindh)
    for address in ("", "judge/", "another/"):
        assert other.get(f"/events/{event.reference}/{address}").status_code == 404
    assert event.reference not in other.get("/events/").content.decode()


def test_a_district_office_is_seen_by_its_directorate_and_not_by_its_neighbour(person, house, reviewer, recorded):
    district = person("recorder", house.peshawar)
    report = recorded(by=district)
    assert reviewer.get(f"/events/{report.reference}/").status_code == 200
    assert person("reviewer", house.swat).get(f"/events/{report.reference}/").status_code == 404


def test_an_address_of_a_report_leads_to_its_event(recorder, event, ticks):
    recorder.client.post(f"/events/{event.reference}/another/", ticks())
    with recorder.sees():
        further = Report.objects.exclude(reference=event.reference).get()
    answer = recorder.get(f"/events/{further.reference}/")
    assert answer["Location"] == f"/events/{event.reference}/"


def test_an_unknown_event_is_not_found(recorder):
    assert recorder.get("/events/KP-2026-XXXXXXXXX/").status_code == 404


def test_figures_are_counted_anew_after_a_judgement(reviewer, event):
    judge(reviewer, event)
    assert ProcrastinateJob.objects.filter(task_name="figures.snapshot").exists()


def test_withdrawn_counts_nowhere_and_stays_readable(recorder, reviewer, event):
    address = f"/reports/{event.reference}/"
    assert "It stays readable" in reviewer.get(f"{address}withdraw/").content.decode()
    assert reviewer.post(f"{address}withdraw/", why="Entered twice.").status_code == 302
    assert "withdrawn: entered in error" in recorder.get(address).content.decode()
    assert "It is in no count" in recorder.get(f"/events/{event.reference}/").content.decode()
    with reviewer.sees():
        found = Event.objects.get()
        assert (found.withdrawn, found.violations, Person.objects.count()) == (True, 0, 0)
    assert reviewer.get(f"{address}withdraw/").status_code == 404


def test_a_recorder_withdraws_nothing(recorder, event):
    assert recorder.post(f"/reports/{event.reference}/withdraw/", why="x").status_code == 404
    assert typed()["summary"] in recorder.get(f"/events/{event.reference}/").content.decode()
