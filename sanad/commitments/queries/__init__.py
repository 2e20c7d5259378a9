"""Reading commitments; the reader comes first."""

from collections.abc import Collection
from typing import TypeVar
from uuid import UUID

from django.db.models import Model, QuerySet

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.commitments.models import (
    Action,
    Bottleneck,
    Cluster,
    Decision,
    FocalPoint,
    Indicator,
    Progress,
    Recommendation,
)
from sanad.ledger.models import Change, Deed
from sanad.ledger.queries import deeds_about, history_of

Row = TypeVar("Row", bound=Model)
MOST = 100


def kept_within(reader: Reader, model: type[Row]) -> QuerySet[Row]:
    """Rows of the offices that the reader sees."""
    require(reader, Permission.COMMITMENT_READ)
    rows: QuerySet[Row] = model.objects.filter(custodian_id__in=sorted(reader.sees))  # type: ignore[attr-defined]
    return rows


def recommendations_visible_to(reader: Reader) -> QuerySet[Recommendation]:
    """What was asked of the offices that the reader sees."""
    return kept_within(reader, Recommendation).select_related("kind", "lead", "cluster", "custodian")


def actions_visible_to(reader: Reader) -> QuerySet[Action]:
    """What they do about it."""
    return kept_within(reader, Action).select_related("kind", "lead", "custodian")


def indicators_visible_to(reader: Reader) -> QuerySet[Indicator]:
    """How it is measured; those that ended too."""
    return kept_within(reader, Indicator).select_related("action", "custodian")


def progress_visible_to(reader: Reader) -> QuerySet[Progress]:
    """What was reported, the newest period first."""
    return kept_within(reader, Progress).select_related("focal_point", "action").order_by("-first", "-id")


def bottlenecks_visible_to(reader: Reader) -> QuerySet[Bottleneck]:
    """What holds actions up."""
    return kept_within(reader, Bottleneck).select_related("kind", "action")


def decisions_visible_to(reader: Reader) -> QuerySet[Decision]:
    """Decisions of task forces, the newest first."""
    return kept_within(reader, Decision).select_related("lead", "action").order_by("-met_on", "-id")


def focal_points_visible_to(reader: Reader) -> QuerySet[FocalPoint]:
    """Who reports by link."""
    return kept_within(reader, FocalPoint).select_related("institution").order_by("institution__name_en", "name")


def clusters_visible_to(reader: Reader) -> QuerySet[Cluster]:
    """Clusters of like recommendations, by name."""
    return kept_within(reader, Cluster).order_by("name")


def actions_answering(reader: Reader, *, recommendation: UUID | None = None, clause: UUID | None = None) -> QuerySet:
    """The actions that answer a recommendation, or a clause of a strategy."""
    answered = actions_visible_to(reader)
    if recommendation is not None:
        return answered.filter(answers__recommendation_id=recommendation)
    return answered.filter(answers__clause=clause)


def changes_and_deeds(reader: Reader, table: str, kind: str, row: UUID) -> tuple[list[Change], list[Deed]]:
    """What was done with one row, the newest first."""
    return list(history_of(table, row)[:MOST]), list(deeds_about(reader, kind, row)[:MOST])


def in_use(reader: Reader, recommendations: Collection[UUID]) -> set[UUID]:
    """Those of these recommendations that an action answers."""
    answers = kept_within(reader, Action).filter(answers__recommendation_id__in=list(recommendations))
    return set(answers.values_list("answers__recommendation_id", flat=True))
