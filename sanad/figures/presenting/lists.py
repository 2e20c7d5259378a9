"""Two official lists laid over the same records, and what each list says of itself."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from sanad.codes import queries as codes
from sanad.codes.rules import Category, Classification
from sanad.figures.presenting.grid import address, grid, number_words
from sanad.figures.presenting.labels import list_label
from sanad.figures.queries import OpenSnapshot
from sanad.figures.rules.cells import UNSTATED
from sanad.figures.rules.dimensions import CATEGORY
from sanad.figures.rules.requests import CountRequest
from sanad.web import formats


@dataclass(frozen=True)
class CategoryLine:
    """A category: its rule in a sentence, and how much falls into it."""

    name: str
    rule: str
    number: str
    address: str
    has_rule: bool = True
    confirmed: bool = True


@dataclass(frozen=True)
class ListPage:
    """An official list as a table of its categories."""

    name: str
    version: str
    published_by: str
    source: str
    note: str
    lines: list[CategoryLine]
    without_rule: int
    unconfirmed: int


def crossed(snapshot: OpenSnapshot, wanted: CountRequest) -> dict[str, object]:
    """The cross-table and both lists; `wanted` has one list in its rows and one in its columns."""
    counted = snapshot.count(wanted)
    pages = [list_page(snapshot, wanted, name.removeprefix(CATEGORY)) for name in wanted.dimensions]
    return {"grid": grid(snapshot, counted), "counted": counted, "pages": pages}


def list_page(snapshot: OpenSnapshot, wanted: CountRequest, slug: str) -> ListPage:
    """One list, counted by the same question."""
    shown = codes.classification(slug)
    asked = CountRequest(wanted.unit, (CATEGORY + slug,), (), wanted.where, wanted.frame, wanted.snapshot)
    counted = snapshot.count(asked)
    lines = [
        _line(category, number_words(counted.cells.get((category.slug,), 0)), asked) for category in shown.categories
    ]
    outside = counted.cells.get((UNSTATED,), 0)
    sentence = _("What none of these rules describes.")
    lines.append(
        CategoryLine(_("in no category of this list"), sentence, number_words(outside), address(asked, (UNSTATED,)))
    )
    return ListPage(
        list_label(slug),
        shown.version,
        shown.published_by,
        shown.source,
        "" if formats.in_urdu() else shown.note,
        lines,
        sum(not category.has_rule for category in shown.categories),
        sum(not category.confirmed for category in shown.categories),
    )


def _line(category: Category, number: str, asked: CountRequest) -> CategoryLine:
    urdu = formats.in_urdu()
    return CategoryLine(
        category.name_ur if urdu else category.name_en,
        category.sentence_ur if urdu else category.sentence_en,
        number if category.has_rule else "–",
        address(asked, (category.slug,)) if category.has_rule else "",
        category.has_rule,
        category.confirmed,
    )


def two_lists(lists: tuple[str, ...]) -> tuple[Classification, Classification] | None:
    """The lists that are compared where nobody chose: the first and the last of time."""
    known = [one for one in codes.classifications() if one.slug in lists]
    return (known[0], known[-1]) if len(known) > 1 else None
