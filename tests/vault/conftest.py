"""Keys in a folder of their own, a small Reader, and rows that are committed for other roles to see."""

from dataclasses import dataclass, field

import pytest
from django.conf import settings
from django.db import connections

from sanad.config.engine import roles
from sanad.vault import keys
from tests.database import as_owner

KEPT, FOREIGN = 990_001, 990_002
TABLES = (
    "vault_look, vault_erased, vault_number, vault_sealed, vault_original, vault_keywrap, vault_unlocker,"
    " vault_escrowparty, vault_envelope, vault_custodiankey, ledger_deed"
)


@dataclass(frozen=True)
class Person:
    """Somebody who sees and keeps the records of one custodian; the vault knows no more of a Reader."""

    user_id: int | None = 7
    name: str = "Amna"
    sees: frozenset[int] = frozenset({KEPT})
    keeps: frozenset[int] = frozenset({KEPT})
    permissions: frozenset[str] = field(default=frozenset({"sealed.open"}))


@pytest.fixture(autouse=True)
def own_keys(tmp_path, monkeypatch):
    """No test finds the keys of another."""
    monkeypatch.setattr(settings, "KEYS", tmp_path / "keys")
    monkeypatch.setattr(settings, "ORIGINALS", tmp_path / "originals")
    keys._read_secret.cache_clear()
    yield tmp_path
    keys._read_secret.cache_clear()


@pytest.fixture
def committed(django_db_setup, django_db_blocker):
    """What the test writes is committed, so that the role sanad_vault sees it; the owner removes it afterwards."""
    with django_db_blocker.unblock():
        yield
        name = connections["default"].settings_dict["NAME"]
        connections.close_all()
        with as_owner(name) as owner:
            owner.execute(f"truncate {TABLES} cascade")


@pytest.fixture
def as_role(committed):
    """`as_role("sanad_vault")`: a plain connection under a role, without a scope."""
    import psycopg

    opened = []

    def connect(role: str):
        assert role in roles.ROLES
        server = connections["default"].settings_dict
        address = {"host": server["HOST"], "port": server["PORT"], "password": server["PASSWORD"]}
        found = {name: value for name, value in address.items() if value}
        opened.append(psycopg.connect(dbname=server["NAME"], user=role, **found))
        return opened[-1]

    yield connect
    for connection in opened:
        connection.close()
