"""The page of the vault, and its command."""

import json

import pytest
from django.test import Client

from sanad.accounts.readers import reader_for
from sanad.vault import asking, keeping
from sanad.vault.process.keyring import Keyring
from sanad.vault.wrapping import Cost
from tests import vault_here
from tests.vault_here import VAULT

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("vault_in_test")]

WORDS = "seven small owls read old maps"


@pytest.fixture(autouse=True)
def fresh(settings, tmp_path, monkeypatch):
    """Keys of this test only, and passphrases that are quick to try."""
    from sanad.vault import keys

    settings.KEYS = tmp_path / "keys"
    keys._read_secret.cache_clear()
    monkeypatch.setattr(VAULT, "keyring", Keyring())
    monkeypatch.setattr(VAULT, "cost", Cost(memory_kib=64, rounds=1, lanes=1))
    VAULT.guesses._wrong.clear()
    yield
    keys._read_secret.cache_clear()


@pytest.fixture
def at(offices, sign_in):
    """`at(role, office)`: a browser signed in there."""

    def enter(role, office):
        client = Client()
        client.who = sign_in(client, role, office)
        return client

    return enter


def page(client) -> str:
    answer = client.get("/vault/")
    assert answer.status_code == 200
    assert answer["Cache-Control"] == "no-store"
    return answer.content.decode()


def test_a_site_with_key_files_says_that_this_is_weaker(offices, at):
    text = page(at("administrator", offices.kp))
    assert "That is the weaker form" in text
    assert "always open" in text


@pytest.mark.parametrize("role", ["recorder", "analyst", "cso"])
def test_others_have_no_such_page(offices, at, role):
    client = at(role, offices.kp)
    assert client.get("/vault/").status_code == 404
    assert client.post("/vault/unlock/", {"passphrase": WORDS}).status_code == 404
    assert client.post("/vault/lock/").status_code == 404
    assert client.get("/vault/passphrase/").status_code == 404


def test_an_administrator_sees_and_does_not_unlock(offices, at):
    client = at("administrator", offices.kp)
    assert "Your passphrase" not in page(client)
    assert client.post("/vault/unlock/", {"passphrase": WORDS}).status_code == 404


def test_only_the_own_offices_are_shown(offices, at):
    text = page(at("head", offices.kp))
    assert "District office Swat" in text
    assert "Sindh" not in text


def test_an_unlocker_chooses_a_passphrase_locks_and_unlocks(offices, at):
    head, second = at("head", offices.kp), at("reviewer", offices.kp)
    for one in (head, second):
        answer = one.post("/vault/passphrase/", {"passphrase": WORDS, "again": WORDS})
        assert answer.status_code == 302, answer.content.decode()
    keeping.lock(reader_for(head.who), remove_files=True)
    text = page(head)
    assert "<strong>locked</strong>" in text
    assert WORDS not in text
    assert head.post("/vault/unlock/", {"passphrase": WORDS}).status_code == 302
    assert "unlocked until" in page(head)
    assert head.post("/vault/lock/").status_code == 302
    assert "<strong>locked</strong>" in page(head)


def test_a_wrong_passphrase_is_said_and_not_shown_again(offices, at):
    head = at("head", offices.kp)
    head.post("/vault/passphrase/", {"passphrase": WORDS, "again": WORDS})
    answer = head.post("/vault/unlock/", {"passphrase": "another set of words here"})
    assert "This is not your passphrase." in answer.content.decode()
    assert "another set of words here" not in answer.content.decode()


def test_two_different_passphrases_are_refused(offices, at):
    answer = at("head", offices.kp).post("/vault/passphrase/", {"passphrase": WORDS, "again": WORDS + "!"})
    assert "The two passphrases are not the same." in answer.content.decode()


def test_without_a_vault_the_page_says_so(offices, at, settings, tmp_path):
    client = at("administrator", offices.kp)
    settings.SANAD_HOME = tmp_path
    asking.ask_through(asking.over_socket)
    try:
        text = page(client)
    finally:
        vault_here.answer_here()
    assert "The vault does not run at the moment" in text
    assert "not known" in text


def test_the_page_is_urdu_wholly(offices, at):
    client = at("head", offices.kp)
    client.cookies["django_language"] = "ur"
    assert 'dir="rtl"' in client.get("/vault/").content.decode()


def test_the_command_says_the_same_as_json(offices, capsys):
    from sanad.config import answers
    from sanad.config.command import load, parser_for

    options = parser_for({"keys": load("keys")}).parse_args(["keys", "status", "--json"])
    with answers.only_answers_on_stdout():
        assert load("keys").run(options) == 0
    said = json.loads(capsys.readouterr().out)
    assert {one["kept"] for one in said["keys"]} == {"file"}
    assert len(said["keys"]) == 7
