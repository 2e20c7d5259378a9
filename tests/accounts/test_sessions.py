"""Sessions: seen, listed, ended; and what the table does not hold."""

import time

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client

from sanad.accounts import actions
from sanad.accounts.actions.sessions import end_sessions_of
from sanad.accounts.devices import device_words
from sanad.accounts.entering import BEGAN, SEEN
from sanad.accounts.models import UserSession
from sanad.ledger.models import Deed
from tests.fixtures import telephone_of

pytestmark = pytest.mark.django_db
PHONE = "Mozilla/5.0 (Android 14; Mobile; rv:131.0) Gecko/131.0 Firefox/131.0"
OWN = "correct horse battery"


@pytest.fixture
def amna(offices, user):
    made = user("recorder", offices.swat, username="amna")
    made.password = make_password(OWN)
    made.save()
    return made


def come_in(amna, agent=PHONE):
    client = Client(headers={"user-agent": agent})
    telephone = telephone_of(amna)
    client.post("/sign-in/", {"username": "amna", "password": OWN})
    assert client.post("/sign-in/code/", {"code": telephone()}).status_code == 302
    return client


@pytest.mark.parametrize(
    ("told", "words"),
    [
        (PHONE, "Firefox · Android"),
        ("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36", "Chrome · Windows"),
        ("Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0", "Edge · Windows"),
        ("curl/8", ""),
    ],
)
def test_a_device_has_words(told, words):
    assert device_words(told) == words


def test_sessions_are_listed_with_their_device(amna):
    here, there = come_in(amna), come_in(amna, "Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Firefox/131.0")
    page = here.get("/account/sessions/").content.decode()
    assert "Firefox · Android" in page and "Firefox · Linux" in page
    assert there.get("/account/").status_code == 200


def test_the_table_holds_no_key_of_a_session(amna):
    client = come_in(amna)
    key = client.cookies["sessionid"].value
    row = UserSession.objects.get(user=amna)
    assert key not in (row.session_key, row.session_data)
    stranger = Client()
    stranger.cookies["sessionid"] = row.session_key
    assert stranger.get("/account/").status_code == 302


def test_one_other_session_is_ended(amna):
    here, there = come_in(amna), come_in(amna)
    page = here.get("/account/sessions/").content.decode()
    other = page.split('name="session" value="')[1].split('"')[0]
    here.post("/account/sessions/end/", {"session": other})
    assert here.get("/account/").status_code == 200
    assert there.get("/account/").status_code == 302
    assert Deed.objects.filter(action="sessions.ended").count() == 1


def test_all_other_sessions_are_ended(amna):
    here, there, elsewhere = come_in(amna), come_in(amna), come_in(amna)
    here.post("/account/sessions/end-others/")
    assert [c.get("/account/").status_code for c in (here, there, elsewhere)] == [200, 302, 302]


def test_the_session_of_somebody_else_does_not_exist(amna, client, offices, sign_in):
    come_in(amna)
    theirs = UserSession.objects.get(user=amna).session_key
    sign_in(client, "recorder", offices.swat)
    assert client.post("/account/sessions/end/", {"session": theirs}).status_code == 404


def test_an_administrator_ends_the_sessions_of_a_user(amna, client, offices, sign_in):
    theirs = come_in(amna)
    sign_in(client, "administrator", offices.kp)
    client.post(f"/users/{amna.pk}/sessions/end/")
    assert theirs.get("/account/").status_code == 302


def test_other_roles_cannot(amna, client, offices, sign_in, reader):
    sign_in(client, "reviewer", offices.swat)
    assert client.post(f"/users/{amna.pk}/sessions/end/").status_code == 404
    with pytest.raises(Exception, match="not allow"):
        end_sessions_of(amna, by=reader("reviewer", offices.swat))


def test_a_disabled_user_is_out_in_every_browser_at_the_next_request(amna, operator):
    one, two = come_in(amna), come_in(amna)
    actions.disable_user(amna, by=operator)
    assert [c.get("/account/").status_code for c in (one, two)] == [302, 302]
    assert UserSession.objects.filter(user=amna).count() == 0


def test_a_changed_password_ends_the_other_sessions(amna):
    here, there = come_in(amna), come_in(amna)
    new = "kettle orbit seven maize"
    before = here.cookies["sessionid"].value
    here.post("/account/password/", {"old": OWN, "new": new, "again": new})
    assert here.cookies["sessionid"].value != before
    assert [c.get("/account/").status_code for c in (here, there)] == [200, 302]


def test_another_workplace_is_another_key(client, offices, sign_in):
    who = sign_in(client, "recorder", offices.swat)
    who.postings.create(office=offices.peshawar, role="recorder", since="2020-01-01")
    before = client.cookies["sessionid"].value
    client.post("/account/office/", {"office": offices.peshawar.pk})
    assert client.cookies["sessionid"].value != before
    assert client.get("/account/").status_code == 200


def age(client, **seconds):
    session = client.session
    for name, ago in seconds.items():
        session[{"began": BEGAN, "seen": SEEN}[name]] = int(time.time()) - ago
    session.save()


def test_a_session_ends_after_an_hour_without_a_request(amna, settings):
    come_in(amna)
    row = UserSession.objects.get(user=amna)
    assert abs((row.expire_date - row.seen_at).total_seconds() - settings.IDLE_SECONDS) < 5


def test_a_request_moves_the_end_on_at_most_once_a_minute(amna, settings):
    client = come_in(amna)
    age(client, seen=61, began=61)
    client.get("/account/")
    row = UserSession.objects.get(user=amna)
    assert time.time() - row.seen_at.timestamp() < 5
    assert (row.expire_date - row.seen_at).total_seconds() > settings.IDLE_SECONDS - 5
    seen = row.seen_at
    client.get("/account/")
    assert UserSession.objects.get(user=amna).seen_at == seen


def test_half_a_day_ends_a_session_whatever_happens(amna, settings):
    client = come_in(amna)
    age(client, seen=120, began=settings.SESSION_COOKIE_AGE - 30)
    client.get("/account/")
    left = (UserSession.objects.get(user=amna).expire_date.timestamp()) - time.time()
    assert left <= 30
    age(client, seen=120, began=settings.SESSION_COOKIE_AGE + 30)
    client.get("/account/")
    time.sleep(1.1)
    assert client.get("/account/").status_code == 302
