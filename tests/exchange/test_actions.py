"""Imports that are repeated, corrected, cancelled, killed and undone."""

import os
import signal
import subprocess
import sys
import time

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.utils import translation
from procrastinate.contrib.django.models import ProcrastinateJob

from sanad.accounts.permissions import Permission
from sanad.accounts.readers import operator
from sanad.accounts.scope import scoped
from sanad.exchange import actions, queries, tasks
from sanad.exchange.actions.running import noted
from sanad.exchange.beside import Cancelled, lock_of
from sanad.exchange.models import Import
from sanad.kit.refusals import NotPermitted, OutOfOrder, Refused
from sanad.ledger.models import Deed
from sanad.vault.models import Erased
from sanad.vault.originals import path_of
from sanad.vault.queries import originals_kept
from sanad.violations.models import Act, Mention, Report, Revision

MAPPING = """
list: blasts
row_is: event
id: No
columns:
  Date: {to: happened, dates: [d/m/Y]}
  City: place
groups:
  killed: {act: killing, min: Least, max: Most}
"""
LIST = "No,Date,City,Least,Most\n1,13/05/2014,Swat,3,4\n2,14/05/2014,Tank,,5\n3,31/02/2014,Tank,1,1\n"


@pytest.fixture
def receive(tmp_path):
    """`receive(reader, text)`: a file with its mapping, and where it lies."""

    def take(reader, text: str = LIST, mapping: str = MAPPING):
        path = tmp_path / "list.csv"
        path.write_text(text, encoding="utf-8")
        with path.open("rb") as file:
            imported = actions.receive_file(file, name="list.csv", size=path.stat().st_size, media_type="", by=reader)
        return actions.map_import(imported, mapping, by=reader), path

    return take


@pytest.fixture
def run(analyst, receive):
    """`run(text)`: the list is stored by the analyst."""

    def store(text: str = LIST, mapping: str = MAPPING) -> Import:
        imported, path = receive(analyst, text, mapping)
        return actions.run_import(imported, path, by=analyst)

    with scoped(analyst):
        yield store


def counts(imported: Import) -> tuple[int | None, ...]:
    return imported.rows, imported.reports, imported.revised, imported.unchanged, imported.refused


def test_what_can_be_read_is_stored_and_what_cannot_is_said(run):
    imported = run()
    assert counts(imported) == (3, 2, 0, 0, 1)
    assert [(one.row, one.column, one.code) for one in queries.findings_of(imported)] == [
        (4, "Date", "date.impossible")
    ]
    assert imported.state == "done"
    assert ProcrastinateJob.objects.filter(task_name="matching.match").count() == 1  # what is new is compared


def test_a_dry_run_stores_nothing_and_foresees_the_same(analyst, receive, run):
    imported, path = receive(analyst)
    actions.check_import(imported, path, by=analyst)
    assert (counts(imported), imported.state) == ((3, 2, 0, 0, 1), "checked")
    assert Report.objects.count() == 0
    run()
    again, path = receive(analyst, LIST.replace("Swat,3,4", "Swat,3,9"))
    actions.check_import(again, path, by=analyst)
    assert counts(again) == (3, 0, 1, 1, 1)


def test_the_language_of_the_page_changes_nothing_that_is_stored(run):
    run()
    with translation.override("ur"):
        assert counts(run()) == (3, 0, 0, 2, 1)


def test_a_corrected_file_makes_revisions_and_says_which(run):
    first, second = run(), run(LIST.replace("Swat,3,4", "Swat,3,9"))
    assert counts(second) == (3, 0, 1, 1, 1)
    corrected = Report.objects.get(external_id="1")
    assert second.changed == [corrected.reference]
    assert Revision.objects.filter(report=corrected).count() == 2
    assert Mention.objects.get(report=corrected, until=None).max_size == 9
    assert first.batch != second.batch


def test_undoing_a_correction_brings_the_first_state_back(run, analyst):
    run()
    second = run(LIST.replace("Swat,3,4", "Swat,3,9"))
    actions.undo_import(second.batch, by=analyst, why="the newer list was wrong")
    assert Mention.objects.get(report__external_id="1", until=None).max_size == 4
    second.refresh_from_db()
    assert second.state == "undone"


