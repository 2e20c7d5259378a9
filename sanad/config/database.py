"""The database of the site as a whole: reach it, mark it, work on it as its owner."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache

from django.conf import settings
from django.core.management import call_command
from django.db import connection, connections

from sanad.config import baseline, site
from sanad.config.backup import versions
from sanad.config.engine import EmbeddedPostgres, roles


@cache
def engine() -> EmbeddedPostgres | None:
    """The embedded server of this home; none where DATABASE_URL names a real one."""
    return None if settings.DATABASE_SERVER is not None else EmbeddedPostgres(settings.SANAD_HOME)


def start_engine() -> None:
    """Start or join the embedded server. It stays after the command, so that the next one is quick."""
    if (server := engine()) is not None:
        server.start()


def leave_engine() -> None:
    """End the embedded server, unless another process still uses it."""
    connections.close_all()
    if (server := engine()) is not None:
        server.leave()


@contextmanager
def as_owner() -> Iterator[None]:
    """The default connection under the owner's role, for set-up only."""
    usual = connection.settings_dict
    changed = {"USER": roles.OWNER, "OPTIONS": {k: v for k, v in usual["OPTIONS"].items() if k != "pool"}}
    kept = {name: usual[name] for name in changed}
    connections.close_all()
    usual.update(changed)
    try:
        yield
    finally:
        connections.close_all()
        usual.update(kept)


def migrate() -> None:
    """Bring the tables up to date; an empty database begins with the baseline."""
    with as_owner():
        baseline.begin()
        call_command("migrate", verbosity=0, interactive=False)


def mark() -> site.Mark | None:
    """The mark that set-up left on the database."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select shobj_description(oid, 'pg_database') from pg_database where datname = current_database()"
        )
        words = (cursor.fetchone()[0] or "").split()
    return site.Mark(words[1], words[2]) if len(words) == 3 and words[0] == "sanad" else None


def write_mark(mark: site.Mark) -> None:
    """Leave a mark that the database keeps wherever it goes; only its owner may."""
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "select format('comment on database %%I is %%L', current_database(), %s::text)",
            [f"sanad {mark.kind} {mark.stamp}"],
        )
        cursor.execute(cursor.fetchone()[0])


def require_ready() -> site.Mark:
    """The mark of the site; refuses one whose database is of another version or another kind."""
    here, there = site.require_mark(settings.SANAD_HOME), mark()
    if there is None:
        raise site.WrongSite(f"The database of {settings.SANAD_HOME} is not set up: run `sanad setup`.")
    if here.kind != there.kind:
        raise site.WrongSite(
            f"{settings.SANAD_HOME} is a {here.kind} site, its database is that of a {there.kind} site."
        )
    if there.stamp != site.stamp(settings.BASE):
        versions.require_not_newer(versions.applied())
        again = "demo" if here.kind == site.Kind.DEMO else "setup"
        raise site.WrongSite(f"The database is of another version than the program: run `sanad {again}`.")
    return there


def where() -> str:
    """The server, for a message."""
    server = settings.DATABASE_SERVER
    return f"{server.host}:{server.port or 5432}/{server.name}" if server else str(settings.SANAD_HOME / "pg")
