"""Backups: made while people work, unreadable to the server, proven by a restore elsewhere."""

import gzip
import json
import os
import signal
import subprocess
import tarfile
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import psycopg
import pyrage
import pytest
from django.conf import settings

from benchmarks.make_records import write_csv
from sanad.config.backup.drills import Drill, signed
from sanad.config.backup.erasures import as_text
from sanad.config.backup.recipients import identity_in, new_identity
from sanad.config.backup.saving import KEPT_BACK, NEEDED
from sanad.config.engine import EmbeddedPostgres, folders, leftovers
from sanad.vault.rules import Tombstone
from tests.config.conftest import Site

ROWS = 30
MAPPING = settings.BASE / "benchmarks" / "records.yaml"


@pytest.fixture(scope="module")
def keys(own_folder) -> Path:
    return own_folder


@pytest.fixture(scope="module")
def site(runner, keys):
    """A site with an import in it and somebody named who can open its backups."""
    write_csv(keys / "list.csv", ROWS, 7)
    runner.json("import", keys / "list.csv", "--mapping", MAPPING)
    made = runner.json("backup", "recipients", "new", keys / "key")
    runner.json("backup", "recipients", "add", f"{made['public']} Registrar")
    return runner


@pytest.fixture(scope="module")
def backup(site, keys):
    """What `sanad backup` answers; the file is at its `path`."""
    return site.json("backup", keys / "one.sanad.age")


def test_a_backup_becomes_a_site_and_a_good_drill(site, backup, keys):
    erasures = site.json("backup", "erasures", keys / "list.erased")
    assert erasures["erasures"] == 0
    words = ["restore", backup["path"], "--identity", keys / "key", "--verify", "--into", keys / "home"]
    found = site.json(*words, "--erasures", keys / "list.erased")
    assert (found["good"], found["problems"]) == (True, [])
    assert found["rows"] == backup["rows"] > 1000
    assert found["sampled"] > 0
    assert site.json("backup", "drill", found["result"])["good"] is True
    standing = site.json("backup", "status")
    assert (standing["good"], standing["drill"]["state"], standing["backup"]["state"]) == (True, "good", "good")
    again = site.run("backup", "drill", found["result"])
    assert (again.returncode, "taken in already" in again.stderr) == (1, True)
    restored = Site(keys / "home")
    # Other tests of this worker may have filled the same site.
    assert ROWS in [one["reports"] for one in restored.json("imports", "--last", "500")["imports"]]
    kept = sorted(file.name for file in (keys / "home" / "keys").iterdir())
    assert "django_secret" in kept
    assert not [name for name in kept if name.startswith("custodian") and name.endswith(".pem")]
    EmbeddedPostgres(keys / "home").stop()


def test_without_sanad_its_parts_are_reached_by_age_tar_and_pg_restore(backup, keys, tmp_path):
    plain = pyrage.decrypt(Path(backup["path"]).read_bytes(), [identity_in(keys / "key").age])
    (tmp_path / "plain.tar").write_bytes(plain)
    with tarfile.open(tmp_path / "plain.tar") as tar:
        names = tar.getnames()
        parts = [gzip.decompress(tar.extractfile(name).read()) for name in names if name.startswith("database/")]
    assert names[0] == "sanad.json"
    assert names[-1] == "trailer.json"
    assert not [name for name in names if "custodian" in name and name.endswith(".pem")]
    (tmp_path / "dump").write_bytes(b"".join(parts))
    command = [folders.binaries() / "pg_restore", "--list", tmp_path / "dump"]
    listed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "TABLE DATA public violations_report" in listed


def test_the_server_cannot_read_its_own_backup(site, backup, keys):
    text = Path(backup["path"]).read_bytes()
    for secret in (b"violations_report", (site.home / "keys" / "django_secret").read_bytes(), b"sanad.json"):
        assert secret not in text
    assert b"AGE-SECRET-KEY" not in b"".join(file.read_bytes() for file in site.home.rglob("*") if file.is_file())


def test_another_key_does_not_open_it(site, backup, keys):
    new_identity(keys / "other")
    done = site.run("restore", backup["path"], "--identity", keys / "other", "--verify")
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "This key does not open this backup" in done.stderr


