"""How often a passphrase may be tried: one at a time, and after some wrong ones a rest."""

import threading
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager

from sanad.kit.refusals import N_, OutOfOrder

MOST = 5
WITHIN = 15 * 60.0


class Guesses:
    """The wrong passphrases of the last minutes, by user."""

    def __init__(self) -> None:
        self._one = threading.Lock()
        self._wrong: dict[int, list[float]] = defaultdict(list)

    @contextmanager
    def one_more(self, user_id: int) -> Iterator[None]:
        """One try; refused after too many wrong ones. A try takes much memory, so nobody else tries meanwhile."""
        with self._one:
            recent = [moment for moment in self._wrong[user_id] if moment > time.monotonic() - WITHIN]
            self._wrong[user_id] = recent
            if len(recent) >= MOST:
                raise OutOfOrder.one(
                    "too_many_guesses", N_("Too many wrong passphrases. Try again in a quarter of an hour.")
                )
            yield

    def was_wrong(self, user_id: int) -> None:
        """Remember a wrong one."""
        self._wrong[user_id].append(time.monotonic())

    def was_right(self, user_id: int) -> None:
        """Forget the wrong ones before it."""
        self._wrong.pop(user_id, None)
