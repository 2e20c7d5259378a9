"""An invented strategy with two drafts, two workshops, thirty points and what became of them."""

from datetime import date, datetime, time
from itertools import groupby
from pathlib import Path
from uuid import uuid4

import yaml
from django.utils import timezone

from sanad.accounts.queries.making_readers import user_named
from sanad.accounts.readers import Reader, reader_for
from sanad.accounts.scope import scoped
from sanad.gatherings.queries import gatherings_visible_to
from sanad.places.queries import place_by_code
from sanad.strategies import actions
from sanad.strategies.actions.asking import Asked
from sanad.strategies.actions.drafting import add_action
from sanad.strategies.actions.noting import PointWords
from sanad.strategies.actions.strategies import StrategyContent
from sanad.strategies.models import Clause, Draft, Strategy
from sanad.strategies.queries import clauses_of, consultations_on, groups_at, points_on

TOLD = yaml.safe_load(Path(__file__).with_suffix(".yaml").read_text(encoding="utf-8"))
TITLES = (
    "Human-rights strategy of a province (invented)",
    "ایک صوبے کی حکمتِ عملی برائے انسانی حقوق (فرضی)",
)
# When it all happened; the workshops have days of their own, between the first draft and the answers.
BEGUN, SENT_OUT, DUE = date(2025, 8, 4), date(2025, 9, 1), date(2025, 10, 31)
CONSULTED, SECOND, ANSWERED = date(2025, 11, 3), date(2025, 11, 10), date(2025, 11, 24)


def make(username: str) -> None:
    """Everything through the actions of the package, as this user of the demo would."""
    user = user_named(username)
    assert user is not None
    by = reader_for(user)
    with scoped(by):
        kp = place_by_code("PK-KP")
        strategy = actions.new_strategy(StrategyContent(*TITLES, kp.id if kp else None, 2026, 2030), by=by)
        first = strategy.drafts.get()
        _write(first, by)
        actions.circulate(first, by=by)
        _ask(first, by)
        _consult(first, by)
        _answer(first, _second(first, by), by)
        actions.change_stage(strategy, "consulted", since=CONSULTED, why="Demo letter 4/2025", by=by)
        _in_its_time(strategy)


def _write(draft: Draft, by: Reader) -> None:
    themes: dict[str, Clause] = {}
    outcomes: dict[str, Clause] = {}
    theme = ""
    for number, kind, depth, english, urdu in TOLD["clauses"]:
        part = "text" if kind == "clause" else "heading"
        said = {"number": number, "kind": kind, "depth": depth, f"{part}_en": english, f"{part}_ur": urdu}
        made = actions.add_clause(draft, said, after=None, by=by)
        theme = number if kind == "theme" else theme
        if kind != "clause":
            (themes if kind == "theme" else outcomes)[theme] = made
    for number, words, urdu, agency, agency_ur, timeline, indicator, indicator_ur, *figures in TOLD["actions"]:
        said = {
            "theme": themes[number], "outcome": outcomes[number], "words_en": words, "words_ur": urdu,
            "agency_en": agency, "agency_ur": agency_ur, "timeline_en": timeline, "timeline_ur": timeline,
            "indicator_en": indicator, "indicator_ur": indicator_ur,
            **dict(zip(("baseline", "target", "budget"), figures, strict=True)),
        }  # fmt: skip
        add_action(draft, said, by=by)


def _ask(draft: Draft, by: Reader) -> None:
    """A reader, and two departments of which one has no comment and one is silent."""
    until = timezone.localdate().replace(day=28, month=12)
    actions.invite(draft, Asked("reader", name="Demo Professor", language="en"), by=by)
    home, _token = actions.invite(draft, Asked("department", body="Demo Home Department", due=until), by=by)
    actions.invite(draft, Asked("department", body="Demo Law Department", due=until), by=by)
    actions.answer_invitation(home, view="", no_comment=True, may_name=False, by=by)


def _consult(draft: Draft, by: Reader) -> None:
    workshops = list(gatherings_visible_to(by).filter(kind="workshop").order_by("first_day")[:2])
    for workshop in workshops:
        actions.hold_consultation(draft, workshop, by=by)
    groups = [list(of) for _, of in groupby(groups_at(consultations_on(draft)), lambda group: group.gathering_id)]
    clauses = {clause.number: clause for clause in clauses_of(draft) if clause.number}
    for held, group, number, words, plenary, dissent, *_answer in TOLD["points"]:
        said = PointWords(words, plenary, dissent, clauses.get(number))
        actions.note_point(draft, said, group=groups[held][group], slip=uuid4(), by=by)


def _second(draft: Draft, by: Reader) -> Draft:
    second = actions.next_draft(draft, by=by)
    clauses = {clause.number: clause for clause in clauses_of(second) if clause.number}
    for number, (english, urdu) in TOLD["changed"].items():
        actions.reword_clause(clauses[number], {"text_en": english, "text_ur": urdu}, seen=1, by=by)
    number, after, english, urdu = TOLD["new"]
    said = {"number": number, "kind": "clause", "depth": 2, "text_en": english, "text_ur": urdu}
    actions.add_clause(second, said, after=clauses[after], by=by)
    actions.drop_clause(clauses[TOLD["dropped"]], by=by)
    return second


def _in_its_time(strategy: Strategy) -> None:
    """The rows bear the days of the story. The record of deeds keeps that they were typed in on the day of the demo."""
    first, second = strategy.drafts.order_by("number")
    strategy.made_at, first.made_at, first.circulated_at, second.made_at = map(_at, (BEGUN, BEGUN, SENT_OUT, SECOND))
    strategy.save(update_fields=["made_at"])
    for draft in (first, second):
        draft.save(update_fields=["made_at", "circulated_at"])
    first.invitations.update(made_at=_at(SENT_OUT))
    first.invitations.filter(kind="department").update(due=DUE)
    first.invitations.exclude(answered_at=None).update(answered_at=_at(DUE))
    for point in points_on(first):
        point.made_at = _at(point.group.gathering.first_day)
        point.save(update_fields=["made_at"])
        point.dispositions.update(decided_at=_at(ANSWERED))


def _at(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time(11)))


def _answer(draft: Draft, second: Draft, by: Reader) -> None:
    carriers = {clause.number: str(clause.identity) for clause in clauses_of(second) if clause.number}
    for point, (*_said, outcome, carried, reason) in zip(points_on(draft), TOLD["points"], strict=True):
        actions.dispose(point, outcome, reason=reason, clause=carriers.get(carried, ""), by=by)
