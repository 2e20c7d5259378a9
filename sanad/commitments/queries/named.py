"""Names of what commitments point to by number."""

from collections.abc import Collection

from sanad.institutions.models import Institution


def institutions_by_number(numbers: Collection[int]) -> dict[int, Institution]:
    """Institutions by number; the list is open to every reader."""
    return Institution.objects.in_bulk(list(numbers)) if numbers else {}


def institution_numbered(number: object) -> Institution | None:
    """One institution, as a form or an address names it."""
    text = str(number or "")
    return Institution.objects.filter(pk=int(text)).first() if text.isascii() and text.isdecimal() else None
