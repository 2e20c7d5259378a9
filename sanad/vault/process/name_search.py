"""Searching the sealed names of unlocked custodians. The deed is committed before the answer; no name leaves.

The answer is ids of rows. What was typed is written down nowhere, nor which rows fitted: that would tell whose names
are alike. The deed says who searched, when, and by what.
"""

import logging
import time
import weakref
from collections.abc import Collection
from operator import attrgetter

from sanad.kit.refusals import N_, OutOfOrder
from sanad.ledger.scope import scoped
from sanad.vault.messages import Message
from sanad.vault.names.rules import MOST_FOUND, require_searchable
from sanad.vault.process.keyring import locked
from sanad.vault.process.name_material import still_kept
from sanad.vault.process.name_shelves import PATIENCE, NameShelves, Shelf
from sanad.vault.process.state import Vault
from sanad.vault.searches import count_search
from sanad.vault.tickets import Ticket

log = logging.getLogger(__name__)

VERY_LIKE = 0.75  # of the names in a report that is being typed; a search shows what is less alike too

_shelves_of: weakref.WeakKeyDictionary[Vault, NameShelves] = weakref.WeakKeyDictionary()


def shelves_of(vault: Vault) -> NameShelves:
    """The names that a vault holds."""
    return _shelves_of.setdefault(vault, NameShelves(vault))


def tend_names(vault: Vault) -> None:
    """Make ready, write, put away, as it is time; whatever goes wrong, the vault goes on."""
    try:
        shelves_of(vault).tend()
    except Exception:  # the database can be away for a moment; the next round tries again
        log.exception("the names could not be tended")


def put_names_away(vault: Vault) -> None:
    """Write what changed and forget all, at the end of the process; what cannot be written is made anew next time."""
    try:
        shelves_of(vault).close()
    except Exception:  # the database may have ended first
        log.exception("the names could not be written")


def find_names(vault: Vault, asked: Message) -> Message:
    """Rows whose names are like a text, the likest first, of the unlocked custodians that the reader may open."""
    reader, text = Ticket.read(asked["reader"]), str(asked["text"])
    typing = bool(asked.get("typing"))
    limit = max(1, min(int(str(asked["limit"])), MOST_FOUND))
    require_searchable(reader, text)
    names = shelves_of(vault)
    shelves, closed, waiting = _shelves(names, reader.sees)
    if not shelves and waiting:
        raise _preparing(names, waiting)
    if not shelves and closed:
        raise locked()
    with scoped(reader, using=vault.using):
        refusal = count_search(reader, by="typing" if typing else "name", using=vault.using)
    if refusal is not None:
        raise refusal
    least = VERY_LIKE if typing else 0.0
    hits = [hit for shelf in shelves for hit in names.search(shelf, text, limit * 2) if hit.score >= least]
    there = still_kept(vault, reader, [hit.row_id for hit in hits])
    best = [hit for hit in sorted(hits, key=attrgetter("score"), reverse=True) if hit.row_id in there]
    return {
        "rows": [hit.row_id.hex for hit in best[:limit]],
        "more": len(best) > limit,
        "locked": len(closed),
        "waiting": len(waiting),
    }


def _shelves(names: NameShelves, custodians: Collection[int]) -> tuple[list[Shelf], list[int], list[int]]:
    """What can be searched now; and the custodians whose names are locked, or not read yet."""
    begun: list[int] = []
    closed: list[int] = []
    for custodian in custodians:
        try:
            if names.open(custodian) is not None:
                begun.append(custodian)
        except OutOfOrder:
            closed.append(custodian)
    shelves: list[Shelf] = []
    waiting: list[int] = []
    until = time.monotonic() + PATIENCE
    for custodian in begun:
        shelf = names.ready(custodian, max(0.0, until - time.monotonic()))
        if shelf is None:
            waiting.append(custodian)
        else:
            shelves.append(shelf)
    return shelves, closed, waiting


def _preparing(names: NameShelves, custodians: list[int]) -> OutOfOrder:
    done, of = (sum(numbers) for numbers in zip(*map(names.progress, custodians), strict=True))
    return OutOfOrder.one(
        "names_preparing",
        N_("The names are being made ready for search (%(done)s of %(of)s). Try again in a minute."),
        done=done,
        of=of,
    )
