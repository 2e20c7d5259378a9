"""A setting that cannot be understood stops the start, and the sentence names it."""

from pathlib import Path

import pytest

from sanad.config import environment
from sanad.config.environment import WrongSetting


def test_what_is_not_set_has_its_default(monkeypatch):
    monkeypatch.delenv("SANAD_X", raising=False)
    assert environment.folder("SANAD_X", Path("/d")) == Path("/d")
    assert environment.number("SANAD_X", 5, least=1, most=9) == 5
    assert environment.words("SANAD_X", "a, b,") == ["a", "b"]
    assert environment.yes("SANAD_X") is False
    assert environment.database_server("SANAD_X") is None


@pytest.mark.parametrize("value", ["yes", "", "2", "true"])
def test_a_switch_is_0_or_1(monkeypatch, value):
    monkeypatch.setenv("SANAD_X", value)
    with pytest.raises(WrongSetting, match="SANAD_X must be 0 or 1"):
        environment.yes("SANAD_X")


@pytest.mark.parametrize("value", ["0", "10", "three", "-1", "1.5", "9" * 30])
def test_a_number_stays_within_bounds(monkeypatch, value):
    monkeypatch.setenv("SANAD_X", value)
    with pytest.raises(WrongSetting, match="SANAD_X must be a whole number from 1 to 9"):
        environment.number("SANAD_X", 5, least=1, most=9)


def test_a_database_address_loses_its_user(monkeypatch):
    monkeypatch.setenv("SANAD_X", "postgresql://someone:p%40ss@db.example:5433/rights?sslmode=require")
    server = environment.database_server("SANAD_X")
    assert server == environment.DatabaseServer("db.example", "5433", "rights", "p@ss", (("sslmode", "require"),))


def test_a_database_may_be_reached_by_socket(monkeypatch):
    monkeypatch.setenv("SANAD_X", "postgresql:///rights?host=/run/postgresql")
    assert environment.database_server("SANAD_X").host == "/run/postgresql"


@pytest.mark.parametrize("value", ["mysql://h/d", "postgresql://h/", "postgresql://h:port/d", "h/d", "postgresql:///d"])
def test_what_is_no_database_address_is_refused(monkeypatch, value):
    monkeypatch.setenv("SANAD_X", value)
    with pytest.raises(WrongSetting, match="SANAD_X"):
        environment.database_server("SANAD_X")
