"""Reading imports and what was found in them, through the eyes of a reader."""

from collections.abc import Iterator
from uuid import UUID

from django.conf import settings
from django.db.models import QuerySet

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.exchange.models import Import, ImportFinding


def imports_visible_to(reader: Reader) -> QuerySet[Import]:
    """Imports of the offices that the reader sees, newest first."""
    require(reader, Permission.REPORT_READ)
    return (
        Import.objects.filter(custodian_id__in=sorted(reader.sees)).select_related("batch").order_by("-made_at", "-id")
    )


def imports_kept_by(reader: Reader) -> QuerySet[Import]:
    """Imports that the reader may go on with: those of the own office and the offices below."""
    require(reader, Permission.IMPORT_RUN)
    return imports_visible_to(reader).filter(custodian_id__in=sorted(reader.keeps))


def findings_of(imported: Import, *, level: str = "") -> QuerySet[ImportFinding]:
    """What was found in the rows of an import that the reader was given, in the order of the rows."""
    found = ImportFinding.objects.filter(imported=imported).order_by("sheet", "row", "id")
    return found.filter(level=level) if level else found


def earlier_of_list(imported: Import) -> Import | None:
    """The newest import of the same list and office whose batch still counts."""
    return (
        Import.objects.filter(
            custodian_id=imported.custodian_id, origin=imported.origin, batch__isnull=False, batch__undone_at=None
        )
        .exclude(pk=imported.pk)
        .select_related("batch")
        .order_by("-made_at")
        .first()
    )


def mappings_offered(reader: Reader) -> Iterator[tuple[str, str, str]]:
    """Mappings to begin with: key, title, text; those of the product and those of earlier imports, newest first."""
    for path in sorted((settings.DATA / "mappings").glob("*.yaml")):
        yield f"shipped:{path.stem}", path.stem.replace("_", " "), path.read_text(encoding="utf-8")
    seen: set[str] = set()
    used = (
        imports_visible_to(reader).exclude(mapping="").filter(target="reports", state__in=("done", "checked", "undone"))
    )
    for pk, origin, text in used.values_list("id", "origin", "mapping")[:50]:
        if origin not in seen:
            seen.add(origin)
            yield f"used:{pk}", origin.replace("_", " "), text


def mapping_with(reader: Reader, key: str) -> str | None:
    """The text of one of the mappings offered."""
    return next((text for offered, _title, text in mappings_offered(reader) if offered == key), None)


def import_numbered(pk: UUID) -> Import:
    """For jobs, which run in the scope of whoever started them."""
    return Import.objects.get(pk=pk)
