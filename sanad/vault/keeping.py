"""Asking the vault about its keys: who unlocks them, how long, for which parties they are wrapped; and changing them.

The vault process asks for the permissions once more and writes the deeds.
"""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any, cast

from sanad.vault.asking import ask
from sanad.vault.messages import Message
from sanad.vault.tickets import Looker


@dataclass(frozen=True)
class KeyState:
    """One version of a custodian's key, as the vault process knows it now."""

    custodian: int
    version: int
    current: bool
    in_file: bool  # the weaker form
    open: bool
    seconds_left: int | None  # of the time for which a passphrase unlocked it
    envelopes: int


@dataclass(frozen=True)
class State:
    """The vault as far as a reader manages or unlocks it; `not_confined` names what the machine did not allow."""

    keys: tuple[KeyState, ...]
    not_confined: tuple[str, ...]


@dataclass(frozen=True)
class Changed:
    """What became of the change of a key. `waits`: an old key is still needed by work that goes on."""

    custodian: int
    version: int
    moved: int
    retired: tuple[int, ...]
    waits: bool


def state_of(reader: Looker) -> State:
    """The state of the keys of the reader's offices."""
    answer = ask("state", by=reader)
    keys = cast(list[dict[str, Any]], answer["keys"])
    return State(tuple(KeyState(**one) for one in keys), tuple(cast(list[str], answer["not_confined"])))


def enrol(reader: Looker, passphrase: str, again: str) -> list[int]:
    """Let the reader unlock with this passphrase from now on; the offices for which she can."""
    return _offices(ask("enrol", by=reader, passphrase=passphrase, again=again))


def unlock(reader: Looker, passphrase: str) -> list[int]:
    """Unlock the reader's offices for a set time; those that it opened."""
    return _offices(ask("unlock", by=reader, passphrase=passphrase))


def lock(reader: Looker, *, remove_files: bool = False) -> tuple[list[int], list[int]]:
    """Lock the reader's offices: those that are locked now, and those that stay open because their keys are files."""
    answer = ask("lock", by=reader, remove_files=remove_files)
    return _offices(answer), cast(list[int], answer["in_files"])


def end_unlocker(reader: Looker, user_id: int) -> int:
    """Nobody unlocks with the passphrase of this user any more; how many wraps that took away."""
    return int(str(ask("leave", by=reader, user=user_id)["wraps"]))


def rotate(reader: Looker, custodian: int) -> Changed:
    """Change the key of a custodian; goes on with a change that was interrupted."""
    moved, begin = 0, True
    retired: tuple[int, ...] = ()
    while True:
        answer = ask("rotate", by=reader, custodian=custodian, begin=begin)
        moved, begin, retired = moved + answer["moved"], False, (*retired, *answer["retired"])
        if not answer["left"] or not answer["moved"]:
            return Changed(custodian, answer["version"], moved, retired, answer["waits"])


def new_party(reader: Looker, name: str, public: bytes) -> list[int]:
    """Take a party into the escrow; the offices whose locked keys have to wait for it."""
    return _waiting(ask("new party", by=reader, name=name, public=public.hex()))


def wrap_for_parties(reader: Looker) -> list[int]:
    """Wrap what is unlocked now for every two parties that lack it; the offices that have to wait."""
    return _waiting(ask("wrap", by=reader))


def remove_party(reader: Looker, name: str) -> int:
    """Take a party out of the escrow; how many wraps that took away."""
    return int(str(ask("remove party", by=reader, name=name)["wraps"]))


def recover(reader: Looker, privates: Collection[bytes], *, to_files: bool) -> list[int]:
    """Open the reader's offices with the private keys of two parties, for a set time or into key files."""
    return _offices(ask("recover", by=reader, parties=[raw.hex() for raw in privates], to_files=to_files))


def _offices(answer: Message) -> list[int]:
    return cast(list[int], answer["custodians"])


def _waiting(answer: Message) -> list[int]:
    return cast(list[int], answer["waiting"])
