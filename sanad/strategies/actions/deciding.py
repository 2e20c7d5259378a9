"""What becomes of a point, and when a draft is final."""

from django.db import transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.kit.refusals import Incomplete, OutOfOrder
from sanad.kit.text import clean
from sanad.ledger.actions import record
from sanad.strategies.actions.drafting import DRAFT
from sanad.strategies.actions.noting import POINT
from sanad.strategies.models import Clause, Disposition, Draft, Point
from sanad.strategies.queries.asked import carried_by_dropped, carrying, not_joined, open_points
from sanad.strategies.rules import disposing


@transaction.atomic
def dispose(point: Point, outcome: str, *, reason: str = "", clause: str = "", by: Reader) -> Disposition:
    """Answer a point. `clause`: number or identity of the clause of the next draft that carries it."""
    require(by, Permission.STRATEGY_DECIDE, custodian=point.custodian_id)
    point = Point.objects.select_for_update().get(pk=point.pk)
    following = Draft.objects.filter(based_on=point.draft_id).first()
    reason, named = clean(reason), clean(clause)
    needs = outcome in disposing.NAMES_CLAUSE
    there = _carrier(point, following, named) if needs and named else None
    reasons = disposing.reasons_against(
        disposing.Answered(
            outcome=outcome,
            reason=reason,
            clause=str(there.number or there)[:60] if there else named[:60],
            clause_there=there is not None if needs and named else None,
            clause_dropped=there is not None and _is_dropped(there, following),
            has_next=following is not None,
            next_number=following.number if following else point.draft.number,
        )
    )
    if reasons:
        raise Incomplete(reasons)
    now = timezone.now()
    Disposition.objects.filter(point=point, replaced_at=None).update(replaced_at=now)
    made = Disposition.objects.create(
        custodian_id=point.custodian_id,
        point=point,
        outcome=outcome,
        reason=reason,
        clause=there,
        decided_at=now,
        decided_by=by.user_id,
    )
    record(
        f"{POINT}.disposed",
        by=by,
        object_kind=POINT,
        object_id=point.pk,
        office=point.custodian_id,
        outcome=str(outcome),
        clause=str(there.identity) if there else None,
    )
    return made


def _carrier(point: Point, following: Draft | None, named: str) -> Clause | None:
    """The clause that is meant: of the next draft; what was there already may stand in the draft itself."""
    if following is not None and (found := carrying(point, following, named)):
        return found
    return carrying(point, point.draft, named)


def _is_dropped(clause: Clause, following: Draft | None) -> bool:
    """Dropped in the next draft: struck out there, or left out of it altogether."""
    if clause.dropped:
        return True
    return following is not None and clause.draft_id != following.pk


@transaction.atomic
def make_final(draft: Draft, *, by: Reader) -> None:
    """Close a draft for good; refused while a point on it, or on a draft before it, is open."""
    require(by, Permission.STRATEGY_DECIDE, custodian=draft.custodian_id)
    draft = Draft.objects.select_for_update().get(pk=draft.pk)
    asked: list[Draft] = list(Draft.objects.filter(strategy=draft.strategy_id, number__lte=draft.number))
    standing = disposing.Standing(
        undisposed=sorted({number for one in asked for number in open_points(one)}),
        dropped=sorted({number for one in asked for number in carried_by_dropped(one)}),
        beside=sorted({number for one in asked for number in not_joined(one)}),
        clauses=Clause.objects.filter(draft=draft, dropped=False).count(),
    )
    if reasons := disposing.reasons_not_final(standing):
        raise OutOfOrder(reasons)
    draft.state, draft.final_at = Draft.State.FINAL, timezone.now()
    draft.save(update_fields=["state", "final_at"])
    record("strategy_draft.final", by=by, object_kind=DRAFT, object_id=draft.pk, office=draft.custodian_id)
