"""The map of docs/map.md, as the house tests read it: imports, foreign keys and includes go downwards only."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
SOURCE = ROOT / "sanad"

ROWS = {
    "config": 9,
    "front": 8,
    "exchange": 7,
    "treaties": 6,
    "strategies": 6,
    "commitments": 5,
    "figures": 4,
    "matching": 3,
    "search": 3,
    "cases": 3,
    "gatherings": 3,
    "violations": 2,
    "projects": 2,
    "accounts": 1,
    "institutions": 1,
    "places": 1,
    "codes": 1,
    "ledger": 0,
    "vault": 0,
    "web": 0,
    "names": -1,
    "kit": -1,
}
SIDEWAYS = {
    ("accounts", "institutions"),
    ("accounts", "places"),
    ("institutions", "places"),
    ("institutions", "codes"),
    ("vault", "ledger"),
    ("names", "kit"),
}


def may_know(one: str, other: str) -> bool:
    """Whether package `one` may import, point to or include `other`."""
    return one == other or ROWS[other] < ROWS[one] or (one, other) in SIDEWAYS


def packages() -> list[str]:
    """The packages that exist."""
    return sorted(folder.name for folder in SOURCE.iterdir() if (folder / "__init__.py").exists())


def package_of(path: Path) -> str:
    """The package that a file of sanad/ belongs to; empty for those above the packages."""
    parts = path.relative_to(SOURCE).parts
    return parts[0] if len(parts) > 1 else ""


def python_files(*, migrations: bool = False) -> list[Path]:
    """Our Python files."""
    return sorted(file for file in SOURCE.rglob("*.py") if migrations or "migrations" not in file.parts)
