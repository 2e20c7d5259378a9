"""Deeds are added and never changed, and are found by those who may know of them."""

from dataclasses import dataclass, field

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from sanad.ledger.actions import record
from sanad.ledger.models import Deed
from sanad.ledger.queries import deeds_about, deeds_of, deeds_visible_to, is_intact

pytestmark = pytest.mark.django_db


@dataclass(frozen=True)
class Person:
    """As much of a Reader as the ledger knows."""

    user_id: int | None = 7
    name: str = "Amna Khan"
    sees: frozenset[int] = field(default=frozenset({3}))


def deed(by=None, **said) -> Deed:
    said = {"object_kind": "report", "object_id": 12, "office": 3, **said}
    return Deed.objects.get(pk=record("report.recorded", by=by or Person(), **said))


def test_a_deed_says_who_when_what_and_on_which_object():
    made = deed(revision=2)
    assert (made.actor, made.action, made.object_kind, made.object_id) == (7, "report.recorded", "report", "12")
    assert (made.office, made.detail, made.operator) == (3, {"revision": 2}, "")
    assert is_intact(made)


def test_a_user_s_name_is_not_written_down():
    made = deed()
    assert "Amna" not in str(vars(made))


def test_the_operator_is_written_down_by_system_user():
    made = deed(by=Person(user_id=None, name="root"))
    assert (made.actor, made.operator) == (None, "root")


def test_two_deeds_alike_have_different_commitments():
    assert deed().commitment != deed().commitment


@pytest.mark.parametrize(
    ("name", "other"), [("actor", 8), ("action", "report.withdrawn"), ("detail", {"n": 1}), ("salt", b"x" * 16)]
)
def test_a_deed_that_was_changed_is_no_longer_intact(name, other):
    made = deed()
    setattr(made, name, other)
    assert not is_intact(made)


def test_a_deed_belongs_to_the_transaction_of_what_was_done():
    with transaction.atomic():
        deed()
        transaction.set_rollback(True)
    assert not Deed.objects.exists()


@pytest.mark.parametrize(
    "statement",
    ["update ledger_deed set actor = 1", "delete from ledger_deed"],
)
def test_the_application_adds_deeds_and_changes_none(statement):
    deed()
    with pytest.raises(ProgrammingError, match="permission denied"), transaction.atomic(), connection.cursor() as sql:
        sql.execute(statement)


def test_an_action_has_the_shape_of_one():
    with pytest.raises(IntegrityError, match="deed_action_shape"), transaction.atomic():
        record("Something else", by=Person(), object_kind="x", object_id=1)


def test_a_reader_finds_the_deeds_of_the_offices_that_they_see_and_their_own():
    seen, own, foreign = deed(), deed(office=9), deed(by=Person(user_id=8), office=9)
    assert list(deeds_visible_to(Person())) == [own, seen]
    assert list(deeds_of(Person(), 8)) == []
    assert list(deeds_about(Person(user_id=None, sees=frozenset({9})), "report", 12)) == [foreign, own]
