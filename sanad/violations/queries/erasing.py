"""What there is of a person, and what may still name them once they are erased; for those who keep the reports."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sanad.accounts.readers import Reader
from sanad.vault.models import Erased, Sealed
from sanad.vault.queries import erased_among
from sanad.violations.models import Account, Act, Evidence, Identity, Mention, Report, Revision, Safeguard

PERSON, REPORT, FACTS = "person", "report", "facts"  # tombstones of what is no sealed value


@dataclass(frozen=True, slots=True)
class Traces:
    """Everything of one person that the reader's office keeps, by id."""

    roots: frozenset[UUID]
    mentions: tuple[UUID, ...]  # every wording of them
    acts: tuple[UUID, ...]  # whose coordinates are sealed
    safeguards: tuple[UUID, ...]
    evidence: tuple[Evidence, ...]  # about this person alone
    reports: frozenset[UUID]


def traces_of(reader: Reader, root: UUID) -> Traces:
    """What there is of the person whom a mention describes, in all reports that the reader keeps."""
    kept = {"custodian_id__in": sorted(reader.keeps)}
    person = Identity.objects.filter(mention=root, **kept).values("person_id")
    roots = {root, *Identity.objects.filter(person__in=person, **kept).values_list("mention", flat=True)}
    rows = list(Mention.objects.filter(root__in=roots, **kept).values_list("id", "report_id"))
    acts = Act.objects.filter(victim__in=roots, **kept)
    return Traces(
        frozenset(roots),
        tuple(pk for pk, _report in rows),
        tuple(acts.values_list("id", flat=True)),
        tuple(Safeguard.objects.filter(mention__in=roots, contact=True, **kept).values_list("id", flat=True)),
        tuple(Evidence.objects.filter(mention__in=roots, **kept)),
        frozenset(report for _pk, report in rows),
    )


def reports_around(reader: Reader, reports: Collection[UUID]) -> list[Report]:
    """These reports and the other accounts of their events, as far as the reader keeps them."""
    events = Account.objects.filter(report__in=list(reports)).values("event_id")
    around = Account.objects.filter(event__in=events, custodian_id__in=sorted(reader.keeps)).values("report_id")
    return list(Report.objects.filter(pk__in=around).select_related("custodian").order_by("id"))


def erased_at(root: UUID) -> datetime | None:
    """When a person was erased; None where they were not."""
    return Erased.objects.filter(row_id=root, of=PERSON).values_list("at", flat=True).first()


def erased_persons(roots: Collection[UUID]) -> set[UUID]:
    """Those of these mentions (by root) whose person was erased."""
    return erased_among(list(roots), PERSON) if roots else set()


def reports_with_erased(reports: Collection[UUID]) -> set[UUID]:
    """Those of these reports of which a person was erased: no list brings them back."""
    return erased_among(list(reports), REPORT) if reports else set()


def wordings_before(report: UUID, moment: datetime) -> list[UUID]:
    """Revisions with a sealed wording that were written before a moment: they may still name somebody."""
    rows = Revision.objects.filter(report_id=report, made_at__lt=moment).values_list("id", flat=True)
    return list(Sealed.objects.filter(of="revision", row_id__in=list(rows)).values_list("row_id", flat=True))


def wordings_of(report: UUID, *, but: int | None = None) -> list[UUID]:
    """Every revision of a report, but for one by its number."""
    rows = Revision.objects.filter(report_id=report)
    return list((rows if but is None else rows.exclude(number=but)).values_list("id", flat=True))


def blanked_roots() -> frozenset[UUID]:
    """Persons, by the root of a mention, whose facts were blanked."""
    return frozenset(Erased.objects.filter(of=FACTS).values_list("row_id", flat=True))


def reports_with_mentions(roots: Collection[UUID]) -> set[UUID]:
    """The reports that describe these."""
    return set(Mention.objects.filter(pk__in=list(roots)).values_list("report_id", flat=True))
