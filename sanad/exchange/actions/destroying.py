"""Destroying the file of an import, where somebody whom it names was erased: the reports stay, the file is gone."""

from django.db import transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.exchange.models import Import
from sanad.kit.refusals import N_, OutOfOrder, Refused
from sanad.kit.text import clean
from sanad.ledger.actions import record
from sanad.vault.originals import destroy_original
from sanad.vault.queries import originals_kept
from sanad.vault.rules import WhyErased

AT_WORK = (Import.State.QUEUED, Import.State.RUNNING)


@transaction.atomic
def destroy_file(imported: Import, *, by: Reader, why: str) -> int:
    """Destroy the sealed file of an import for good; says of how many imports it was the file.

    What was stored of it stays, and can still be undone. A restored backup destroys it again.
    """
    require(by, Permission.PERSON_ERASE, custodian=imported.custodian_id)
    why = clean(why)
    if not why:
        raise Refused.one("no_reason", N_("Say why the file is destroyed."), field="why")
    same = Import.objects.filter(custodian_id=imported.custodian_id, original=imported.original)
    original = originals_kept().filter(id=imported.original).first() if imported.original else None
    if original is None:
        raise OutOfOrder.one("import.no_original", N_("The file of this import is no longer kept."))
    if same.filter(state__in=AT_WORK).exists():
        raise OutOfOrder.one("import.at_work", N_("The file is being read. Wait for the end, or cancel the import."))
    destroy_original(original, by=by, why=WhyErased.DESTROYED)
    number = same.update(original=None, file_destroyed_at=timezone.now(), file_destroyed_why=why[:500])
    record(
        "import.file_destroyed", by=by, object_kind="import", object_id=imported.pk, office=imported.custodian_id,
        imports=number,
    )  # fmt: skip
    return number
