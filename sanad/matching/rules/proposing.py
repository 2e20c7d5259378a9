"""Which pairs are shown to somebody, and which the machine may link by itself. No Django."""

from collections.abc import Mapping

PROPOSED = 0.3  # at or above this probability a pair is shown
STRONG = frozenset({"cnic", "phone", "fir", "day"})  # one of them has to agree before the machine links by itself


def worth_proposing(probability: float, one_report: object, other_report: object) -> bool:
    """Two people of one report were told apart by their source."""
    return probability >= PROPOSED and one_report != other_report


def may_link(probability: float, levels: Mapping[str, str], *, least: float) -> bool:
    """May the machine link these two by itself? Never for the likeness of names alone."""
    return probability >= least and any(levels.get(one) in ("same", "near") for one in STRONG)
