"""Judgements are bound to their deeds: what the owner of the database changes in them is told."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.db import connection
from django.utils import timezone

from sanad.accounts.readers import operator
from sanad.accounts.scope import scoped
from sanad.kit.ids import uuid7
from sanad.ledger.models import Deed
from sanad.violations import actions
from sanad.violations.models import Event, Judgement
from sanad.violations.queries.bound import unfit_judgements
from sanad.violations.rules.bound import SAID, sum_of
from tests.database import as_owner

pytestmark = pytest.mark.django_db


@pytest.fixture
def judged(killing, recorder, reviewer, within):
    """An event with a verdict, and a further one that undid it; gives the first."""
    with within(recorder):
        actions.record_report(killing(), by=recorder)
    with within(reviewer):
        made = actions.judge_event(Event.objects.get(), "rejected", why="An alibi.", by=reviewer)
        actions.undo_judgement(made[0], why="The alibi was false.", by=reviewer)
        actions.judge_event(Event.objects.get(), "verified", why="Two witnesses agree.", by=reviewer)
    return made[0]


@pytest.fixture
def owner_s_hand():
    name = settings.DATABASES["default"]["NAME"]
    with as_owner(name) as owner:
        owner.execute("grant update, delete on violations_judgement, ledger_deed to sanad_app")
    yield
    with as_owner(name) as owner:
        owner.execute("revoke update, delete on violations_judgement, ledger_deed from sanad_app")


def unfit() -> list[tuple]:
    with scoped(operator()):
        return [(str(one.differs), one.judgement) for one in unfit_judgements()]


def run(statement: str, *values: object) -> None:
    with scoped(operator()), connection.cursor() as sql:
        sql.execute(statement, values)


def test_judgements_that_were_left_alone_fit_their_deeds(judged):
    assert unfit() == []
    assert Deed.objects.filter(detail__has_key="sum").count() == 3


@pytest.mark.usefixtures("owner_s_hand")
@pytest.mark.parametrize(
    "change",
    [
        "verdict = 'verified'",
        "why = 'Another reason.'",
        "made_by = made_by + 1",
        "made_at = made_at - interval '1 year'",
        "act = gen_random_uuid()",
    ],
)
def test_an_edited_judgement_is_told(judged, change):
    run(f"update violations_judgement set {change} where id = %s", judged.pk)
    assert unfit() == [("row_edited", judged.pk)]


@pytest.mark.usefixtures("owner_s_hand")
def test_a_removed_judgement_is_told(judged):
    run("delete from violations_judgement where undoes_id = %s", judged.pk)
    assert [differs for differs, _ in unfit()] == ["row_removed"]


@pytest.mark.usefixtures("owner_s_hand")
def test_a_judgement_that_was_slipped_in_is_told(judged):
    with scoped(operator()):
        row = Judgement.objects.get(pk=judged.pk)
        row.pk, row.verdict = uuid7(), "inconclusive"
        row.save(force_insert=True)
    assert unfit() == [("row_without_deed", row.pk)]


@pytest.mark.usefixtures("owner_s_hand")
def test_judgements_of_a_release_that_bound_none_are_no_fault(judged):
    run("update ledger_deed set detail = detail - 'sum'")
    assert unfit() == []


@pytest.mark.parametrize("column", SAID)
def test_every_column_of_a_judgement_is_bound(column):
    row = dict.fromkeys(SAID) | {"id": uuid7(), "made_at": timezone.now(), "why": "A reason."}
    other = {"id": uuid7(), "made_at": timezone.now() + timedelta(microseconds=1)}.get(column, "something else")
    assert sum_of(row) != sum_of(row | {column: other})


def test_all_that_a_judgement_says_is_bound_but_for_its_custodians():
    columns = {field.attname for field in Judgement._meta.concrete_fields}
    assert columns - set(SAID) == {"custodian_id", "custodians", "batch_id", "together"}
