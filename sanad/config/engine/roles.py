"""The database roles: one text for the embedded server and for the administrator of a real one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

OWNER = "sanad_owner"
APP = "sanad_app"
SNAPSHOT = "sanad_snapshot"
VAULT = "sanad_vault"
BACKUP = "sanad_backup"
SEARCH = "sanad_search"
ROLES = (OWNER, APP, SNAPSHOT, VAULT, BACKUP, SEARCH)
DATABASE = "sanad"

END = re.compile(r"(;|\\gexec)[ \t]*\n")


def script(database: str = DATABASE) -> str:
    """The text for psql that makes the roles and the database; running it again changes nothing."""
    if not re.fullmatch(r"[a-z][a-z0-9_]{0,62}", database):
        raise ValueError(f"not a plain database name: {database!r}")
    return Path(__file__).with_name("roles.sql").read_text(encoding="utf-8").replace("{database}", database)


def apply(connection: Any, database: str = DATABASE) -> None:  # Any: psycopg is imported late, see cluster.py
    """Run the script as psql would, on an autocommit connection of a superuser."""
    for statement, makes_statements in statements(script(database)):
        rows = connection.execute(statement)
        if makes_statements:
            for (made,) in rows.fetchall():
                connection.execute(made)


def statements(text: str) -> Iterator[tuple[str, bool]]:
    """Each statement, and whether psql's \\gexec follows: then its result is what has to be run."""
    lines = "".join(line for line in text.splitlines(keepends=True) if not line.startswith("--"))
    parts = END.split(lines)
    for statement, end in zip(parts[::2], parts[1::2], strict=False):
        yield statement.strip(), end == "\\gexec"
