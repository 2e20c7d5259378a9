"""The definitions that live indicators are bound to: a saved table at one version."""

from collections.abc import Iterable
from uuid import UUID

from sanad.accounts.models import Office
from sanad.accounts.permissions import Permission
from sanad.accounts.queries.making_readers import given_to, office_tree
from sanad.accounts.readers import Reader, ReaderKind
from sanad.accounts.rules import seen_from
from sanad.commitments.models import Indicator
from sanad.figures.models import SavedTable


def definition_of(reader: Reader, indicator: Indicator) -> SavedTable | None:
    """The saved table of a live indicator as it was when it was bound; None where it is not to be seen."""
    if indicator.table is None:
        return None
    tables = SavedTable.objects.filter(custodian_id__in=sorted(reader.sees))
    return tables.filter(key=indicator.table, version=indicator.table_version).select_related("custodian").first()


def newest_version_of(reader: Reader, key: UUID) -> SavedTable | None:
    """The version that a saved table has now; None where it was withdrawn."""
    return SavedTable.objects.filter(custodian_id__in=sorted(reader.sees), key=key, replaced_at=None).first()


def withdrawn_tables(reader: Reader, indicators: Iterable[Indicator]) -> set[UUID]:
    """Those saved tables of live indicators that have no version in force any more."""
    wanted = {one.table for one in indicators if one.table is not None}
    if not wanted:
        return set()
    there = SavedTable.objects.filter(key__in=wanted, replaced_at=None, custodian_id__in=sorted(reader.sees))
    return wanted - set(there.values_list("key", flat=True))


def counting_for(office_id: int) -> Reader:
    """Who counts the readings of an office: sees what the office sees, and is nobody in particular.

    A reading must not depend on who happened to ask for it, nor on their ties.
    """
    tree = office_tree()
    sight = seen_from(tree, office_id, given_to(office_id))
    permissions = frozenset({Permission.FIGURE_COUNT, Permission.COMMITMENT_READ})
    return Reader(ReaderKind.MACHINE, None, "reading", office_id, sight.sees, sight.counts, permissions)


def live_indicators_of(counting: Reader) -> list[Indicator]:
    """The live indicators that an office keeps."""
    rows = Indicator.objects.filter(custodian_id=counting.office_id, ended_on=None).exclude(live="")
    return list(rows.order_by("id"))


def offices_to_look_at() -> list[int]:
    """Every office: what it keeps is seen once its scope is set."""
    return list(Office.objects.order_by("id").values_list("id", flat=True))
