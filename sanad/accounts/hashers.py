"""How passwords are hashed: Argon2id, as dear as this machine can afford.

`sanad setup` measures once and writes down what takes about 0.3 s here; never less than the least that OWASP names
(19 MiB, two rounds, one lane). A password that was hashed more cheaply is hashed anew at the next sign-in.
"""

import json
import time
from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path

from argon2.low_level import Type, hash_secret_raw
from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher

AIM = 0.3  # seconds for one sign-in
FILE = "password_cost.json"


@dataclass(frozen=True)
class Cost:
    """What one hash takes."""

    memory_kib: int
    rounds: int

    def at_least(self, other: "Cost") -> bool:
        """Is neither measure below the other's?"""
        return self.memory_kib >= other.memory_kib and self.rounds >= other.rounds


LEAST = Cost(19 * 1024, 2)
# Dearer step by step. Eight people who sign in at the same moment take eight times the memory: 512 MiB at most.
LADDER = (
    LEAST,
    Cost(32 * 1024, 2),
    Cost(46 * 1024, 2),
    *(Cost(64 * 1024, rounds) for rounds in (2, 3, 4, 5, 6, 8, 10, 12)),
)


class TunedArgon2(Argon2PasswordHasher):
    """Argon2id with the cost of this site, one lane: the server has other work for its second core."""

    parallelism = 1

    @property
    def memory_cost(self) -> int:
        """KiB."""
        return cost().memory_kib

    @property
    def time_cost(self) -> int:
        """Rounds."""
        return cost().rounds


def cost() -> Cost:
    """What this site measured; the least before set-up and on demo sites."""
    return _read(settings.SANAD_HOME / FILE)


def measured(aim: float = AIM) -> Cost:
    """The dearest step of the ladder that stays within the aim on this machine; the better of two tries counts."""
    best = LEAST
    for step in LADDER:
        if min(_seconds(step) for _ in range(2)) > aim:
            break
        best = step
    return best


def tune(home: Path, *, again: bool = False) -> Cost:
    """Measure and write down, unless that was done."""
    file = home / FILE
    if again or not file.exists():
        file.write_text(json.dumps(asdict(measured())) + "\n", encoding="utf-8")
        _read.cache_clear()
    return _read(file)


def _seconds(step: Cost) -> float:
    """Of the processor, so that other work on the machine does not make it look slow."""
    began = time.thread_time()
    hash_secret_raw(b"a password to measure", b"sixteen bytes ..", step.rounds, step.memory_kib, 1, 32, Type.ID)
    return time.thread_time() - began


@cache
def _read(file: Path) -> Cost:
    try:
        told = Cost(**json.loads(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):  # not there yet, or spoilt: dear enough in any case
        return LEAST
    return told if told.at_least(LEAST) else LEAST
