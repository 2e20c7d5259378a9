"""What was done with a strategy and everything in it."""

from collections.abc import Collection, Iterable
from itertools import chain
from uuid import UUID

from django.db.models import QuerySet

from sanad.accounts.readers import Reader
from sanad.ledger.models import Change, Deed
from sanad.ledger.queries import deeds_visible_to, history_of
from sanad.strategies.models import Clause, Consultation, Draft, Invitation, PlannedAction, Point, Strategy


def deeds_on(reader: Reader, strategy: Strategy) -> QuerySet[Deed]:
    """Deeds on a strategy, its drafts, clauses, actions, invitations, workshops and points, the newest first."""
    parts = (Clause, PlannedAction, Invitation, Consultation, Point)
    ids: list[UUID] = [strategy.pk, *Draft.objects.filter(strategy=strategy).values_list("pk", flat=True)]
    rows = (part.objects.filter(draft__strategy=strategy).values_list("pk", flat=True) for part in parts)
    names = [str(one) for one in chain(ids, *rows)]
    return deeds_visible_to(reader).filter(object_kind__startswith="strategy", object_id__in=names)


def told_of(deeds: Collection[Deed]) -> dict[str, Clause | PlannedAction | Point]:
    """The clauses, rows of action tables and points of these deeds, by the id that the deed bears."""
    found: dict[str, Clause | PlannedAction | Point] = {}
    for kind, model in (("clause", Clause), ("planned_action", PlannedAction), ("point", Point)):
        ids = {deed.object_id for deed in deeds if deed.object_kind == f"strategy_{kind}"}
        found |= {str(row.pk): row for row in model.objects.filter(pk__in=ids).select_related("draft")}
    return found


def changes_of(clauses: Iterable[Clause]) -> list[tuple[Clause, Change]]:
    """How the words of a clause were changed within its drafts, the newest first."""
    found = ((clause, change) for clause in clauses for change in history_of("strategies_clause", clause.pk))
    return sorted(found, key=lambda pair: pair[1].pk, reverse=True)
