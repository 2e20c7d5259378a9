"""What waits for a verdict: by age, by state, and for whom; and what a verdict on many events would change."""

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sanad.accounts.queries.naming import names_of
from sanad.accounts.readers import Reader
from sanad.front.presenting.listing import EventLine, event_lines
from sanad.front.presenting.words import Words, isolated
from sanad.violations import queries
from sanad.violations.models import Event, Violation
from sanad.violations.queries.waiting import AT_MOST, STATES, Proposed
from sanad.violations.rules.verifying import AGES, Age, reasons_to_look_again
from sanad.web.formats import day, number
from sanad.web.refusals import say
from sanad.web.templatetags.web import STATES as STATE_WORDS

SHOWN = 25
SECONDS = 200  # verdicts that wait for a second person; more are shown once these are done


@dataclass(frozen=True)
class Cell:
    """How many events of one state and age wait, and where they are."""

    number: str
    address: str
    here: bool


@dataclass(frozen=True)
class QueueLine:
    """One event that waits: since when, for whom, and how many sources stand behind it."""

    event: EventLine
    since: str
    whom: str
    sources: str


@dataclass(frozen=True)
class SecondLine:
    """A verdict that waits for a second person."""

    event: EventLine
    judgement: UUID
    sentence: str
    why: str
    mine: bool


@dataclass
class QueuePage:
    """Everything that the template lays out."""

    ages: list[str] = field(default_factory=list)
    rows: list[tuple[str, list[Cell]]] = field(default_factory=list)  # state -> cells
    lines: list[QueueLine] = field(default_factory=list)
    second: list[SecondLine] = field(default_factory=list)
    title: str = ""
    next: str = ""
    second_person: bool = False


@dataclass(frozen=True)
class Change:
    """What a verdict would change in one event."""

    event: EventLine
    changes: list[str]
    reasons: list[str]  # to look again first


def age_words() -> dict[str, str]:
    """How long things have waited."""
    return {
        "week": _("up to 7 days"),
        "month": _("8 to 30 days"),
        "quarter": _("31 to 90 days"),
        "older": _("more than 90 days"),
    }


def age_named(slug: str) -> Age | None:
    """The age of an address."""
    return next((age for age in AGES if age.slug == slug), None)


def queue_page(reader: Reader, state: str, age: Age | None, after: tuple | None) -> QueuePage:
    """The queue of a reader; `state` and `age` narrow the events below the table."""
    words = Words()
    counts = queries.numbers_waiting(reader)
    said = age_words()
    page = QueuePage(ages=[said[one.slug] for one in AGES])
    for each in STATES:
        cells = [
            Cell(_counted(counts[each, one.slug]), _address(each, one.slug), (state, age) == (each, one))
            for one in AGES
        ]
        page.rows.append((each, cells))
    events = queries.oldest_waiting(reader, state, age, SHOWN + 1, after)
    if len(events) > SHOWN:
        last = events[SHOWN - 1]
        page.next = f"{_address(state, age.slug if age else '')}&after={last.received_on.isoformat()}.{last.pk}"
    page.lines = _lines(reader, events[:SHOWN], words)
    page.second = second_lines(reader, words)
    mine = queries.review_rules(reader).get(reader.office_id or 0)
    page.second_person = bool(mine and mine.second_person)
    state_word = STATE_WORDS[state]["word"]
    page.title = _("%(state)s, %(age)s") % {"state": state_word, "age": said[age.slug]} if age else str(state_word)
    return page


def _counted(n: int) -> str:
    return _("%(n)s or more") % {"n": number(n)} if n >= AT_MOST else number(n)


def _address(state: str, age: str) -> str:
    return f"{reverse('front:review')}?{urlencode({'state': state, 'age': age})}"


