"""SQL text for migrations: keep the history of a table whose rows are edited in place.

One trigger function and one table for all (docs/decisions/0019): old and new value of what changed, who and why, taken
from the settings of the transaction (`sanad.ledger.scope`). A creation is its own record and is not kept again.
"""

import re

NAME = re.compile(r"[a-z_][a-z0-9_]{0,62}\Z")


def keep_history(table: str, *, key: str = "id", custodian: str = "", leaving_out: tuple[str, ...] = ()) -> str:
    """From now on every update and delete of a row is kept, but for these columns (secrets, counters)."""
    for name in (table, key, *([custodian] if custodian else []), *leaving_out):
        if not NAME.match(name):
            raise ValueError(f"not a plain SQL name: {name!r}")
    words = ", ".join(f"'{word}'" for word in (key, custodian, " ".join(leaving_out)))
    return (
        f'create trigger keep_history after update or delete on "{table}"'
        f" for each row execute function ledger_keep_history({words});\n"
    )


def end_history(table: str) -> str:
    """For the way back of a migration."""
    if not NAME.match(table):
        raise ValueError(f"not a plain SQL name: {table!r}")
    return f'drop trigger if exists keep_history on "{table}";\n'
