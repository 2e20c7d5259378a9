"""Passkeys: who needs one, and what does not pass for one. The ceremony itself is walked in a browser (journeys)."""

import json

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.http import HttpResponse
from django.urls import include, path

from sanad.accounts import steps
from sanad.accounts.permissions import Permission
from sanad.accounts.steps import NEEDS_PASSKEY
from sanad.web.doors import USER, readers
from tests.fixtures import telephone_of

OWN = "correct horse battery"


@readers(USER, permission=Permission.IMPORT_UNDO)
def dangerous(request):
    return HttpResponse("inside")


urlpatterns = [
    path("dangerous/", dangerous),
    *(path("", include(f"sanad.{name}.urls")) for name in ("web", "accounts", "front")),
]
pytestmark = [pytest.mark.django_db, pytest.mark.urls(__name__)]


@pytest.fixture
def amna(offices, user):
    made = user("analyst", offices.swat, username="amna")
    made.password = make_password(OWN)
    made.save()
    telephone_of(made)
    return made


def test_only_known_permissions_need_a_passkey():
    assert set(Permission) >= NEEDS_PASSKEY


@pytest.mark.parametrize(("factor", "status"), [("totp", 404), ("recovery", 404), ("passkey", 200)])
def test_what_needs_a_passkey_is_not_there_for_whoever_came_in_with_a_code(client, amna, monkeypatch, factor, status):
    monkeypatch.setattr("sanad.accounts.middleware.NEEDS_PASSKEY", frozenset({Permission.IMPORT_UNDO}))
    client.force_login(amna, factor=factor)
    assert client.get("/dangerous/").status_code == status
    note = "needs" if status == 404 else "nothing"
    page = client.get("/account/").content.decode()
    assert ("passkey" in page.split("<h2>Signing in</h2>")[1].split("<ul>")[0]) is (note == "needs")


def test_on_a_demo_site_a_code_is_enough(client, amna, monkeypatch, settings):
    settings.SITE_KIND = "demo"
    monkeypatch.setattr("sanad.accounts.middleware.NEEDS_PASSKEY", frozenset({Permission.IMPORT_UNDO}))
    client.force_login(amna, factor="totp")
    assert client.get("/dangerous/").status_code == 200


@pytest.mark.parametrize(
    "answer",
    ["", "null", "[]", "{}", "not json", json.dumps({"id": "AA", "rawId": "AA", "type": "public-key", "response": {}}),
     json.dumps({"id": "AA", "rawId": "AA", "type": "public-key",
                 "response": {"clientDataJSON": "e30", "attestationObject": "oA", "authenticatorData": "AA"}}),
     "x" * 30_000],
)  # fmt: skip
def test_a_wrong_answer_adds_and_shows_nothing(client, amna, answer):
    client.force_login(amna, factor="totp")
    client.get("/account/passkeys/")
    said = {"name": "key", "password": OWN, "answer": answer}
    assert client.post("/account/passkeys/", said).status_code == 200
    assert not Authenticator.objects.filter(type="webauthn").exists()
    client.post("/sign-out/")
    client.post("/sign-in/", {"username": "amna", "password": OWN})
    assert client.post("/sign-in/passkey/", {"answer": answer})["Location"] == "/sign-in/code/"
    assert "_auth_user_id" not in client.session


def test_a_passkey_that_was_not_asked_for_shows_nothing(client, amna):
    client.force_login(amna, factor="totp")
    assert client.post("/account/passkey/", {"answer": "{}"}).status_code == 302
    assert client.session["second_factor"]["factor"] == "totp"


def test_whoever_has_one_shows_it_before_adding_or_removing(client, amna):
    row = Authenticator.objects.create(user=amna, type="webauthn", data={"name": "key", "credential": {}})
    client.force_login(amna, factor="totp")
    assert client.post(f"/account/passkeys/{row.pk}/remove/")["Location"] == "/account/passkey/"
    assert Authenticator.objects.filter(pk=row.pk).exists()


def test_one_s_own_are_removed_and_no_others(client, amna, offices, user):
    other = user("analyst", offices.swat)
    mine, theirs = (
        Authenticator.objects.create(user=who, type="webauthn", data={"name": "key", "credential": {}})
        for who in (amna, other)
    )
    client.force_login(amna)
    for row in (mine, theirs):
        client.post(f"/account/passkeys/{row.pk}/remove/")
    assert list(Authenticator.objects.filter(type="webauthn")) == [theirs]


def test_the_step_names_what_needs_it():
    assert "vault.unlock" in steps.NEEDS_PASSKEY


def again(client, amna, **more):
    code = telephone_of(amna)()
    return {"password": OWN, "code": code, **more}


def test_another_telephone_takes_the_place_of_the_old_one(client, amna):
    from tests.accounts.test_second_factor import code_of, secret_on

    client.force_login(amna)
    assert client.get("/account/telephone/new/")["Location"] == "/account/telephone/"
    assert client.post("/account/telephone/", again(client, amna, password="wrong")).status_code == 200
    assert client.post("/account/telephone/", again(client, amna, code="000000")).status_code == 200
    assert client.post("/account/telephone/", again(client, amna))["Location"] == "/account/telephone/new/"
    secret = secret_on(client.get("/account/telephone/new/"))
    assert client.post("/account/telephone/new/", {"code": code_of(secret)})["Location"] == "/account/"
    assert client.post("/account/telephone/new/", {"code": code_of(secret)})["Location"] == "/account/telephone/"
    row = Authenticator.objects.get(user=amna, type="totp")
    assert row.data["last_step"]


def test_new_recovery_codes_take_the_place_of_the_old_ones(client, amna):
    client.force_login(amna)
    before = Authenticator.objects.get(user=amna, type="recovery_codes").data["seed"]
    assert client.get("/account/codes/").status_code == 302
    assert client.post("/account/codes/new/", again(client, amna))["Location"] == "/account/codes/"
    assert client.get("/account/codes/").status_code == 200
    assert Authenticator.objects.get(user=amna, type="recovery_codes").data["seed"] != before
