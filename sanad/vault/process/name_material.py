"""What the index of names is made of: which mentions are sealed, and their names. On the vault's own connection.

Reading them is no look: the names stay in this process and nobody is shown one.
"""

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from uuid import UUID

import numpy as np
from django.db import connections
from numpy.typing import NDArray

from sanad.kit.chunks import batched
from sanad.ledger.scope import Seeing, scoped
from sanad.vault.blobs import Damaged, open_one
from sanad.vault.names.segment import ID, Named
from sanad.vault.process.looking import envelope_keys
from sanad.vault.process.state import Scope, Vault
from sanad.vault.queries import current_keys, sealed_of

OF = "mention"
OWN, RELATIONS = ("name", "other_names"), ("father_name",)
AT_ONCE = 2_000

# All ids as one value: a million rows, one by one, take seconds to fetch.
IDS = (
    "select coalesce(string_agg(uuid_send(row_id), ''), '') from vault_sealed"
    " where of = 'mention' and custodian_id = %s and row_id >= %s"
)


@dataclass(frozen=True)
class Moment:
    """Which transactions had ended: all before `oldest` running, none from `next` on."""

    oldest: int
    next: int


def now_in(vault: Vault) -> Moment:
    """The database's own count of transactions."""
    with connections[vault.using].cursor() as cursor:
        cursor.execute("select pg_snapshot_xmin(s)::text, pg_snapshot_xmax(s)::text from pg_current_snapshot() s")
        oldest, following = cursor.fetchone()
    return Moment(int(oldest), int(following))


def ids_kept(vault: Vault, custodian: int, since: UUID) -> NDArray[np.bytes_]:
    """The ids of sealed mentions from this id on, sorted."""
    with scoped(Scope({custodian}), using=vault.using), connections[vault.using].cursor() as cursor:
        cursor.execute(IDS, [custodian, since])
        (found,) = cursor.fetchone()
    return np.sort(np.frombuffer(found, ID), kind="stable")  # they lie nearly in order


def current_versions(vault: Vault) -> list[tuple[int, int]]:
    """The custodians that have sealed anything, with the version of the key that each seals with now."""
    return list(current_keys(using=vault.using).values_list("custodian_id", "version"))


def current_version(vault: Vault, custodian: int) -> int | None:
    """The version of one custodian's key; none before anything was sealed."""
    return dict(current_versions(vault)).get(custodian)


def still_kept(vault: Vault, reader: Seeing, ids: Collection[UUID]) -> set[UUID]:
    """Those of the rows that are there now for this reader: what was destroyed meanwhile is not."""
    with scoped(reader, using=vault.using):
        return set(sealed_of(ids, using=vault.using).filter(of=OF).values_list("row_id", flat=True))


def names_of(vault: Vault, custodian: int, ids: Collection[UUID], unreadable: set[UUID]) -> Iterator[Named]:
    """The names in these sealed mentions, some thousands at a time. What cannot be opened is left out and noted."""
    for some in batched(ids, AT_ONCE):
        with scoped(Scope({custodian}), using=vault.using):
            rows = sealed_of(some, using=vault.using).filter(of=OF, custodian_id=custodian)
            blobs = list(rows.values_list("row_id", "envelope_id", "blob"))
            keys = envelope_keys(vault, {envelope for _row, envelope, _blob in blobs})
        for row_id, envelope, blob in blobs:
            try:
                content = open_one(keys[envelope], row_id, OF, bytes(blob))
            except (Damaged, KeyError):
                unreadable.add(row_id)
                continue
            yield row_id, _texts(content, OWN), _texts(content, RELATIONS)


def _texts(content: dict[str, object], fields: Collection[str]) -> list[str]:
    found: list[str] = []
    for field in fields:
        said = content.get(field)
        for text in said if isinstance(said, list) else [said]:
            if isinstance(text, str) and text.strip():
                found.append(text)
    return found
