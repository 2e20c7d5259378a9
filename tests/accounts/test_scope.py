"""The scope lives as long as its block, and row security obeys it."""

from types import SimpleNamespace

import pytest
from django.db import DatabaseError, connection, transaction

from sanad.accounts.scope import scoped

pytestmark = pytest.mark.django_db
ONE, TWO = SimpleNamespace(sees={1}), SimpleNamespace(sees={2, 3})


def scope() -> list[int]:
    with connection.cursor() as cursor:
        cursor.execute("select sanad_scope()")
        return cursor.fetchone()[0]


def test_without_a_block_there_is_no_scope():
    assert scope() == []


def test_an_inner_block_ends_where_it_ends():
    with scoped(ONE):
        with scoped(TWO):
            assert scope() == [2, 3]
        assert scope() == [1]
    assert scope() == []


def test_a_reader_who_sees_nothing_has_an_empty_scope():
    with scoped(ONE), scoped(SimpleNamespace(sees=())):
        assert scope() == []


def test_an_error_is_passed_on_and_the_scope_put_back():
    with scoped(ONE):
        with pytest.raises(DatabaseError, match="nowhere"), scoped(TWO), connection.cursor() as cursor:
            cursor.execute("select * from nowhere")
        assert scope() == [1]


def test_a_rolled_back_block_puts_the_scope_back():
    with scoped(ONE):
        with scoped(TWO):
            transaction.set_rollback(True)
        assert scope() == [1]


def test_there_is_no_sign_for_all():
    with pytest.raises(ValueError, match="invalid literal"), scoped(SimpleNamespace(sees=["*"])):
        pass
