"""An original opened again for its import, as a file that has no name on the disk."""

import os
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from django.conf import settings

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.exchange.models import Import
from sanad.kit.refusals import N_, OutOfOrder
from sanad.vault.originals import open_original
from sanad.vault.rules import Purpose

REASON = "reading the columns of an imported file"


@contextmanager
def opened(imported: Import, *, by: Reader) -> Iterator[Path]:
    """The plain file for as long as it is needed.

    Whoever may import sees columns and marked samples, never a sealed value; the machine reads the file for them. That
    it was opened is written down like every look.
    """
    require(by, Permission.IMPORT_RUN, custodian=imported.custodian_id)
    if imported.original is None:
        raise OutOfOrder.one("import.no_original", N_("The file of this import is no longer kept."))
    machine = replace(by, permissions=by.permissions | {Permission.SEALED_OPEN})
    with nameless(open_original(machine, imported.original, reason=REASON, purpose=Purpose.ENTRY)) as path:
        yield path


@contextmanager
def nameless(pieces: Iterable[bytes]) -> Iterator[Path]:
    """A file with these bytes that has no name, so that a crash leaves nothing to find."""
    folder = Path(settings.SANAD_HOME) / "run"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    with tempfile.TemporaryFile(dir=folder) as file:
        for piece in pieces:
            file.write(piece)
        file.flush()
        yield Path(f"/proc/{os.getpid()}/fd/{file.fileno()}")
