"""Sealing values: needs the custodian's public key only, so a locked site goes on taking reports in."""

import threading
import time
from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from sanad.vault.actions import add_sealed
from sanad.vault.blobs import Content, mac_of, seal_each
from sanad.vault.envelopes import OpenEnvelope, new_envelope
from sanad.vault.keys import content_key
from sanad.vault.queries import has_envelope

# As long as a process remembers an envelope's key, what it sealed under it could be read from its memory.
ENVELOPE_SERVES_SECONDS = 3600

Row = tuple[UUID, str, int, UUID, bytes, bytes]


class Sealer:
    """Seals values of one custodian under one envelope: for an import, or by `sealer_for` for single pages."""

    def __init__(self, custodian_id: int, envelope: OpenEnvelope | None = None) -> None:
        self.custodian_id = custodian_id
        self._envelope = envelope
        self._content_key = b""

    @property
    def envelope(self) -> OpenEnvelope:
        """The envelope; made in the current transaction when it is first needed."""
        if self._envelope is None:
            self._envelope = new_envelope(self.custodian_id)
        return self._envelope

    def seal_many(self, values: Iterable[tuple[UUID, str, Content]]) -> list[Row]:
        """Rows for COPY, in the order of `SEALED_COLUMNS`, from (row id, table, content)."""
        values = list(values)
        if not values:
            return []
        envelope = self.envelope
        self._content_key = self._content_key or content_key(self.custodian_id)
        sealed = seal_each(envelope.key, self._content_key, values)
        return [
            (row_id, of, self.custodian_id, envelope.id, blob, mac)
            for (row_id, of, _content), (blob, mac) in zip(values, sealed, strict=True)
        ]

    def keep(self, values: Iterable[tuple[UUID, str, Content]]) -> None:
        """Seal a few values and write them in the current transaction."""
        add_sealed(self.seal_many(values))


_remembered: dict[int, tuple[float, OpenEnvelope]] = {}
_lock = threading.Lock()


def sealer_for(custodian_id: int) -> Sealer:
    """A sealer for single values; envelopes are shared by the requests of an hour within one process."""
    with _lock:
        expires, envelope = _remembered.get(custodian_id, (0.0, None))
    if envelope and time.monotonic() < expires and has_envelope(envelope.id):
        return Sealer(custodian_id, envelope)
    envelope = new_envelope(custodian_id)
    # Only once it is committed: an envelope that was rolled back would lock away all that comes after.
    transaction.on_commit(lambda: _remember(envelope))
    return Sealer(custodian_id, envelope)


def _remember(envelope: OpenEnvelope) -> None:
    with _lock:
        _remembered[envelope.custodian_id] = (time.monotonic() + ENVELOPE_SERVES_SECONDS, envelope)


def content_mac(custodian_id: int, row_id: UUID, of: str, content: Content) -> bytes:
    """What `Sealed.mac` of this row would be: equal means that the content is unchanged, also on a locked site.

    It is bound to the row: equal values of two rows have different hashes, so that it is no index of names. To compare
    with an earlier row, pass the earlier row's id.
    """
    return mac_of(content_key(custodian_id), row_id, of, content)
