"""Where the official lists put an event, and by which of their rules. Nobody picks a category."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import get_language

from sanad.codes import queries as codes
from sanad.codes.rules import Classification, Facets, holds
from sanad.figures.rules.cells import CHILD_BELOW, MINOR_AS_SAID, SENIOR_FROM
from sanad.front.presenting.telling import Telling
from sanad.violations.models import Person, Violation
from sanad.web.formats import number

NAMED = 3  # violations named beside a category; of more their number is said
VOCABULARIES = (
    "act", "means", "stated_reason", "kind_of_place", "victim_status", "perpetrator_type", "characteristic", "sex",
)  # fmt: skip


@dataclass(frozen=True)
class Because:
    """A category that holds, the rule that put the event there, and of which violations it is true."""

    name: str
    rule: str
    violations: str
    number: int
    confirmed: bool


@dataclass(frozen=True)
class ListShown:
    """One official list: the categories that hold; none is said as such."""

    slug: str
    name: str
    years: str
    categories: list[Because]
    outside: int  # violations that no category of the list takes
    without_rule: list[str]  # categories of which nothing that is recorded can tell


def lists_of(violations: Iterable[Violation], persons: Mapping[UUID, Person], telling: Telling) -> list[ListShown]:
    """Every official list with what it makes of these violations, as they are counted."""
    alike: dict[Facets, list[Violation]] = {}
    trees = {name: codes.tree_of(name) for name in VOCABULARIES}
    slugs = codes.slugs_by_id()
    for violation in violations:
        if not violation.nobody:
            facets = facets_of(violation, persons.get(violation.person_id), trees, slugs)
            alike.setdefault(facets, []).append(violation)
    return [_list(one, alike, telling) for one in codes.classifications()]


def facets_of(
    violation: Violation, person: Person | None, trees: Mapping[str, Mapping[str, str | None]], slugs: Mapping[int, str]
) -> Facets:
    """What is known of one violation, as the rules of the lists ask it; the same as in a snapshot."""

    def known(*numbers: int | None) -> list[str]:
        return [slugs[one] for one in numbers if one is not None]

    young = person is not None and person.age_max is not None and person.age_max < CHILD_BELOW
    old = person is not None and person.age_min is not None and person.age_min >= SENIOR_FROM
    traits = known(*person.characteristics) if person is not None else []
    sex = known(person.sex_id) if person is not None else []
    woman = sex == ["female"] and not young and MINOR_AS_SAID not in traits
    derived = [name for name, holds_ in (("woman", woman), ("child", young), ("senior_citizen", old)) if holds_]
    stated = {
        "act": known(violation.type_id),
        "means": known(violation.means_id),
        "stated_reason": known(violation.stated_reason_id),
        "kind_of_place": known(violation.kind_of_place_id),
        "victim_status": known(person.status_id) if person is not None else [],
        "perpetrator_type": known(*violation.perpetrator_types),
        "characteristic": [*traits, *(name for name in derived if name in trees["characteristic"])],
        "sex": sex,
    }
    group = person is not None and person.kind == "group"
    return Facets.stated(trees, stated, is_child=young, is_senior=old, is_group=group)


def _list(one: Classification, alike: Mapping[Facets, list[Violation]], telling: Telling) -> ListShown:
    urdu = (get_language() or "en").startswith("ur")
    found, taken = [], set()
    for category in one.categories:
        holding = [facets for facets in alike if holds(category.rule, facets)]
        if not holding:
            continue
        taken.update(holding)
        violations = [violation for facets in holding for violation in alike[facets]]
        found.append(
            Because(
                category.name_ur if urdu else category.name_en,
                category.sentence_ur if urdu else category.sentence_en,
                _named(violations, telling),
                len(violations),
                category.confirmed,
            )
        )
    ends = str(one.valid_to.year) if one.valid_to else ""
    return ListShown(
        one.slug,
        one.name_ur if urdu else one.name_en,
        f"{one.valid_from.year}–{ends}",
        found,
        sum(len(rows) for facets, rows in alike.items() if facets not in taken),
        [category.name_ur if urdu else category.name_en for category in one.categories if not category.has_rule],
    )


def _named(violations: list[Violation], telling: Telling) -> str:
    """Of which violations it is true: each by name where there are few."""
    if len(violations) > NAMED:
        return number(len(violations))
    return telling.words.joined(dict.fromkeys(telling.violation(violation) for violation in violations))
