"""Ties of users to institutions, managed by administrators; nobody changes their own."""

import pytest

from sanad.accounts.models import Tie
from sanad.accounts.queries.making_readers import conflicts_of
from sanad.institutions.models import Institution
from sanad.ledger.models import Deed

pytestmark = pytest.mark.django_db


@pytest.fixture
def station(reference_data):
    return Institution.objects.create(slug="station_z", kind="police_station", name_en="Station Z")


def test_a_tie_is_made_and_ended_on_its_page(client, offices, user, sign_in, station):
    sign_in(client, "administrator", offices.kp)
    somebody = user("reviewer", offices.swat)
    page = f"/users/{somebody.pk}/ties/"
    assert client.get(page).status_code == 200
    assert client.post(page, {"institution": "Station Z", "why": "Served there"}).status_code == 302
    assert conflicts_of(somebody, []) == {station.pk}
    assert client.post(page, {"institution": "Station Z", "why": "Again"}).status_code == 200
    assert client.post(f"{page}{Tie.objects.get().pk}/end/").status_code == 302
    assert conflicts_of(somebody, []) == set()
    assert list(Deed.objects.order_by("id").values_list("action", flat=True))[-2:] == ["user.tied", "tie.ended"]


def test_nobody_changes_their_own_ties_or_those_of_strangers(client, offices, user, sign_in, station):
    me = sign_in(client, "administrator", offices.kp)
    Tie.objects.create(user=me, institution=station, why="Served there", since="2020-01-01")
    own = f"/users/{me.pk}/ties/"
    assert client.post(own, {"institution": "Station Z", "why": "Mine"}).status_code == 200
    client.post(f"{own}{Tie.objects.get().pk}/end/")
    assert Tie.objects.get().until is None
    assert client.get(f"/users/{user('reviewer', offices.sindh).pk}/ties/").status_code == 404


def test_an_office_that_is_part_of_an_institution_ties_whoever_is_posted_there(client, offices, user, sign_in, station):
    sign_in(client, "administrator", offices.kp)
    somebody = user("reviewer", offices.swat)
    page = "/offices/kp-swat/"
    said = {
        "name_en": "Swat", "kind": "district_office", "parent": offices.kp.pk, "reference_prefix": "KP",
        "since": "2020-01-01", "institution": "Station Z",
    }  # fmt: skip
    assert client.post(page, said).status_code == 302
    assert conflicts_of(somebody, [offices.swat.pk]) == {station.pk}
    assert 'value="Station Z"' in client.get(page).content.decode()
    assert client.post(page, {**said, "institution": ""}).status_code == 302
    assert conflicts_of(somebody, [offices.swat.pk]) == set()
