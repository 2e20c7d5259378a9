"""The name that a file bore where it came from: kept as a plain word, whatever somebody hid in it. No Django."""

import re

from sanad.kit.text import clean, visible

LONGEST = 200
NAMELESS = "file"
CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")
SEPARATORS = re.compile(r"[/\\]")


def plain_name(said: str) -> str:
    """The last part of a path, in one line, without marks that turn letters round, no longer than a column."""
    last = SEPARATORS.split(clean(said))[-1]
    name = visible(CONTROL.sub("", last)).strip().strip(".").strip()
    if len(name) <= LONGEST:
        return name or NAMELESS
    stem, dot, ending = name.rpartition(".")
    if not dot or len(ending) > 10:
        return name[:LONGEST]
    return f"{stem[: LONGEST - len(ending) - 1]}.{ending}"
