"""*engine*: the database killed -9 under load: no commit that was acknowledged is lost, and it starts again by itself.

What the kernel had not yet written is not lost this way; a power cut is more than a kill. The engine asks for every
commit to reach the disk (`fsync`, `synchronous_commit`), and both controls show that the suite would notice if not.
"""

import os
import random
import signal
import threading
import time
from contextlib import suppress

import psycopg
import pytest

from sanad.config.engine import EmbeddedPostgres, leftovers
from tests.config.conftest import new_home

WRITERS = 4
TABLE = "create table if not exists kept (n bigint generated always as identity primary key, said text unique)"


@pytest.fixture(scope="module")
def home():
    """A home with an engine as every real site has it: nothing is switched off for speed."""
    with new_home() as folder:
        engine = EmbeddedPostgres(folder).start()
        with psycopg.connect(address(engine), autocommit=True) as owner:
            owner.execute(TABLE)
        yield folder


def address(engine: EmbeddedPostgres) -> str:
    return engine.address("sanad_owner", "sanad")


class Writers:
    """Several people who write, and note what they were told is kept."""

    def __init__(self, engine: EmbeddedPostgres, mark: str, *, hasty: bool = False, lazy: bool = False) -> None:
        """`hasty` notes before the commit; `lazy` asks the database not to wait for the disk."""
        self.address, self.mark, self.hasty, self.lazy = address(engine), mark, hasty, lazy
        self.told: set[str] = set()
        self.threads = [threading.Thread(target=self._write, args=(n,)) for n in range(WRITERS)]
        for thread in self.threads:
            thread.start()

    def _write(self, writer: int) -> None:
        with suppress(psycopg.Error), psycopg.connect(self.address) as connection:
            if self.lazy:
                connection.execute("set synchronous_commit = off")
                connection.commit()
            for number in range(1_000_000):
                said = f"{self.mark} {writer} {number}"
                connection.execute("insert into kept (said) values (%s)", [said])
                if self.hasty:
                    self.told.add(said)
                    time.sleep(0.005)
                connection.commit()
                self.told.add(said)

    def wait(self) -> set[str]:
        """What they were told, after the server is gone."""
        for thread in self.threads:
            thread.join()
        return self.told


def kill(engine: EmbeddedPostgres, draw: random.Random, *, everything: bool) -> None:
    """Kill -9 all processes of the server, or one of them; then make sure that it is all gone."""
    processes = leftovers.processes_in(engine.data)
    first = processes if everything else [draw.choice(processes)]
    for number in first:
        with suppress(ProcessLookupError):
            os.kill(number, signal.SIGKILL)
    time.sleep(0 if everything else draw.uniform(0, 0.1))  # a server that lost one process begins to recover
    while processes := leftovers.processes_in(engine.data):
        for number in processes:
            with suppress(ProcessLookupError):
                os.kill(number, signal.SIGKILL)
        time.sleep(0.01)


def lost_after(home, draw: random.Random, mark: str, *, everything: bool, **how: bool) -> tuple[int, int]:
    """Write, kill, start again: how many commits were acknowledged, and how many of them are gone."""
    engine = EmbeddedPostgres(home).start()
    writers = Writers(engine, mark, **how)
    time.sleep(draw.uniform(0.1, 0.4))
    kill(engine, draw, everything=everything)
    told = writers.wait()
    with psycopg.connect(address(EmbeddedPostgres(home).start())) as again:
        there = {said for (said,) in again.execute("select said from kept where said like %s", [f"{mark} %"])}
        doubled = again.execute("select count(*) - count(distinct said) from kept").fetchone()[0]
    return len(told), len(told - there) + doubled


def caught(home, draw: random.Random, **how: bool) -> bool:
    """Whether losses of a careless writer are seen, within a few attempts: some kills hit a quiet moment."""
    return any(lost_after(home, draw, f"{how} {n}", everything=True, **how)[1] for n in range(5))


def test_engine(scale, holds, home):
    draw, number = random.Random(9), scale.of(3, 60)
    told = lost = 0
    for n in range(number):
        more, gone = lost_after(home, draw, f"round {n}", everything=n % 3 != 2)
        told, lost = told + more, lost + gone
    holds(
        "engine",
        things="acknowledged commits",
        looked_at=told,
        short={"lost": lost},
        seeded=2,
        caught=caught(home, draw, hasty=True) + caught(home, draw, lazy=True),
        notes={"kills of the database": str(number)},
    )
