"""How closely a value is kept. Every field of every model declares exactly one level.

OPEN    may leave the site in a snapshot or an export: codes, counts, districts, dates, ids.
OFFICE  is read by those who may open the record: summaries, references, notes.
SEALED  is encrypted and opened one by one, with a purpose: names, CNIC, phone, address, narrative.
"""

from collections.abc import Mapping
from typing import Final

OPEN: Final = "open"
OFFICE: Final = "office"
SEALED: Final = "sealed"
LEVELS: Final = (OPEN, OFFICE, SEALED)


def fields_of(declaration: Mapping[str, str]) -> dict[str, str]:
    """Turn `{OPEN: "id slug", SEALED: "blob"}` into `{"id": "open", "slug": "open", "blob": "sealed"}`."""
    levels: dict[str, str] = {}
    for level, names in declaration.items():
        if level not in LEVELS:
            raise ValueError(f"no such level of sensitivity: {level!r}")
        for name in names.split():
            if name in levels:
                raise ValueError(f"{name} is declared twice: {levels[name]} and {level}")
            levels[name] = level
    return levels
