"""The drill of docs/operating/backup.md, step by step: a clean machine, the key of backups, two parties of escrow."""

import json
from pathlib import Path

import pytest
from django.conf import settings

from sanad.config.engine import EmbeddedPostgres
from tests.scratch import RestoredSite, Runner, ScratchSite, running, scratch_site

MAPPING = settings.BASE / "benchmarks" / "records.yaml"
NAME = "Drill Gul of Bannu"
OPENED = """
import django, json; django.setup()
from sanad.accounts.readers import operator
from sanad.accounts.scope import scoped
from sanad.vault import asking
from sanad.vault.models import Sealed
from sanad.vault.opening import open_sealed
from sanad.vault.rules import Purpose
asking.may_start_one()
by = operator()
with scoped(by):
    refs = list(Sealed.objects.filter(of="mention").values_list("row_id", "of"))
found = open_sealed(by, refs, reason="drill of the backup", purpose=Purpose.READING)
print(json.dumps(sorted({str(value["name"]) for value in found.values()})))
"""


@pytest.fixture
def lost(django_db_setup, django_db_blocker, own_folder):
    """A site with one name in it and three parties of the escrow, of which only a backup is left."""
    with django_db_blocker.unblock(), scratch_site("drill") as site, running(site) as runner:
        prepare(runner, own_folder)
        yield site, runner


def prepare(runner: Runner, folder: Path) -> None:
    (folder / "list.csv").write_text(
        "ID,Date,District,Province,Acts,Means,Reason,Name,Father,Sex,Age,Min,Max,Perpetrator,Source,Source kind,"
        "Summary,Narrative\nD1,2020-01-02,Bannu,Khyber Pakhtunkhwa,killing,firearm,,"
        f"{NAME},,,,,,,,newspaper,One killed.,\n"
    )
    runner.json("import", folder / "list.csv", "--mapping", MAPPING)
    for party in ("ministry", "cso", "commission"):
        runner.json("keys", "escrow", "new-party", party, "--out", folder / f"{party}.key")
    runner.recipient(folder)


def opened(site: ScratchSite) -> list[str]:
    return json.loads(site.python(OPENED))


def test_the_drill(lost, own_folder):
    site, runner = lost
    assert opened(site) == [NAME]
    runner.json("backup", own_folder / "b")
    runner.json("backup", "erasures", own_folder / "erasures.list")
    words = ["restore", own_folder / "b", "--identity", own_folder / "key", "--verify", "--into", own_folder / "home"]
    found = runner.json(*words, "--erasures", own_folder / "erasures.list")
    assert found["good"] is True
    restored = RestoredSite(own_folder / "home")
    try:
        assert not list((own_folder / "home" / "keys").glob("custodian*.pem"))
        locked = restored.run("keys", "status")
        assert NAME not in locked.stdout
        parties = ["--party", own_folder / "cso.key", "--party", own_folder / "commission.key"]
        restored.json("keys", "escrow", "recover", *parties, "--to-files")
        assert opened(restored) == [NAME]
        assert runner.json("backup", "drill", found["result"])["good"] is True
    finally:
        EmbeddedPostgres(own_folder / "home").stop()
