"""Erasing a person on its pages: one asks, another agrees; then the texts that are left are read and redacted."""

import pytest

from sanad.vault.models import Sealed
from sanad.violations.models import Mention
from tests.front.conftest import faults

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault_in_test")]
WHY = "She asks for it in her letter."
DO = {"do": "erase", "facts": "keep", "wordings": "redact", "sure": "on"}


@pytest.fixture
def head(person, house):
    return person("head", house.kp)


@pytest.fixture
def report(recorded):
    return recorded(narrative="Gul Bibi was shot by Sher Khan.")


@pytest.fixture
def address(recorder, report):
    with recorder.sees():
        root = Mention.objects.get(report=report, role="victim").root
    return f"/reports/{report.reference}/people/{root}/erase/"


def test_one_asks_and_another_agrees(recorder, reviewer, head, address):
    assert recorder.get(address).status_code == 404
    assert faults(reviewer.post(address, do="ask", why=""))
    assert reviewer.post(address, do="ask", why=WHY).status_code == 302
    assert "It waits for somebody else" in reviewer.get(address).content.decode()
    reviewer.post(address, **DO)
    with reviewer.sees():
        assert Sealed.objects.filter(of="mention").count() == 1
    assert address in head.get("/second/").content.decode()
    page = head.get(address).content.decode()
    assert WHY in page and "Agree and erase" in page
    assert faults(head.post(address, **{**DO, "sure": ""}))
    assert head.post(address, **DO).status_code == 302
    with reviewer.sees():
        assert not Sealed.objects.filter(of="mention").exists()
    assert "brings the person back" in head.get(address).content.decode()


def test_the_second_person_may_decline(reviewer, head, address):
    reviewer.post(address, do="ask", why=WHY)
    assert head.post(address, do="decline").status_code == 302
    assert "Ask for the erasure" in head.get(address).content.decode()
    with reviewer.sees():
        assert Sealed.objects.filter(of="mention").exists()


def test_texts_that_are_left_are_read_and_redacted(recorder, reviewer, head, report, address):
    place = f"/reports/{report.reference}/redact/"
    assert reviewer.get(place).status_code == 404
    reviewer.post(address, do="ask", why=WHY)
    head.post(address, **DO)
    assert place in reviewer.get(address).content.decode()
    opened = reviewer.post(place, do="open", why=WHY).content.decode()
    assert "Gul Bibi was shot" in opened
    answer = reviewer.post(place, do="save", why=WHY, narrative="A woman was shot by her husband.")
    assert answer.status_code == 302, faults(answer)
    assert place not in reviewer.get(address).content.decode()
    names = reviewer.post(f"/reports/{report.reference}/names/", why=WHY).content.decode()
    assert "A woman was shot by her husband." in names and "Gul Bibi" not in names


def test_it_is_not_there_for_other_offices(person, house, address):
    for other in (person("reviewer", house.sindh), person("head", house.ministry), person("analyst", house.kp)):
        assert other.get(address).status_code == 404
        assert other.post(address, do="ask", why=WHY).status_code == 404
