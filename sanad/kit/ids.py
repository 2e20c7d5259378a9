"""Identifiers of said and judged rows: UUID version 7 (RFC 9562, section 5.7).

48 bits of milliseconds, then 74 random bits. Within one process they rise strictly (RFC 9562,
6.2, method 2: the random part grows by a random step while the millisecond stands still or the
clock goes back), so that rows written one after another lie beside each other in an index.
They tell when a row was made: they stay inside, references go outside.
"""

import os
import threading
import time
from datetime import UTC, datetime, timedelta
from uuid import UUID

TAIL_BITS = 74
STEP_BYTES = 4
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class _Clock:
    """The last identifier given by this process, as milliseconds and random tail."""

    def __init__(self) -> None:
        self.lock = threading.Lock()
        self.millisecond = 0
        self.tail = 0

    def claim(self, room: int) -> tuple[int, int]:
        """Reserve `room` values of the tail and say where they begin."""
        with self.lock:
            now = time.time_ns() // 1_000_000
            if now > self.millisecond:
                self.millisecond, self.tail = now, _fresh_tail()
            if self.tail + room >= 1 << TAIL_BITS:
                self.millisecond, self.tail = self.millisecond + 1, _fresh_tail()
            first = self.tail
            self.tail += room
            return self.millisecond, first


def _fresh_tail() -> int:
    """73 random bits: the highest bit stays free, so that there is room to grow."""
    return int.from_bytes(os.urandom(10)) >> (80 - TAIL_BITS + 1)


_clock = _Clock()


def _forget_clock() -> None:
    """A forked child begins anew: it must not go on where its parent goes on too."""
    global _clock
    _clock = _Clock()


os.register_at_fork(after_in_child=_forget_clock)


def uuid7() -> UUID:
    """One new identifier, above every earlier one of this process."""
    return uuid7s(1)[0]


def uuid7s(number: int) -> list[UUID]:
    """Many rising identifiers at once; for imports."""
    if number <= 0:
        return []
    steps = memoryview(os.urandom(STEP_BYTES * number)).cast("I")
    millisecond, tail = _clock.claim(sum(steps) + number)
    head = (millisecond << 80) | (7 << 76) | (0b10 << 62)
    low_62 = (1 << 62) - 1
    made = []
    for step in steps:
        tail += step + 1
        made.append(UUID(int=head | (tail >> 62) << 64 | tail & low_62))
    return made


def time_of(identifier: UUID) -> datetime:
    """When a version 7 identifier was made, to the millisecond, in UTC."""
    if identifier.version != 7:
        raise ValueError(f"{identifier} is not a version 7 identifier")
    return EPOCH + timedelta(milliseconds=identifier.int >> 80)
