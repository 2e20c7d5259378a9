"""The dry run: the whole file is read, nothing is stored."""

from pathlib import Path

from django.db import transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.exchange.actions.foreseeing import foresee
from sanad.exchange.actions.receiving import require_open
from sanad.exchange.actions.tallies import Heard, Progress, Tally
from sanad.exchange.drafting.lists import ListReader
from sanad.exchange.mapping.reading import read_mapping
from sanad.exchange.models import Import
from sanad.exchange.registers import Registers


def open_list(path: Path, imported: Import, *, by: Reader, writing: bool) -> ListReader:
    """The file with its mapping, refused before the first row where they do not fit."""
    return ListReader(
        path,
        read_mapping(imported.mapping),
        Registers(by, writing=writing),
        today=timezone.localdate(),
        named=imported.file_name,
    )


@transaction.atomic
def check_import(
    imported: Import, path: Path, *, by: Reader, hear: Heard | None = None, progress: Progress | None = None
) -> ListReader:
    """Read the whole file: how many reports it would give, what is refused, what is doubtful."""
    require(by, Permission.IMPORT_RUN, custodian=imported.custodian_id)
    if not imported.checking:
        require_open(imported)
    opened = open_list(path, imported, by=by, writing=False)
    tally = Tally(progress=progress)
    foreseen = foresee(tally.watch(opened.drafted(), hear), by=by, origin=opened.mapping.list)
    imported.reports, imported.revised, imported.unchanged = foreseen.reports, foreseen.revised, foreseen.unchanged
    imported.state, imported.why, imported.checking = Import.State.CHECKED, [], False
    tally.write_to(imported)
    imported.save()
    return opened
