"""One moment of the database: everything that a backup says of it is read in the same transaction as its dump."""

import hashlib
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
from django.conf import settings
from psycopg import sql
from psycopg.conninfo import make_conninfo

from sanad.config.engine import EngineError, folders, roles
from sanad.ledger.tree import Frontier

PIECE = 2**20
PATIENCE = 60_000  # milliseconds for a table that a migration holds
AT_A_TIME = 20_000  # rows

# What guards the rows, and must be there again after a restore.
GUARDS = {
    "policies": "select count(*) from pg_policies where schemaname = 'public'",
    "protected tables": "select count(*) from pg_class where relrowsecurity and relforcerowsecurity and relkind = 'r'",
    "triggers": "select count(*) from pg_trigger join pg_class on pg_class.oid = tgrelid where not tgisinternal",
    "constraints": "select count(*) from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n'",
    "rights": "select count(*) from pg_class cross join lateral aclexplode(relacl) a"
    " join pg_roles on pg_roles.oid = a.grantee where relnamespace = 'public'::regnamespace and rolname like 'sanad%'",
}


@dataclass(frozen=True)
class Server:
    """Where a database is; each connection says under which role it comes."""

    address: str
    password: str = ""

    def of(self, role: str) -> str:
        """The address for libpq."""
        return make_conninfo(self.address, user=role)

    def environment(self) -> dict[str, str]:
        """For the programs of PostgreSQL: a password on the command line could be read by everybody."""
        path = {"PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8"}
        return {**path, "PGPASSWORD": self.password} if self.password else path

    def connect(self, role: str, **how: Any) -> psycopg.Connection[tuple[Any, ...]]:  # Any: libpq's and any column
        """A connection of its own, past Django."""
        return psycopg.connect(self.of(role), **({"password": self.password} if self.password else {}), **how)


def server_here() -> Server:
    """The database of this site."""
    default = settings.DATABASES["default"]
    options = {name: value for name, value in default["OPTIONS"].items() if isinstance(value, str)}
    port = {"port": default["PORT"]} if default["PORT"] else {}
    return Server(make_conninfo(host=default["HOST"], dbname=default["NAME"], **port, **options), default["PASSWORD"])


@dataclass(frozen=True)
class Moment:
    """An open transaction that sees the database as it was when it began."""

    server: Server
    connection: psycopg.Connection[tuple[Any, ...]]
    name: str

    def dump(self) -> Iterator[bytes]:
        """The dump of this moment, piece by piece."""
        command = [
            *(str(folders.binaries() / "pg_dump"), "--format=custom", "--compress=none"),
            *(f"--snapshot={self.name}", f"--lock-wait-timeout={PATIENCE}", self.server.of(roles.BACKUP)),
        ]
        with tempfile.TemporaryFile() as said:  # a message is no record, and may be longer than a pipe
            program = subprocess.Popen(
                command, stdout=subprocess.PIPE, stderr=said, stdin=subprocess.DEVNULL, env=self.server.environment()
            )
            try:
                assert program.stdout is not None
                while piece := program.stdout.read(PIECE):
                    yield piece
            finally:
                if program.stdout:
                    program.stdout.close()
                if not ended(program):
                    program.kill()
                    program.wait()
            if program.returncode:
                raise EngineError(f"The database could not be dumped: {last_words(said)}")

    def migrations(self) -> list[list[str]]:
        """Every migration that made these tables."""
        rows = self.connection.execute("select app, name from django_migrations order by app, name")
        return [list(row) for row in rows]

    def contents(self) -> dict[str, Any]:
        """What the trailer says of the database."""
        return {**contents_of(self.connection), "open": shown_without_scope(self.server, self.name)}

    def originals(self) -> list[str]:
        """The names of all sealed files that a row speaks of."""
        return names_of_originals(self.connection)

    def originals_now(self) -> set[str]:
        """The same, as it is by now."""
        with self.server.connect(roles.BACKUP) as connection:
            return set(names_of_originals(connection))


def ended(program: subprocess.Popen[bytes]) -> bool:
    """Whether a program whose output is closed ends by itself."""
    try:
        program.wait(5)
    except subprocess.TimeoutExpired:
        return False
    return True


