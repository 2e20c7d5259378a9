"""Strategies and drafts that a reader sees; what the public sees."""

from django.db.models import QuerySet

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.strategies.models import Draft, Publication, Strategy, WordFile


def strategies_visible_to(reader: Reader) -> QuerySet[Strategy]:
    """Those of the offices that the reader sees, the newest first."""
    require(reader, Permission.STRATEGY_READ)
    mine = Strategy.objects.filter(custodian_id__in=sorted(reader.sees))
    return mine.select_related("custodian", "province").order_by("-made_at")


def drafts_of(reader: Reader, strategy: Strategy) -> QuerySet[Draft]:
    """All drafts, the newest first."""
    drafts = Draft.objects.filter(strategy=strategy, custodian_id__in=sorted(reader.sees))
    return drafts.select_related("strategy__custodian", "based_on").order_by("-number")


def draft_numbered(reader: Reader, reference: str, number: int) -> Draft | None:
    """One draft of a strategy that the reader sees."""
    require(reader, Permission.STRATEGY_READ)
    mine = Draft.objects.filter(custodian_id__in=sorted(reader.sees), strategy__reference=reference, number=number)
    return mine.select_related("strategy__custodian", "strategy__province", "based_on").first()


def word_files_kept_by(reader: Reader, strategy: Strategy) -> QuerySet[WordFile]:
    """Files that came in for a strategy and are not taken over yet."""
    mine = WordFile.objects.filter(strategy=strategy, custodian_id__in=sorted(reader.keeps))
    return mine.filter(state=WordFile.State.READ).select_related("into", "strategy").order_by("-made_at")


def publications() -> QuerySet[Publication]:
    """What the public may read, the newest first."""
    return Publication.objects.filter(withdrawn_at=None).order_by("-published_at")


def publication_of(reference: str) -> Publication | None:
    """The public copy of one strategy."""
    return publications().filter(reference=reference).select_related("custodian").first()
