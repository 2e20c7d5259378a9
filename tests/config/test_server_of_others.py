"""A PostgreSQL server that others run: here an embedded one that stands in for it."""

import psycopg
import pytest

from sanad.config.engine import EmbeddedPostgres, roles
from tests.config.conftest import Site, new_home


@pytest.fixture(scope="module")
def server():
    with new_home() as folder:
        yield EmbeddedPostgres(folder, fast=True).start()


@pytest.fixture(scope="module")
def site(server):
    with new_home() as folder:
        site = Site(folder, {"DATABASE_URL": f"postgresql://whoever@/elsewhere?host={server.sockets}"})
        with psycopg.connect(server.address("postgres", "postgres"), autocommit=True) as administrator:
            roles.apply(administrator, "elsewhere")
        # Here and not in the first test: tests of one file may be shared out among processes.
        assert site.json("setup")["changed"] is True
        yield site


def test_a_site_is_set_up_on_it_and_none_is_started_here(site):
    assert site.json("setup")["changed"] is False
    assert not (site.home / "pg").exists()
    assert site.json("admin", "new", "ali")["username"] == "ali"
    assert site.json("stop") == {"served": False, "database": False}


def test_its_tables_belong_to_the_owner(site, server):
    with psycopg.connect(server.address("postgres", "elsewhere")) as administrator:
        owners = administrator.execute("select distinct tableowner from pg_tables where schemaname = 'public'")
        assert owners.fetchall() == [(roles.OWNER,)]


def test_a_demo_home_cannot_be_joined_to_a_real_database(site):
    with new_home() as folder:
        (folder / "site.json").write_text('{"kind": "demo", "stamp": "x"}')
        done = Site(folder, site.settings).run("serve", "--bind", "127.0.0.1:1")
        assert done.returncode != 0
        done = Site(folder, site.settings).run("admin", "new", "bano")
        assert done.returncode == 1
        assert "is a demo site, its database is that of a real site" in done.stderr


def test_a_server_without_the_roles_is_one_line(server):
    with new_home() as folder:
        address = f"postgresql:///not_there?host={server.sockets}"
        done = Site(folder, {"DATABASE_URL": address}).run("setup")
        assert done.returncode == 3
        assert len(done.stderr.splitlines()) == 1
