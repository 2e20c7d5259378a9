"""The job that checks or stores a large file."""

from uuid import UUID

from procrastinate.contrib.django import app

from sanad.accounts.readers import reader_from
from sanad.accounts.scope import scoped
from sanad.exchange import queries
from sanad.exchange.actions.checking import check_import
from sanad.exchange.actions.running import TASK, noted, run_import
from sanad.exchange.beside import Cancelled
from sanad.exchange.models import Import
from sanad.exchange.opened import opened
from sanad.kit.refusals import Refused


@app.task(name=TASK)
def import_later(imported: str, by: dict[str, str | int | None]) -> str:
    """Check or store a received file; what the starter may do is looked at anew."""
    reader = reader_from(by)
    with scoped(reader):
        found = queries.import_numbered(UUID(imported))
    if found.state != Import.State.QUEUED:
        return str(found.state)  # cancelled while it waited
    try:
        with noted(found, reader) as progress, scoped(reader), opened(found, by=reader) as path:
            if found.checking:
                check_import(found, path, by=reader, progress=progress)
            else:
                run_import(found, path, by=reader, progress=progress)
    except (Cancelled, Refused):  # written down in the import, where the page shows it
        return str(found.state)
    return str(found.state)
