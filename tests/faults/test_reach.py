"""Somebody else's record is not there: in no page, file, export, count, command or error, for nobody."""

import pytest

from sanad.figures.actions import copying
from sanad.figures.engine import connection as figures
from sanad.vault import asking
from tests.faults.reach import addresses
from tests.faults.reach.commands import commands_as
from tests.faults.reach.mutants import MUTANTS, caught
from tests.faults.reach.sweep import Sweep, all_calls, chosen
from tests.faults.reach.world import plant

SHOWN = 60
EVERY = 1_000_000  # of the long form: no call is left out

pytestmark = pytest.mark.django_db


@pytest.fixture
def world(offices, reference_data, reader, settings, tmp_path, monkeypatch):
    """The country; figures freeze what is in the transaction of the test, and the vault is not there."""
    settings.SNAPSHOTS = tmp_path / "snapshots"
    monkeypatch.setattr(copying, "DATABASE", "default")
    monkeypatch.setattr(asking, "_line", asking.over_socket)
    figures.forget()
    return plant(offices, reader)


def test_every_address_with_arguments_has_a_provider():
    assert addresses.without_provider() == []


def test_a_new_address_without_a_provider_is_noticed(monkeypatch):
    monkeypatch.delitem(addresses.PROVIDERS, "front:event")
    assert addresses.without_provider() == ["front:event"]


def test_reach(world, scale, holds):
    sweep = Sweep(world)
    calls = chosen(all_calls(), scale.of(120, EVERY))
    found = sweep.over(calls)
    commands, said = commands_as(world, scale.of(2, 8))
    survived = [name for name in MUTANTS if not caught(name, sweep, world)]
    shown = [*found.leaks, *found.told_apart, *found.let_in, *found.broken, *said, *survived]
    try:
        holds(
            "reach",
            things="answers to readers",
            looked_at=found.requests + commands,
            short={
                "leaks": len(found.leaks) + len(said),
                "foreign told from absent": len(found.told_apart),
                "outsiders let in": len(found.let_in),
                "broken answers": len(found.broken),
            },
            seeded=len(MUTANTS),
            caught=len(MUTANTS) - len(survived),
        )
    except AssertionError as shortcoming:
        raise AssertionError("\n".join([str(shortcoming), *shown[:SHOWN]])) from None
