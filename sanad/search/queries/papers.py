"""Papers and other documents by their title: those on which a report rests that the reader may see."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from sanad.accounts.readers import Reader
from sanad.search.models import PAPER
from sanad.search.queries.asking import asked_by
from sanad.search.queries.understanding import Understood
from sanad.violations.models import Report
from sanad.violations.queries import reports_visible_to
from sanad.violations.queries.consent import silent_among

MOST_PAPERS = 10
MOST_REPORTS = 200  # of the papers found are looked at


@dataclass(frozen=True)
class Paper:
    """A document with the reports that rest on it, as far as the reader sees them."""

    title: str
    page: str
    dated: str
    received_on: date
    report: str  # reference of the newest
    reports: int


def papers_found(reader: Reader, meant: Understood) -> list[Paper]:
    """Documents whose title fits, the newest first."""
    if not meant.groups:
        return []
    asked = {"facets": False, "limit": MOST_PAPERS * 2, "most": MOST_PAPERS * 2}
    order = [UUID(row[0]) for row in asked_by(reader, meant, PAPER, asked)["rows"]]
    if not order:
        return []
    seen = reports_visible_to(reader).filter(document__in=order).select_related("document").order_by("-id")
    rows = list(seen[:MOST_REPORTS])
    silent = silent_among(reader, [row.pk for row in rows])
    papers: dict[UUID, list[Report]] = {}
    for row in rows:
        papers.setdefault(row.document_id, []).append(row)
    found = [papers[one] for one in order if one in papers and not silent & {row.pk for row in papers[one]}]
    return [
        Paper(
            first.document.title, first.document.page, first.document.dated, first.document.received_on,
            first.reference, 1 + len(further),
        )
        for first, *further in found[:MOST_PAPERS]
    ]  # fmt: skip
