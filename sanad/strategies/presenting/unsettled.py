"""What of a draft is still open: translations that are older than the text, points without an answer."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from sanad.strategies import queries
from sanad.strategies.models import Draft
from sanad.strategies.queries.asked import open_points
from sanad.strategies.rules.translating import URDU

SHORT = 80


def older_words(language: str) -> str:
    """That the words in this language are older than those in the other, as a sentence."""
    if language == URDU:
        return _("The translation is older than the text: the English was changed, the Urdu was not.")
    return _("The translation is older than the text: the Urdu was changed, the English was not.")


def open_things(draft: Draft) -> tuple[str, ...]:
    """A line for each; nothing for a final draft, whose file is the text and nothing else."""
    return () if draft.state == Draft.State.FINAL else tuple(_lines(draft))


def _lines(draft: Draft) -> Iterator[str]:
    older = queries.older_clauses(draft)
    for clause in queries.clauses_of(draft):
        if clause.identity in older:
            yield f"{clause.number or str(clause)[:SHORT]} – {older_words(older[clause.identity])}"
    older = queries.older_planned(draft)
    for planned in queries.planned_of(draft):
        if planned.identity in older:
            yield f"{planned.words[:SHORT]} – {older_words(older[planned.identity])}"
    points = open_points(draft)
    if points:
        numbers = ", ".join(str(number) for number in sorted(points))
        yield _("Points without an answer: %(numbers)s") % {"numbers": numbers}
