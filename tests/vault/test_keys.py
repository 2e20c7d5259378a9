"""Custodians' keys."""

import stat

import pytest
from django.conf import settings

from sanad.kit.refusals import OutOfOrder
from sanad.vault.asking import ask
from sanad.vault.keys import ensure_keys, keyed_hash
from sanad.vault.models import CustodianKey
from sanad.vault.process.keyring import Keyring
from tests.vault.conftest import FOREIGN, KEPT


@pytest.mark.django_db
def test_keys_are_made_once():
    first = ensure_keys(KEPT)
    assert ensure_keys(KEPT) == first
    assert bytes(first.public) == Keyring().private(KEPT, 1).public_key().public_bytes_raw()


@pytest.mark.django_db
def test_key_files_are_for_the_site_s_user_alone():
    ensure_keys(KEPT)
    assert stat.S_IMODE(settings.KEYS.stat().st_mode) == 0o700
    assert {path.name for path in settings.KEYS.iterdir()} == {f"custodian_{KEPT}.pem", f"custodian_{KEPT}.index"}
    assert {stat.S_IMODE(path.stat().st_mode) for path in settings.KEYS.iterdir()} == {0o600}


@pytest.mark.django_db
def test_a_key_file_that_is_there_is_used_and_not_replaced():
    public = bytes(ensure_keys(KEPT).public)
    assert ask("generate", custodian=KEPT, version=1, to=[])["public"] == public.hex()


@pytest.mark.django_db
def test_a_private_key_is_not_in_the_database():
    ensure_keys(KEPT)
    raw = Keyring().private(KEPT, 1).private_bytes_raw()
    assert raw not in [bytes(key.public) for key in CustodianKey.objects.all()]


def test_without_its_key_file_a_site_is_locked():
    with pytest.raises(OutOfOrder) as refusal:
        Keyring().private(KEPT, 1)
    assert refusal.value.reasons[0].code == "locked"


@pytest.mark.django_db
def test_keyed_hashes_differ_by_custodian_and_kind():
    for custodian in (KEPT, FOREIGN):
        ensure_keys(custodian)
    cnic = "1730112345671"
    hashes = {keyed_hash(KEPT, "cnic", cnic), keyed_hash(FOREIGN, "cnic", cnic), keyed_hash(KEPT, "phone", cnic)}
    assert len(hashes) == 3
    assert keyed_hash(KEPT, "cnic", cnic) in hashes


def test_without_its_secret_nothing_is_hashed():
    with pytest.raises(OutOfOrder):
        keyed_hash(KEPT, "cnic", "1730112345671")
