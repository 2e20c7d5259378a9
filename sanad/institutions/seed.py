"""Reads data/institutions: one file for each sort, the same columns in all."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sanad.institutions.rules import InstitutionKind

FOLDER = Path(__file__).resolve().parent.parent.parent / "data" / "institutions"


@dataclass(frozen=True, slots=True)
class SeedInstitution:
    """An institution as the files have it; `place` is a key, `parent` a slug."""

    slug: str
    kind: InstitutionKind
    level: str
    name_en: str
    name_ur: str
    acronym: str
    place: str
    parent: str
    valid_from: str
    role: str
    source: str
    aliases: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every way in which it is written."""
        return tuple(name for name in (self.name_en, self.name_ur, self.acronym, *self.aliases) if name)


@cache
def institutions() -> tuple[SeedInstitution, ...]:
    """Every institution that the product ships."""
    return tuple(one for path in sorted(FOLDER.glob("*.csv")) for one in _rows_of(path))


def _rows_of(path: Path) -> Iterator[SeedInstitution]:
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            aliases = tuple(name for name in row.pop("aliases").split("|") if name)
            kind = InstitutionKind(row.pop("kind"))
            yield SeedInstitution(**row, kind=kind, aliases=aliases)
