"""Whether a link, or the taking back of one, fits what was decided before; refused where it does not."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Self
from uuid import UUID

from sanad.accounts.readers import operator
from sanad.accounts.scope import scoped
from sanad.kit.refusals import N_, OutOfOrder
from sanad.violations import queries
from sanad.violations.actions.locking import hold
from sanad.violations.rules import Bonds, Pair, derive, new_contradictions, ordered, orphaned
from sanad.violations.rules.bonds import EVENTS, PERSONS
from sanad.violations.rules.material import Material


@dataclass(frozen=True)
class Held:
    """Reports that nobody else judges until the end, with the links between them as they were before the deed."""

    reports: frozenset[UUID]
    pairs: list[Pair]
    material: Material | None = None

    @classmethod
    def of(cls, reports: Iterable[UUID]) -> Self:
        """Hold all that hangs together with these."""
        held = hold(set(reports))
        with scoped(operator()):
            return cls(frozenset(held), queries.links_on(held))

    def require_free(self, one: UUID, other: UUID, kind: str) -> None:
        """Refuse to put together what was judged to be two, and what is one already by other links (a ring)."""
        bonds = Bonds(self.pairs, PERSONS if kind == PERSONS else EVENTS)
        two = ordered(one, other)
        if two in bonds.cannot:
            raise OutOfOrder.one(
                "judged_different", N_("These two were judged to be different. Take that judgement back first.")
            )
        if kind != "same_entry" and two not in bonds.must and bonds.together(one, other):
            raise OutOfOrder.one("already_one", N_("These two are one already, through other links."))

    def require_sensible(self, one: UUID, other: UUID, verdict: str, kind: str) -> None:
        """Refuse what contradicts an earlier judgement, or leaves a verdict behind; asked after it was written."""
        self.require_no_contradiction()
        if verdict == "different" and ordered(one, other) in Bonds(self.pairs, kind).must:
            self.require_nothing_orphaned()

    def require_no_contradiction(self) -> None:
        """Refuse where two that were judged to be different are now one through others."""
        with scoped(operator()):
            now = queries.links_on(self.reports)
        if new_contradictions(self.pairs, now):
            raise OutOfOrder.one(
                "against_a_judgement",
                N_(
                    "Two records among these were judged to be different, and this would make them one. Part them, or"
                    " take that judgement back, first."
                ),
            )

    def require_nothing_orphaned(self) -> None:
        """Refuse a split after which an act of a violation with a verdict stands in one that nobody judged."""
        with scoped(operator()):
            material = queries.material_of(self.reports)
            tree, frame = queries.act_tree(), queries.place_frame()
        after = derive(material, tree, frame)
        material.pairs = self.pairs
        if orphaned(derive(material, tree, frame), after):
            raise OutOfOrder.one(
                "orphans_a_verdict",
                N_(
                    "A violation was judged on all these accounts together; parted, one would be left without a"
                    " verdict. Take that verdict back first, then judge each by itself."
                ),
            )
