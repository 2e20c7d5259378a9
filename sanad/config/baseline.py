"""The tables of a fresh site in one file of SQL, so that set-up need not go through every migration.

`baseline.sql` is what the migrations that it names make of an empty database; those that came later run after it. A
test compares the two. `make baseline` writes it anew.
"""

import re
import subprocess
from pathlib import Path

from django.db import connection, transaction

from sanad.config.backup.moment import Server
from sanad.config.engine import folders, roles

FILE = Path(__file__).with_name("baseline.sql")
# What a database brings along, and what `migrate` writes by itself at its end.
PASSED_OVER = ("django_migrations", "django_content_type", "auth_permission")
HEAD = """-- The tables of a fresh site, as its migrations make them. Written by `make baseline`: do not edit.
"""
# What pg_dump sets for its own session, says of itself, and would say of every table: that its owner is the owner.
SESSION = r"\w+_timeout|client_\w+|standard_conforming_strings|check_function_bodies|xmloption|row_security|default_\w+"
NOISE = re.compile(
    rf"^(--.*|\\(un)?restrict .*|SET ({SESSION}) = .*;|SELECT pg_catalog\.set_config\('search_path'.*"
    rf"|SELECT pg_catalog\.setval\('public\.({'|'.join(PASSED_OVER)})_id_seq'.*"
    rf"|ALTER .* OWNER TO {roles.OWNER};)\n",
    re.MULTILINE,
)


def is_empty() -> bool:
    """Has nothing been made in this database yet?"""
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from pg_class where relnamespace = 'public'::regnamespace")
        return cursor.fetchone()[0] == 0


def begin() -> None:
    """Make the tables of the baseline in an empty database, all or none; as the owner."""
    if FILE.exists() and is_empty():
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("set local check_function_bodies = off")
            cursor.execute(FILE.read_text(encoding="utf-8"))


def migrations_in(text: str) -> set[tuple[str, str]]:
    """The migrations that a baseline holds."""
    return set(
        re.findall(r"^insert into django_migrations .* values \('(\w+)', '(\w+)', now\(\)\);$", text, re.MULTILINE)
    )


def written(server: Server) -> str:
    """The baseline of a database that was just migrated: tables, rows that migrations wrote, and their names."""
    tables = _dump(server, "--schema-only")
    rows = _dump(server, "--data-only", "--inserts", *(f"--exclude-table-data={name}" for name in PASSED_OVER))
    with server.connect(roles.OWNER) as owner:
        known = owner.execute("select app, name from django_migrations order by id").fetchall()
    names = "".join(
        f"insert into django_migrations (app, name, applied) values ('{app}', '{name}', now());\n"
        for app, name in known
    )
    return HEAD + tables + rows + names


def _dump(server: Server, *words: str) -> str:
    command = [str(folders.binaries() / "pg_dump"), *words, server.of(roles.BACKUP)]
    done = subprocess.run(command, env=server.environment(), capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"pg_dump: {done.stderr.strip()}")
    return re.sub(r"\n{2,}", "\n\n", NOISE.sub("", done.stdout)).lstrip()
