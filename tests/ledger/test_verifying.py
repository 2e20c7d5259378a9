"""What was changed behind the program's back is found and named."""

from datetime import timedelta

import pytest
from django.utils import timezone

from sanad.ledger import checkpoints, head, notes, origin
from sanad.ledger.actions import forget, record
from sanad.ledger.models import Deed
from sanad.ledger.queries import latest_root, position_of
from sanad.ledger.sequencing import sequence
from sanad.ledger.verifying import verify
from tests.ledger.owner import (
    LONG_AGO,
    Nobody,
    close_gap,
    deed_at,
    exchange,
    give_leaf,
    insert_deed,
    owner_s_hand,
    recommit,
    run,
)

pytestmark = pytest.mark.django_db


def deeds(number: int) -> list:
    return [
        record("report.recorded", by=Nobody(), object_kind="report", object_id=n, office=3, n=n) for n in range(number)
    ]


@pytest.fixture
def ledger():
    """Twelve deeds, a checkpoint, its deed and seven more; all numbered. Gives what somebody holds."""
    deeds(12)
    held = checkpoints.make(by=Nobody()).note
    deeds(7)
    sequence()
    with owner_s_hand():
        yield held


def faults(*held: str, **other) -> set:
    found = verify({f"held {n}": note for n, note in enumerate(held)}, **other)
    return {(str(one.kind), one.first) for one in found.faults}


def test_a_ledger_that_was_left_alone_is_sound(ledger):
    verified = verify({"held": ledger})
    assert (verified.findings, verified.leaves) == ([], 20)
    assert (verified.leaves, verified.root.hex()) == latest_root()


@pytest.mark.parametrize(
    ("column", "value"),
    [
        ("at", timezone.now()), ("actor", 8), ("actor", None), ("operator", "root"), ("action", "report.corrected"),
        ("object_kind", "event"), ("object_id", "99"), ("office", None), ("detail", '{"n": 99}'), ("salt", b"x" * 16),
        ("salt", b""), ("commitment", b"c" * 32),
    ],
)  # fmt: skip
def test_an_edited_deed_is_named(ledger, column, value):
    run(f"update ledger_deed set {column} = %s where id = %s", value, deed_at(4))
    assert {place for _, place in faults()} == {4}
    assert ("edited", 4) in faults()


def test_an_edit_that_commits_anew_does_not_fit_its_leaf(ledger):
    run("update ledger_deed set actor = 8 where id = %s", deed_at(4))
    recommit(deed_at(4))
    assert faults() == {("replaced", 4)}


def test_an_edit_with_its_leaf_shows_in_the_checkpoint(ledger):
    run("update ledger_deed set actor = 8 where id = %s", deed_at(4))
    recommit(deed_at(4), leaf=True)
    assert faults(ledger) == {("forked", 0)}
    run("delete from ledger_checkpoint")
    assert ("forked", 0) in faults()  # the head beside the database


def test_a_change_after_the_checkpoint_lies_after_the_checkpoint(ledger):
    run("update ledger_deed set actor = 8 where id = %s", deed_at(15))
    recommit(deed_at(15), leaf=True)
    assert faults(ledger) == {("forked", 12)}


def test_an_older_export_names_the_leaf(ledger):
    earlier = dict(run("select position, hash from ledger_leaf"))
    run("update ledger_deed set actor = 8 where id = %s", deed_at(15))
    recommit(deed_at(15), leaf=True)
    assert ("rewritten", 15) in faults(earlier={p: bytes(h) for p, h in earlier.items()}, earlier_source="export")


def test_deleted_deeds_leaves_and_tails_are_named(ledger):
    gone = deed_at(4)
    run("delete from ledger_deed where id = %s", gone)
    assert faults() == {("deleted", 4)}
    run("delete from ledger_leaf where deed = %s", gone)
    assert faults() == {("deleted", 4)}
    close_gap(4)
    assert ("forked", 0) in faults(ledger)


def test_a_tail_that_was_cut_off_is_named(ledger):
    for position in range(10, 20):
        run("delete from ledger_deed where id = %s", deed_at(position))
    run("delete from ledger_leaf where position >= 10")
    assert ("cut_off", 10) in faults(ledger)


def test_a_leaf_that_was_taken_away_leaves_its_deed_out(ledger):
    run("update ledger_deed set at = at - interval '1 day' where id = %s", deed_at(19))
    recommit(deed_at(19))
    run("delete from ledger_leaf where position = 19")
    assert {("left_out", 19), ("cut_off", 19)} <= faults()


