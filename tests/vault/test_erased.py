"""Tombstones: what was destroyed is destroyed again in a restored database."""

import io

import pytest
from django.db import ProgrammingError, transaction
from django.utils import timezone

from sanad.kit.ids import uuid7
from sanad.ledger.scope import scoped
from sanad.vault.actions import destroy, replay_erasures
from sanad.vault.models import Erased, Original, Sealed
from sanad.vault.originals import destroy_original, keep_original, path_of
from sanad.vault.queries import erased_among, erased_since
from sanad.vault.rules import WhyErased
from sanad.vault.sealing import Sealer
from tests.vault.conftest import FOREIGN, KEPT, Person

STRANGER = Person(sees=frozenset({FOREIGN}), keeps=frozenset({FOREIGN}))


def seal(*rows, custodian=KEPT):
    with scoped(Person(sees=frozenset({custodian}))):
        Sealer(custodian).keep([(row, "mention", {"name": "محمد علی"}) for row in rows])


def left(*rows, custodian=KEPT) -> int:
    with scoped(Person(sees=frozenset({custodian}))):
        return Sealed.objects.filter(row_id__in=rows).count()


def test_what_is_destroyed_leaves_a_tombstone(committed):
    row, other, before = uuid7(), uuid7(), timezone.now()
    seal(row, other)
    with scoped(Person()):
        assert destroy([row], by=Person(), of="mention", why=WhyErased.ERASURE) == 1
    (stone,) = erased_since(before)
    assert (stone.row_id, stone.of, stone.custodian_id, stone.why) == (row, "mention", KEPT, "erasure")
    assert erased_since(timezone.now()) == []
    assert erased_among([row, other], "mention") == {row}


def test_what_another_keeps_gets_no_tombstone(committed):
    row = uuid7()
    seal(row)
    with scoped(STRANGER):
        assert destroy([row], by=STRANGER) == 0
    assert erased_since() == []


def test_a_restore_destroys_again_for_every_custodian(committed):
    mine, theirs, stays = uuid7(), uuid7(), uuid7()
    seal(mine, stays)
    seal(theirs, custodian=FOREIGN)
    with scoped(Person()):
        destroy([mine], by=Person())
    with scoped(STRANGER):
        destroy([theirs], by=STRANGER)
    stones = erased_since()
    seal(mine)  # a backup of before brings them back
    seal(theirs, custodian=FOREIGN)
    assert replay_erasures(stones) == 2
    assert (left(mine), left(theirs, custodian=FOREIGN), left(stays)) == (0, 0, 1)
    assert replay_erasures(stones) == 0


def test_a_restore_writes_tombstones_that_its_backup_did_not_have(committed):
    row = uuid7()
    seal(row)
    with scoped(Person()):
        destroy([row], by=Person())
        stones = erased_since()
        transaction.set_rollback(True)  # as if the database were of before
    assert (erased_since(), left(row)) == ([], 1)
    assert replay_erasures(stones) == 1
    assert (erased_since(), left(row)) == (stones, 0)


def test_a_destroyed_original_comes_back_from_no_backup(committed):
    with scoped(Person()):
        original = keep_original(io.BytesIO(b"clipping"), sealer=Sealer(KEPT), media_type="text/plain", by=Person())
    path = path_of(original.sha256_sealed)
    kept = path.read_bytes()
    with scoped(Person()):
        destroy_original(original, by=Person())
    assert not path.exists()
    with scoped(Person()):
        original.save(force_insert=True)
    path.write_bytes(kept)
    assert replay_erasures(erased_since()) == 1
    with scoped(Person()):
        assert not Original.objects.filter(id=original.id).exists()
    assert not path.exists()


def test_the_application_neither_changes_nor_removes_a_tombstone(committed):
    row = uuid7()
    seal(row)
    with scoped(Person()):
        destroy([row], by=Person())
    with pytest.raises(ProgrammingError), transaction.atomic():
        Erased.objects.filter(row_id=row).delete()
    with pytest.raises(ProgrammingError), transaction.atomic():
        Erased.objects.filter(row_id=row).update(why="other")
