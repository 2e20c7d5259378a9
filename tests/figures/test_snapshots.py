"""Records become a snapshot, and the snapshot is counted."""

import json
from argparse import Namespace
from datetime import timedelta
from unittest.mock import patch

import pytest
from django.db import ProgrammingError, connections, transaction
from django.utils import timezone

from sanad.accounts.readers import operator
from sanad.accounts.scope import scoped
from sanad.config.commands import count as count_command
from sanad.figures.actions import expire_snapshots, fresh_snapshot, make_snapshot, schedule_snapshot, streams
from sanad.figures.models import Snapshot
from sanad.figures.queries import batch_is_cited
from sanad.figures.rules.results import Tally
from sanad.violations.actions import store_batch, withdraw_report
from sanad.violations.models import Report
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


def test_nothing_changed_means_no_new_snapshot(analyst, store):
    store(analyst, draft("1"))
    with scoped(analyst):
        assert fresh_snapshot(by=analyst).pk == fresh_snapshot(by=analyst).pk
    store(analyst, draft("2"))
    with scoped(analyst):
        assert fresh_snapshot(by=analyst).reports == 2


def test_a_withdrawn_report_is_in_no_count(analyst, reader, house, store, count):
    store(analyst, draft("1"), draft("2"))
    reviewer = reader("reviewer", house.kp)
    with scoped(reviewer):
        withdraw_report(Report.objects.get(external_id="1"), why="Entered twice", by=reviewer)
    for unit in ("reports", "events", "violations"):
        assert count(analyst, unit).total == 1


def test_that_nobody_was_killed_stays_in_the_tally(analyst, store, count):
    """As a list gives it: `Killed Min` blank, `Killed Max` 0."""
    store(analyst, draft("1", size=(None, None, 0)), draft("2", size=(3, None, 5)))
    assert count(analyst, "reports", ["year"]).cells == {("2014",): 2}
    assert count(analyst, "events", ["act"]).cells == {("killing",): 1, ("unstated",): 1}
    assert count(analyst, "violations").total == 1
    assert count(analyst, "victims").total == Tally(min=3, max=5, unknown_min=1, unknown_best=2)


def test_a_batch_can_be_counted(analyst, store, count):
    batch = store(analyst, draft("1"), draft("2")).batch
    store(analyst, draft("3"), title="another")
    assert count(analyst, "reports", ["batch"]).cells[(batch.reference,)] == 2
    assert count(analyst, "violations", where=[f"batch={batch.reference}"]).total == 2


def test_no_file_of_a_snapshot_holds_text_or_references(analyst, store, freeze):
    store(analyst, draft("LIST-0047", summary="A guarded summary"))
    folder = freeze(analyst).folder
    with scoped(analyst):
        report = Report.objects.get(external_id="LIST-0047")
    for file in folder.iterdir():
        content = file.read_bytes()
        for kept_back in ("guarded", report.reference, "LIST-0047"):
            assert kept_back.encode() not in content


def test_old_snapshots_expire_but_those_cited_and_the_newest_stay(analyst, store, freeze):
    made = []
    for number in range(3):
        store(analyst, draft(str(number)), title=str(number))
        made.append(freeze(analyst))
    Snapshot.objects.update(confirmed_at=timezone.now() - timedelta(days=60))
    Snapshot.objects.filter(pk=made[1].id).update(cited_at=timezone.now())
    Snapshot.objects.filter(pk=made[2].id).update(confirmed_at=timezone.now() - timedelta(days=50))
    with scoped(analyst):
        assert expire_snapshots(by=analyst) == 1
    assert [one.folder.exists() for one in made] == [False, True, True]


def test_an_import_that_a_cited_figure_counts_is_known(analyst, store, freeze):
    batch = store(analyst, draft("1")).batch
    snapshot = freeze(analyst)
    assert not batch_is_cited(analyst, batch.reference)
    Snapshot.objects.filter(pk=snapshot.id).update(cited_at=timezone.now())
    assert batch_is_cited(analyst, batch.reference)
    assert not batch_is_cited(analyst, "B-unknown")


def test_a_snapshot_that_is_waited_for_is_asked_for_once(analyst):
    with scoped(analyst):
        assert schedule_snapshot(by=analyst)
        assert not schedule_snapshot(by=analyst)


def test_the_command_counts_what_is_there_now(analyst, store, capsys, monkeypatch):
    store(analyst, draft("1"), draft("2", size=(10, None, 14)))
    asked = {"rows": ["province"], "columns": [], "where": ["act=killing"], "snapshot": "", "frame": "today"}
    options = Namespace(unit="victims", json=True, as_user=None, **asked)
    assert count_command.run(options) == 0
    answer = json.loads(capsys.readouterr().out)
    numbers = {"min": 11, "max": 15, "best": 1, "unknown_min": 0, "unknown_max": 0}
    assert answer["cells"] == [{"province": "PK-KP", **numbers}]
    assert (answer["total"], answer["unit"], answer["overlapping"]) == (numbers, "victims", [])


@pytest.mark.django_db(transaction=True, databases=["default", "snapshot"])
def test_the_role_that_freezes_reads_what_is_committed_and_nothing_sealed(settings, tmp_path):
    """On its own connection, as on the site."""
    settings.SNAPSHOTS = tmp_path / "snapshots"
    with connections["snapshot"].cursor() as cursor:
        cursor.execute("select current_user")
        assert cursor.fetchone() == ("sanad_snapshot",)
        for table, column in (("violations_revision", "summary"), ("vault_sealed", "blob"), ("accounts_user", "id")):
            with pytest.raises(ProgrammingError), transaction.atomic(using="snapshot"):
                cursor.execute(f"select {column} from {table}")


@pytest.mark.django_db(transaction=True, databases=["default", "snapshot"])
def test_the_role_that_freezes_copies_records_over_two_connections(offices, reference_data, reader, settings, tmp_path):
    """As on the site: past no transaction of a test, and all connections see one moment."""
    settings.SNAPSHOTS = tmp_path / "snapshots"
    analyst = reader("analyst", offices.kp)
    with scoped(analyst):
        store_batch([draft("1"), draft("2", size=(3, None, 5))], by=analyst, title="a file", origin="test")
    with patch.object(streams, "beside", wraps=streams.beside) as beside:
        snapshot = make_snapshot(by=operator())
    assert (snapshot.reports, snapshot.events, snapshot.violations) == (2, 2, 2)
    assert beside.call_args.args[0].settings_dict["USER"] == "sanad_snapshot"
    assert make_snapshot(by=operator()).pk == snapshot.pk
