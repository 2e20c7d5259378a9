"""Interventions, recommendations, actions, indicators, strategies, gatherings and projects whose words fit a search."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from django.db.models import Model, Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.text import Truncator
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from sanad.accounts.permissions import Permission
from sanad.accounts.readers import Reader
from sanad.commitments import queries as commitments
from sanad.front.presenting.things import MOST_OF_A_KIND, Thing
from sanad.gatherings.queries.gatherings import gatherings_visible_to
from sanad.projects.queries import projects_visible_to
from sanad.strategies.queries.visible import strategies_visible_to
from sanad.violations import queries as violations

GROUP = "plan"
NAME_LETTERS = 140


@dataclass(frozen=True)
class Kind:
    """One kind of plan: who reads it, where its words stand (the name first, then in Urdu), and its page."""

    what: str | Promise
    permission: Permission
    seen_by: Callable[[Reader], QuerySet]
    named: tuple[str, str]
    also: tuple[str, ...]
    page: str
    key: str = "pk"

    def found(self, reader: Reader, words: Sequence[str]) -> list[Thing]:
        """The newest that have every word, in whatever column."""
        if not reader.may(self.permission):
            return []
        columns = (*self.named, *self.also)
        fits = reduce(and_, (reduce(or_, (Q(**{f"{one}__icontains": word}) for one in columns)) for word in words))
        rows = self.seen_by(reader).filter(fits).order_by("-pk")[:MOST_OF_A_KIND]
        return [Thing(GROUP, self._name(row), str(self.what), self._address(row)) for row in rows]

    def _name(self, row: Model) -> str:
        first, second = (getattr(row, one) for one in self.named)
        urdu = (get_language() or "en").startswith("ur")
        return Truncator((second or first) if urdu else (first or second)).chars(NAME_LETTERS)

    def _address(self, row: Model) -> str:
        return reverse(self.page, args=[getattr(row, self.key)])


COMMITTED = Permission.COMMITMENT_READ
TITLES = ("title_en", "title_ur")
KINDS = (
    Kind(
        _("Recommendation"), COMMITTED, commitments.recommendations_visible_to, ("words", "translation"),
        ("asked_by", "document", "paragraph"), "commitments:recommendation",
    ),
    Kind(
        _("Action"), COMMITTED, commitments.actions_visible_to, ("title", "title_ur"), ("label", "outcome"),
        "commitments:action",
    ),
    Kind(
        _("Indicator"), COMMITTED, commitments.indicators_visible_to, ("name", "name_ur"), ("label", "definition"),
        "commitments:indicator",
    ),
    Kind(
        _("Strategy"), Permission.STRATEGY_READ, strategies_visible_to, TITLES, ("reference",), "strategies:strategy",
        "reference",
    ),
    Kind(
        _("Gathering"), Permission.GATHERING_READ, gatherings_visible_to, TITLES,
        ("reference", "purpose", "venue", "minutes"), "gatherings:gathering", "reference",
    ),
    Kind(
        _("Project"), Permission.GATHERING_READ, projects_visible_to, TITLES,
        ("reference", "summary_en", "summary_ur", "objectives_en", "objectives_ur"), "projects:project", "reference",
    ),
)  # fmt: skip


def plans_named(reader: Reader, words: Sequence[str]) -> list[Thing]:
    """What was asked, planned, held and paid for, as far as this reader sees it."""
    if not words:
        return []
    return [*_interventions(reader, words), *(thing for kind in KINDS for thing in kind.found(reader, words))]


def _interventions(reader: Reader, words: Sequence[str]) -> list[Thing]:
    if not reader.may(Permission.REPORT_READ):
        return []
    return [
        Thing(
            GROUP,
            Truncator(one.text).chars(NAME_LETTERS),
            str(_("Intervention")),
            f"{reverse('front:event', args=[one.report.account.event.reference])}#done",
        )
        for one in violations.interventions_saying(reader, words, MOST_OF_A_KIND)
    ]
