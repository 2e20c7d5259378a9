"""Entries that are not finished, documents that carry several reports, and who is in danger now."""

from collections.abc import Collection
from datetime import timedelta
from uuid import UUID

from django.db.models import QuerySet
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.violations.models import Danger, Document, Unfinished
from sanad.violations.queries.visible import reports_visible_to

KEPT_FOR = timedelta(days=30)


def unfinished_of(reader: Reader) -> list[Unfinished]:
    """What this reader began at this office and neither recorded nor threw away, the newest first."""
    require(reader, Permission.REPORT_RECORD)
    if reader.user_id is None or reader.office_id is None:
        return []
    mine = Unfinished.objects.filter(made_by=reader.user_id, custodian_id=reader.office_id)
    return list(mine.filter(saved_at__gte=timezone.now() - KEPT_FOR).order_by("-saved_at", "-id"))


def unfinished(reader: Reader, pk: UUID) -> Unfinished | None:
    """One of these."""
    return next((one for one in unfinished_of(reader) if one.pk == pk), None)


def stale_unfinished(reader: Reader) -> list[UUID]:
    """What this reader began so long ago that it is let go."""
    old = Unfinished.objects.filter(made_by=reader.user_id, custodian_id=reader.office_id)
    return list(old.filter(saved_at__lt=timezone.now() - KEPT_FOR).values_list("pk", flat=True))


def document_kept(reader: Reader, pk: UUID) -> Document | None:
    """A document that came in by hand and that the reader's own office keeps: a further report may rest on it."""
    kept = Document.objects.filter(pk=pk, custodian_id=reader.office_id, batch=None)
    return kept.select_related("institution").first()


def dangers_now(reader: Reader) -> list[Danger]:
    """Who is in danger, in the reports that the reader's offices keep; the longest first."""
    now = Danger.objects.filter(ended_at=None, custodian_id__in=sorted(reader.keeps))
    seen = now.filter(report__in=reports_visible_to(reader)).filter(report__account__withdrawn=False)
    return list(seen.select_related("report__account__event").order_by("told_at", "id"))


def danger_now(reader: Reader, pk: UUID) -> Danger | None:
    """One of these."""
    return next((one for one in dangers_now(reader) if one.pk == pk), None)


def in_danger(reports: Collection[UUID]) -> QuerySet[Danger]:
    """The dangers of these reports that have not ended."""
    return Danger.objects.filter(report__in=list(reports), ended_at=None)
