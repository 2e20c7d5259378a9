"""The page of an event: what was done to whom, who says so, what stands and why, what was done about it."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import timedelta
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _

from sanad.accounts.queries.naming import names_of
from sanad.accounts.readers import Reader
from sanad.front.presenting.accounts import (
    AccountGroup,
    AccountShown,
    Independence,
    attributions_in,
    grouped_by_kind,
    independence,
    shown,
)
from sanad.front.presenting.categories import ListShown, lists_of
from sanad.front.presenting.chains import LinkShown, links_shown
from sanad.front.presenting.comparing import COLUMNS, Compared, Comparing, put_together
from sanad.front.presenting.event_map import EventMap, event_map
from sanad.front.presenting.history import history_of
from sanad.front.presenting.interventions import InterventionShown, interventions_shown
from sanad.front.presenting.judgements import may_undo
from sanad.front.presenting.suffering import AllegedShown, Suffered, alleged_shown, people_shown, suffered, summed
from sanad.front.presenting.telling import Telling
from sanad.front.presenting.timeline import MOST, Moment, Timeline
from sanad.front.presenting.titles import own_place, title_of
from sanad.front.presenting.words import Words, date_of
from sanad.violations import queries
from sanad.violations.models import Event, Judgement
from sanad.violations.queries import Bound, Told
from sanad.web.components import HistoryLine
from sanad.web.formats import partial_date

SHOWN = 40  # violations on one page
RECENT = 15  # deeds of the history that stand open
JUST_NOW = timedelta(minutes=30)  # so long the last judgement can be undone from the top of the page


@dataclass(frozen=True)
class Waits:
    """Verdicts of one deed that wait for a second person."""

    judgement: UUID
    sentence: str
    why: str
    mine: bool  # given by this reader, who therefore cannot confirm them


@dataclass
class EventPage:
    """Everything that the template lays out."""

    event: Event
    title: str
    when: str
    where: str
    state: str
    accounts: list[AccountShown]
    violations: list[Suffered]  # all of them
    compared: list[Compared]
    history: list[HistoryLine]
    further: bool
    may_judge: bool = False
    told: list[Told] = field(default_factory=list)
    groups: list[AccountGroup] = field(default_factory=list)
    independence: Independence | None = None
    sums: list[tuple[str, str, int]] = field(default_factory=list)  # act, state, how many violations
    people: list = field(default_factory=list)
    alleged: list[AllegedShown] = field(default_factory=list)
    timeline: list[Moment] = field(default_factory=list)
    map: EventMap | None = None
    interventions: list[InterventionShown] = field(default_factory=list)
    chain: list[LinkShown] = field(default_factory=list)
    lists: list[ListShown] = field(default_factory=list)
    waits: list[Waits] = field(default_factory=list)
    just_done: Judgement | None = None
    seen: str = ""  # what the verdicts were when the page was made
    part: int = 1  # of the violations
    parts: int = 1

    @property
    def live_accounts(self) -> list[AccountShown]:
        """The accounts that count."""
        return [account for account in self.accounts if not account.withdrawn]

    @property
    def shown(self) -> list[Suffered]:
        """The violations of this part of the page."""
        return self.violations[(self.part - 1) * SHOWN : self.part * SHOWN]

    @property
    def recent(self) -> list[HistoryLine]:
        """The newest deeds, which stand open."""
        return self.history[:RECENT]

    @property
    def older(self) -> list[HistoryLine]:
        """Those before, which are folded."""
        return self.history[RECENT:]

    @property
    def all_parts(self) -> range:
        """The numbers of the parts."""
        return range(1, self.parts + 1)

    @property
    def in_columns(self) -> bool:
        """Are the accounts few enough to stand side by side?"""
        return len(self.live_accounts) <= COLUMNS

    @property
    def side_by_side(self) -> list[Compared]:
        """What the accounts say of the same violations, each thing once."""
        return put_together(self.compared)

    @property
    def differs(self) -> bool:
        """Do the accounts disagree on anything?"""
        return any(table.differs for table in self.compared)


def event_page(reader: Reader, event: Event, part: int = 1) -> EventPage:
    """Put the page of an event together for a reader; `part` of its violations, where there are many."""
    words = Words()
    accounts = queries.accounts_of(reader, event)
    bound = queries.bound_to(reader, event, accounts)
    made, undone = queries.judgements_on(reader, accounts)
    telling = Telling(accounts, bound, words)
    live = [told for told in accounts if not told.report.account.withdrawn]
    attributions = attributions_in(made, undone)
    rows = [shown(told, words, attributions) for told in accounts]
    parts = max(1, -(-len(bound.violations) // SHOWN))
    part = min(max(1, part), parts)
    page = EventPage(
        event=event,
        title=title_of(event, live or accounts, reader, words),
        when=partial_date(date_of(event.happened)),
        where=words.place(event.place_id, own_place(event, live, reader)) or _("place not stated"),
        state="withdrawn" if event.withdrawn else event.state,
        accounts=rows,
        violations=suffered(bound, live, made, undone, telling),
        compared=[],
        history=history_of(reader, accounts, made, undone, what=telling.labels, words=words),
        further=queries.further_accounts(reader, event, len(live)),
        may_judge=bool(bound.violations) and bool(set(event.custodians) & set(reader.keeps)),
        told=accounts,
        groups=grouped_by_kind(rows),
        independence=independence(live, words),
        part=part,
        parts=parts,
    )
    _compare(page, live, bound, made, undone, telling)
    _put_round(page, reader, live, bound, telling)
    _put_judged(page, reader, made, undone, telling, attributions)
    return page


def _compare(
    page: EventPage,
    live: Sequence[Told],
    bound: Bound,
    made: Sequence[Judgement],
    undone: Mapping[UUID, Judgement],
    telling: Telling,
) -> None:
    """Only of what this part of the page shows."""
    if len(live) < 2:
        return
    here = {one.id for one in page.shown}
    violations = [violation for violation in bound.violations if violation.pk in here]
    persons = dict.fromkeys(v.person_id for v in violations)
    groups = [bound.persons[p].part_of for p in persons if p in bound.persons and bound.persons[p].part_of]
    rows = [bound.persons[one] for one in dict.fromkeys([*persons, *groups]) if one in bound.persons]
    comparing = Comparing(live, bound, made, undone, telling)
    page.compared = [*comparing.violations(violations), *comparing.persons(rows)]


def _put_round(page: EventPage, reader: Reader, live: Sequence[Told], bound: Bound, telling: Telling) -> None:
    """What stands round the accounts: people, timeline, map, interventions, chain, official lists."""
    reports = [told.report.pk for told in page.told]
    done = queries.interventions_on(reader, reports)
    page.sums = summed(page.violations)
    page.people = people_shown({one.id for one in page.shown}, live, bound, telling)
    page.timeline = Timeline(telling).lines(live, done)[:MOST]
    page.map = event_map(bound.violations, telling.words)
    page.interventions = interventions_shown(reader, done, telling.words)
    page.chain = links_shown(reader, queries.chain_of(reader, page.event, reports), telling.words)
    page.lists = lists_of(bound.violations, bound.persons, telling)


def _put_judged(
    page: EventPage,
    reader: Reader,
    made: Sequence[Judgement],
    undone: Mapping[UUID, Judgement],
    telling: Telling,
    attributions: Mapping[UUID, str],
) -> None:
    """What was judged so far, what waits for a second person, and what this reader did just now."""
    page.alleged = alleged_shown(page.told, attributions, telling)
    page.seen = seen_of(page.violations, made)
    page.waits = _waits(reader, made, telling)
    newest = next((one for one in made if one.pk not in undone), None)
    if newest is not None and newest.made_by == reader.user_id and may_undo(reader, newest):
        page.just_done = newest if timezone.now() - newest.made_at < JUST_NOW else None


def _waits(reader: Reader, made: Iterable[Judgement], telling: Telling) -> list[Waits]:
    deeds: dict[object, list[Judgement]] = defaultdict(list)
    for one in made:
        if one.waits:
            deeds[one.together or one.pk].append(one)
    if not deeds:
        return []
    labels = telling.labels
    names = names_of(reader, [one.made_by for rows in deeds.values() for one in rows])
    return [
        Waits(
            rows[0].pk,
            _("%(who)s judged: %(about)s") % {
                "who": names.get(rows[0].made_by or 0, _("The operator")),
                "about": telling.words.joined(
                    dict.fromkeys(labels.get(one.act or one.involvement, "") for one in rows[:8])
                ),
            },
            rows[0].why,
            rows[0].made_by == reader.user_id,
        )
        for rows in deeds.values()
    ]  # fmt: skip


def seen_of(violations: Iterable[Suffered], made: Sequence[Judgement]) -> str:
    """Changes with every verdict: a form that was drawn before one is not taken for a word on it."""
    newest = max((str(one.pk) for one in made), default="")
    return f"{len(list(violations))}.{newest[-12:]}"
