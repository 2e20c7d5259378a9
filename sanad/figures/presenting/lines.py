"""Events behind a number, as lines of a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from sanad.accounts.permissions import Permission
from sanad.accounts.readers import Reader
from sanad.codes import queries as codes
from sanad.figures.presenting import labels
from sanad.figures.presenting.captions import size
from sanad.figures.presenting.grid import number_words
from sanad.figures.rules.dimensions import Unit
from sanad.figures.rules.results import Number, Tally
from sanad.places import queries as places
from sanad.violations.queries import events_visible_to, left_out_of_counts
from sanad.web import formats

COLUMNS = ("id", "reference", "happened", "place_id", "place_said", "act_types", "state", "accounts")


@dataclass(frozen=True)
class EventLine:
    """One event of the list."""

    reference: str
    address: str
    when: str
    where: str
    what: str
    state: str
    accounts: int


def events_of(reader: Reader, ids: Sequence[UUID]) -> list[UUID]:
    """Which of these events the reader may open today, in the same order; none of people who said no to statistics."""
    if not reader.may(Permission.REPORT_READ) or not ids:
        return []
    visible = set(events_visible_to(reader).filter(pk__in=ids, withdrawn=False).values_list("pk", flat=True))
    visible -= left_out_of_counts(using=DEFAULT_DB_ALIAS).events
    return [one for one in ids if one in visible]


def event_lines(reader: Reader, ids: Sequence[UUID]) -> list[EventLine]:
    """What the list says of them."""
    if not ids:
        return []
    rows = {row["id"]: row for row in events_visible_to(reader).filter(pk__in=ids).values(*COLUMNS)}
    return [_line(rows[one]) for one in ids if one in rows]


def _line(row: dict[str, object]) -> EventLine:
    slugs = codes.slugs_by_id()
    reference = str(row["reference"])
    acts = [labels.label("act", slugs[act]) for act in row["act_types"] if act in slugs]  # type: ignore[attr-defined]
    return EventLine(
        reference,
        _address(reference),
        formats.partial_date(str(row["happened"])),
        _where(row["place_id"], str(row["place_said"])),
        pgettext("between the parts of a list", ", ").join(acts),
        str(row["state"]),
        int(str(row["accounts"])),
    )


def _where(place_id: object, said: str) -> str:
    if isinstance(place_id, int):
        return places.place_line(places.gazetteer().by_id(place_id))
    return said


def _address(reference: str) -> str:
    """The page of an event, which a package above this one owns."""
    try:
        return reverse("front:event", args=[reference])
    except NoReverseMatch:
        return ""


def sentence(unit: Unit, number: Number, events: int, visible: int, most: int) -> str:
    """`57 violations in 40 events, of which you may open 12.`"""
    words = number_words(number) if isinstance(number, Tally) else labels.count_words(unit, size(number))
    if isinstance(number, Tally):
        words = _("Victims: %(number)s") % {"number": words}
    said = {
        "what": words,
        "events": labels.count_words(Unit.EVENTS, events),
        "openable": formats.number(visible),
        "most": formats.number(most),
    }
    if events > most:
        return (
            _("%(what)s in %(events)s. The latest %(most)s events are looked through; you may open %(openable)s.")
            % said
        )
    if unit is Unit.EVENTS:
        return _("%(what)s, of which you may open %(openable)s.") % said
    return _("%(what)s in %(events)s, of which you may open %(openable)s.") % said
