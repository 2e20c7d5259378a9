"""Updates: a populated database of every release comes up to date whole, after a backup; a newer one is refused."""

import json
import lzma
import shutil
import subprocess
from pathlib import Path

import psycopg
import pytest

from sanad.config.engine import folders
from tests import database
from tests.config.releases import content
from tests.scratch import ScratchSite, running

RELEASES = sorted(folder for folder in Path(content.__file__).parent.iterdir() if (folder / "content.json").exists())
# What set-up itself writes: which migrations there are, what they are about, what was done, which seed was loaded.
WRITTEN_BY_SETUP = frozenset(
    {
        "django_migrations",
        "django_content_type",
        "auth_permission",
        "codes_code",
        "codes_vocabulary",
        "ledger_deed",
        "codes_loaded",
        "places_edition",
        "procrastinate_jobs",
        "procrastinate_events",
    }
)
# What a release changed on purpose, as `table` or `table.column`: one line each, with the migration that does it.
CHANGED: frozenset[str] = frozenset()


@pytest.fixture(params=RELEASES, ids=lambda folder: folder.name)
def release(request):
    return request.param


@pytest.fixture
def older(release, tmp_path, django_db_setup, django_db_blocker):
    """A site with the database of a release."""
    old = ScratchSite(tmp_path / "home", f"scratch_release_{release.name.replace('.', '_')}")
    shutil.copytree(release / "originals", old.home / "originals")
    (old.home / "site.json").write_text('{"kind": "real", "stamp": "older"}')
    with django_db_blocker.unblock(), database.as_owner("postgres") as owner:
        database.drop(owner, old.database)
        owner.execute(f'create database "{old.database}" template template0')
    address = old.address("sanad_owner")
    dump = lzma.decompress((release / "database.dump.xz").read_bytes())
    subprocess.run([folders.binaries() / "pg_restore", "--exit-on-error", "-d", address], input=dump, check=True)
    old.ask(f"comment on database \"{old.database}\" is 'sanad real older'")
    with running(old) as runner:
        yield runner
    with django_db_blocker.unblock(), database.as_owner("postgres") as owner:
        database.drop(owner, old.database)


def test_a_release_comes_up_to_date_after_a_backup_and_loses_nothing(release, older):
    refused = older.run("setup")
    assert (refused.returncode, "setup --without-backup" in refused.stderr) == (1, True), refused.stderr
    made = older.json("backup", "recipients", "new", older.home.parent / "key")
    (older.home / "backup_recipients").write_text(made["public"] + "\n")
    assert older.json("setup")["changed"] is True
    [backup] = (older.home / "backups").iterdir()
    assert backup.name.startswith("before-")
    assert older.ask("select count(*) from ledger_deed where action = 'backup.made'") == [(1,)]
    with psycopg.connect(older.address) as now:
        after = content.content_of(now)
    before = json.loads((release / "content.json").read_text())
    assert content.lost(before, after, CHANGED | WRITTEN_BY_SETUP) == []
    for table in WRITTEN_BY_SETUP & set(before):
        assert after[table]["rows"] >= before[table]["rows"]
    assert older.json("setup")["changed"] is False
    found = older.json("restore", backup, "--identity", older.home.parent / "key", "--verify")
    assert found["problems"] == []


def test_a_newer_database_is_refused_in_one_line(scratch, runner):
    scratch.ask("insert into django_migrations (app, name, applied) values ('violations', '0999_of_tomorrow', now())")
    marks = "select shobj_description(oid, 'pg_database') from pg_database where datname = current_database()"
    [(mark,)] = scratch.ask(marks)
    scratch.ask(f"comment on database \"{scratch.database}\" is 'sanad real tomorrow'")
    try:
        for words in (("setup",), ("setup", "--without-backup"), ("imports",), ("serve", "--bind", "127.0.0.1:8998")):
            done = runner.run(*words)
            assert done.returncode == 1
            lines = [line for line in done.stderr.splitlines() if line != "Sanad stopped."]
            assert len(lines) == 1, done.stderr
            assert "made by a newer release of Sanad than this program (violations 0999_of_tomorrow)" in lines[0]
    finally:
        scratch.ask("delete from django_migrations where name = '0999_of_tomorrow'")
        scratch.ask(f"comment on database \"{scratch.database}\" is '{mark}'")


def test_a_lost_row_and_an_altered_column_are_noticed():
    before = {"t": {"rows": 2, "columns": {"a": "x", "b": "y"}}, "u": {"rows": 1, "columns": {}}}
    assert content.lost(before, before) == []
    assert content.lost(before, {"t": {"rows": 1, "columns": {}}, "u": before["u"]}) == ["t: 2 rows, then 1"]
    assert content.lost(before, {"t": {"rows": 2, "columns": {"a": "x", "b": "z"}}}) == ["t.b", "u: 1 rows, then None"]
    assert content.lost(before, {"t": {"rows": 2, "columns": {"a": "x"}}}, frozenset({"t.b", "u"})) == []
