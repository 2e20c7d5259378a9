"""Files of reports, as far as a reader may know of them."""

from collections.abc import Collection
from uuid import UUID

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.ledger.models import Deed
from sanad.ledger.queries import deeds_about
from sanad.vault.queries import erased_among
from sanad.violations.models import Evidence
from sanad.violations.queries.consent import withheld_from
from sanad.violations.queries.visible import reports_visible_to

KIND = "evidence"  # of the object of a deed, and of the sealed name
DESTROYED = "original"


def evidence_of(reader: Reader, reports: Collection[UUID]) -> list[Evidence]:
    """The files of these reports, the first received first."""
    require(reader, Permission.REPORT_READ)
    rows = Evidence.objects.filter(report__in=reports_visible_to(reader).filter(pk__in=list(reports)).values("pk"))
    return list(rows.select_related("report").order_by("id"))


def evidence_visible_to(reader: Reader, pk: UUID) -> Evidence | None:
    """One file, if the reader may see its report."""
    require(reader, Permission.REPORT_READ)
    seen = Evidence.objects.filter(pk=pk, report__in=reports_visible_to(reader).values("pk"))
    return seen.select_related("report", "custodian").first()


def destroyed_among(evidence: Collection[Evidence]) -> set[UUID]:
    """Those of these files whose bytes are gone for good."""
    return erased_among([one.pk for one in evidence], DESTROYED)


def is_withheld(reader: Reader, evidence: Evidence) -> bool:
    """Does a file stay closed to this reader because a person whom it concerns did not agree?"""
    return bool(withheld_among(reader, [evidence]))


def withheld_among(reader: Reader, evidence: Collection[Evidence]) -> set[UUID]:
    """Those of these files that stay closed to this reader for that reason; one question for all."""
    withheld = withheld_from(reader, {(one.report_id, one.custodian_id) for one in evidence})
    return {
        one.pk
        for one in evidence
        if (one.mention in withheld.sealed if one.mention is not None else one.report_id in withheld.reports)
    }


def custody_of(reader: Reader, evidence: Evidence) -> list[Deed]:
    """What was done with a file, the first deed first."""
    return list(deeds_about(reader, KIND, evidence.pk).order_by("id"))


def evidence_in_batch(batch: UUID) -> int:
    """How many files hang on the reports of a batch."""
    return Evidence.objects.filter(report__batch=batch).count()
