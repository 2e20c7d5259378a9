"""What rests on what: actions on what they answer, recommendations on the action that they are about."""

from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from sanad.accounts.readers import Reader
from sanad.commitments.models import Answer, Recommendation
from sanad.commitments.queries import kept_within
from sanad.commitments.rules.asked import Node

ACTION, RECOMMENDATION = "action", "recommendation"


def resting(reader: Reader) -> Mapping[Node, list[Node]]:
    """All edges that the reader sees; clauses end a way, for nothing of theirs is known here."""
    edges: defaultdict[Node, list[Node]] = defaultdict(list)
    answers = kept_within(reader, Answer).filter(clause=None)
    for action, recommendation, wider in answers.values_list("action_id", "recommendation_id", "wider_id"):
        edges[ACTION, str(action)].append(_node(recommendation, wider))
    about = kept_within(reader, Recommendation).filter(about_action__isnull=False)
    for recommendation, action in about.values_list("id", "about_action"):
        edges[RECOMMENDATION, str(recommendation)].append((ACTION, str(action)))
    return edges


def _node(recommendation: UUID | None, wider: UUID | None) -> Node:
    return (RECOMMENDATION, str(recommendation)) if recommendation else (ACTION, str(wider))
