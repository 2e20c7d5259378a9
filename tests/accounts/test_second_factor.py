"""From the password to being in: each step in its turn, and no code twice."""

import re
import time

import pytest
from allauth.mfa.models import Authenticator
from django.contrib.auth.hashers import make_password
from django.test import Client

from sanad.accounts import actions
from sanad.accounts import one_time_codes as codes
from sanad.accounts.actions.factors import enrol, show_code, show_recovery_code
from sanad.accounts.entering import KEY
from sanad.accounts.models import User
from sanad.accounts.queries.factors import demo_code, factors_of
from sanad.accounts.readers import reader_for
from sanad.kit.refusals import NotPermitted
from sanad.ledger.models import Deed
from tests.fixtures import telephone_of

pytestmark = pytest.mark.django_db
OWN, NEXT = "correct horse battery", "kettle orbit seven maize"


@pytest.fixture
def amna(offices, user):
    made = user("recorder", offices.swat, username="amna")
    made.password = make_password(OWN)
    made.save()
    return made


def type_password(client, password=OWN, **more):
    return client.post("/sign-in/", {"username": "amna", "password": password, **more})


def secret_on(page) -> str:
    return re.search(r'<code dir="ltr">([A-Z2-7 ]+)</code>', page.content.decode())[1].replace(" ", "")


def code_of(secret, shift=0):
    return codes.code_at(secret, codes.step_now(time.time()) + shift)


def test_the_first_sign_in_from_a_one_time_password_to_the_desk(client, amna, operator):
    password = actions.reset_password(amna, by=operator)
    assert type_password(client, password, next="/account/")["Location"] == "/account/password/"
    assert client.get("/account/password/").status_code == 200
    changed = client.post("/account/password/", {"old": password, "new": NEXT, "again": NEXT})
    assert changed["Location"] == "/sign-in/enrol/"
    secret = secret_on(client.get("/sign-in/enrol/"))
    assert secret_on(client.get("/sign-in/enrol/")) == secret
    assert client.post("/sign-in/enrol/", {"code": "000000"}).status_code == 200
    assert client.post("/sign-in/enrol/", {"code": code_of(secret)})["Location"] == "/account/codes/"
    page = client.get("/account/codes/").content.decode()
    shown = re.findall(r"<code>(\d{5}-\d{5})</code>", page)
    assert len(shown) == 10
    kept = client.post("/account/codes/file/")
    assert kept["Content-Disposition"].startswith("attachment")
    assert all(code in kept.content.decode() for code in shown)
    assert client.get("/account/")["Location"] == "/account/codes/"
    assert client.post("/account/codes/", {"kept": "on"})["Location"] == "/account/"
    assert client.get("/account/").status_code == 200
    assert client.get("/account/codes/")["Location"] == "/account/"
    assert client.post("/account/codes/file/").status_code == 302
    assert Deed.objects.get(action="user.signed_in").detail == {"factor": "totp"}


def test_after_the_password_nobody_is_signed_in(client, amna):
    telephone_of(amna)
    assert type_password(client)["Location"] == "/sign-in/code/"
    assert "_auth_user_id" not in client.session
    assert client.get("/account/")["Location"] == "/sign-in/code/"
    assert client.get("/sign-in/code/").status_code == 200


@pytest.mark.parametrize(
    ("address", "data"),
    [
        ("/sign-in/enrol/", {"code": "123456"}),
        ("/account/password/", {"old": OWN, "new": NEXT, "again": NEXT}),
        ("/account/codes/", {"kept": "on"}),
        ("/account/codes/file/", {}),
        ("/sign-in/on/", {}),
    ],
)
def test_no_step_is_skipped(client, amna, address, data):
    telephone_of(amna)
    type_password(client)
    for answer in (client.post(address, data), client.get(address)):
        assert (answer.status_code, answer["Location"]) == (302, "/sign-in/code/")
    amna.refresh_from_db()
    assert amna.check_password(OWN)


def test_the_session_key_changes_at_every_step(client, amna):
    telephone = telephone_of(amna)
    keys = []
    client.get("/sign-in/")
    type_password(client)
    keys.append(client.cookies["sessionid"].value)
    client.post("/sign-in/code/", {"code": telephone()})
    keys.append(client.cookies["sessionid"].value)
    assert len(set(keys)) == 2
    stranger = Client()
    stranger.cookies["sessionid"] = keys[0]
    assert stranger.get("/account/")["Location"].startswith("/sign-in/")


def test_a_code_is_taken_once(amna):
    telephone = telephone_of(amna)
    code = telephone()
    assert show_code(amna, code)
    assert not show_code(amna, code)


