"""What stands in a draft. Callers hold a draft that its reader sees."""

from uuid import UUID

from django.db.models import QuerySet

from sanad.strategies.models import Clause, Draft, PlannedAction
from sanad.strategies.rules.comparing import Wording

CLAUSE_FIELDS = ("number", "heading_en", "heading_ur", "text_en", "text_ur")
ACTION_FIELDS = (
    "words_en", "words_ur", "agency_en", "agency_ur", "timeline_en", "timeline_ur", "indicator_en", "indicator_ur",
    "baseline", "target", "budget", "evidence",
)  # fmt: skip


def clauses_of(draft: Draft, *, dropped: bool = False) -> QuerySet[Clause]:
    """The clauses in their order; with `dropped` also those that were struck out."""
    clauses = Clause.objects.filter(draft=draft).order_by("order", "id")
    return clauses if dropped else clauses.filter(dropped=False)


def planned_of(draft: Draft, *, dropped: bool = False) -> QuerySet[PlannedAction]:
    """The rows of the action table in their order."""
    planned = PlannedAction.objects.filter(draft=draft).select_related("theme", "outcome").order_by("order", "id")
    return planned if dropped else planned.filter(dropped=False)


def clause_in(draft: Draft, identity: UUID) -> Clause | None:
    """A clause of a draft by what is the same in every draft."""
    return Clause.objects.filter(draft=draft, identity=identity).first()


def wordings_of(draft: Draft) -> tuple[list[Wording], list[Wording]]:
    """Clauses and actions of a draft, ready to be compared."""
    clauses = clauses_of(draft).values_list("identity", *CLAUSE_FIELDS)
    planned = planned_of(draft).values_list("identity", *ACTION_FIELDS)
    return _wordings(clauses, CLAUSE_FIELDS), _wordings(planned, ACTION_FIELDS)


def _wordings(rows: QuerySet, names: tuple[str, ...]) -> list[Wording]:
    return [
        Wording(identity, place, dict(zip(names, said, strict=True))) for place, (identity, *said) in enumerate(rows)
    ]
