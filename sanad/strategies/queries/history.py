"""What was done with a strategy and everything in it."""

from itertools import chain
from uuid import UUID

from django.db.models import QuerySet

from sanad.accounts.readers import Reader
from sanad.ledger.models import Deed
from sanad.ledger.queries import deeds_visible_to
from sanad.strategies.models import Clause, Consultation, Draft, Invitation, PlannedAction, Point, Strategy


def deeds_on(reader: Reader, strategy: Strategy) -> QuerySet[Deed]:
    """Deeds on a strategy, its drafts, clauses, actions, invitations, workshops and points, the newest first."""
    parts = (Clause, PlannedAction, Invitation, Consultation, Point)
    ids: list[UUID] = [strategy.pk, *Draft.objects.filter(strategy=strategy).values_list("pk", flat=True)]
    rows = (part.objects.filter(draft__strategy=strategy).values_list("pk", flat=True) for part in parts)
    names = [str(one) for one in chain(ids, *rows)]
    return deeds_visible_to(reader).filter(object_kind__startswith="strategy", object_id__in=names)
