"""Searching a million sealed names in the vault: from sealed values, from the sealed file, and search by search.

The names are sealed under an office of their own in the scratch site and stay there for the next run. Searches go the
whole way: budget and deed in the database, the index, and the question which of the rows are still there.
"""

import os
import random
import resource
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from statistics import median, quantiles
from uuid import UUID

from benchmarks.make_names import in_other_script, mistyped, names
from benchmarks.scratch import Result, stopwatch
from sanad.kit.ids import uuid7s
from sanad.ledger.scope import scoped
from sanad.vault import asking
from sanad.vault.models import SEALED_COLUMNS, SEALED_TABLE, Sealed
from sanad.vault.names import find_people
from sanad.vault.process import name_files, name_search, name_shelves
from sanad.vault.process.answering import answer
from sanad.vault.process.name_material import names_of
from sanad.vault.process.state import Vault
from sanad.vault.sealing import Sealer
from sanad.violations.actions.staging import copy_into

OFFICE = 900_001
AT_ONCE = 20_000
SEARCHES = 300
LATER = 10_000  # sealed after the file was written


@dataclass(frozen=True)
class Searcher:
    """Somebody without a quota who may open what the office of the benchmark keeps."""

    user_id: int | None = None
    name: str = "benchmark"
    sees: frozenset[int] = frozenset({OFFICE})
    keeps: frozenset[int] = frozenset({OFFICE})
    permissions: frozenset[str] = field(default=frozenset({"sealed.open"}))


def main() -> list[Result]:
    """Build, file, load, search."""
    rows = int(os.environ.get("SANAD_BENCH_ROWS", "1000000"))
    vault = Vault()
    asking.ask_through(lambda message: answer(vault, message))
    said = f"{rows:,}"
    _seal_up_to(rows - LATER)
    name_files.remove(OFFICE)
    with stopwatch() as seconds:
        _made(vault)
        built = seconds()
    with stopwatch() as seconds:
        name_search.shelves_of(vault).close()
        wrote = seconds()
    size = name_files.file_of(OFFICE).stat().st_size / 1e6
    _seal_up_to(rows)
    before = _resident()
    with stopwatch() as seconds:
        shelf = _made(vault)
        loaded = seconds()
    grown = _resident() - before
    times, alone, found = _searched(vault, shelf, rows)
    late = quantiles(times, n=20)[-1]
    words = len(set().union(*(one.tokens.tolist() for one in shelf.index.segments)))
    newer = f"names: searchable after unlocking, s ({LATER:,} newer rows)"
    meant = "names: meant name among the first 50, {}, %"
    return [
        Result("names: index made from sealed values, s", said, f"{built:.1f}"),
        Result("names: sealed file written, s", said, f"{wrote:.1f}"),
        Result("names: sealed file, MB", said, f"{size:.0f}"),
        Result(newer, said, f"{loaded:.1f}", "≤ 15", loaded <= 15),
        Result(f"names: index in memory, MB ({words:,} words)", said, f"{shelf.index.memory / 1e6:.0f}"),
        Result("names: process grown by loading, MB", said, f"{grown:.0f}"),
        Result("names: largest size of the process, MB", said, f"{_largest():.0f}"),
        Result("names: search, median ms", said, f"{median(times):.0f}"),
        Result("names: search, p95 ms", said, f"{late:.0f}", "≤ 300", late <= 300),
        Result("names: the index alone, p95 ms", said, f"{quantiles(alone, n=20)[-1]:.0f}"),
        Result("names: search, slowest ms", said, f"{max(times):.0f}"),
        *(Result(meant.format(how), said, f"{share:.0f}") for how, share in found.items()),
    ]


def _seal_up_to(rows: int) -> None:
    """Seal invented names until the office keeps so many."""
    with scoped(Searcher()):
        held = Sealed.objects.filter(custodian_id=OFFICE).count()
    left = islice(names(rows), held, None)
    while some := list(islice(left, AT_ONCE)):
        contents = [{"name": one.name, "father_name": one.father} for one in some]
        with scoped(Searcher()):
            values = zip(uuid7s(len(some)), ["mention"] * len(some), contents, strict=True)
            copy_into(SEALED_TABLE, SEALED_COLUMNS, Sealer(OFFICE).seal_many(values))


def _made(vault: Vault) -> name_shelves.Shelf:
    shelf = name_search.shelves_of(vault).ready(OFFICE, patience=3600)
    assert shelf is not None
    return shelf


def _searched(vault: Vault, shelf: name_shelves.Shelf, rows: int) -> tuple[list[float], list[float], dict[str, float]]:
    """How long each search took, in ms, whole and in the index alone; and how often the name that was meant is found.

    Where a name is common, of one word or typed in the other script, hundreds of rows fit as well: no share is told.
    """
    times: list[float] = []
    alone: list[float] = []
    right: dict[str, list[bool]] = {}
    for how, meant, text in islice(_typed(rows), SEARCHES):
        began = time.perf_counter()
        found = find_people(Searcher(), text).rows
        times.append((time.perf_counter() - began) * 1000)
        began = time.perf_counter()
        shelf.index.search(text, 100)
        alone.append((time.perf_counter() - began) * 1000)
        if how:
            right.setdefault(how, []).append(meant in _names_of(vault, found))
    return times, alone, {how: 100 * sum(many) / len(many) for how, many in right.items()}


def _typed(rows: int) -> Iterator[tuple[str, str, str]]:
    """How a name is typed, which one is meant, and the text."""
    draw = random.Random(5)
    for one in islice(names(rows), 0, None, max(1, rows * 5 // SEARCHES)):
        words = one.name.split()
        yield "as written", one.name, one.name
        yield "with one letter wrong", one.name, " ".join([mistyped(words[0], draw), *words[1:]])
        yield "with the father", one.name, f"{one.name} {one.father}"
        yield "", one.name, in_other_script(one.name)
        yield "", one.name, words[-1]


def _names_of(vault: Vault, rows: list[UUID]) -> set[str]:
    return {own[0] for _row, own, _relations in names_of(vault, OFFICE, rows, set()) if own}


def _resident() -> float:
    with open("/proc/self/statm", encoding="ascii") as file:
        return int(file.read().split()[1]) * resource.getpagesize() / 1e6


def _largest() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
