"""The texts are run, and tried as the roles they are about: a second wall that nobody pushed is none."""

import os

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from psycopg import errors, sql

from sanad.config.engine import roles
from sanad.kit import row_security as rows
from tests.database import as_owner, drop

TABLES = """
create table record (id int primary key, custodian_id int not null, summary text);
create table event (id int primary key, custodians int[] not null);
create table deed (id int primary key, what text);
create table identity (id int primary key, about int, blob bytea);
insert into record values (1, 1, 'one'), (2, 2, 'two'), (3, 2, 'three');
insert into event values (1, '{1}'), (2, '{2}'), (3, '{1,2}');
insert into identity values (1, 1, 'sealed');
"""
LAWS = (
    rows.protect("record")
    + rows.readable_by("record", roles.SNAPSHOT, ["id", "custodian_id"])
    + rows.protect_many("event")
    + rows.append_only("deed")
    + rows.sealed_to("identity", "blob", ["id", "about"])
)


def address(database, role):
    server = connection.settings_dict
    found = {"host": server["HOST"], "port": server["PORT"], "password": server["PASSWORD"]}
    return {"dbname": database, "user": role} | {name: value for name, value in found.items() if value}


@pytest.fixture(scope="module")
def database():
    name = f"test_{settings.TEST_DATABASE}_rows_{os.getpid()}"
    with as_owner("postgres") as owner:
        drop(owner, name)
        owner.execute(sql.SQL("create database {} template template0").format(sql.Identifier(name)))
    with psycopg.connect(**address(name, roles.OWNER), autocommit=True) as owner:
        owner.execute(rows.SCOPE_FUNCTION + rows.GRANTS + TABLES + LAWS)
    yield name
    with as_owner("postgres") as owner:
        drop(owner, name)


@pytest.fixture
def run(database):
    """Run a statement as a role with a scope, undo it, and give its rows or their number."""

    def as_role(statement, *, scope="", role=roles.APP):
        with psycopg.connect(**address(database, role)) as connected:
            connected.execute("select set_config('sanad.scope', %s, true)", [scope])
            done = connected.execute(statement)
            found = done.fetchall() if done.description else done.rowcount
            connected.rollback()
            return found

    return as_role


def ids(found):
    return [row[0] for row in found]


def test_an_office_sees_the_records_it_keeps_and_no_other(run):
    everything = "select id from record order by id"
    assert ids(run(everything, scope="{1}")) == [1]
    assert ids(run(everything, scope="{2,7}")) == [2, 3]
    assert ids(run(everything, scope="{1,2}")) == [1, 2, 3]


def test_without_a_scope_nobody_sees_anything_not_even_the_owner(run):
    assert run("select id from record") == run("select id from event") == []
    assert run("select id from record", role=roles.OWNER) == []


def test_a_connection_that_never_heard_of_a_scope_sees_nothing(database):
    with psycopg.connect(**address(database, roles.APP)) as connected:
        assert connected.execute("select id from record").fetchall() == []


def test_an_event_of_two_offices_is_seen_by_both(run):
    everything = "select id from event order by id"
    assert ids(run(everything, scope="{1}")) == [1, 3]
    assert ids(run(everything, scope="{2}")) == [2, 3]


def test_nothing_is_written_into_or_moved_to_another_office(run):
    assert run("insert into record values (9, 1, 'mine')", scope="{1}") == 1
    with pytest.raises(errors.InsufficientPrivilege):
        run("insert into record values (9, 2, 'yours')", scope="{1}")
    with pytest.raises(errors.InsufficientPrivilege):
        run("update record set custodian_id = 2 where id = 1", scope="{1}")
    assert run("update record set summary = 'changed' where id = 2", scope="{1}") == 0


def test_the_scope_is_worked_out_once_and_the_index_serves(run):
    plan = "\n".join(ids(run("explain select id from record where id = 1", scope="{1}")))
    assert "InitPlan" in plan
    assert "SubPlan" not in plan


def test_the_application_cannot_lift_the_wall(run):
    with pytest.raises(errors.InsufficientPrivilege):
        run("alter table record disable row level security", scope="{1}")


def test_deeds_are_added_and_never_changed(run):
    assert run("insert into deed values (1, 'report.recorded')") == 1
    for change in ("update deed set what = ''", "delete from deed", "truncate deed"):
        with pytest.raises(errors.InsufficientPrivilege):
            run(change)


def test_only_the_vault_reads_what_is_sealed(run):
    assert run("select id, about from identity") == [(1, 1)]
    assert run("insert into identity values (2, 1, 'sealed too')") == 1
    with pytest.raises(errors.InsufficientPrivilege):
        run("select blob from identity")
    with pytest.raises(errors.InsufficientPrivilege):
        run("select * from identity", role=roles.SNAPSHOT)
    assert run("select blob from identity", role=roles.VAULT) == [(b"sealed",)]


def test_the_snapshot_reads_its_columns_of_the_offices_in_its_scope(run):
    assert run("select id, custodian_id from record", scope="{1}", role=roles.SNAPSHOT) == [(1, 1)]
    with pytest.raises(errors.InsufficientPrivilege):
        run("select summary from record", scope="{1}", role=roles.SNAPSHOT)
    with pytest.raises(errors.InsufficientPrivilege):
        run("delete from record", scope="{1}", role=roles.SNAPSHOT)


def test_the_backup_reads_everything(run):
    assert len(run("select * from record", role=roles.BACKUP)) == 3


def test_tables_made_later_are_the_applications_too(database, run):
    with psycopg.connect(**address(database, roles.OWNER), autocommit=True) as owner:
        owner.execute("create table later (id int generated always as identity primary key, what text)")
    assert run("insert into later (what) values ('x')") == 1


def test_a_wall_can_be_taken_down_by_the_way_back_of_a_migration(database, run):
    with psycopg.connect(**address(database, roles.OWNER), autocommit=True) as owner:
        owner.execute("create table once (custodian_id int); insert into once values (1)")
        owner.execute(rows.protect("once"))
        assert run("select * from once") == []
        owner.execute(rows.unprotect("once"))
    assert run("select * from once") == [(1,)]


@pytest.mark.parametrize("name", ['record"; drop table record; --', "Record", "", "a b", "1st", "x" * 64, "record\n"])
def test_only_plain_names_are_put_into_a_text(name):
    for write in (rows.protect, rows.protect_many, rows.unprotect, rows.append_only):
        with pytest.raises(ValueError, match="plain SQL name"):
            write(name)
    with pytest.raises(ValueError, match="plain SQL name"):
        rows.readable_by("record", roles.SNAPSHOT, ["id", name])


def test_a_sealed_column_is_not_open_and_no_columns_are_not_all():
    with pytest.raises(ValueError, match="sealed and open"):
        rows.sealed_to("identity", "blob", ["id", "blob"])
    with pytest.raises(ValueError, match="no columns"):
        rows.readable_by("record", roles.SNAPSHOT, [])