def test_the_file_of_an_import_is_destroyed_and_its_reports_stay(run, analyst, reader, offices):
    imported = run()
    head = reader("head", offices.kp)
    path = path_of(originals_kept().get(pk=imported.original).sha256_sealed)
    with scoped(head):
        with pytest.raises(NotPermitted):
            actions.destroy_file(imported, by=analyst, why="Somebody was erased")
        with pytest.raises(Refused, match="why"):
            actions.destroy_file(imported, by=head, why=" ")
        reports, erased = Report.objects.count(), imported.original
        assert actions.destroy_file(imported, by=head, why="Somebody was erased") == 1
        assert Report.objects.count() == reports > 0
        assert not originals_kept().exists() and Erased.objects.filter(row_id=erased, of="original").exists()
        with pytest.raises(OutOfOrder):
            actions.destroy_file(Import.objects.get(pk=imported.pk), by=head, why="Once more")
    assert path.exists()  # until it is committed


def test_undoing_an_import_leaves_nothing_that_counts_and_keeps_the_original(run, analyst):
    imported = run()
    assert actions.undo_import(imported.batch, by=analyst, why="wrong office") == 2
    assert Report.objects.count() == Act.objects.count() == 0
    imported.refresh_from_db()
    assert imported.original is not None
    assert Deed.objects.filter(action="batch.undone").exists()
    assert counts(run()) == (3, 2, 0, 0, 1)


def test_a_list_without_ids_is_known_by_its_content(run):
    mapping = MAPPING.replace("id: No", "id: none")
    run(mapping=mapping)
    assert counts(run(mapping=mapping)) == (3, 0, 0, 2, 1)


def test_imports_of_two_offices_do_not_touch_each_other(run, offices, reader, receive):
    run()
    other = reader("analyst", offices.sindh)
    with scoped(other):
        imported, path = receive(other)
        actions.run_import(imported, path, by=other)
        assert counts(imported) == (3, 2, 0, 0, 1)
        assert list(queries.imports_visible_to(other)) == [imported]


def test_who_may_not_import_does_not(offices, reference_data, reader, receive):
    reviewer = reader("reviewer", offices.kp)
    with scoped(reviewer), pytest.raises(NotPermitted):
        receive(reviewer)


def test_an_import_that_is_done_cannot_be_run_again(run, analyst, tmp_path):
    imported = run()
    with pytest.raises(OutOfOrder):
        actions.run_import(imported, tmp_path / "list.csv", by=analyst)


def test_a_cancelled_import_leaves_nothing(analyst, receive, monkeypatch):
    monkeypatch.setattr("sanad.exchange.actions.tallies.CHUNK", 1)
    with scoped(analyst):
        imported, path = receive(analyst)

        def stop(rows: int) -> None:
            if rows == 2:
                raise Cancelled.one("import.cancelled", "stop")

        with pytest.raises(Cancelled), transaction.atomic():
            actions.run_import(imported, path, by=analyst, progress=stop)
        assert Report.objects.count() == 0


def test_a_queued_import_is_cancelled_at_once(analyst, receive):
    with scoped(analyst):
        imported, _path = receive(analyst)
        actions.run_import_later(imported, by=analyst)
        actions.ask_to_cancel(imported, by=analyst)
        imported.refresh_from_db()
        assert imported.state == "cancelled"


def test_an_import_that_says_running_without_its_lock_was_interrupted(analyst, receive):
    with scoped(analyst):
        imported, _path = receive(analyst)
        Import.objects.update(state="running")
        assert actions.end_interrupted(analyst) == 1
        imported.refresh_from_db()
        assert imported.state == "interrupted"


@pytest.mark.django_db(transaction=True)
def test_progress_is_seen_while_the_import_runs_and_its_end_is_written(offices, reference_data, reader, receive):
    analyst = reader("analyst", offices.kp)
    with scoped(analyst):
        imported, _path = receive(analyst)
    with noted(imported, analyst) as progress:
        progress(2)
        with scoped(analyst):
            seen = Import.objects.get(pk=imported.pk)
            assert (seen.state, seen.rows_done) == ("running", 2)
            assert actions.end_interrupted(analyst) == 0  # its lock is held
            actions.ask_to_cancel(seen, by=analyst)
        with pytest.raises(OutOfOrder), noted(imported, analyst):
            pass  # the same import a second time
        with scoped(analyst):
            Import.objects.filter(pk=imported.pk).update(state="running", cancel_asked=True)
    with pytest.raises(Cancelled), noted(imported, analyst) as progress:
        with scoped(analyst):
            Import.objects.filter(pk=imported.pk).update(cancel_asked=True)
        progress(1)
    with scoped(analyst):
        assert Import.objects.get(pk=imported.pk).state == "cancelled"


