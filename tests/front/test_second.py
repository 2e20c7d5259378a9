"""Pages for what takes two persons, from asking to looking at it afterwards."""

import pytest

from sanad.accounts.models import Approval, Notice
from sanad.violations import queries

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(person, house):
    """Who asks, who decides, and who keeps the record."""
    return {
        "reviewer": person("reviewer", house.kp),
        "head": person("head", house.kp),
        "keeper": person("head", house.sindh),
    }


@pytest.fixture
def sindh_report(recorded, stranger):
    return recorded(by=stranger)


def ask(client, reference):
    return client.post("/emergency/", reference=reference, why="A life depends on it")


def test_an_emergency_from_asking_to_the_remark_of_the_keeper(people, sindh_report):
    reviewer, head, keeper = people.values()
    page = f"/reports/{sindh_report.reference}/"
    assert reviewer.get(page).status_code == 404
    assert ask(reviewer, sindh_report.reference).status_code == 302
    assert "waits" in reviewer.get("/second/").content.decode()
    with head.sees():
        asked = Approval.objects.get()
    assert "1 request waits for you" in head.get("/").content.decode()
    assert "A life depends on it" in head.get("/second/").content.decode()
    assert reviewer.post(f"/second/{asked.pk}/decide/", decision="approve").status_code == 404
    assert keeper.post(f"/second/{asked.pk}/decide/", decision="approve").status_code == 404
    assert head.post(f"/second/{asked.pk}/decide/", decision="approve").status_code == 302
    opened = reviewer.get(page)
    assert opened.status_code == 200 and "Open sealed values" not in opened.content.decode()
    assert reviewer.get(f"/events/{sindh_report.reference}/").status_code == 200
    assert reviewer.get(f"{page}names/").status_code == 404
    assert head.get(page).status_code == 404
    assert "was opened in an emergency" in keeper.get("/").content.decode()
    with keeper.sees():
        notice = Notice.objects.get()
    assert keeper.post(f"/notices/{notice.pk}/seen/").status_code == 302
    assert head.post(f"/notices/{notice.pk}/seen/").status_code == 404
    assert keeper.post(f"/second/{asked.pk}/review/", remark="It was one.").status_code == 302
    assert "Emergencies to look at" not in keeper.get("/second/").content.decode()


def test_asking_tells_nothing_about_what_is_there(people, sindh_report):
    answers = [ask(people["reviewer"], ref) for ref in (sindh_report.reference, "KP-2026-9JT7ZE6N3T")]
    assert len({(answer.status_code, answer["Location"], answer.content) for answer in answers}) == 1


def test_custody_is_offered_and_declined(people, house, sindh_report):
    keeper, head = people["keeper"], people["head"]
    page = f"/reports/{sindh_report.reference}/transfer/"
    assert head.get(page).status_code == 404
    assert keeper.get(page).status_code == 200
    assert keeper.post(page, to=house.kp.pk, why="It happened in KP").status_code == 302
    waiting = head.get("/second/").content.decode()
    assert sindh_report.reference in waiting and "It happened in KP" in waiting
    with head.sees():
        asked = Approval.objects.get()
    assert head.post(f"/second/{asked.pk}/decide/", decision="refuse").status_code == 302
    with keeper.sees():
        assert queries.reports_visible_to(keeper.reader).get() == sindh_report
