"""What an action answers: recommendations, clauses, a wider action. Never in a circle."""

from uuid import UUID

from django.db import connection, transaction
from django.utils import timezone

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import Reader
from sanad.commitments.models import Action, Answer, Recommendation
from sanad.commitments.queries.circles import ACTION, RECOMMENDATION, resting
from sanad.commitments.rules.asked import Node, closes_circle
from sanad.kit.refusals import N_, NotPermitted, OutOfOrder
from sanad.ledger.actions import record


@transaction.atomic
def answer(
    action: Action,
    *,
    by: Reader,
    recommendation: Recommendation | None = None,
    clause: UUID | None = None,
    wider: Action | None = None,
) -> Answer:
    """Say that an action answers one of these; asked again, it is the same answer."""
    require(by, Permission.COMMITMENT_KEEP, custodian=action.custodian_id)
    if sum(one is not None for one in (recommendation, clause, wider)) != 1:
        raise ValueError("an answer names one thing")
    other = recommendation or wider
    if other is not None and other.custodian_id not in by.sees:
        raise NotPermitted.one("answer.not_seen", N_("What is answered is not among what your office sees."))
    if other is not None:
        node = (RECOMMENDATION if recommendation else ACTION, str(other.pk))
        _refuse_circle(by, (ACTION, str(action.pk)), node)
    found, made = Answer.objects.get_or_create(
        action=action,
        recommendation=recommendation,
        clause=clause,
        wider=wider,
        defaults={"custodian_id": action.custodian_id, "made_by": by.user_id, "made_at": timezone.now()},
    )
    if made:
        what = str(other.pk if other else clause)
        record("action.answers", by=by, object_kind="action", object_id=action.pk, office=action.custodian_id, of=what)
    return found


@transaction.atomic
def take_answer_back(given: Answer, *, by: Reader) -> None:
    """The action no longer answers it."""
    require(by, Permission.COMMITMENT_KEEP, custodian=given.custodian_id)
    what = str(given.recommendation_id or given.clause or given.wider_id)
    about = {"object_kind": "action", "object_id": given.action_id, "office": given.custodian_id}
    given.delete()
    record("action.answers_no_more", by=by, of=what, **about)


def _refuse_circle(by: Reader, source: Node, target: Node) -> None:
    with connection.cursor() as cursor:  # two answers given at once could close a circle that neither sees
        cursor.execute("select pg_advisory_xact_lock(hashtextextended('answers of actions', 7))")
    way = closes_circle(resting(by), source, target)
    if way:
        sentence = N_("This would go round in a circle: over %(steps)s steps it rests on itself.")
        raise OutOfOrder.one("answer.circle", sentence, steps=len(way))
