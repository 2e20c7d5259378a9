"""What a search found, in groups: records with their facets, papers, institutions, places, codes."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from sanad.accounts.permissions import Permission
from sanad.accounts.queries.naming import office_names
from sanad.accounts.readers import Reader
from sanad.codes import queries as codes
from sanad.front.forms.filters import STATES
from sanad.front.forms.searching import narrowed_by
from sanad.front.presenting.listing import EventLine, event_lines
from sanad.front.presenting.plans import plans_named
from sanad.front.presenting.things import Thing, things_named
from sanad.front.presenting.words import Words
from sanad.kit.references import read_reference
from sanad.kit.refusals import Refused
from sanad.search import queries
from sanad.search.models import SavedSearch
from sanad.search.queries import Found, Narrowed, Paper, Understood
from sanad.violations import queries as violations
from sanad.violations.models import Event
from sanad.web.formats import number

MOST_VALUES = 12
MOST_NEW = 999


@dataclass(frozen=True)
class Value:
    """One value of a facet: what is sent when it is pressed, its words, and how many reports have it."""

    sent: str
    words: str
    count: str


@dataclass(frozen=True)
class Facet:
    """One way to narrow what was found."""

    name: str
    title: str
    values: Sequence[Value]


@dataclass(frozen=True)
class EventFound:
    """An event, and what of its reports that fit is said in clear."""

    line: EventLine
    summaries: Sequence[tuple[str, str]]  # reference of the report and its summary


@dataclass
class SearchPage:
    """Everything that the template lays out."""

    found: Found
    events: list[EventFound] = field(default_factory=list)
    facets: list[Facet] = field(default_factory=list)
    chosen: list[tuple[str, str]] = field(default_factory=list)  # facet and the words of its value
    papers: list[Paper] = field(default_factory=list)
    things: list[Thing] = field(default_factory=list)
    direct: EventLine | None = None
    older: str = ""
    behind: bool = False
    counts_more: bool = False

    @property
    def total(self) -> str:
        """How many are counted."""
        return number(self.found.total)

    @property
    def direct_lines(self) -> list[EventLine]:
        """For the list of one."""
        return [self.direct] if self.direct else []

    @property
    def is_empty(self) -> bool:
        """Nothing at all was found."""
        return not (self.found.total or self.papers or self.things or self.direct)


def search_page(
    reader: Reader,
    meant: Understood,
    narrowed: Narrowed,
    chosen: Mapping[str, str],
    before: queries.asking.Place | None,
) -> SearchPage:
    """Ask every group that this reader may see."""
    words = Words()
    if not reader.may(Permission.REPORT_READ):
        return SearchPage(Found(), things=_things(reader, meant, words))
    found = queries.found_by(reader, meant, narrowed, before=before)
    first = before is None and not chosen
    return SearchPage(
        found,
        _events(reader, found, words),
        [] if found.more else _facets(found, chosen, words),
        [(name, _chosen_words(name, value, words)) for name, value in chosen.items()],
        queries.papers_found(reader, meant) if first else [],
        _things(reader, meant, words) if first else [],
        _direct(reader, meant, words) if first else None,
        _older(found),
        queries.is_behind(),
        bool(reader.counts - reader.sees),
    )


def _things(reader: Reader, meant: Understood, words: Words) -> list[Thing]:
    """What has a name or a text of its own, beside records and papers."""
    return [*plans_named(reader, meant.words), *things_named(meant, words)]


@dataclass(frozen=True)
class SavedLine:
    """A search that the reader keeps, and how much is new since they last looked."""

    id: UUID
    text: str
    chosen: str
    new: int
    more: bool


def saved_lines(reader: Reader, kept: Sequence[SavedSearch]) -> list[SavedLine]:
    """The own searches; what is new is counted among what the reader may see now."""
    words = Words()
    lines = []
    for one in kept:
        new = queries.new_since(reader, queries.understood(one.text), narrowed_by(one.chosen), one.looked_at)
        chosen = words.joined(_chosen_words(name, value, words) for name, value in one.chosen.items())
        lines.append(SavedLine(one.pk, one.text, chosen, min(new, MOST_NEW), new > MOST_NEW))
    return lines


def _events(reader: Reader, found: Found, words: Words) -> list[EventFound]:
    """The events of what was found, in its order; the database is asked again whether each may be seen."""
    reports = [report for report, _event, _day in found.rows]
    seen = {row.id: row.reference for row in violations.report_rows(reader, _as_rows(reports))}
    summaries = violations.summaries_of(reader, list(seen))
    told: dict[object, list[tuple[str, str]]] = {}
    for report, event, _day in found.rows:
        if report in seen:
            told.setdefault(event, []).append((seen[report], summaries.get(report, "")))
    rows = violations.event_rows(reader, _as_rows(told))
    lines = event_lines(reader, rows, words)
    return [EventFound(line, _worth_showing(line, told[row.id])) for row, line in zip(rows, lines, strict=True)]


@dataclass(frozen=True)
class _Row:
    id: object


def _as_rows(ids: Iterable[object]) -> list[_Row]:
    return [_Row(one) for one in ids]


def _worth_showing(line: EventLine, told: list[tuple[str, str]]) -> list[tuple[str, str]]:
    return [(reference, summary) for reference, summary in told if summary and not summary.startswith(line.title)]


def _direct(reader: Reader, meant: Understood, words: Words) -> EventLine | None:
    """The event that the text is the reference of."""
    try:
        reference = read_reference(meant.text)
    except Refused:
        return None
    event: Event | None = violations.event_visible_to(reader, reference)
    rows = violations.event_rows(reader, [event]) if event else []
    return event_lines(reader, rows, words)[0] if rows else None


def _older(found: Found) -> str:
    if len(found.rows) < queries.asking.PAGE:
        return ""
    report, _event, day = found.rows[-1]
    return f"{day.isoformat()} {report}"


def _facets(found: Found, chosen: Mapping[str, str], words: Words) -> list[Facet]:
    shown = [
        _facet(name, found.facets.get(name, {}), words)
        for name in ("province", "district", "year", "act", "state", "source_kind", "office")
        if name not in chosen and (name != "district" or "province" in chosen)
    ]
    return [facet for facet in shown if len(facet.values) > 1]


def _facet(name: str, counts: Mapping[str, int], words: Words) -> Facet:
    titles = {
        "province": _("Province"), "district": _("District"), "year": _("Year"), "act": _("What was done"),
        "state": _("State"), "source_kind": _("Kind of source"), "office": _("Office"),
    }  # fmt: skip
    order = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    if name == "year":
        order = sorted(counts.items(), reverse=True)
    say = _saying(name, words, [key for key, _n in order])
    values = [Value(*say(key), number(n)) for key, n in order[:MOST_VALUES] if say(key)[0]]
    return Facet(name, titles[name], values)


def _saying(name: str, words: Words, keys: Sequence[str]) -> Callable[[str], tuple[str, str]]:
    """From a key of the index to what is sent and what is shown."""
    slugs = codes.slugs_by_id()
    if name in ("province", "district"):
        return lambda key: _place(int(key), words)
    if name in ("act", "source_kind"):
        return lambda key: (slugs.get(int(key), ""), words.code(name, int(key)))
    if name == "state":
        states = dict(STATES)
        return lambda key: (key, str(states.get(key, _("nothing is alleged"))))
    if name == "office":
        names = office_names([int(key) for key in keys])
        return lambda key: (key, names.get(int(key), ""))
    return lambda key: (key, key)


def _place(number_: int, words: Words) -> tuple[str, str]:
    if not number_:
        return "", ""
    return words.gazetteer.outside_code(words.gazetteer.by_id(number_)), words.place_name(number_)


def _chosen_words(name: str, value: str, words: Words) -> str:
    if name in ("province", "district"):
        row = words.gazetteer.by_outside_code(value)
        return words.place_name(row.id) if row else value
    if name in ("act", "source_kind"):
        return words.code(name, codes.ids_by_slug(name).get(value))
    if name == "state":
        return str(dict(STATES).get(value, _("nothing is alleged")))
    if name == "office":
        return office_names([int(value)]).get(int(value), value) if value.isdecimal() else value
    return pgettext("state", "withdrawn: entered in error") if name == "withdrawn" else value
