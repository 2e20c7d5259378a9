"""What people decided becomes the weights of the next matching."""

from django.utils import timezone

from sanad.matching import queries
from sanad.matching.linkage.persons import PERSONS
from sanad.matching.linkage.reports import REPORTS
from sanad.matching.models import Weights
from sanad.matching.rules import Label, learned

LEAST = 10  # decisions; fewer teach nothing


def learn() -> None:
    """Weigh anew what was decided since the weights were last learned; in the scope of the whole site."""
    for model in (PERSONS, REPORTS):
        labels = [
            Label(pair.levels, verdict == "same")
            for pair, verdict in queries.decided_pairs(model.kind)
            if verdict in ("same", "different")
        ]
        before = queries.weights_of(model.kind)
        if len(labels) < LEAST or (before is not None and before.labels == len(labels)):
            continue
        weights = learned(model.weights(), labels)
        Weights.objects.create(kind=model.kind, made_at=timezone.now(), labels=len(labels), weights=weights)