def test_who_was_erased_since_does_not_come_back(site, backup, keys):
    sealed = site.ask("select row_id, of, custodian_id from vault_sealed where of = 'mention' limit 3")
    now = datetime.now(UTC)
    (keys / "three.erased").write_text(as_text([Tombstone(*one, now, "erasure") for one in sealed], now))
    words = ["restore", backup["path"], "--identity", keys / "key", "--into", keys / "erased"]
    found = site.json(*words, "--erasures", keys / "three.erased")
    assert (found["good"], found["erased_again"]) == (True, 3)
    engine = EmbeddedPostgres(keys / "erased").start()
    with psycopg.connect(engine.address("sanad_backup")) as there:
        left = there.execute("select count(*) from vault_sealed where row_id = any(%s)", [[one[0] for one in sealed]])
        assert left.fetchone() == (0,)
    engine.stop()


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ([], "Say what for"),
        (["--into", "{keys}"], "is not empty"),
        (["--into", "{keys}/new"], "Who was erased after this backup would come back"),
        (["--into", "{keys}/new", "--erasures", "{keys}/list.csv"], "is not a whole list of erasures"),
    ],
)
def test_a_restore_that_would_do_harm_is_refused(site, backup, keys, words, said):
    words = [word.replace("{keys}", str(keys)) for word in words]
    more = ["--without-erasures"] if words[1:] == [str(keys)] else []
    done = site.run("restore", backup["path"], "--identity", keys / "key", *words, *more)
    assert (done.returncode, said in done.stderr) == (1, True), done.stderr
    assert not (keys / "new").exists()


def test_only_a_recipient_of_this_site_can_claim_a_drill(site, backup, keys, tmp_path):
    drill = Drill(backup["backup"], backup["sha256"], datetime.now(UTC), True, 1, 1, 1, 0, 0)
    stranger, recipient = new_identity(tmp_path / "stranger"), identity_in(keys / "key")
    changed = json.loads(signed(replace(drill, good=False), recipient)) | {"good": True}
    other = replace(drill, sha256="0" * 64)
    late = replace(drill, at=drill.at + timedelta(days=3))
    for text, said in (
        (signed(drill, stranger), "was not signed"),
        (json.dumps(changed), "was not signed"),
        (signed(other, recipient), "no backup of this site"),
        (signed(late, recipient), "look at the clocks"),
        ("{}", "not the result of a drill"),
    ):
        (tmp_path / "result").write_text(text)
        done = site.run("backup", "drill", tmp_path / "result")
        assert (done.returncode, said in done.stderr) == (1, True), done.stderr


def test_a_file_is_never_replaced_and_nobody_else_may_ask(site, backup):
    again = site.run("backup", backup["path"])
    assert (again.returncode, "never replaces one" in again.stderr) == (1, True)
    assert site.run("backup", "status", "now").returncode == 1
    assert site.run("backup", "recipients", "add", "age1nonsense").returncode == 1


def test_without_a_recipient_no_backup_is_made(site, tmp_path):
    file = site.home / "backup_recipients"
    lines = file.read_text()
    try:
        file.write_text("")
        done = site.run("backup", tmp_path / "x")
    finally:
        file.write_text(lines)
    assert (done.returncode, "Nobody could open this backup" in done.stderr) == (1, True)
    assert list(tmp_path.iterdir()) == []


def test_in_a_folder_old_ones_go(site, tmp_path):
    for year in (2020, 2021, 2022):
        (tmp_path / f"{year}0101-000000.sanad.age").write_text("old")
    (tmp_path / "notes.txt").write_text("not ours")
    made = site.json("backup", tmp_path, "--keep", 2)
    assert made["removed"] == 2
    assert {file.name for file in tmp_path.iterdir()} == {
        "notes.txt", "20220101-000000.sanad.age", Path(made["path"]).name
    }  # fmt: skip


def test_an_original_that_is_gone_is_said_and_the_rest_is_saved(site, tmp_path):
    [original] = [file for file in (site.home / "originals").iterdir() if len(file.name) == 64][:1]
    original.rename(tmp_path / "away")
    try:
        done = site.run("backup", tmp_path / "b", "--json")
        assert (done.returncode, json.loads(done.stdout)["missing"]) == (1, [original.name])
        assert site.json("backup", "status", code=1)["good"] is False
    finally:
        (tmp_path / "away").rename(original)


def test_every_secret_of_a_site_is_either_saved_or_kept_back_on_purpose(site):
    saved = {path.name for pattern in NEEDED for path in site.home.glob(pattern)}
    rest = {path.name for path in (site.home / "keys").iterdir()} - saved
    assert {name for name in rest if not KEPT_BACK.fullmatch(name)} == set()


def test_a_restore_that_is_asked_to_stop_leaves_nothing(site, backup, keys):
    words = ["restore", backup["path"], "--identity", keys / "key", "--into", keys / "s", "--without-erasures"]
    number = site.start(*words)
    end = time.monotonic() + 60
    while not (keys / "s.part" / "pg" / "postmaster.pid").exists():
        assert time.monotonic() < end
        time.sleep(0.01)
    os.kill(number, signal.SIGTERM)
    assert site.wait().returncode == 143
    assert not [file.name for file in keys.iterdir() if file.name.startswith("s.") or file.name == "s"]
    assert leftovers.running_server(keys / "s.part" / "pg") is None
