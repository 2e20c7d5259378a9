"""How dear a password hash is, and that it becomes dearer with the machine."""

import json

import pytest
from django.contrib.auth.hashers import check_password, make_password

from sanad.accounts import hashers
from sanad.accounts.hashers import FILE, LADDER, LEAST, Cost, cost, measured, tune


@pytest.fixture
def home(settings, tmp_path):
    settings.SANAD_HOME = tmp_path
    settings.PASSWORD_HASHERS = ["sanad.accounts.hashers.TunedArgon2"]
    return tmp_path


def test_before_set_up_the_least_holds(home):
    assert cost() == LEAST == Cost(19 * 1024, 2)
    assert make_password("a").startswith("argon2$argon2id$v=19$m=19456,t=2,p=1$")


def test_a_slow_machine_gets_the_least_and_a_fast_one_the_dearest(monkeypatch):
    monkeypatch.setattr(hashers, "_seconds", lambda step: 9.0)
    assert measured() == LEAST
    monkeypatch.setattr(hashers, "_seconds", lambda step: 0.01)
    assert measured() == LADDER[-1]


def test_every_step_of_the_ladder_is_dearer():
    works = [step.memory_kib * step.rounds for step in LADDER]
    assert works == sorted(set(works))


def test_it_is_measured_once(home, monkeypatch):
    monkeypatch.setattr(hashers, "_seconds", lambda step: step.memory_kib * step.rounds / (64 * 1024 * 3) * 0.2)
    chosen = tune(home)
    assert json.loads((home / FILE).read_text()) == {"memory_kib": chosen.memory_kib, "rounds": chosen.rounds}
    monkeypatch.setattr(hashers, "_seconds", lambda step: 9.0)
    assert tune(home) == chosen
    assert tune(home, again=True) == LEAST


@pytest.mark.parametrize("spoilt", ["", "{}", '{"memory_kib": 8, "rounds": 1}', "[1, 2]"])
def test_a_spoilt_file_never_makes_it_cheaper(home, spoilt):
    (home / FILE).write_text(spoilt)
    hashers._read.cache_clear()
    assert cost() == LEAST


def test_a_password_is_hashed_anew_when_it_became_dearer(home):
    before, kept = make_password("a password"), []
    (home / FILE).write_text('{"memory_kib": 32768, "rounds": 2}')
    hashers._read.cache_clear()
    assert check_password("a password", before, setter=kept.append)
    assert kept == ["a password"]
    after, kept = make_password("a password"), []
    assert check_password("a password", after, setter=kept.append)
    assert kept == []
