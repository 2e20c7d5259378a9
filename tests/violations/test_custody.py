"""Custody moves as a whole: asked by one office, accepted by the other, sealed anew."""

from dataclasses import replace

import pytest
from django.conf import settings
from django.db import connection, transaction
from django.db.utils import ProgrammingError

from sanad.accounts.scope import scoped
from sanad.kit.refusals import NotPermitted, OutOfOrder
from sanad.ledger.models import Deed
from sanad.vault.incoming import Incoming
from sanad.vault.models import Original, Sealed
from sanad.vault.opening import open_sealed
from sanad.vault.rules import Purpose
from sanad.violations import actions, queries
from sanad.violations.models import Event, Judgement, Mention, Person, Report, Revision, Violation

pytestmark = pytest.mark.django_db


@pytest.fixture
def moved(house, killing, operator, reader, vault_in_test):
    """A judged report of Peshawar's directorate, offered to Sindh."""
    by = replace(operator, office_id=house.kp.pk, keeps=frozenset({house.kp.pk}))
    with scoped(by):
        report = actions.record_report(killing(), by=by)
        actions.judge_event(report.account.event, "verified", why="Two papers", by=by)
    giver = reader("reviewer", house.kp)
    with scoped(giver):
        return report, giver, actions.ask_transfer(report, to=house.sindh, why="It happened in Sindh", by=giver)


def test_everything_of_the_report_moves_and_opens_at_its_new_keeper(house, moved, reader, vault_in_test):
    report, giver, asked = moved
    taker = reader("reviewer", house.sindh)
    with scoped(taker):
        assert not queries.reports_visible_to(taker).exists()
        got = actions.accept_transfer(asked, by=taker)
        assert (got.custodian_id, got.reference) == (house.sindh.pk, report.reference)
        for table in (Revision, Mention):
            assert set(table.objects.values_list("custodian_id", flat=True)) == {house.sindh.pk}
        for table in (Event, Person, Violation):
            assert all(row.custodians == [house.sindh.pk] for row in table.objects.all())
        assert Violation.objects.get().state == "verified"
        assert Judgement.objects.get().custodians == sorted([house.kp.pk, house.sindh.pk])
        told = queries.told_by(taker, queries.reports_visible_to(taker))[0]
        opened = open_sealed(taker, queries.sealed_refs(told), reason="To read it again", purpose=Purpose.READING)
        assert {"name": "Gul Bibi"} in opened.values()
    with scoped(giver):
        assert not queries.reports_visible_to(giver).exists() and not Event.objects.exists()
        assert not Sealed.objects.exists()
    actions_done = list(Deed.objects.values_list("action", flat=True))
    assert "report.moved" in actions_done and "sealed.opened" in actions_done


def test_a_file_moves_with_its_report_and_only_the_new_keeper_opens_it(house, moved, reader, tmp_path, monkeypatch):
    monkeypatch.setattr(settings, "ORIGINALS", tmp_path)
    report, giver, asked = moved
    content, taker = b"\xff\xd8\xff\xe0" + b"Gul Bibi. " * 20_000, reader("reviewer", house.sindh)
    incoming = Incoming()
    incoming.add(content)
    incoming.finish()
    recorder = reader("recorder", house.kp)
    with scoped(recorder):
        kept = actions.add_evidence(
            report, incoming, kind="photograph", title="The room", name="gul.jpg", by=recorder
        )  # fmt: skip
    with scoped(taker):
        actions.accept_transfer(asked, by=taker)
        there = queries.evidence_visible_to(taker, kept.pk)
        assert there.custodian_id == house.sindh.pk
        pieces = actions.open_evidence(there, actions.Custody.VIEWED, why="To look at it here", by=taker)
        assert b"".join(pieces) == content
        names = open_sealed(taker, [(kept.pk, "evidence")], reason="To file it", purpose=Purpose.READING)
        assert list(names.values()) == [{"name": "gul.jpg"}]
        assert [deed.action for deed in queries.custody_of(taker, there)][:1] == ["evidence.moved"]
    with scoped(giver):
        assert queries.evidence_visible_to(giver, kept.pk) is None and not Original.objects.exists()


def test_only_the_office_that_is_asked_accepts(house, moved, reader):
    _report, giver, asked = moved
    for other in (giver, reader("reviewer", house.kp), reader("reviewer", house.ministry)):
        with scoped(other), pytest.raises(Exception, match=r"below your own|cannot be the second|does not exist"):
            actions.accept_transfer(asked, by=other)
    recorder = reader("recorder", house.sindh)
    with scoped(recorder), pytest.raises(NotPermitted):
        actions.accept_transfer(asked, by=recorder)
    assert Report.objects.count() == 0
    with scoped(giver):
        assert Report.objects.get().custodian_id == house.kp.pk


def test_nobody_offers_what_another_office_keeps(house, moved, reader):
    report, _giver, _asked = moved
    other = reader("reviewer", house.sindh)
    with scoped(other), pytest.raises(NotPermitted):
        actions.ask_transfer(report, to=house.sindh, why="Mine", by=other)
    own = reader("head", house.kp)
    with scoped(own), pytest.raises(OutOfOrder):
        actions.ask_transfer(report, to=house.kp, why="Mine", by=own)


def test_the_function_moves_nothing_that_is_out_of_the_scope(house, moved, reader):
    report, giver, _asked = moved
    for who in (giver, reader("reviewer", house.sindh)):
        with scoped(who), connection.cursor() as cursor, pytest.raises(ProgrammingError), transaction.atomic():
            cursor.execute("select sanad_move_report(%s, %s)", [report.pk, house.sindh.pk])


def test_one_report_of_a_list_takes_a_copy_of_its_document(house, killing, operator, reader, vault_in_test):
    by = replace(operator, office_id=house.kp.pk, keeps=frozenset({house.kp.pk}))
    with scoped(by):
        listed = [killing(external_id=str(n), summary=f"Report {n}.") for n in (1, 2)]
        stored = actions.store_batch(listed, by=by, title="List", origin="list")
        one = Report.objects.order_by("id").first()
        asked = actions.ask_transfer(one, to=house.sindh, why="Theirs", by=reader("head", house.kp))
    taker = reader("head", house.sindh)
    with scoped(taker):
        got = actions.accept_transfer(asked, by=taker)
        assert got.batch_id is None and got.document.original is None
    with scoped(by):
        assert actions.undo_batch(stored.batch, by=by, why="Wrong list") == 1
        assert Report.objects.get().pk == one.pk
