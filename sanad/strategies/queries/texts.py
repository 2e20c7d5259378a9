"""What stands in a draft. Callers hold a draft that its reader sees."""

from typing import TypeVar
from uuid import UUID

from django.db.models import Case, F, Model, Q, QuerySet, TextField, Value, When
from django.db.models.functions import MD5, Concat

from sanad.strategies.models import Clause, Draft, PlannedAction
from sanad.strategies.rules.comparing import Wording
from sanad.strategies.rules.translating import Said, older_language

Row = TypeVar("Row", bound=Model)

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


def older_clauses(draft: Draft) -> dict[UUID, str]:
    """Clauses of a draft whose words in one language are older than in the other, with that language."""
    return _older(Clause, draft, ("heading", "text"))


def older_planned(draft: Draft) -> dict[UUID, str]:
    """The same for the rows of the action table."""
    return _older(PlannedAction, draft, ("words", "agency", "timeline", "indicator"))


def _older(model: type[Row], draft: Draft, names: tuple[str, ...]) -> dict[UUID, str]:
    """From the fingerprints of all drafts up to this one: the texts themselves stay in the database."""
    rows = model.objects.filter(  # type: ignore[attr-defined]
        draft__strategy=draft.strategy_id, draft__number__lte=draft.number
    )
    said = {f"in_{language}": _fingerprint([f"{name}_{language}" for name in names]) for language in ("en", "ur")}
    found: dict[UUID, list[Said]] = {}
    for identity, english, urdu in (
        rows.annotate(**said).order_by("identity", "draft__number").values_list("identity", "in_en", "in_ur")
    ):
        found.setdefault(identity, []).append(Said(english, urdu))
    older = ((identity, older_language(drafts)) for identity, drafts in found.items())
    return {identity: language for identity, language in older if language}


def _fingerprint(columns: list[str]) -> Case:
    nothing = Q(**dict.fromkeys(columns, ""))
    parts = [part for name in columns for part in (F(name), Value("\x1f"))]
    return Case(
        When(nothing, then=Value("")), default=MD5(Concat(*parts, output_field=TextField())), output_field=TextField()
    )
