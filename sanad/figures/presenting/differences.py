"""A change between two snapshots, in words and lines."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from sanad.figures.presenting import labels
from sanad.figures.presenting.captions import size
from sanad.figures.presenting.grid import NONE, address, number_words
from sanad.figures.queries import Change
from sanad.figures.rules.changes import SENTENCES, Cause
from sanad.figures.rules.results import Number
from sanad.web import formats

MOST_LINES = 200


@dataclass(frozen=True)
class ChangedLine:
    """One cell that differs."""

    names: list[str]
    before: str
    after: str
    difference: str
    causes: list[str]
    address: str


def page(change: Change) -> dict[str, object]:
    """What the page shows of a change."""
    request = change.after.request
    cells = sorted(change.cells, key=lambda cell: -abs(_size(cell.after) - _size(cell.before)))
    lines = [
        ChangedLine(
            [labels.label(name, value) for name, value in zip(request.dimensions, cell.key, strict=True)],
            _words(cell.before),
            _words(cell.after),
            signed(_size(cell.after) - _size(cell.before)),
            causes(cell.came, cell.left),
            address(request, cell.key) if cell.after is not None else "",
        )
        for cell in cells[:MOST_LINES]
    ]
    return {
        "heads": [labels.dimension_label(name) for name in request.dimensions],
        "lines": lines if request.dimensions else [],
        "cut": max(0, len(cells) - MOST_LINES),
        "before": number_words(change.before.total),
        "after": number_words(change.after.total),
        "difference": signed(size(change.after.total) - size(change.before.total)),
        "causes": causes(change.came, change.left),
        "more": change.more,
    }


def causes(came: Mapping[Cause, int], left: Mapping[Cause, int]) -> list[str]:
    """`New reports: +12`."""
    found = []
    for cause in Cause:
        parts = [signed(came[cause])] if cause in came else []
        parts += [signed(-left[cause])] if cause in left else []
        if parts:
            said = {"cause": _(SENTENCES[cause]), "numbers": " ".join(parts)}
            found.append(_("%(cause)s: %(numbers)s") % said)
    return found


def signed(difference: int) -> str:
    """A difference with its sign; none is said as such."""
    if not difference:
        return "0"
    sign = "+" if difference > 0 else "−"
    return f"\u2066{sign}{formats.number(abs(difference))}\u2069"


def _size(number: Number | None) -> int:
    return 0 if number is None else size(number)


def _words(number: Number | None) -> str:
    return NONE if number is None else number_words(number)