KILLED = """
import os, sys, time
import django
from django.conf import settings
from django.db import connections
django.setup()
name, pk, path = sys.argv[1:]
for alias in connections:
    connections[alias].settings_dict["NAME"] = name
connections["default"].settings_dict["USER"] = "sanad_app"
from pathlib import Path
from uuid import UUID
from sanad.accounts.readers import operator
from sanad.accounts.scope import scoped
from sanad.exchange import actions, queries, tasks
from sanad.exchange.actions import tallies
from sanad.exchange.actions.running import noted
from sanad.violations.actions import batches
tallies.CHUNK = batches.CHUNK = 1
def wait(rows):
    if rows == 2:
        print("half", flush=True)
        time.sleep(60)
me = operator()
with scoped(me):
    imported = queries.import_numbered(UUID(pk))
with noted(imported, me), scoped(me):
    actions.run_import(imported, Path(path), by=me, progress=wait)
"""


@pytest.mark.django_db(transaction=True)
def test_an_import_killed_halfway_leaves_nothing_and_can_be_run_again(offices, reference_data, receive):
    me = operator()
    with scoped(me):
        imported, path = receive(me)
    home = {**os.environ, "SANAD_HOME": str(settings.SANAD_HOME), "DJANGO_SETTINGS_MODULE": "sanad.config.settings"}
    asked = [sys.executable, "-c", KILLED, connection.settings_dict["NAME"], str(imported.pk), str(path)]
    with subprocess.Popen(asked, env=home, cwd=settings.BASE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "half\n"
        process.send_signal(signal.SIGKILL)
    with scoped(me):
        for _ in range(50):  # the server notices that its client is gone
            if actions.end_interrupted(me):
                break
            time.sleep(0.1)
        imported = Import.objects.get(pk=imported.pk)
        assert (imported.state, Report.objects.count(), Act.objects.count()) == ("interrupted", 0, 0)
    with noted(imported, me), scoped(me):
        assert counts(actions.run_import(imported, path, by=me)) == (3, 2, 0, 0, 1)


def test_a_file_that_does_not_fit_its_mapping_is_refused_and_stays_to_be_corrected(analyst, receive):
    with scoped(analyst):
        imported, path = receive(analyst, "Number,Day\n1,2\n")
        with pytest.raises(Refused):
            actions.run_import(imported, path, by=analyst)
        assert Report.objects.count() == 0


def test_the_lock_of_an_import_is_a_number_that_the_server_takes(analyst, receive):
    with scoped(analyst):
        imported, _path = receive(analyst)
    assert -(2**63) <= lock_of(imported.pk) < 2**63
    assert Permission.IMPORT_RUN in analyst.permissions


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("checking", [True, False])
def test_a_large_file_is_checked_and_stored_by_a_job(offices, reference_data, vault_in_test, reader, receive, checking):
    analyst = reader("analyst", offices.kp)
    with scoped(analyst):
        imported, _path = receive(analyst)
        actions.run_import_later(imported, by=analyst, checking=checking)
    assert tasks.import_later(imported=str(imported.pk), by=analyst.ticket()) == ("checked" if checking else "done")
    with scoped(analyst):
        imported = Import.objects.get(pk=imported.pk)
        assert counts(imported) == (3, 2, 0, 0, 1)
        assert Report.objects.count() == (0 if checking else 2)


@pytest.mark.django_db(transaction=True)
def test_a_job_that_is_refused_says_why_on_the_page(offices, reference_data, vault_in_test, reader, receive):
    analyst = reader("analyst", offices.kp)
    with scoped(analyst):
        imported, _path = receive(analyst, "Number,Day\n1,2\n")
        actions.run_import_later(imported, by=analyst)
    assert tasks.import_later(imported=str(imported.pk), by=analyst.ticket()) == "failed"
    with scoped(analyst):
        why = Import.objects.get(pk=imported.pk).why
    assert {one["code"] for one in why} <= {"mapping.column_missing", "mapping.column_missing_near"}
