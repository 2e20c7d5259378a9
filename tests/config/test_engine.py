"""The embedded database: started, joined, left, and what an earlier one left behind."""

import os
import signal
import subprocess
import sys
import time

import psycopg
import pytest

from sanad.config.engine import EmbeddedPostgres, EngineError, folders, leftovers, roles
from tests.config.conftest import new_home


@pytest.fixture(scope="module")
def engine():
    with new_home() as folder:
        yield EmbeddedPostgres(folder, fast=True).start()


def ask(engine, question, role="postgres", database="postgres"):
    with psycopg.connect(engine.address(role, database)) as connection:
        return connection.execute(question).fetchall()


def test_no_role_is_a_superuser_and_only_backup_reads_past_row_security(engine):
    rows = ask(
        engine, "select rolname, rolsuper, rolbypassrls, rolcreaterole from pg_roles where rolname like 'sanad%'"
    )
    assert {row[0] for row in rows} == set(roles.ROLES)
    assert not any(row[1] or row[3] for row in rows)
    assert [row[0] for row in rows if row[2]] == [roles.BACKUP]


def test_statements_are_kept_out_of_its_log(engine):
    secret = "Gulalai-of-Bannu"
    with psycopg.connect(engine.address()) as connection, pytest.raises(psycopg.Error):
        connection.execute(f"select '{secret}'::int")
    assert secret not in engine.log.read_text(errors="replace")


def test_nobody_connects_over_the_network(engine):
    assert ask(engine, "show listen_addresses") == [("",)]
    assert engine.sockets.stat().st_mode & 0o077 == 0


def test_a_second_process_joins_and_the_last_one_out_stops_it(engine, home):
    first = EmbeddedPostgres(home, fast=True).start()
    second = EmbeddedPostgres(home, fast=True).start()
    number = leftovers.running_server(first.data)
    assert leftovers.running_server(second.data) == number
    assert first.leave() is False
    assert second.answers()
    assert second.leave() is True
    assert leftovers.running_server(first.data) is None


def test_two_first_starts_at_once_share_one_server(home):
    code = (
        "import sys; from pathlib import Path; from sanad.config.engine import EmbeddedPostgres, leftovers;"
        "e = EmbeddedPostgres(Path(sys.argv[1]), fast=True).start(); print(leftovers.running_server(e.data))"
    )
    both = [subprocess.Popen([sys.executable, "-c", code, home], stdout=subprocess.PIPE) for _ in range(2)]
    said = {process.communicate(timeout=60)[0] for process in both}
    assert len(said) == 1
    assert said != {b"None\n"}
    EmbeddedPostgres(home).stop()


def test_it_starts_again_after_being_killed(home):
    engine = EmbeddedPostgres(home).start()
    with psycopg.connect(engine.address("sanad_owner", "sanad"), autocommit=True) as connection:
        connection.execute("create table kept (n int)")
    os.kill(leftovers.running_server(engine.data), signal.SIGKILL)
    again = EmbeddedPostgres(home).start()
    assert ask(again, "select count(*) from kept", "sanad_owner", "sanad") == [(0,)]
    again.stop()


def test_a_lock_with_the_number_of_another_program_does_not_hinder_it(home):
    engine = EmbeddedPostgres(home, fast=True).start()
    lock = (engine.data / "postmaster.pid").read_text()
    engine.stop()
    other = subprocess.Popen(["sleep", "60"])
    try:
        (engine.data / "postmaster.pid").write_text(lock.replace(lock.split()[0], str(other.pid), 1))
        assert leftovers.running_server(engine.data) is None
        began = time.monotonic()
        again = EmbeddedPostgres(home, fast=True).start()
        assert time.monotonic() - began < 30
        again.stop()
        assert other.poll() is None
    finally:
        other.kill()
        other.wait()


def test_a_long_path_with_spaces_works(home):
    long = home / ("a long name " * 6).strip() / ("another " * 8).strip()
    engine = EmbeddedPostgres(long, fast=True).start()
    assert ask(engine, "select 1", "sanad_app", "sanad") == [(1,)]
    engine.stop()


def test_a_socket_path_that_is_too_long_is_said(home, monkeypatch):
    monkeypatch.setenv("SANAD_SOCKETS", str(home / ("long" * 30)))
    with pytest.raises(EngineError, match="too long: set SANAD_SOCKETS"):
        EmbeddedPostgres(home / ("x" * 100), fast=True).start()


def test_a_folder_that_cannot_be_written_is_said(home):
    (home / "file").write_text("")
    with pytest.raises(EngineError, match=r"Cannot write in .*file/home: Not a directory"):
        EmbeddedPostgres(home / "file" / "home", fast=True).start()


def test_a_full_disk_is_said(home, monkeypatch):
    monkeypatch.setattr(folders, "SMALLEST_FREE_SPACE", 2**62)
    with pytest.raises(EngineError, match="is full"):
        EmbeddedPostgres(home, fast=True).start()


def test_a_socket_folder_of_somebody_else_is_not_used(home, monkeypatch):
    if os.geteuid() != 0:
        pytest.skip("needs root to make a folder of somebody else")
    monkeypatch.setenv("SANAD_SOCKETS", str(home / "s"))
    engine = EmbeddedPostgres(home / "home", fast=True)
    engine.sockets.mkdir(parents=True)
    os.chown(engine.sockets, 12345, 12345)
    with pytest.raises(EngineError, match="belongs to someone else"):
        engine.start()


def test_a_damaged_cluster_is_said(home):
    engine = EmbeddedPostgres(home, fast=True).start()
    engine.stop()
    (engine.data / "global" / "pg_control").write_bytes(b"")
    with pytest.raises(EngineError, match="did not start"):
        EmbeddedPostgres(home, fast=True).start()


def test_the_script_for_an_administrator_is_what_the_engine_runs():
    script = roles.script("elsewhere")
    made = list(roles.statements(script))
    assert [makes for _, makes in made] == [True] * 5 + [False, True, False, True, False, False, False, True]
    assert 'database "elsewhere"' in script
    with pytest.raises(ValueError, match="plain database name"):
        roles.script('x" owner postgres; --')
