"""The sentence above a table: unit, dimensions, filters, snapshot. No number leaves this house without it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sanad.figures.presenting import labels
from sanad.figures.rules.cells import UNSTATED
from sanad.figures.rules.dimensions import Frame, Scale, Unit, dimension
from sanad.figures.rules.requests import RANGE, CountRequest, Filter
from sanad.figures.rules.results import Counted, Tally
from sanad.web import formats


def title(request: CountRequest) -> str:
    """`Violations by province and state of verification`."""
    unit = str(labels.UNITS[request.unit])
    if not request.dimensions:
        return unit
    names = labels.and_list([labels.dimension_label(name) for name in request.dimensions])
    return _("%(unit)s by: %(dimensions)s") % {"unit": unit, "dimensions": names}


def filters(request: CountRequest) -> list[str]:
    """Each filter in words; none means that everything is counted."""
    return [f"{labels.dimension_label(one.dimension)}: {filter_words(one)}" for one in request.where]


def filter_words(one: Filter) -> str:
    """The values of one filter."""
    return _(" or ").join(_value(one.dimension, value) for value in one.values)


def _value(name: str, value: str) -> str:
    first, dots, last = value.partition(RANGE)
    if dots and dimension(name).scale in (Scale.YEAR, Scale.QUARTER, Scale.MONTH):
        if first and last:
            said = {"first": labels.label(name, first), "last": labels.label(name, last)}
            return _("%(first)s to %(last)s") % said
        word = _("from %(day)s on") if first else _("until %(day)s")
        return word % {"day": labels.label(name, first or last)}
    return labels.label(name, value)


def notes(counted: Counted) -> list[str]:
    """What a reader has to know to read the numbers rightly."""
    request = counted.request
    found = [_UNIT_NOTES[request.unit]()]
    if counted.overlapping:
        names = labels.and_list([labels.dimension_label(name) for name in counted.overlapping])
        found.append(_("Cells of “%(names)s” overlap: their sum is more than the total.") % {"names": names})
    found += _unstated(counted)
    if request.frame is Frame.THEN:
        found.append(_("Provinces and districts are those of the day of the act."))
    if counted.left_out:
        sentence = ngettext(
            "%(offices)s office whose records you may only count is left out; the agreed table "
            "(violations by district, quarter and type of act, without filters) includes it.",
            "%(offices)s offices whose records you may only count are left out; the agreed table "
            "(violations by district, quarter and type of act, without filters) includes them.",
            counted.left_out,
        )
        found.append(sentence % {"offices": formats.number(counted.left_out)})
    if counted.hidden:
        found.append(_("Fewer than five that you may not open are shown as <5 and are not in the total."))
    return found


def _victims_note() -> str:
    return _(
        "Least and most are sums of what sources state; beside them stands for how many groups they state nothing. "
        "Institutions are not among the victims."
    )


_UNIT_NOTES = {
    Unit.REPORTS: lambda: _("Several reports can tell of one event."),
    Unit.EVENTS: lambda: _("An event counts once, however many reports tell of it."),
    Unit.VIOLATIONS: lambda: _("A violation is one type of act against one person or group in one event."),
    Unit.VICTIMS: _victims_note,
}


def _unstated(counted: Counted) -> list[str]:
    """How complete the split is: how many are *not stated* in each dimension.

    Beside a dimension whose cells overlap no share can be told: the same event stands in several of them.
    """
    total = size(counted.total)
    found = []
    for position, name in enumerate(counted.request.dimensions):
        if any(other != name for other in counted.overlapping):
            continue
        without = sum(size(number) for key, number in counted.cells.items() if key[position] == UNSTATED)
        if without and total and name != "verified_year":
            said = {
                "share": formats.percent(min(1.0, without / total)),
                "dimension": labels.dimension_label(name),
            }
            found.append(_("Not stated for %(share)s: %(dimension)s.") % said)
    return found


def size(number: object) -> int:
    """One number for how much a cell is: of victims the greater bound that is known."""
    if isinstance(number, Tally):
        return max(number.min, number.max)
    return number if isinstance(number, int) else 0
