"""Originals: sealed while received, opened by deed, gone when destroyed."""

import hashlib
import io
import os

import pytest
from django.conf import settings
from django.db import transaction

from sanad.kit.ids import uuid7
from sanad.kit.refusals import NotPermitted, OutOfOrder
from sanad.ledger.models import Deed
from sanad.ledger.scope import scoped
from sanad.vault.incoming import Incoming
from sanad.vault.models import Original
from sanad.vault.originals import (
    destroy_original,
    keep_incoming,
    keep_original,
    kept_before,
    open_original,
    path_of,
    sweep_leftovers,
)
from sanad.vault.rules import Purpose
from sanad.vault.sealing import Sealer
from tests.vault.conftest import FOREIGN, KEPT, Person

CLIPPING = b"%PDF-1.7 " + "خبر: ".encode() * 30_000
WHY = {"reason": "to correct the report", "purpose": Purpose.CORRECTING}


def keep(source=None, person=None) -> Original:
    person = person or Person()
    with scoped(person):
        source = source or io.BytesIO(CLIPPING)
        return keep_original(source, sealer=Sealer(KEPT), media_type="application/pdf", by=person)


def opened(original, person=None) -> bytes:
    person = person or Person()
    with scoped(person):
        return b"".join(open_original(person, original.id, **WHY))


def test_an_original_comes_back_byte_for_byte(committed):
    original = keep()
    assert opened(original) == CLIPPING
    assert (original.size, original.media_type) == (len(CLIPPING), "application/pdf")


def test_it_lies_on_disk_under_the_hash_of_its_sealed_bytes(committed):
    original = keep()
    sealed = path_of(original.sha256_sealed).read_bytes()
    assert hashlib.sha256(sealed).hexdigest() == original.sha256_sealed
    assert "خبر".encode() not in sealed
    assert path_of(original.sha256_sealed).stat().st_mode & 0o077 == 0


def test_keeping_and_looking_are_deeds(committed):
    original = keep()
    opened(original)
    assert [deed.action for deed in Deed.objects.order_by("id")] == ["original.kept", "sealed.opened"]


def test_the_same_file_is_recognised_by_its_custodian(committed):
    original = keep()
    with scoped(Person()):
        assert kept_before(KEPT, hashlib.sha256(CLIPPING).digest()) == original
        assert kept_before(KEPT, hashlib.sha256(b"another").digest()) is None


def test_the_same_file_kept_twice_lies_there_twice_under_two_keys(committed):
    assert keep().sha256_sealed != keep().sha256_sealed


def test_another_office_s_original_is_not_there(committed):
    original = keep()
    with pytest.raises(OutOfOrder):
        opened(original, Person(sees=frozenset({FOREIGN})))
    with pytest.raises(NotPermitted):
        opened(original, Person(permissions=frozenset()))


@pytest.mark.parametrize("harm", ["cut", "flip", "swap", "remove"])
def test_a_damaged_file_is_refused(committed, harm):
    original, other = keep(), keep()
    path = path_of(original.sha256_sealed)
    sealed = path.read_bytes()
    if harm == "cut":
        path.write_bytes(sealed[:-1])
    elif harm == "flip":
        path.write_bytes(sealed[:100] + bytes([sealed[100] ^ 1]) + sealed[101:])
    elif harm == "swap":
        path.write_bytes(path_of(other.sha256_sealed).read_bytes())
    else:
        path.unlink()
    with pytest.raises(OutOfOrder) as refusal:
        opened(original)
    assert refusal.value.reasons[0].code == "sealed_damaged"


def test_an_upload_that_breaks_off_leaves_nothing(committed):
    class Broken:
        read_so_far = 0

        def read(self, size):
            self.read_so_far += size
            if self.read_so_far > 300_000:
                raise ConnectionResetError
            return bytes(size)

    with pytest.raises(ConnectionResetError):
        keep(Broken())
    assert list(settings.ORIGINALS.iterdir()) == []


def test_a_destroyed_original_leaves_the_disk_once_that_is_committed(committed):
    original = keep()
    path = path_of(original.sha256_sealed)
    with scoped(Person()):
        assert destroy_original(original, by=Person())
        transaction.set_rollback(True)
    assert path.exists()
    with scoped(Person()):
        assert destroy_original(original, by=Person())
        assert path.exists()
    assert not path.exists()
    with pytest.raises(OutOfOrder):
        opened(original)


def test_what_is_only_seen_is_not_destroyed(committed):
    original = keep()
    with scoped(Person()):
        assert not destroy_original(original, by=Person(keeps=frozenset()))
    assert opened(original) == CLIPPING


def test_an_original_that_never_was(committed):
    with scoped(Person()), pytest.raises(OutOfOrder):
        open_original(Person(), uuid7(), **WHY)


def came_in(content=CLIPPING, step=70_001) -> Incoming:
    incoming = Incoming()
    for at in range(0, len(content), step):
        incoming.add(content[at : at + step])
    incoming.finish()
    return incoming


def aged(hours=2):
    for path in settings.ORIGINALS.glob(".part-*"):
        then = path.stat().st_mtime - hours * 3600
        os.utime(path, (then, then))


@pytest.mark.parametrize("size", [0, 1, 65_536, 65_537, 131_072, 200_000])
def test_pieces_of_any_size_make_one_file(committed, size):
    content = os.urandom(size)
    with scoped(Person()):
        incoming = came_in(content, step=9_999)
        original = keep_incoming(incoming, sealer=Sealer(KEPT), media_type="x/y", by=Person())
    assert opened(original) == content
    assert [path.name for path in settings.ORIGINALS.iterdir()] == [original.sha256_sealed]


def test_nothing_clear_lies_on_disk_while_a_file_comes_in(committed):
    incoming = came_in()
    (part,) = settings.ORIGINALS.iterdir()
    assert "خبر".encode() not in part.read_bytes()
    incoming.discard()
    assert list(settings.ORIGINALS.iterdir()) == []


def test_what_is_rolled_back_is_swept(committed):
    with scoped(Person()):
        keep_incoming(came_in(), sealer=Sealer(KEPT), media_type="x/y", by=Person())
        transaction.set_rollback(True)
    assert len(list(settings.ORIGINALS.iterdir())) == 2
    assert sweep_leftovers(Person()) == 0  # as young as an upload that is under way
    aged()
    assert sweep_leftovers(Person()) == 1
    assert list(settings.ORIGINALS.iterdir()) == []


def test_what_is_committed_survives_the_sweep(committed, monkeypatch):
    monkeypatch.setattr(Incoming, "settle", lambda self: None)  # killed right after the commit
    with scoped(Person()):
        original = keep_incoming(came_in(), sealer=Sealer(KEPT), media_type="x/y", by=Person())
    aged()
    assert sweep_leftovers(Person()) == 0
    assert [path.name for path in settings.ORIGINALS.iterdir()] == [original.sha256_sealed]
    assert opened(original) == CLIPPING
