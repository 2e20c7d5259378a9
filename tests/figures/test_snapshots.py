"""Records become a snapshot, and the snapshot is counted."""

from sanad.figures.rules.results import Tally
from tests.figures.conftest import draft


def test_a_stored_report_is_counted(analyst, store, count):
    store(analyst, draft("1"), draft("2", place="PK-SD", size=(10, None, 14), by=("police", "military")))
    counted = count(analyst, "violations", ["province"])
    assert counted.cells == {("PK-KP",): 1, ("PK-SD",): 1}
    assert count(analyst, "victims").total == Tally(min=11, best=1, max=15, unknown_best=1)
    assert count(analyst, "violations", ["perpetrator_type"]).total == 2
    assert count(analyst, "reports", ["source_kind"]).cells == {("newspaper",): 2}


def test_the_same_records_give_the_same_snapshot(analyst, store, freeze):
    store(analyst, draft("1"))
    assert freeze(analyst).id == freeze(analyst).id


def test_a_further_report_gives_another_snapshot(analyst, store, freeze):
    store(analyst, draft("1"))
    before = freeze(analyst)
    store(analyst, draft("2"))
    assert freeze(analyst).id != before.id
    assert (before.folder / "meta.json").exists()
