"""The door: many sign in by one link, on telephones, without an account."""

import threading
import time

import pytest
from django.db import connection
from django.test import Client

from sanad.gatherings import actions, queries
from sanad.gatherings.models import Participant
from sanad.ledger.models import Deed
from tests.gatherings.conftest import plan, tomorrow, typed

pytestmark = pytest.mark.django_db


def came(organiser, gathering) -> list[Participant]:
    with organiser.sees():
        return list(queries.participants_of(organiser.reader, gathering))


def test_whoever_comes_signs_in_without_an_account(organiser, workshop, door):
    gathering = workshop()
    address, phone = door(gathering), Client()
    page = phone.get(address)
    assert gathering.title in page.content.decode()
    answer = phone.post(address, typed(needs="A ramp"), follow=True)
    assert answer.redirect_chain == [(f"{address}thanks/", 302)]
    (one,) = came(organiser, gathering)
    assert (one.name, one.designation, one.sex.slug, one.came) == ("Gul Rukh", "Deputy Secretary", "female", "door")
    assert one.institution.slug == "home_department_khyber_pakhtunkhwa"
    assert (one.named, one.photographed, one.made_by) == ("yes", "no", None)
    assert one.needs is not None


def test_the_door_is_for_many_browsers(organiser, workshop, door):
    gathering = workshop()
    address = door(gathering)
    for name in ("Gul Rukh", "Sher Zaman", "Bashir Masih"):
        assert Client().post(address, typed(name=name)).status_code == 302
    assert len(came(organiser, gathering)) == 3


def test_a_form_that_is_sent_twice_is_one_line(organiser, workshop, door):
    gathering = workshop()
    address, sent = door(gathering), typed(needs="Large print")
    for _ in range(3):
        assert Client().post(address, sent).status_code == 302
    assert len(came(organiser, gathering)) == 1


def test_a_door_that_was_closed_opens_no_more_and_keeps_nothing(organiser, workshop, door):
    gathering = workshop()
    address, phone = door(gathering), Client()
    assert phone.get(address).status_code == 200
    assert organiser.post(f"/gatherings/{gathering.reference}/door/close/").status_code == 302
    for answer in (phone.get(address), phone.post(address, typed()), phone.get(f"{address}thanks/")):
        assert answer.status_code == 404
        assert gathering.custodian.name in answer.content.decode()  # whom to ask
        assert gathering.title not in answer.content.decode()
    assert came(organiser, gathering) == []
    with organiser.sees():
        closed = Deed.objects.filter(action="gathering.door_closed").get()
    assert closed.detail == {"links": 1}


def test_no_door_opens_for_a_gathering_that_is_cancelled(organiser, workshop, door):
    gathering = workshop()
    address = door(gathering)
    with organiser.sees():
        actions.change_gathering(gathering, plan(state="cancelled"), by=organiser.reader)
    answer = Client().post(address, typed())
    assert "cancelled" in answer.content.decode()
    assert organiser.post(f"/gatherings/{gathering.reference}/door/").status_code == 409
    assert came(organiser, gathering) == []


def test_the_door_of_one_gathering_is_not_that_of_another(organiser, workshop, door):
    here, there = workshop(), workshop(title_en="Another", first_day=tomorrow(), last_day=tomorrow())
    token = door(here).split("/")[2]
    assert organiser.get(f"/gatherings/{here.reference}/door/{token}/").status_code == 200
    assert organiser.get(f"/gatherings/{there.reference}/door/{token}/").status_code == 404
    assert Client().get("/door/no-such-token/").status_code == 404


def test_the_door_shows_nobody_who_is_on_the_list(organiser, workshop, door, come):
    gathering = workshop()
    come(gathering, "Zarina Khatoon")
    address, phone = door(gathering), Client()
    sent = phone.post(address, typed(name="Zareena Khatun"), follow=True)
    said = sent.content.decode() + phone.get(address).content.decode()
    assert "Zarina" not in said
    assert len(came(organiser, gathering)) == 2  # the organiser decides whether they are one


@pytest.mark.parametrize(
    ("field", "value", "words"),
    [
        ("name", "   ", "Your name"),
        ("name", "Gul 17301-1234567-1", "identity cards"),
        ("designation", "0300 1234567", "identity cards"),
        ("seat", "nobody", "You come from"),
        ("district", "no_such", "Your district"),
        ("form", "x", "valid UUID"),
    ],
)
def test_what_cannot_be_right_is_said_and_nothing_is_kept(organiser, workshop, door, field, value, words):
    gathering = workshop()
    answer = Client().post(door(gathering), typed(**{field: value}))
    assert answer.status_code == 200
    assert words in answer.content.decode()
    assert came(organiser, gathering) == []


@pytest.mark.django_db(transaction=True)
def test_a_hundred_sign_in_within_ten_minutes_from_one_network(organiser, workshop, door):
    """One address of the network, eight at a time, nobody is kept waiting or refused."""
    gathering = workshop()
    address, answers, waiting = door(gathering), [], iter(range(100))
    lock, began = threading.Lock(), time.monotonic()

    def telephone() -> None:
        while True:
            with lock:
                number = next(waiting, None)
            if number is None:
                break
            phone = Client(REMOTE_ADDR="10.0.0.7")
            seen = phone.get(address).status_code if number % 4 == 0 else 200  # some have the page from a neighbour
            sent = phone.post(address, typed(name=f"Person {chr(65 + number % 26)}{number}", needs="x" * (number % 2)))
            answers.append((seen, sent.status_code))
        connection.close()

    phones = [threading.Thread(target=telephone) for _ in range(8)]
    for phone in phones:
        phone.start()
    for phone in phones:
        phone.join()
    assert answers == [(200, 302)] * 100
    assert len(came(organiser, gathering)) == 100
    assert time.monotonic() - began < 600
