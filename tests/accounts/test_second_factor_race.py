"""Two requests with the same code at the same moment: one is let in."""

import threading

import pytest
from django.db import connection

from sanad.accounts.actions.factors import show_code, show_recovery_code
from sanad.accounts.queries.factors import factors_of
from tests.fixtures import telephone_of

pytestmark = pytest.mark.django_db(transaction=True)


def together(show, user, code: str) -> int:
    """How many of four threads are let in."""
    start, let_in = threading.Barrier(4), []

    def enter():
        start.wait()
        let_in.append(show(user, code))
        connection.close()

    threads = [threading.Thread(target=enter) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sum(let_in)


def test_a_code_lets_one_of_them_in(offices, user):
    who = user("recorder", offices.swat)
    telephone = telephone_of(who)
    assert [together(show_code, who, telephone()) for _ in range(3)] == [1, 1, 1]


def test_a_recovery_code_lets_one_of_them_in(offices, user):
    who = user("recorder", offices.swat)
    telephone_of(who)
    codes = factors_of(who).codes.wrap().get_unused_codes()[:3]
    assert [together(show_recovery_code, who, code) for code in codes] == [1, 1, 1]
