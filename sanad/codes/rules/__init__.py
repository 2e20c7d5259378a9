"""What follows from codes: branches of a tree, categories of an official list, presets. Pure."""

from sanad.codes.rules.classification import (
    FACETS,
    FLAGS,
    NO_RULE,
    AllOf,
    AnyOf,
    Category,
    Classification,
    Facets,
    Has,
    Is,
    Node,
    Not,
    asked,
    categories_of,
    holds,
)
from sanad.codes.rules.reading import Preset, classification_from, presets_from
from sanad.codes.rules.tree import Tree, ancestors, covered, descendants, same_branch, with_ancestors

__all__ = [
    "FACETS",
    "FLAGS",
    "NO_RULE",
    "AllOf",
    "AnyOf",
    "Category",
    "Classification",
    "Facets",
    "Has",
    "Is",
    "Node",
    "Not",
    "Preset",
    "Tree",
    "ancestors",
    "asked",
    "categories_of",
    "classification_from",
    "covered",
    "descendants",
    "holds",
    "presets_from",
    "same_branch",
    "with_ancestors",
]