def test_an_earlier_code_is_refused_after_a_later_one(amna):
    telephone_of(amna)
    secret = codes.secret_in(amna, factors_of(amna).totp)
    Authenticator.objects.filter(type="totp").update(data=factors_of(amna).totp.data | {"last_step": 0})
    assert show_code(amna, code_of(secret, +1))
    assert not show_code(amna, code_of(secret, 0))


@pytest.mark.parametrize(("shift", "right"), [(-2, False), (-1, True), (0, True), (1, True), (2, False)])
def test_clocks_may_differ_by_one_step(amna, shift, right):
    telephone_of(amna)
    row = factors_of(amna).totp
    row.data["last_step"] = 0
    row.save()
    assert show_code(amna, code_of(codes.secret_in(amna, row), shift)) is right


def test_digits_may_be_urdu_and_spaced(amna):
    code = telephone_of(amna)()
    urdu = code.translate(str.maketrans("0123456789", "۰۱۲۳۴۵۶۷۸۹"))
    assert show_code(amna, f"{urdu[:3]} {urdu[3:]}")


def test_a_recovery_code_lets_in_once(client, amna):
    telephone_of(amna)
    code = factors_of(amna).codes.wrap().get_unused_codes()[0]
    type_password(client)
    spaced = codes.spaced(code)
    assert client.post("/sign-in/recovery/", {"code": spaced})["Location"] == "/"
    assert not show_recovery_code(amna, spaced)
    assert factors_of(amna).codes_left() == 9


def test_too_many_codes_wait_whichever_kind_they_are(client, amna):
    telephone = telephone_of(amna)
    type_password(client)
    for page in ("code", "recovery", "code", "recovery", "code"):
        client.post(f"/sign-in/{page}/", {"code": "000000"})
    assert client.post("/sign-in/code/", {"code": telephone()}).status_code == 200
    assert "_auth_user_id" not in client.session


def test_too_many_passwords_wait_and_unknown_names_alike(client, amna):
    answers = {}
    for name in ("amna", "nobody"):
        answers[name] = [
            client.post("/sign-in/", {"username": name, "password": "wrong"}).status_code for _ in range(12)
        ]
    assert answers["amna"] == answers["nobody"] == [200] * 10 + [429] * 2
    assert client.post("/sign-in/", {"username": "amna", "password": OWN}).status_code == 429


def test_a_stranger_does_not_keep_the_owner_out(client, amna):
    telephone = telephone_of(amna)
    type_password(client)
    client.post("/sign-in/code/", {"code": telephone()})
    client.post("/sign-out/")
    stranger = Client()
    for _ in range(11):
        type_password(stranger, "wrong")
    assert type_password(stranger).status_code == 429
    assert type_password(client).status_code == 302


def test_the_way_in_ends_after_a_quarter_of_an_hour(client, amna):
    telephone = telephone_of(amna)
    type_password(client)
    session = client.session
    session[KEY] = session[KEY] | {"at": int(time.time()) - 901}
    session.save()
    assert client.post("/sign-in/code/", {"code": telephone()})["Location"].startswith("/sign-in/?next=")


@pytest.mark.parametrize("change", [{"is_active": False}, {"password": "!"}])
def test_the_way_in_ends_with_the_account_and_with_the_password(client, amna, change):
    telephone_of(amna)
    type_password(client)
    User.objects.update(**change)
    assert client.get("/sign-in/code/")["Location"].startswith("/sign-in/?next=")


def test_secrets_are_not_in_clear_in_the_database(amna):
    telephone_of(amna)
    found = factors_of(amna)
    assert codes.secret_in(amna, found.totp) not in str(found.totp.data)
    assert found.codes.data["seed"].startswith("gAAAA")


def test_the_factor_of_another_opens_nothing(amna, offices, user):
    other = user("recorder", offices.swat)
    for who in (amna, other):
        telephone_of(who)
    mine = factors_of(amna)
    Authenticator.objects.filter(user=other, type="totp").update(data=mine.totp.data)
    Authenticator.objects.filter(user=other, type="recovery_codes").update(data=mine.codes.data)
    with pytest.raises(codes.ForeignSecret):
        show_code(other, "123456")
    assert not show_recovery_code(other, mine.codes.wrap().get_unused_codes()[0])


def test_only_oneself_enrols(amna, operator):
    secret = "A" * 32
    with pytest.raises(NotPermitted):
        enrol(amna, secret, code_of(secret), by=operator)
    enrol(amna, secret, code_of(secret), by=reader_for(amna))


def test_only_a_demo_site_shows_the_code(client, amna, settings):
    telephone = telephone_of(amna)
    type_password(client)
    code = telephone()
    assert code not in client.get("/sign-in/code/").content.decode()
    settings.SITE_KIND = "demo"
    assert demo_code(factors_of(amna)) in client.get("/sign-in/code/").content.decode()
