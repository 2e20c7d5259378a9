"""*vault*: the process killed -9 while it opens and while it changes keys, and many at once at the edge of a budget.

Counted: values that were shown without a committed deed; requests that hung or were refused for another reason than
that the vault is gone; values that no key opens afterwards; people looked at over the budget of a day.
"""

import random
import signal
import threading
import time
from collections import Counter
from dataclasses import dataclass, field

from django.conf import settings
from django.db import connections

from sanad.kit.ids import uuid7
from sanad.kit.refusals import OutOfOrder
from sanad.ledger.models import Deed
from sanad.ledger.scope import scoped
from sanad.vault import asking, keeping
from sanad.vault.looks import OverBudget
from sanad.vault.opening import open_sealed
from sanad.vault.process import looking, rotating
from sanad.vault.process.keyring import Keyring
from sanad.vault.rules import Purpose
from sanad.vault.sealing import Sealer
from tests import vault_here
from tests.vault.conftest import KEPT, Person, committed, own_keys  # noqa: F401  fixtures
from tests.vault.test_process import Running

WHY = {"reason": "complaint 12 of 2026", "purpose": Purpose.READING}
OPERATOR = Person(user_id=None, permissions=frozenset({"sealed.open", "vault.manage"}))
ROWS, LOOKERS, PATIENCE = 30, 3, 30.0


def seal(number: int) -> list:
    """Values, each under an envelope of its own."""
    rows = [uuid7() for _ in range(number)]
    for row in rows:
        with scoped(Person()):
            Sealer(KEPT).keep([(row, "mention", {"name": row.hex})])
    return rows


@dataclass
class Work:
    """People who look and somebody who changes keys, until the vault is gone."""

    rows: list
    shown: list = field(default_factory=list)
    told: list = field(default_factory=list)
    threads: list = field(default_factory=list)

    def start(self) -> None:
        for work in [self._look] * LOOKERS + [self._rotate]:
            self.threads.append(threading.Thread(target=self._until_gone, args=(work,), daemon=True))
            self.threads[-1].start()

    def _until_gone(self, work) -> None:
        try:
            while True:
                work()
        except OutOfOrder as refusal:
            self.told.append(refusal.reasons[0].code)
        finally:
            connections.close_all()

    def _look(self) -> None:
        row = random.choice(self.rows)
        opened = open_sealed(OPERATOR, [(row, "mention")], **WHY)
        self.shown.append(opened[row, "mention"]["name"] == row.hex)

    def _rotate(self) -> None:
        keeping.rotate(OPERATOR, KEPT)

    def hung(self) -> int:
        """How many of them wait for ever."""
        end = time.monotonic() + PATIENCE
        for thread in self.threads:
            thread.join(max(0.0, end - time.monotonic()))
        return sum(thread.is_alive() for thread in self.threads)


def without_deed(shown: int) -> int:
    """Values shown beyond the deeds that are written down."""
    return max(0, shown - Deed.objects.filter(action="sealed.opened").count())


def lost(rows) -> int:
    """Values that do not open."""
    gone = 0
    for row in rows:
        try:
            gone += open_sealed(OPERATOR, [(row, "mention")], **WHY) != {(row, "mention"): {"name": row.hex}}
        except OutOfOrder:
            gone += 1
    return gone


def kills(running: Running, rows, number: int) -> Counter:
    """What was seen over so many kills at random moments; at the end a vault runs again."""
    draw, seen = random.Random(11), Counter()
    for _ in range(number):
        running.start()
        work = Work(rows)
        work.start()
        time.sleep(draw.uniform(0.3, 1.0))
        running.end(signal.SIGKILL)
        seen["hung"] += work.hung()
        seen["shown"] += len(work.shown)
        seen["wrong"] += work.shown.count(False)
        seen["refused"] += sum(code != "vault_down" for code in work.told)
    running.start()
    keeping.rotate(OPERATOR, KEPT)
    return seen


def over_budget(rows, user: int) -> int:
    """How many people beyond the budget were looked at by requests at the same moment."""
    seen, start = [], threading.Barrier(len(rows))

    def one(row) -> None:
        start.wait()
        try:
            seen.append(len(open_sealed(Person(user), [(row, "mention")], **WHY)))
        except OverBudget:
            pass
        finally:
            connections.close_all()

    threads = [threading.Thread(target=one, args=[row]) for row in rows]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE)
    return max(0, sum(seen) - settings.LOOKS_A_DAY)


def caught(rows, monkeypatch) -> list[bool]:
    """The faults planted: no deed, no turns, a key thrown away too early."""
    with monkeypatch.context() as planted:
        before = Deed.objects.filter(action="sealed.opened").count()
        planted.setattr(looking, "_write_looks", lambda *asked: None)
        no_deed = len(open_sealed(OPERATOR, [(row, "mention") for row in rows], **WHY)) > 0
        no_deed &= without_deed(before + 1) > 0
    with monkeypatch.context() as planted:
        real = looking.looked_at_since
        planted.setattr(looking, "take_turns_looking", lambda *asked, **where: None)
        planted.setattr(looking, "looked_at_since", lambda *a, **k: (real(*a, **k), time.sleep(0.2))[0])
        no_turns = over_budget(rows[:10], user=98) > 0
    with monkeypatch.context() as planted:
        planted.setattr(rotating, "_move", lambda *asked: 0)
        planted.setattr(rotating, "retire_key", lambda *asked, **where: True)
        keeping.rotate(OPERATOR, KEPT)
        too_early = lost(rows) == len(rows)
    return [no_deed, no_turns, too_early]


def test_vault(scale, holds, committed, own_keys, monkeypatch, settings):  # noqa: F811
    settings.SANAD_HOME, settings.LOOKS_A_DAY, number = own_keys, 3, scale.of(2, 40)
    rows = seal(scale.of(ROWS // 2, ROWS * 4))
    running = Running(own_keys)
    running.environment["SANAD_LOOKS_A_DAY"] = "3"
    asking.ask_through(asking.over_socket)
    try:
        seen = kills(running, rows, number)
        bare, gone = without_deed(seen["shown"]), lost(rows)
        slipped = over_budget(rows[:10], user=97)
    finally:
        running.end()
        vault_here.answer_here()
        monkeypatch.setattr(vault_here.VAULT, "keyring", Keyring())
    found = caught(rows, monkeypatch)
    holds(
        "vault",
        things="values shown",
        looked_at=seen["shown"],
        short={
            "without a deed": bare,
            "wrong": seen["wrong"],
            "hung": seen["hung"],
            "refused for no reason": seen["refused"],
            "lost": gone,
            "over budget": slipped,
        },
        seeded=len(found),
        caught=sum(found),
        notes={"kills": str(number)},
    )
