"""Names of what commitments point to by number."""

from collections.abc import Collection

from sanad.commitments.models import Action, Cluster
from sanad.institutions.models import Institution


def institutions_by_number(numbers: Collection[int]) -> dict[int, Institution]:
    """Institutions by number; the list is open to every reader."""
    return Institution.objects.in_bulk(list(numbers)) if numbers else {}


def institution_numbered(number: object) -> Institution | None:
    """One institution, as a form or an address names it."""
    text = str(number or "")
    return Institution.objects.filter(pk=int(text)).first() if text.isascii() and text.isdecimal() else None


def cluster_name(pk: str) -> str:
    """The name of a cluster that the reader sees (row security); else nothing."""
    return str(Cluster.objects.filter(pk=pk).first() or "")


def action_title(pk: str) -> str:
    """The same of an action."""
    return str(Action.objects.filter(pk=pk).first() or "")
