"""Which institutions an account alleges to be perpetrators: whoever is tied to one of them does not see the event."""

from collections import defaultdict
from uuid import UUID

from sanad.violations.rules.material import Material

PERPETRATOR = "perpetrator"


def alleged_by(material: Material) -> dict[UUID, set[int]]:
    """Institutions that a report names as doing an act, or among its perpetrators; withdrawn reports too."""
    found: dict[UUID, set[int]] = defaultdict(set)
    for mention in material.mentions:
        if mention.institution is not None and mention.role == PERPETRATOR:
            found[mention.report].add(mention.institution)
    for involvement in material.involvements:
        if involvement.institution is not None and involvement.report is not None:
            found[involvement.report].add(involvement.institution)
    return dict(found)
