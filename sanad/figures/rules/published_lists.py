"""Which official list a printed table follows, told by the names of its categories."""

import re
from collections.abc import Iterable, Sequence

from sanad.codes.rules import Classification
from sanad.figures.rules.published import Printed, margins
from sanad.kit.text import fold

ENOUGH = 0.8  # of the printed categories
QUALIFIED = re.compile(r"\s*\([^()]*\)\s*\Z")


def category_named(label: str, classification: Classification) -> str | None:
    """The category of a list that a table prints under this name; a remark in brackets says no other category."""
    wanted = _plain(label)
    for category in classification.categories:
        if wanted in (_plain(category.name_en), _plain(category.name_ur)):
            return category.slug
    return None


def list_of(figures: Sequence[Printed], lists: Iterable[Classification]) -> str:
    """The list that most of the printed categories are of, of its time; none where too few are."""
    _whole, together = margins(figures)
    labels = {one.category for one in figures} - together
    best = ("", 0.0)
    for classification in lists:
        if labels and _same_time(figures, classification):
            share = sum(category_named(label, classification) is not None for label in labels) / len(labels)
            best = max(best, (classification.slug, share), key=lambda found: found[1])
    return best[0] if best[1] >= ENOUGH else ""


def _same_time(figures: Sequence[Printed], classification: Classification) -> bool:
    ends = classification.valid_to
    return any(
        one.period.last >= classification.valid_from and (ends is None or one.period.first <= ends) for one in figures
    )


def _plain(name: str) -> str:
    return fold(QUALIFIED.sub("", name))
