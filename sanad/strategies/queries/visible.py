"""Strategies and drafts that a reader sees; what the public sees."""

from collections.abc import Collection
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.strategies.models import Clause, Consultation, Draft, PlannedAction, Publication, Strategy, WordFile

Row = TypeVar("Row", bound=Model)


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


def strategies_consulted_by(reader: Reader, projects: Collection[UUID]) -> list[tuple[UUID, Strategy]]:
    """Strategies with the projects that paid for a workshop on a draft of them."""
    held = Consultation.objects.filter(gathering__project__in=list(projects)).order_by()
    pairs = set(held.values_list("gathering__project", "draft__strategy"))
    found = strategies_visible_to(reader).in_bulk([strategy for _project, strategy in pairs])
    return [(project, found[strategy]) for project, strategy in pairs if strategy in found]


def newest_clauses(reader: Reader, identities: Collection[UUID]) -> QuerySet[Clause]:
    """These clauses, each as the newest draft has it."""
    return _newest(Clause, reader, identities)


def newest_planned(reader: Reader, identities: Collection[UUID]) -> QuerySet[PlannedAction]:
    """These rows of action tables, each as the newest draft has it."""
    return _newest(PlannedAction, reader, identities)


def _newest(model: type[Row], reader: Reader, identities: Collection[UUID]) -> QuerySet[Row]:
    rows = model.objects.filter(  # type: ignore[attr-defined]
        identity__in=list(identities), custodian_id__in=sorted(reader.sees)
    )
    return rows.select_related("draft__strategy").order_by("identity", "-draft__number").distinct("identity")


def newest_with_number(reader: Reader, reference: str, number: str) -> UUID | None:
    """The clause with this number, in the newest draft that has one."""
    mine = Clause.objects.filter(draft__strategy__reference=reference, custodian_id__in=sorted(reader.sees))
    rows = mine.filter(number__iexact=number, dropped=False).order_by("-draft__number", "order")
    return rows.values_list("identity", flat=True).first()


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
