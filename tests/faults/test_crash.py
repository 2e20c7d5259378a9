"""*crash*: imports and backups killed at random points: nothing half done, nothing lost, nothing doubled afterwards."""

import random
import signal
import time
from pathlib import Path

from sanad.config.backup.reading import Nowhere, read_backup
from sanad.config.backup.recipients import identity_in
from tests.faults.lists import ROWS, Lists, held
from tests.scratch import Runner

KILLS = 4
# A careless program: commits after every few rows. It is killed between two of them.
CARELESS = """
import os, signal
from django.db import connection
from sanad.violations.actions import batches, intake
batches.CHUNK, take, chunks = 8, intake.Intake.take, []
def loose(self, chunk):
    take(self, chunk)
    connection.connection.commit()
    chunks.append(chunk)
    if len(chunks) == 1:
        os.kill(os.getpid(), signal.SIGKILL)
intake.Intake.take = loose
"""


def found_in(states: list[tuple[tuple[int, ...], bool]], last: tuple[int, ...]) -> dict[str, int]:
    """What went wrong with one list: its states after each kill (and whether success had been said), and its last."""
    nothing = (0,) * len(last)
    return {
        "half done": sum(state not in (nothing, last) or 0 < state[0] < ROWS for state, _ in states),
        "lost": sum(said and state == nothing for state, said in states) + max(0, ROWS - last[1]),
        "doubled": last[0] - last[1],
    }


def killed(runner: Runner, words: list[object], after: float) -> bool:
    """Kill a command that long after its start; whether it had said before that all is well."""
    number = runner.start(*words)
    time.sleep(after)
    runner.kill(number)
    done = runner.wait()
    assert done.returncode in (0, -signal.SIGKILL), done.stderr
    return done.returncode == 0


def done_at_last(runner: Runner, words: list[object]) -> None:
    """Import again, as soon as the database has noticed that the earlier one is gone."""
    for _ in range(50):
        done = runner.run(*words)
        if done.returncode == 0:
            return
        time.sleep(0.1)
    raise AssertionError(done.stderr)


def crashed_imports(runner: Runner, lists: Lists, number: int, draw: random.Random) -> dict[str, int]:
    """Lists whose import was killed several times and then done; what was found, summed up."""
    total = {"half done": 0, "lost": 0, "doubled": 0, "in time": 0}
    _name, words = lists.new()
    began = time.monotonic()
    runner.json(*words)
    took = time.monotonic() - began
    for _ in range(number):
        name, words = lists.new()
        states = []
        for _kill in range(KILLS):
            said = killed(runner, words, draw.uniform(0, took))
            total["in time"] += not said
            states.append((held(runner, name), said))
        done_at_last(runner, words)
        for what, times in found_in(states, held(runner, name)).items():
            total[what] += times
    return total


def crashed_backups(runner: Runner, folder: Path, number: int, draw: random.Random) -> int:
    """Backups killed on the way; how often something stood there that was not whole, or hindered the next one."""
    identity, short = identity_in(runner.recipient(folder)), 0
    took = runner.json("backup", folder / "first")["seconds"]
    for n in range(number):
        path = folder / f"backup_{n}"
        if not killed(runner, ["backup", path], draw.uniform(0, took + 0.1)) and not path.exists():
            runner.json("backup", path)
        read_backup(path, identity, Nowhere())
        short += path.with_name(f"{path.name}.part").exists()
    return short


def planted(runner: Runner, lists: Lists) -> dict[str, bool]:
    """A careless program, a lost row and a doubled one: whether each is noticed."""
    name, words = lists.new()
    done = runner.run(*words, before=CARELESS)
    assert done.returncode == -signal.SIGKILL, done.stderr
    half = held(runner, name)
    done_at_last(runner, words)
    found = {"half done": bool(found_in([(half, False)], held(runner, name))["half done"])}
    name, words = lists.new()
    batch = runner.json(*words)["batch"]
    whole = held(runner, name)
    runner.json("undo", batch)
    found["lost"] = bool(found_in([(whole, True)], held(runner, name))["lost"])
    # The database itself forbids a second report with the same id of its list, so the count is doubled here.
    found["doubled"] = bool(found_in([], (2 * whole[0], *whole[1:]))["doubled"])
    return found


def test_crash(scale, holds, runner, tmp_path):
    draw, lists = random.Random(5), Lists(tmp_path)
    number, backups = scale.of(2, 50), scale.of(2, 20)
    found = crashed_imports(runner, lists, number, draw)
    broken = crashed_backups(runner, tmp_path, backups, draw)
    caught = planted(runner, lists)
    holds(
        "crash",
        things="killed commands",
        looked_at=number * KILLS + backups,
        short={**{what: found[what] for what in ("half done", "lost", "doubled")}, "broken backups": broken},
        seeded=len(caught),
        caught=sum(caught.values()),
        notes={"imports killed before they had answered": str(found["in time"])},
    )
