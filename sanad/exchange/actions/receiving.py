"""A file comes in: its original is sealed at once, then it gets its mapping."""

import hashlib
from pathlib import PurePath
from typing import BinaryIO

from django.db import transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.exchange.mapping.reading import read_mapping
from sanad.exchange.models import Import
from sanad.kit.refusals import N_, OutOfOrder
from sanad.kit.text import clean, visible
from sanad.ledger.actions import record
from sanad.vault.originals import keep_original, kept_before
from sanad.vault.sealing import sealer_for

CHUNK = 2**20
OPEN_STATES = (Import.State.UPLOADED, Import.State.MAPPED, Import.State.CHECKED)
AGAIN = (Import.State.FAILED, Import.State.CANCELLED, Import.State.INTERRUPTED)


@transaction.atomic
def receive_file(file: BinaryIO, *, name: str, size: int, media_type: str, by: Reader) -> Import:
    """Seal the original, unless this office has the same file already, and begin an import with it."""
    imported = start_import(name=name, size=size, by=by)
    assert by.office_id is not None
    known = kept_before(by.office_id, _fingerprint(file))
    file.seek(0)
    kept = known or keep_original(file, sealer=sealer_for(by.office_id), media_type=media_type, by=by)
    imported.original = kept.pk
    imported.save(update_fields=["original"])
    return imported


def _fingerprint(file: BinaryIO) -> bytes:
    digest = hashlib.sha256()
    while piece := file.read(CHUNK):
        digest.update(piece)
    return digest.digest()


def start_import(*, name: str, size: int, by: Reader) -> Import:
    """Begin an import; the office of the reader will keep its reports."""
    require(by, Permission.IMPORT_RUN)
    if by.office_id is None:
        raise OutOfOrder.one("import.no_office", N_("There is no office yet that could keep the reports."))
    imported = Import.objects.create(
        custodian_id=by.office_id,
        file_name=visible(clean(PurePath(name.replace("\\", "/")).name))[:200] or "file",
        size=size,
        made_by=by.user_id,
        made_at=timezone.now(),
    )
    record("import.begun", by=by, object_kind="import", object_id=imported.pk, office=by.office_id, size=size)
    return imported


@transaction.atomic
def map_import(imported: Import, text: str, *, by: Reader) -> Import:
    """Give the import its mapping; refused with the line of every mistake."""
    require(by, Permission.IMPORT_RUN, custodian=imported.custodian_id)
    require_open(imported)
    mapping = read_mapping(text)
    imported.mapping, imported.origin, imported.state = text, mapping.list, Import.State.MAPPED
    imported.save(update_fields=["mapping", "origin", "state"])
    return imported


@transaction.atomic
def propose_mapping(imported: Import, text: str, *, by: Reader) -> Import:
    """Begin with a guess or an earlier mapping, which a person has to look at."""
    require(by, Permission.IMPORT_RUN, custodian=imported.custodian_id)
    require_open(imported)
    imported.mapping, imported.origin = text, read_mapping(text, strict=False).list
    imported.save(update_fields=["mapping", "origin"])
    return imported


def require_open(imported: Import) -> None:
    """Refuse to change an import that runs or has ended well."""
    if imported.state not in (*OPEN_STATES, *AGAIN):
        raise OutOfOrder.one("import.closed", N_("This import is running or done; it can no longer be changed."))
