"""Official lists as written rules over the facets of a violation.

A rule is a tree of five kinds of node. Evaluated here in plain Python by `holds`; another engine translates it:

    AllOf(parts)        every part holds                      (a and b)
    AnyOf(parts)        at least one part holds               (a or b)
    Not(part)           the part does not hold                not (a)
    Has(facet, slugs)   the facet has one of these codes      facet in (slugs and all codes below them)
                        or a code below one of them           or, many-valued: the two lists overlap
    Is(flag)            the flag is known to be true          flag is true

Two-valued throughout: what is not stated has no code, and an unknown flag is not true. In SQL, therefore, every
`Has` and `Is` must be made false where the column is null, *before* a `Not` is put around it. *Miscellaneous* needs
no node of its own: it is read as `Not(AnyOf(all the others))`. A category without a rule (`rule: none` in the file) is
`NO_RULE`: it holds nothing, and pages say so.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import TypeAlias

from sanad.codes.rules.tree import Tree, with_ancestors


@dataclass(frozen=True, kw_only=True)
class Facets:
    """What is known of one violation, each set with the codes above those that were stated."""

    act: frozenset[str] = frozenset()
    means: frozenset[str] = frozenset()
    stated_reason: frozenset[str] = frozenset()
    kind_of_place: frozenset[str] = frozenset()
    victim_status: frozenset[str] = frozenset()
    perpetrator_type: frozenset[str] = frozenset()
    characteristic: frozenset[str] = frozenset()
    sex: frozenset[str] = frozenset()
    is_child: bool | None = None
    is_senior: bool | None = None
    is_group: bool | None = None

    @classmethod
    def stated(
        cls, trees: Mapping[str, Tree[str]], codes: Mapping[str, Iterable[str]], **flags: bool | None
    ) -> "Facets":
        """Facets from the codes as stated; the codes above them are added from the trees."""
        return cls(**{facet: with_ancestors(trees[facet], slugs) for facet, slugs in codes.items()}, **flags)  # type: ignore[arg-type]


FLAGS = tuple(field.name for field in fields(Facets) if field.name.startswith("is_"))
FACETS = tuple(field.name for field in fields(Facets) if field.name not in FLAGS)


@dataclass(frozen=True)
class AllOf:
    """Every part holds."""

    parts: tuple["Node", ...]


@dataclass(frozen=True)
class AnyOf:
    """At least one part holds."""

    parts: tuple["Node", ...]


@dataclass(frozen=True)
class Not:
    """The part does not hold; true also where nothing is stated."""

    part: "Node"


@dataclass(frozen=True)
class Has:
    """The facet has one of these codes, or a code below one of them."""

    facet: str
    slugs: frozenset[str]


@dataclass(frozen=True)
class Is:
    """The flag is known to be true."""

    flag: str


Node: TypeAlias = AllOf | AnyOf | Not | Has | Is
NO_RULE = AnyOf(())  # holds of nothing: a category of which nothing that is recorded can tell


@dataclass(frozen=True, kw_only=True)
class Category:
    """One line of an official list: as it was published, and the rule by which we read it."""

    slug: str
    name_en: str
    name_ur: str
    rule: Node
    sentence_en: str
    sentence_ur: str
    source: str = ""
    note: str = ""
    confirmed: bool = True  # else its wording has still to be checked against the published list

    @property
    def has_rule(self) -> bool:
        """Is there anything that can put a violation into it?"""
        return self.rule != NO_RULE


@dataclass(frozen=True, kw_only=True)
class Classification:
    """An official list of categories: a versioned view. Categories may overlap."""

    slug: str
    version: str
    name_en: str
    name_ur: str
    published_by: str
    valid_from: date
    valid_to: date | None
    source: str
    note: str
    categories: tuple[Category, ...]


def holds(rule: Node, facets: Facets) -> bool:
    """Whether the rule is true of what is known."""
    match rule:
        case AllOf(parts):
            return all(holds(part, facets) for part in parts)
        case AnyOf(parts):
            return any(holds(part, facets) for part in parts)
        case Not(part):
            return not holds(part, facets)
        case Has(facet, slugs):
            known: frozenset[str] = getattr(facets, facet)
            return not slugs.isdisjoint(known)
        case Is(flag):
            return getattr(facets, flag) is True


def categories_of(facets: Facets, classification: Classification) -> frozenset[str]:
    """The slugs of the categories that a violation falls into: several, one, or none."""
    return frozenset(category.slug for category in classification.categories if holds(category.rule, facets))


def asked(rule: Node) -> frozenset[str]:
    """The facets and flags that a rule looks at; the columns that an engine has to read."""
    match rule:
        case AllOf(parts) | AnyOf(parts):
            return frozenset().union(*(asked(part) for part in parts))
        case Not(part):
            return asked(part)
        case Has(facet, _):
            return frozenset({facet})
        case Is(flag):
            return frozenset({flag})