def _lines(reader: Reader, events: Sequence[Event], words: Words) -> list[QueueLine]:
    lines = event_lines(reader, queries.event_rows(reader, events), words)
    taken = queries.taken_up_by(reader, [one.pk for one in events])
    names = names_of(reader, [one.made_by for one in taken.values()])
    heard = queries.heard_in(reader, [one.pk for one in events])
    found = []
    for event, line in zip(events, lines, strict=True):
        judgement = taken.get(event.pk)
        name = isolated(names.get(judgement.made_by or 0, _("The operator"))) if judgement else ""
        whom = _("taken up by %(who)s") % {"who": name} if judgement else _("waits for any reviewer")
        reasons = reasons_to_look_again(heard[event.pk], (), {})
        found.append(QueueLine(line, day(event.received_on), whom, " ".join(say(reason) for reason in reasons)))
    return found


def second_lines(reader: Reader, words: Words) -> list[SecondLine]:
    """Verdicts that wait for a second person, the oldest first."""
    proposed = queries.waiting_for_second(reader, SECONDS)
    if not proposed:
        return []
    events = list({one.event.pk: one.event for one in proposed}.values())
    rows = queries.event_rows(reader, events)
    lines = dict(zip([row.id for row in rows], event_lines(reader, rows, words), strict=True))
    names = names_of(reader, [one.judgements[0].made_by for one in proposed])
    return [_second(one, lines[one.event.pk], names, reader) for one in proposed]


def _second(one: Proposed, line: EventLine, names: dict[int, str], reader: Reader) -> SecondLine:
    first = one.judgements[0]
    who = isolated(names.get(first.made_by or 0, _("The operator")))
    said = {"who": who, "n": number(len(one.judgements)), "verdict": STATE_WORDS[first.verdict]["word"]}
    sentence = ngettext(
        "%(who)s: %(verdict)s (%(n)s verdict)", "%(who)s: %(verdict)s (%(n)s verdicts)", len(one.judgements)
    )
    return SecondLine(line, first.pk, sentence % said, first.why, first.made_by == reader.user_id)


def changes_of(reader: Reader, events: Sequence[Event], verdict: str, words: Words) -> list[Change]:
    """What the verdict would change, event by event."""
    lines = event_lines(reader, queries.event_rows(reader, events), words)
    found = violations_of(reader, events)
    heard = queries.heard_in(reader, [one.pk for one in events])
    return [
        Change(
            line,
            _changes(found.get(event.pk, []), verdict),
            [say(reason) for reason in reasons_to_look_again(heard[event.pk], (), {})] if verdict == "verified" else [],
        )
        for event, line in zip(events, lines, strict=True)
    ]


def violations_of(reader: Reader, events: Sequence[Event]) -> dict[UUID, list[Violation]]:
    """The violations of these events that this reader may judge."""
    rows = queries.violations_visible_to(reader).filter(event__in=[one.pk for one in events])
    found: dict[UUID, list[Violation]] = {}
    for row in rows.filter(custodians__overlap=sorted(reader.keeps)).order_by("id"):
        found.setdefault(row.event_id, []).append(row)
    return found


def _changes(violations: Sequence[Violation], verdict: str) -> list[str]:
    if not violations:
        return [_("Nothing: no violation of it is yours to judge.")]
    states = Counter(violation.state for violation in violations)
    lines = []
    for state, n in states.most_common():
        said = {"n": number(n), "before": STATE_WORDS[state]["word"], "after": STATE_WORDS[verdict]["word"]}
        if state == verdict:
            words = ngettext("%(n)s violation stays: %(after)s", "%(n)s violations stay: %(after)s", n)
        else:
            words = ngettext(
                "%(n)s violation: from %(before)s to %(after)s", "%(n)s violations: from %(before)s to %(after)s", n
            )
        lines.append(words % said)
    return lines


def seen_in(found: dict[UUID, list[Violation]]) -> str:
    """A mark of all states that a preview showed; another one means that somebody judged in the meantime."""
    states = sorted(f"{v.pk}{v.state}{v.standard_id}" for rows in found.values() for v in rows)
    return hashlib.sha256("".join(states).encode()).hexdigest()[:24]
