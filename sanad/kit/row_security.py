"""SQL text for migrations: who may read and write which rows and columns.

Row-level security is the second wall behind the readers: it guards against a forgotten filter,
not against injected SQL, which could set the scope itself. The scope is the setting
`sanad.scope` of the transaction: the custodian offices that the reader sees, as `{1,2,3}`.
After a transaction the setting is '' and not NULL, hence `nullif`; no scope means no rows.

Known traps: COPY into a protected table is refused (stage, then INSERT ... SELECT); foreign keys
look past the policies; history tables need `protect` too; the owner obeys as well (FORCE), so a
data migration sets a scope first.
"""

import re
from collections.abc import Sequence

NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}\Z")

SCOPE_FUNCTION = """
create or replace function sanad_scope() returns int[]
language sql stable parallel safe
as $$ select coalesce(nullif(current_setting('sanad.scope', true), ''), '{}')::int[] $$;
"""

# Institutions to which the reader is tied, and single reports that an emergency opens: like the scope, set for each
# transaction; not set means none.
CONFLICTS_FUNCTION = """
create or replace function sanad_conflicts() returns int[]
language sql stable parallel safe
as $$ select coalesce(nullif(current_setting('sanad.conflicts', true), ''), '{}')::int[] $$;
"""
GRANTED_FUNCTION = """
create or replace function sanad_granted() returns uuid[]
language sql stable parallel safe
as $$ select coalesce(nullif(current_setting('sanad.granted', true), ''), '{}')::uuid[] $$;
"""

# Run by sanad_owner. sanad_snapshot gets its columns table by table (`readable_by`),
# sanad_vault by `sealed_to`; sanad_backup reads everything by pg_read_all_data and BYPASSRLS, which
# only the administrator's script can give (under FORCE even the owner's pg_dump would fail).
GRANTS = """
grant usage on schema public to sanad_app, sanad_snapshot, sanad_vault;
grant select, insert, update, delete on all tables in schema public to sanad_app;
grant usage, select on all sequences in schema public to sanad_app;
alter default privileges for role sanad_owner in schema public
    grant select, insert, update, delete on tables to sanad_app;
alter default privileges for role sanad_owner in schema public
    grant usage, select on sequences to sanad_app;
"""


def _named(*names: str) -> None:
    """Refuse what is not a plain lower-case identifier: these texts are put together by hand."""
    for name in names:
        if not NAME.match(name):
            raise ValueError(f"not a plain SQL name: {name!r}")


def protect(table: str, column: str = "custodian_id") -> str:
    """Show and take only rows whose custodian is in the scope."""
    _named(table, column)
    return _policy(table, f'"{column}" = any ((select sanad_scope())::int[])')


def protect_many(table: str, column: str = "custodians") -> str:
    """The same for rows that several offices keep together: one of them in the scope is enough."""
    _named(table, column)
    return _policy(table, f'"{column}" && (select sanad_scope())')


def closed_where(table: str, closed: str) -> str:
    """Do not show a row of which this SQL is true to a reader who has conflicts; for all others it is never asked.

    For reading only: what follows from the rows of all offices is written under a scope without conflicts. For the
    application's role only: the others ask for no user, and may not read the tables that are asked here.
    """
    _named(table)
    return (
        f'create policy conflict on "{table}" as restrictive for select to sanad_app'
        f" using ((select sanad_conflicts()) = '{{}}' or not ({closed}));\n"
    )


def granted_where(table: str, granted: str) -> str:
    """Show further rows, of which this SQL is true; for reading only."""
    _named(table)
    return f'create policy granted on "{table}" for select to sanad_app using ({granted});\n'


def _policy(table: str, allowed: str) -> str:
    return (
        f'alter table "{table}" enable row level security;\n'
        f'alter table "{table}" force row level security;\n'
        f'create policy scope on "{table}" using ({allowed}) with check ({allowed});\n'
    )


def unprotect(table: str) -> str:
    """Undo `protect` or `protect_many`; for the way back of a migration."""
    _named(table)
    return (
        f'drop policy if exists scope on "{table}";\n'
        f'drop policy if exists conflict on "{table}";\n'
        f'drop policy if exists granted on "{table}";\n'
        f'alter table "{table}" no force row level security;\n'
        f'alter table "{table}" disable row level security;\n'
    )


def append_only(table: str, role: str = "sanad_app") -> str:
    """Let a role add rows and read them, but never change or remove one."""
    _named(table, role)
    return f'revoke update, delete, truncate on "{table}" from "{role}";\n'


def readable_by(table: str, role: str, columns: Sequence[str]) -> str:
    """Let a role read these columns and no other; row security still applies to it."""
    _named(table, role, *columns)
    return f'grant select ({_list(columns)}) on "{table}" to "{role}";\n'


def sealed_to(table: str, column: str, open_columns: Sequence[str]) -> str:
    """Let only sanad_vault read `column`; sanad_app reads `open_columns` and may still write all.

    A column that a later migration adds has to be granted there with `readable_by`.
    """
    _named(table, column, *open_columns)
    if column in open_columns:
        raise ValueError(f"{column} cannot be sealed and open at once")
    return (
        f'revoke select on "{table}" from sanad_app, sanad_snapshot;\n'
        + readable_by(table, "sanad_app", open_columns)
        + f'grant select on "{table}" to sanad_vault;\n'
    )


def _list(columns: Sequence[str]) -> str:
    if not columns:
        raise ValueError("no columns named")
    return ", ".join(f'"{column}"' for column in columns)
