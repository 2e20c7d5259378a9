"""Common names of Pakistan in Urdu: they tell that Umar and Umer are one name and Amir is another."""

from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from sanad.names.letters import arabic
from sanad.names.skeleton import skeleton

NAMES = Path(__file__).resolve().parent.parent.parent / "data" / "names" / "common_names.txt"


@lru_cache(maxsize=1)
def _by_skeleton() -> dict[str, tuple[str, ...]]:
    found = defaultdict(list)
    for line in NAMES.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            for name in line.split():
                found[skeleton(name)].append(arabic(name))
    return {bones: tuple(names) for bones, names in found.items()}


def names_with_skeleton(bones: str) -> tuple[str, ...]:
    """The common names that have this skeleton."""
    return _by_skeleton().get(bones, ())
