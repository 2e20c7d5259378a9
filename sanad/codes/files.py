"""Reading `data/codes`, `data/classifications` and `data/presets.yaml`. No database."""

import csv
import hashlib
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import yaml

from sanad.codes.rules import Classification, Preset, Tree, classification_from, presets_from
from sanad.kit.refusals import N_, Reason, Refused

VOCABULARIES = "codes/vocabularies.csv"
PRESETS = "presets.yaml"
VERSION_LENGTH = 12
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # the same in C, eight times as fast, where it was built


@dataclass(frozen=True, kw_only=True)
class CodeLine:
    """One line of a vocabulary's file."""

    slug: str
    parent: str | None
    name_en: str
    name_ur: str
    definition_en: str
    huridocs: str
    iccs: str
    since: date | None
    until: date | None
    heading: bool
    rank: int | None
    also: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class VocabularyFile:
    """A vocabulary as it stands in its file, codes in the order of the lines."""

    slug: str
    name_en: str
    name_ur: str
    version: str
    codes: tuple[CodeLine, ...]

    @property
    def tree(self) -> Tree[str]:
        """Each slug and its parent."""
        return {code.slug: code.parent for code in self.codes}


def vocabularies_in(folder: Path) -> tuple[VocabularyFile, ...]:
    """Every vocabulary of the data folder; refuses with every fault of every file at once."""
    faults: list[Reason] = []
    found = []
    for row in _rows(folder / VOCABULARIES):
        file = folder / "codes" / f"{row['slug']}.csv"
        codes = _codes(file, faults)
        names = {name: row[name].strip() for name in ("slug", "name_en", "name_ur", "version")}
        found.append(VocabularyFile(**names, codes=codes))
    if faults:
        raise Refused(faults)
    return tuple(found)


def trees_in(folder: Path) -> dict[str, Tree[str]]:
    """The tree of every vocabulary of the data folder."""
    return {vocabulary.slug: vocabulary.tree for vocabulary in vocabularies_in(folder)}


def classifications_in(folder: Path) -> tuple[Classification, ...]:
    """The official lists of the data folder, oldest first."""
    trees = trees_in(folder)
    files = sorted((folder / "classifications").glob("*.yaml"))
    found = [classification_from(_yaml(file), file.name, trees) for file in files]
    return tuple(sorted(found, key=lambda one: (one.valid_from, one.slug)))


def presets_in(folder: Path) -> tuple[Preset, ...]:
    """The presets of the data folder, in the order of the file."""
    return presets_from(_yaml(folder / PRESETS), PRESETS, trees_in(folder))


def version_of(folder: Path) -> str:
    """A short hash over all codes and classifications: changes when a count by them could."""
    found = hashlib.sha256()
    for file in sorted([*folder.glob("codes/*.csv"), *folder.glob("classifications/*.yaml")]):
        found.update(f"{file.relative_to(folder).as_posix()}\0".encode())
        found.update(file.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return found.hexdigest()[:VERSION_LENGTH]


def _codes(file: Path, faults: list[Reason]) -> tuple[CodeLine, ...]:
    codes: list[CodeLine] = []
    seen: set[str] = set()
    for number, row in enumerate(_rows(file), start=2):
        try:
            code = _code(row)
        except (KeyError, ValueError):
            faults.append(_fault(file, number, "line", N_("%(file)s, line %(line)s: this line cannot be read.")))
            continue
        if code.slug in seen:
            faults.append(_fault(file, number, "twice", N_("%(file)s, line %(line)s: this slug stands there twice.")))
        if code.parent is not None and code.parent not in seen:
            sentence = N_("%(file)s, line %(line)s: the parent does not stand above this line.")
            faults.append(_fault(file, number, "no_parent", sentence))
        seen.add(code.slug)
        codes.append(code)
    return tuple(codes)


def _code(row: dict[str, str]) -> CodeLine:
    texts = ("slug", "name_en", "name_ur", "definition_en", "huridocs", "iccs")
    return CodeLine(
        **{name: row[name].strip() for name in texts},
        parent=row["parent"].strip() or None,
        since=date.fromisoformat(row["since"]) if row["since"] else None,
        until=date.fromisoformat(row["until"]) if row["until"] else None,
        heading=row["heading"] == "yes",
        rank=int(row["rank"]) if row["rank"] else None,
        also=tuple(text.strip() for text in row["also"].split(";") if text.strip()),
    )


def _fault(file: Path, number: int, code: str, sentence: str) -> Reason:
    return Reason(f"codes.{code}", sentence, {"file": file.name, "line": number})


def _rows(file: Path) -> list[dict[str, str]]:
    try:
        with file.open(encoding="utf-8-sig", newline="") as lines:
            return list(csv.DictReader(lines, restval=""))
    except (FileNotFoundError, UnicodeDecodeError, csv.Error) as error:
        raise _unreadable(file, error) from error


def _yaml(file: Path) -> object:
    try:
        return yaml.load(file.read_text(encoding="utf-8"), LOADER)
    except (FileNotFoundError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise _unreadable(file, error) from error


def _unreadable(file: Path, error: Exception) -> Refused:
    why = " ".join(str(error).split())
    return Refused.one("codes.no_file", N_("%(file)s cannot be read: %(why)s"), file=file.name, why=why)
