"""How said rows and judgements become events, persons and violations. Pure: no Django, no database."""

from sanad.violations.rules.bonds import Bonds, new_contradictions, ordered, orphaned
from sanad.violations.rules.conflicts import alleged_by
from sanad.violations.rules.derive import RULES_VERSION, derive
from sanad.violations.rules.material import (
    Choice,
    Derived,
    DerivedEvent,
    DerivedPerson,
    DerivedViolation,
    Material,
    Pair,
    PlaceFrame,
    SaidAct,
    SaidInvolvement,
    SaidMention,
    SaidReport,
    SaidStatus,
    Verification,
)
from sanad.violations.rules.persons import PERSON_FIELDS
from sanad.violations.rules.violations import ACT_FIELDS

__all__ = [
    "ACT_FIELDS",
    "PERSON_FIELDS",
    "RULES_VERSION",
    "Bonds",
    "Choice",
    "Derived",
    "DerivedEvent",
    "DerivedPerson",
    "DerivedViolation",
    "Material",
    "Pair",
    "PlaceFrame",
    "SaidAct",
    "SaidInvolvement",
    "SaidMention",
    "SaidReport",
    "SaidStatus",
    "Verification",
    "alleged_by",
    "derive",
    "new_contradictions",
    "ordered",
    "orphaned",
]
