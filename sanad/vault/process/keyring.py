"""The private keys that are unlocked now, in the memory of the vault process.

A custodian whose key is a file is open as long as the file is there (the weaker form, for small sites). One whose key
was unlocked by a passphrase is open for a set time, counted by a clock that nobody can set back.
"""

import os
import threading
import time
from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from django.conf import settings

from sanad.kit.refusals import N_, OutOfOrder
from sanad.vault.keys import write_once

Keys = dict[int, X25519PrivateKey]  # by version


class Keyring:
    """Private keys by custodian and version."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._held: dict[int, tuple[float, Keys]] = {}

    def private(self, custodian_id: int, version: int) -> X25519PrivateKey:
        """A private key; refused where it is locked."""
        held = self._keys_of(custodian_id).get(version) or from_file(custodian_id, version)
        if held is None:
            raise locked()
        return held

    def is_open(self, custodian_id: int, version: int) -> bool:
        """Can this key be used now?"""
        return version in self._keys_of(custodian_id) or file_of(custodian_id, version).exists()

    def require_open(self, custodian_id: int, version: int) -> None:
        """Refuse where this key is locked."""
        if not self.is_open(custodian_id, version):
            raise locked()

    def hold(self, custodian_id: int, keys: Keys, *, hours: float) -> None:
        """Keep unlocked keys for so many hours, beside those that are held already."""
        with self._lock:
            _until, before = self._held.get(custodian_id, (0.0, {}))
            self._held[custodian_id] = (_now() + hours * 3600, {**before, **keys})

    def add(self, custodian_id: int, version: int, key: X25519PrivateKey) -> None:
        """Hold a new key as long as the others of its custodian."""
        with self._lock:
            until, before = self._held[custodian_id]
            self._held[custodian_id] = (until, {**before, version: key})

    def forget(self, custodian_id: int, version: int) -> None:
        """Forget a key that is retired."""
        with self._lock:
            if custodian_id in self._held:
                self._held[custodian_id][1].pop(version, None)

    def drop(self, custodians: Collection[int]) -> None:
        """Forget the keys of these custodians."""
        with self._lock:
            for custodian in custodians:
                self._held.pop(custodian, None)

    def drop_expired(self) -> None:
        """Forget what was unlocked long enough ago."""
        with self._lock:
            for custodian in [one for one, (until, _keys) in self._held.items() if until <= _now()]:
                del self._held[custodian]

    def seconds_left(self, custodian_id: int) -> int | None:
        """How long keys unlocked by a passphrase stay so; none where there are none."""
        self.drop_expired()
        held = self._held.get(custodian_id)
        return None if held is None else max(0, int(held[0] - _now()))

    def _keys_of(self, custodian_id: int) -> Keys:
        self.drop_expired()
        held = self._held.get(custodian_id)
        return {} if held is None else held[1]


def locked() -> OutOfOrder:
    """What is said where a key is not unlocked."""
    return OutOfOrder.one("locked", N_("The vault is locked; an unlocker of your office must unlock it."))


def file_of(custodian_id: int, version: int) -> Path:
    """Where the private key of a custodian lies, if it is a file."""
    suffix = "" if version == 1 else f"_v{int(version)}"
    return Path(settings.KEYS) / f"custodian_{int(custodian_id)}{suffix}.pem"


def from_file(custodian_id: int, version: int) -> X25519PrivateKey | None:
    """The private key from its file; none where the file is not."""
    path = file_of(custodian_id, version)
    try:
        key = serialization.load_pem_private_key(path.read_bytes(), password=None)
    except FileNotFoundError:
        return None
    if not isinstance(key, X25519PrivateKey):
        raise ValueError(f"{path} does not hold an X25519 key")
    return key


def to_file(custodian_id: int, version: int, key: X25519PrivateKey) -> X25519PrivateKey:
    """Write a private key; where its file is there already, that key holds."""
    pem = key.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption())
    write_once(file_of(custodian_id, version), pem)
    kept = from_file(custodian_id, version)
    assert kept is not None
    return kept


def remove_file(custodian_id: int, version: int) -> None:
    """Remove a private key for good: taken out of its place, written over as far as the disk lets one, deleted."""
    gone = file_of(custodian_id, version).with_suffix(".gone")
    with suppress(FileNotFoundError):
        file_of(custodian_id, version).rename(gone)
        with gone.open("r+b", buffering=0) as file:
            file.write(os.urandom(gone.stat().st_size))
            os.fsync(file.fileno())
        gone.unlink()


def _now() -> float:
    return time.clock_gettime(time.CLOCK_BOOTTIME)  # goes on while the machine sleeps
