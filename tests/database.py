"""The test database: migrated once as the owner, kept as a template, copied for every process of a test run.

The template is named after everything that shapes the tables, so it is made again when one of those changes.
"""

import fcntl
import hashlib
import os
from contextlib import contextmanager

import psycopg
from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections
from psycopg import sql

from sanad.codes.actions import load_codes
from sanad.config import baseline, site
from sanad.config.engine import roles
from sanad.institutions.actions import load_institutions
from sanad.places.actions import load_places

PREFIX = "test_template_"
KEPT = 6  # several people may work on one tree, and switch between its branches


def stamp() -> str:
    """Changes with what shapes the tables of a site, and with the list of its parts."""
    shape = f"{site.stamp(settings.BASE)} {' '.join(settings.INSTALLED_APPS)}"
    return hashlib.sha256(shape.encode()).hexdigest()[:16]


@contextmanager
def as_owner(database: str):
    """A plain connection of the owner; every test process that makes databases waits for the others here."""
    server = connection.settings_dict
    with open(settings.SANAD_HOME / ".test-databases.lock", "a") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        address = {"host": server["HOST"], "port": server["PORT"], "password": server["PASSWORD"]}
        address = {name: value for name, value in address.items() if value}
        with psycopg.connect(dbname=database, user=roles.OWNER, autocommit=True, **address) as owner:
            yield owner


def make(name: str) -> None:
    """A fresh database of this name for the application role."""
    copy(name)
    _use(name, settings.DATABASE_ROLE)


def copy(name: str) -> None:
    """A fresh database of this name, as every site is after set-up; nobody is connected to it yet."""
    template = PREFIX + stamp()
    with as_owner("postgres") as owner:
        known = {row[0] for row in owner.execute("select datname from pg_database")}
        if template not in known:
            for old in _templates(owner)[KEPT - 1 :]:
                drop(owner, old)
            _migrate(owner, template)
        drop(owner, name)
        copying = sql.SQL("create database {} template {} strategy file_copy")
        owner.execute(copying.format(sql.Identifier(name), sql.Identifier(template)))


def _templates(owner: psycopg.Connection) -> list[str]:
    """The templates that are there, the newest first."""
    asked = "select datname from pg_database where starts_with(datname, %s) order by oid desc"
    return [name for (name,) in owner.execute(asked, [PREFIX])]


@contextmanager
def passing(name: str):
    """An empty database that the default connection uses as its owner; dropped at the end."""
    server, before = connection.settings_dict, dict(connection.settings_dict)
    with as_owner("postgres") as owner:
        drop(owner, name)
        owner.execute(sql.SQL("create database {} template template0").format(sql.Identifier(name)))
        try:
            _use(name, roles.OWNER)
            yield
        finally:
            connections.close_all()
            for alias in connections:
                connections[alias].settings_dict["NAME"] = before["NAME"]
            server["USER"] = before["USER"]
            drop(owner, name)


def load_reference_data() -> None:
    """Codes, places and institutions, as every site has them."""
    load_codes()
    load_places()
    load_institutions()


def drop(owner: psycopg.Connection, name: str) -> None:
    """Drop a database of ours, whoever is connected."""
    owner.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))


def remove(name: str) -> None:
    """Drop the database at the end of the run."""
    connections.close_all()
    with as_owner("postgres") as owner:
        drop(owner, name)


def _migrate(owner: psycopg.Connection, template: str) -> None:
    part = f"test_part_{os.getpid()}"
    drop(owner, part)
    owner.execute(sql.SQL("create database {} template template0").format(sql.Identifier(part)))
    _use(part, roles.OWNER)
    baseline.begin()
    call_command("migrate", verbosity=0)
    load_reference_data()
    with connection.cursor() as cursor:  # tests that commit empty the tables afterwards; the site itself may not
        cursor.execute(f"grant truncate on all tables in schema public to {roles.APP}")
    connections.close_all()
    owner.execute(sql.SQL("alter database {} rename to {}").format(sql.Identifier(part), sql.Identifier(template)))


def _use(name: str, role: str) -> None:
    connections.close_all()
    for alias in connections:
        connections[alias].settings_dict["NAME"] = name
    connection.settings_dict["USER"] = role
