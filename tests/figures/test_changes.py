"""Why did this number change? Each cause is told apart."""

from dataclasses import replace
from datetime import date

import pytest

from sanad.accounts.scope import scoped
from sanad.figures.queries import change
from sanad.figures.rules.changes import Cause, Known, Trace, cause_of
from sanad.figures.rules.requests import read_request
from sanad.violations.actions import (
    add_account,
    correct_report,
    judge_event,
    judge_same_event,
    judge_same_person,
    part_person,
    undo_batch,
    undo_judgement,
    withdraw_report,
)
from sanad.violations.drafts import ReportDraft
from sanad.violations.models import Event, Mention, Report
from tests.figures.conftest import draft

QUESTION = read_request("violations", ["status"])


def trace(**said):
    plain = {"key": (), "came": True, "before": False, "after": True, "told_anew": False, "untold": False}
    return Trace(**{**plain, "judged": False, "report": "R", **said})


@pytest.mark.parametrize(
    ("seen", "known", "cause"),
    [
        (trace(told_anew=True), Known(), Cause.NEW_REPORT),
        (trace(before=True, told_anew=True), Known(), Cause.ANOTHER_ACCOUNT),
        (trace(before=True, judged=True, told_anew=True), Known(), Cause.JUDGED),
        (trace(before=True), Known(corrected=frozenset({"R"})), Cause.CORRECTED),
        (trace(before=True), Known(), Cause.JUDGED),
        (trace(came=False, after=False, untold=True), Known(withdrawn=frozenset({"R"})), Cause.WITHDRAWN),
        (trace(came=False, after=False, untold=True), Known(), Cause.UNDONE),
        (trace(came=False, before=True, after=False), Known(), Cause.LINKED),
        (trace(), Known(corrected=frozenset({"R"})), Cause.CORRECTED),
    ],
)
def test_causes_are_told_apart(seen, known, cause):
    assert cause_of(seen, known) is cause


@pytest.fixture
def director(house, reader):
    """Somebody of the directorate who may do all that is done here."""
    analyst, reviewer, recorder = (reader(role, house.kp) for role in ("analyst", "reviewer", "recorder"))
    return replace(analyst, permissions=analyst.permissions | reviewer.permissions | recorder.permissions)


@pytest.fixture
def before(director, store, freeze):
    """Two violations in two events."""
    store(director, draft("1"), draft("2", act="torture"), title="the first file")
    return freeze(director)


@pytest.fixture
def causes(director, before, freeze):
    """What a change since then is put down to."""

    def ask():
        later = freeze(director)
        with scoped(director):
            found = change(director, before, later, QUESTION)
        return found.came, found.left

    return ask


def test_a_new_report_adds(director, store, before, causes):
    store(director, draft("3"), title="another file")
    assert causes() == ({Cause.NEW_REPORT: 1}, {})


@pytest.mark.parametrize("what", ["persons", "events"])
def test_putting_together_and_parting_again_leaves_every_cell_as_it_was(director, store, freeze, what):
    store(
        director, draft("1"), draft("2", act="torture", place="PK-SD"), draft("3", day="2015", by=("mob",)),
        draft("4", size=(3, None, 5)), draft("5", day="2014-05-17", kind="police"), title="the first file",
    )  # fmt: skip
    first = freeze(director)
    told = cells(first, director)
    with scoped(director):
        roots = [Mention.objects.get(report__external_id=key).root for key in "125"]
        reports = [Report.objects.get(external_id=key) for key in "125"]
        if what == "persons":
            made = [judge_same_person(roots[0], one, "same", why="Same father", by=director) for one in roots[1:]]
        else:
            made = [judge_same_event(reports[0], one, "same", why="Same day", by=director) for one in reports[1:]]
    assert cells(freeze(director), director) != told
    with scoped(director):
        if what == "persons":
            part_person(roots[0], roots[1:], why="Three sisters", by=director)
        else:
            for one in reversed(made):
                undo_judgement(one, why="Two places", by=director)
    last = freeze(director)
    assert cells(last, director) == told and last.id == first.id


def cells(snapshot, reader):
    """Every cell of some tables that together use all units and the dimensions that a link may move."""
    asked = [
        ("reports", ["source_kind"]), ("events", ["province", "act"]), ("violations", ["act", "year"]),
        ("victims", ["sex", "act"]), ("victims", ["province"]), ("violations", ["perpetrator_type"]),
    ]  # fmt: skip
    with scoped(reader):
        return [snapshot.count(read_request(unit, rows, [], [], lists=snapshot.lists)) for unit, rows in asked]


def test_a_withdrawn_report_takes_away(director, before, causes):
    with scoped(director):
        withdraw_report(Report.objects.get(external_id="1"), why="Entered twice", by=director)
    assert causes() == ({}, {Cause.WITHDRAWN: 1})


def test_an_undone_import_takes_away(director, store, before, causes, freeze):
    with scoped(director):
        batch = Report.objects.get(external_id="1").batch
        undo_batch(batch, by=director, why="The wrong file")
    assert causes() == ({}, {Cause.UNDONE: 2})


def test_a_judgement_moves_from_cell_to_cell(director, before, freeze):
    with scoped(director):
        judge_event(Event.objects.order_by("id")[0], "verified", why="Seen in court", by=director)
    later = freeze(director)
    with scoped(director):
        found = change(director, before, later, QUESTION)
    cells = {cell.key: (cell.before, cell.after, dict(cell.came), dict(cell.left)) for cell in found.cells}
    assert cells == {("new",): (2, 1, {}, {Cause.JUDGED: 1}), ("verified",): (None, 1, {Cause.JUDGED: 1}, {})}
    assert (found.came, found.left) == ({}, {})


def test_a_correction_moves_too(director, before, freeze):
    with scoped(director):
        report = Report.objects.get(external_id="1")
        correct_report(report, draft("1", act="rape"), by=director, why="Misread")
    later = freeze(director)
    with scoped(director):
        found = change(director, before, later, read_request("violations", ["act"]))
    cells = {cell.key: (dict(cell.came), dict(cell.left)) for cell in found.cells}
    assert cells[("killing",)] == ({}, {Cause.CORRECTED: 1})
    assert cells[("rape",)] == ({Cause.CORRECTED: 1}, {})


def test_another_account_adds_a_source_and_no_violation(director, before, freeze):
    with scoped(director):
        event = Event.objects.order_by("id")[0]
        person = event.found.get().person_id
        further: ReportDraft = draft("9", kind="police", received=date(2024, 3, 1))
        add_account(event, further, same={"v": person}, by=director, why="The same night")
    later = freeze(director)
    with scoped(director):
        found = change(director, before, later, read_request("violations", ["source_kind"]))
    cells = {cell.key: (cell.before, cell.after, dict(cell.came)) for cell in found.cells}
    assert cells == {("police",): (None, 1, {Cause.ANOTHER_ACCOUNT: 1})}
    assert found.before.total == found.after.total == 2