def test_exchanged_leaves_are_named(ledger):
    exchange("deed", 3, 8)
    assert faults() == {("reordered", 3), ("reordered", 8)}
    exchange("hash", 3, 8)
    assert faults(ledger) == {("forked", 0)}


def test_an_inserted_deed_is_dated_back_and_the_tree_forked(ledger):
    give_leaf(insert_deed(LONG_AGO), 9)
    assert faults(ledger) == {("back_dated", 9), ("forked", 0)}


def test_a_deed_dated_back_and_numbered_honestly_is_named(ledger):
    insert_deed(timezone.now() - timedelta(days=30))
    assert sequence() == 1
    assert faults(ledger) == {("back_dated", 20)}


def test_a_late_commit_is_no_fault(ledger):
    insert_deed(timezone.now() - timedelta(minutes=90))
    sequence()
    assert faults(ledger) == set()


def test_a_clock_set_back_is_said_and_loses_nothing(ledger, monkeypatch):
    past = timezone.now() - timedelta(days=900)
    monkeypatch.setattr(timezone, "now", lambda: past)
    made = deeds(3)
    assert sequence() == 4
    made += deeds(2)
    assert sequence() == 2
    verified = verify({"held": ledger})
    assert [(str(one.kind), one.first) for one in verified.findings] == [("clock_set_back", 20)]
    assert [position_of(deed) for deed in made] == [21, 22, 23, 24, 25]


def test_everything_rewritten_and_signed_anew_fits_itself_but_not_what_somebody_holds(ledger, settings):
    run("update ledger_deed set actor = 8 where id = %s", deed_at(4))
    recommit(deed_at(4), leaf=True)
    run("delete from ledger_checkpoint")
    run("delete from ledger_leaf where deed in (select id from ledger_deed where action = 'ledger.checkpoint')")
    run("delete from ledger_deed where action = 'ledger.checkpoint'")
    close_gap(12)
    head.head_file().unlink()
    checkpoints.make(by=Nobody())
    assert faults() == set()  # a lone chain proves nothing
    assert faults(ledger) == {("forked", 0)}


def test_a_checkpoint_that_was_changed_or_taken_away_is_named(ledger):
    run("update ledger_checkpoint set at = at - interval '1 day'")
    assert faults() == {("checkpoint_changed", None)}
    run("update ledger_checkpoint set note = replace(note, 'time 2', 'time 1')")
    assert faults() == {("checkpoint_changed", None)}
    run("delete from ledger_checkpoint")
    assert faults() == {("checkpoint_missing", 12)}


def test_a_checkpoint_of_another_site_is_foreign(ledger, settings, tmp_path):
    settings.KEYS = tmp_path / "another"
    assert ("foreign", None) in faults(ledger)
    with pytest.raises(notes.NotANote):
        notes.opened(ledger, origin.origin_key())


def test_what_was_forgotten_is_erased_and_can_still_not_be_changed(ledger):
    gone = deed_at(4)
    assert forget(gone, by=Nobody())
    sequence()
    deed = Deed.objects.get(pk=gone)
    assert (deed.object_id, deed.detail, deed.actor) == ("", {}, 7)
    verified = verify({"held": ledger})
    assert [(str(one.kind), one.first, one.last) for one in verified.findings] == [("erased", 4, 20)]
    run("update ledger_deed set actor = 8 where id = %s", gone)
    assert faults() == {("edited", 4)}


def test_a_destroyed_salt_without_a_deed_that_says_so_is_an_edit(ledger):
    run("select ledger_forget(%s, %s)", deed_at(4), b"")
    assert faults() == {("edited", 4)}


def test_a_change_of_the_past_never_reaches_a_new_head(ledger):
    run("update ledger_deed set actor = 8 where id = %s", deed_at(15))
    recommit(deed_at(15), leaf=True)
    deeds(3)
    checkpoints.make(by=Nobody())
    assert ("forked", 12) in faults(ledger)


def test_a_lost_head_is_said_and_made_anew(ledger):
    head.head_file().unlink()
    assert [str(one.kind) for one in verify().findings] == ["no_head"]
    deeds(1)
    sequence()
    assert verify().findings == []


def test_a_deed_that_waits_is_no_fault(ledger):
    deeds(2)
    assert [str(one.kind) for one in verify({"held": ledger}).findings] == ["waiting", "waiting"]
