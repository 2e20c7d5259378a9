"""Numbers of people as sources give them: killed, injured, present.

Not stated is None and never 0. Bounds are kept as given, contradictory ones too: they are
flagged and counted as given (docs/counting.md).
"""

import re
from dataclasses import dataclass

from sanad.kit.refusals import N_, Refused
from sanad.kit.text import ascii_digits, visible

NOT_STATED = frozenset({"", "na", "n/a", "n.a.", "n.a"})
# 1,234,567 or, as in South Asia, 12,34,567.
GROUPED = re.compile(r"\d{1,3}(?:[,٬،]\d{3})+\Z|\d{1,2}(?:[,٬،]\d{2})*[,٬،]\d{3}\Z", re.ASCII)
NUMBER = re.compile(r"(-?)(\d+)(?:[.٫](\d+))?\Z", re.ASCII)
# No single report of the field is about more people than a megacity holds: above it is a slip
# or an identity number in the wrong column.
MOST = 50_000_000


def read_count(value: str | float | None) -> int | None:
    """The number of people in a cell or a field; None where the source does not state it."""
    if value is None:
        return None
    said = " ".join(str(value).split())
    written = ascii_digits(visible(said)).replace("\u2212", "-")
    if written.lower() in NOT_STATED:
        return None
    if GROUPED.match(written):
        written = re.sub("[,٬،]", "", written)
    if isinstance(value, bool) or not (found := NUMBER.match(written)):
        sentence = N_("“%(said)s” is not a number of people. Write digits, or leave it empty if it is not known.")
        raise Refused.one("count.not_a_number", sentence, said=said[:40])
    if found[1] and int(found[2]) + int(found[3] or 0):
        raise Refused.one("count.negative", N_("%(said)s is below zero; fewer than none cannot be."), said=said[:40])
    if int(found[3] or 0):
        raise Refused.one("count.fraction", N_("%(said)s is not a whole number of people."), said=said[:40])
    if len(found[2]) > 12 or int(found[2]) > MOST:
        raise Refused.one("count.too_many", N_("%(said)s is more people than any report is about."), said=said[:40])
    return int(found[2])


@dataclass(frozen=True, slots=True)
class Range:
    """Least, best and most of a number as a source gives them; each may be unknown."""

    min: int | None = None
    best: int | None = None
    max: int | None = None

    @property
    def contradictory(self) -> bool:
        """Least above most, or best outside the two; flagged, never repaired."""
        given = [bound for bound in (self.min, self.best, self.max) if bound is not None]
        return given != sorted(given)
