"""Classifications as SQL: each category of a list is one bit of a number, set where its rule holds.

Two-valued throughout, as in `codes.rules`: what is not stated holds nothing, also below a `Not`.
"""

from collections.abc import Collection, Mapping, Sequence

import duckdb

from sanad.codes.rules import AllOf, AnyOf, Category, Classification, Has, Is, Node, Not
from sanad.figures.engine.layout import KINDS, Names
from sanad.figures.engine.staging import insert
from sanad.figures.rules.cells import CHILD_BELOW, SENIOR_FROM
from sanad.figures.rules.dimensions import CATEGORY

SETS = {
    "perpetrator_type": "select n, members(t) from perpetrator_type_no",
    "characteristic": "select n, l from characteristic_no",
}
FLAGS = {
    "is_child": f"coalesce(age_max < {CHILD_BELOW}, false)",
    "is_senior": f"coalesce(age_min >= {SENIOR_FROM}, false)",
    "is_group": f"kind = {KINDS['group']}",
}
MOST = 62  # bits of a number


def ruled(classification: Classification) -> list[Category]:
    """The categories that something can fall into; those without a rule have no bit and no name in a snapshot."""
    return [category for category in classification.categories if category.has_rule]


class Translation:
    """Turns rules into SQL over a row of `flat`, with the numbers of one snapshot."""

    def __init__(self, db: duckdb.DuckDBPyConnection) -> None:
        self.names = names_of(db)
        self.sets: Mapping[str, Sequence[tuple[int, list[int]]]] = {
            facet: db.execute(query).fetchall() for facet, query in SETS.items()
        }

    def mask(self, classification: Classification) -> str:
        """The number whose bits are the categories."""
        counted = ruled(classification)
        if len(counted) > MOST:
            raise ValueError(f"{classification.slug} has more than {MOST} categories")
        bits = [
            f"case when {self.condition(category.rule)} then {1 << position}::bigint else 0 end"
            for position, category in enumerate(counted)
        ]
        return f"case when violation_id is null then 0 else {' + '.join(bits) or '0'} end"

    def condition(self, rule: Node) -> str:
        """SQL that is true or false, never null."""
        match rule:
            case AllOf(parts):
                return "(" + (" and ".join(self.condition(part) for part in parts) or "true") + ")"
            case AnyOf(parts):
                return "(" + (" or ".join(self.condition(part) for part in parts) or "false") + ")"
            case Not(part):
                return f"(not {self.condition(part)})"
            case Has(facet, slugs):
                return self._has(facet, slugs)
            case Is(flag):
                return FLAGS[flag]

    def _has(self, facet: str, slugs: Collection[str]) -> str:
        numbers = set(self.names.numbers(facet, slugs))
        if facet in self.sets:
            holding = [number for number, members in self.sets[facet] if not numbers.isdisjoint(members)]
            return _among(f"{facet}_set", holding)
        return _among(facet, sorted(numbers))


def _among(column: str, numbers: Sequence[int]) -> str:
    return f"{column} in ({', '.join(map(str, numbers))})" if numbers else "false"


def names_of(db: duckdb.DuckDBPyConnection) -> Names:
    """The names of a snapshot that is being made."""
    keys: dict[str, dict[int, str]] = {}
    parents: dict[str, dict[int, int]] = {}
    for domain, number, key, parent in db.execute("select domain, id, key, parent from names").fetchall():
        keys.setdefault(domain, {})[number] = key
        if parent is not None:
            parents.setdefault(domain, {})[number] = parent
    return Names(keys, parents)


def masks(db: duckdb.DuckDBPyConnection, classifications: Sequence[Classification]) -> dict[str, str]:
    """Name every category, and give for each list the SQL of its categories."""
    rows = [
        (CATEGORY + one.slug, position, category.slug, None)
        for one in classifications
        for position, category in enumerate(ruled(one), start=1)
    ]
    insert(db, "names", rows)
    translation = Translation(db)
    return {one.slug: translation.mask(one) for one in classifications}
