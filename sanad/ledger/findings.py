"""What a verification can find, and how it is said. No Django."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from sanad.kit.refusals import N_, Reason


class Kind(StrEnum):
    """Faults first; from `ERASED` on things that are said and are no fault."""

    EDITED = "edited"
    REPLACED = "replaced"
    REORDERED = "reordered"
    DELETED = "deleted"
    DOUBLED = "doubled"
    LEFT_OUT = "left_out"
    BACK_DATED = "back_dated"
    FORKED = "forked"
    CUT_OFF = "cut_off"
    REWRITTEN = "rewritten"
    CHECKPOINT_CHANGED = "checkpoint_changed"
    CHECKPOINT_MISSING = "checkpoint_missing"
    FOREIGN = "foreign"
    ROW_EDITED = "row_edited"
    ROW_REMOVED = "row_removed"
    ROW_WITHOUT_DEED = "row_without_deed"
    ERASED = "erased"
    CLOCK_SET_BACK = "clock_set_back"
    WAITING = "waiting"
    NO_HEAD = "no_head"


NO_FAULT = frozenset({Kind.ERASED, Kind.CLOCK_SET_BACK, Kind.WAITING, Kind.NO_HEAD})

SENTENCES = {
    Kind.EDITED: N_("Leaf %(first)s: the deed does not say what it said when it was written down."),
    Kind.REPLACED: N_("Leaf %(first)s: the leaf and the deed do not belong together."),
    Kind.REORDERED: N_("Leaf %(first)s: the deed was moved; it belongs to leaf %(last)s."),
    Kind.DELETED: N_("Leaves %(first)s to %(last)s: what stood there is gone."),
    Kind.DOUBLED: N_("Leaf %(first)s stands there twice, or names a deed that has a leaf already."),
    Kind.LEFT_OUT: N_("A deed older than leaf %(first)s was never numbered."),
    Kind.BACK_DATED: N_(
        "Leaf %(first)s is dated long before what was written down earlier: dated back, or from before a clock change."
    ),
    Kind.FORKED: N_(
        "The ledger is not the one that %(source)s was made of: something from leaf %(first)s to %(last)s is another."
    ),
    Kind.CUT_OFF: N_("The ledger ends before leaf %(first)s; %(source)s was made of leaves up to %(last)s."),
    Kind.REWRITTEN: N_("Leaf %(first)s is not the one of %(source)s."),
    Kind.CHECKPOINT_CHANGED: N_("%(source)s is not as it was signed."),
    Kind.CHECKPOINT_MISSING: N_("Leaf %(first)s says that %(source)s was made; it is gone."),
    Kind.FOREIGN: N_("%(source)s was not signed by this site."),
    Kind.ROW_EDITED: N_("%(source)s does not say what the deed on leaf %(first)s was written down of."),
    Kind.ROW_REMOVED: N_("%(source)s is gone; the deed on leaf %(first)s was written down of it."),
    Kind.ROW_WITHOUT_DEED: N_("%(source)s was never written down as a deed."),
    Kind.ERASED: N_("Leaf %(first)s: the content was erased, as leaf %(last)s says."),
    Kind.CLOCK_SET_BACK: N_("Leaf %(first)s: the clock was set back before it."),
    Kind.WAITING: N_("A deed was written down and is not numbered yet."),
    Kind.NO_HEAD: N_("There is no newest head beside the database; the next numbering makes one."),
}


@dataclass(frozen=True)
class Finding:
    """One thing that was found, and at which leaves (numbered from 0)."""

    kind: Kind
    first: int | None = None
    last: int | None = None
    deed: str = ""
    source: str = ""  # the checkpoint or file that tells

    @property
    def is_fault(self) -> bool:
        """Whether somebody has to look into it."""
        return self.kind not in NO_FAULT

    def reason(self) -> Reason:
        """As a sentence."""
        last = self.first if self.last is None else self.last
        params = {"first": self.first, "last": last, "source": self.source}
        return Reason(f"ledger.{self.kind}", SENTENCES[self.kind], params)


@dataclass
class Verified:
    """What came of a verification."""

    leaves: int
    root: bytes
    findings: list[Finding] = field(default_factory=list)

    @property
    def faults(self) -> list[Finding]:
        """What somebody has to look into."""
        return [found for found in self.findings if found.is_fault]

    @property
    def notes(self) -> list[Finding]:
        """What is said besides."""
        return [found for found in self.findings if not found.is_fault]

    def counts(self) -> dict[str, int]:
        """How many of each kind."""
        return {str(kind): number for kind, number in Counter(found.kind for found in self.findings).items()}


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Faults before the rest, by leaf."""
    return sorted(findings, key=lambda f: (not f.is_fault, -1 if f.first is None else f.first, f.kind, f.deed))