def last_words(said: Any) -> str:  # Any: a temporary file
    """The line that says what was wrong, without the context, which may quote a row."""
    said.seek(0)
    lines = [line for line in said.read().decode(errors="replace").splitlines() if "error:" in line]
    return lines[-1].split("error:", 1)[1].strip() if lines else "no reason given"


@contextmanager
def moment_of(server: Server) -> Iterator[Moment]:
    """Hold one moment open; nobody has to wait for it."""
    with server.connect(roles.BACKUP, options="-c idle_in_transaction_session_timeout=0") as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        name = one(connection, "select pg_export_snapshot()")
        yield Moment(server, connection, str(name))


def one(connection: psycopg.Connection[tuple[Any, ...]], question: str) -> Any:  # Any: whatever the column holds
    """The single value that a question has for an answer."""
    row = connection.execute(question).fetchone()
    return row[0] if row else None


def tables_of(connection: psycopg.Connection[tuple[Any, ...]]) -> list[str]:
    """All tables of the site."""
    rows = connection.execute("select tablename from pg_tables where schemaname = 'public' order by tablename")
    return [name for (name,) in rows]


def contents_of(connection: psycopg.Connection[tuple[Any, ...]]) -> dict[str, Any]:
    """What a restored database has to have again."""
    return {
        "rows": count_rows(connection),
        "guards": guards(connection),
        "deeds": deeds(connection),
        "ledger": ledger(connection),
    }


def count_rows(connection: psycopg.Connection[tuple[Any, ...]]) -> dict[str, int]:
    """Rows of each table."""
    count = sql.SQL("select count(*) from {}")
    return {
        table: connection.execute(count.format(sql.Identifier(table))).fetchone()[0]  # type: ignore[index]
        for table in tables_of(connection)
    }


def guards(connection: psycopg.Connection[tuple[Any, ...]]) -> dict[str, int]:
    """How many policies, triggers, constraints and rights there are."""
    return {name: one(connection, question) for name, question in GUARDS.items()}


def deeds(connection: psycopg.Connection[tuple[Any, ...]]) -> dict[str, object]:
    """The number of deeds and one hash over what they commit to, in the order of their ids."""
    digest, number = hashlib.sha256(), 0
    with connection.cursor("deeds") as cursor:
        cursor.itersize = AT_A_TIME
        cursor.execute("select id, commitment from ledger_deed order by id")
        for id, commitment in cursor:
            digest.update(id.bytes + commitment)
            number += 1
    return {"number": number, "sha256": digest.hexdigest()}


def ledger(connection: psycopg.Connection[tuple[Any, ...]]) -> dict[str, object] | None:
    """Size and root of the tree of deeds; none in a database of before there was one."""
    if one(connection, "select to_regclass('ledger_leaf')") is None:
        return None
    with connection.cursor("leaves") as cursor:
        cursor.itersize = AT_A_TIME
        cursor.execute("select hash from ledger_leaf order by position")
        tree = Frontier().extend(bytes(leaf) for (leaf,) in cursor)
    return {"size": tree.size, "root": tree.root().hex()}


def shown_without_scope(server: Server, moment: str = "") -> list[str]:
    """Tables with row security that show rows to somebody who sees no office; few do, and on purpose."""
    with server.connect(roles.APP) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        if moment:
            connection.execute(sql.SQL("set transaction snapshot {}").format(moment))
        tables = connection.execute(
            "select relname from pg_class where relrowsecurity and relkind = 'r'"
            " and has_any_column_privilege(oid, 'select') order by relname"
        ).fetchall()
        exists = sql.SQL("select exists (select from {})")
        return [
            table
            for (table,) in tables
            if connection.execute(exists.format(sql.Identifier(table))).fetchone() == (True,)
        ]


def names_of_originals(connection: psycopg.Connection[tuple[Any, ...]]) -> list[str]:
    """Every sealed file that a table names, whichever table it is."""
    tables: Sequence[tuple[Any, ...]] = connection.execute(
        "select table_name from information_schema.columns"
        " where table_schema = 'public' and column_name = 'sha256_sealed' order by table_name"
    ).fetchall()
    names: set[str] = set()
    for (table,) in tables:
        query = sql.SQL("select sha256_sealed from {}").format(sql.Identifier(table))
        names.update(name for (name,) in connection.execute(query) if name)
    return sorted(names)
