"""Import a file of reports by its mapping, or of recommendations: CSV, TSV, XLSX, XLS or JSON, told by its content.

With --dry-run the whole file is read and nothing is stored. The same file again changes nothing; a corrected file
makes revisions of the reports with the same ids. `sanad undo BATCH` takes an import back.
"""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from django.db import transaction
from django.utils.translation import gettext as _

from sanad.accounts.readers import Reader
from sanad.accounts.scope import scoped
from sanad.config import answers
from sanad.config.running import reader_of
from sanad.exchange import actions
from sanad.exchange.actions.running import noted
from sanad.exchange.actions.tallies import Heard
from sanad.exchange.error_file import ErrorFile
from sanad.exchange.mapping.reading import read_mapping
from sanad.exchange.models import Import
from sanad.kit.refusals import N_, Incomplete, Reason, Refused
from sanad.web.refusals import say

NAME = "import"
TOLD_EVERY = 20_000  # rows


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The file, its mapping, and whether it is stored."""
    parser.add_argument("file", metavar="FILE", type=Path)
    parser.add_argument("--mapping", metavar="M.yaml", type=Path, help="what the columns are; reports need it")
    parser.add_argument(
        "--recommendations", action="store_true", help="the rows are recommendations, one for each part of a paragraph"
    )
    parser.add_argument("--dry-run", action="store_true", help="read everything, store nothing")
    parser.add_argument("--errors", metavar="OUT.csv", type=Path, help="write row, column and reason of every finding")


def run(options: argparse.Namespace) -> int:
    """Read the file, and store it unless it is a dry run."""
    if options.mapping is None and not options.recommendations:
        raise Incomplete.one("mapping.none", N_("Say what the columns are: --mapping M.yaml."))
    for path in (options.file, options.mapping):
        if path is not None and not path.is_file():
            raise Refused.one("file.missing", N_("There is no file %(path)s."), path=path)
    mapping = _text_of(options.mapping) if options.mapping else ""
    if not options.recommendations:
        read_mapping(mapping)  # a broken mapping is refused before the file is sealed
    reader = reader_of(options)
    with _error_file(options.errors) as hear:
        imported = (_checked if options.dry_run else _stored)(options, mapping, reader, hear)
    _answer(options, imported)
    return 0


def _text_of(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise Refused.one("mapping.not_utf8", N_("The mapping %(path)s is not written in UTF-8."), path=path) from None


@contextmanager
def _error_file(path: Path | None) -> Iterator[Heard | None]:
    if path is None:
        yield None
        return
    with path.open("w", encoding="utf-8", newline="") as file:
        yield ErrorFile(file).note


def _checked(options: argparse.Namespace, mapping: str, reader: Reader, hear: Heard | None) -> Import:
    """A dry run leaves nothing, not even its own record."""
    with scoped(reader):
        imported = actions.start_import(name=options.file.name, size=options.file.stat().st_size, by=reader)
        notes = _looked_at(options, mapping, imported, reader, hear)
        transaction.set_rollback(True)
    for note in notes:
        answers.tell(say(note))
    return imported


def _looked_at(
    options: argparse.Namespace, mapping: str, imported: Import, reader: Reader, hear: Heard | None
) -> list[Reason]:
    if options.recommendations:
        actions.aim_at_recommendations(imported, by=reader, mapping=mapping)
        actions.check_recommendations(imported, options.file, by=reader, hear=hear)
        return []
    actions.map_import(imported, mapping, by=reader)
    return actions.check_import(imported, options.file, by=reader, hear=hear).notes


def _stored(options: argparse.Namespace, mapping: str, reader: Reader, hear: Heard | None) -> Import:
    """The original is sealed first, then everything is stored in one transaction."""
    with scoped(reader), options.file.open("rb") as file:
        imported = actions.receive_file(
            file, name=options.file.name, size=options.file.stat().st_size, media_type="", by=reader
        )
        if options.recommendations:
            actions.aim_at_recommendations(imported, by=reader, mapping=mapping)
            return actions.run_recommendations(imported, options.file, by=reader, hear=hear)
        actions.map_import(imported, mapping, by=reader)
    with noted(imported, reader) as note, scoped(reader):

        def progress(rows: int) -> None:
            note(rows)
            if rows % TOLD_EVERY == 0:
                answers.tell(_("%(rows)s rows are done.") % {"rows": rows})

        return actions.run_import(imported, options.file, by=reader, hear=hear, progress=progress)


def _answer(options: argparse.Namespace, imported: Import) -> None:
    batch = imported.batch.reference if imported.batch else None
    counts: tuple[str, ...] = ("rows", "reports", "revised", "unchanged", "refused", "warnings")
    result = {"batch": batch, **{name: getattr(imported, name) for name in counts}}
    if options.recommendations:
        counts = ("rows", "unchanged", "refused")
        result = {"import": str(imported.pk), "new": imported.reports, "changed": imported.revised}
        result |= {name: getattr(imported, name) for name in counts}
    lines = [f"{name}: {value}" for name, value in result.items() if value is not None]
    if imported.changed:
        lines.append("revised reports: " + ", ".join(imported.changed))
    answers.answer(options, result, lines)
