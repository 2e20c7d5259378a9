"""Matching: how right it is on freshly drawn people, how fast, beside Splink's own comparisons and recordlinkage.

SANAD_BENCH_SEED draws the same people again. SANAD_PEER_PYTHON names a Python that has recordlinkage; the lines of the
peer say so where there is none.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.bench_spellings import PLAIN
from benchmarks.scratch import ROOT, Result

RIGHT = 100_000
MANY = 1_000_000
FEBRL = Path(os.environ.get("SANAD_SHARED_DATA", ROOT.parent / "shared" / "data")) / "linkage"
PEER = os.environ.get("SANAD_PEER_PYTHON", sys.executable)


def main() -> list[Result]:
    """People in two sizes, Febrl, the peer."""
    seed = int(os.environ.get("SANAD_BENCH_SEED", time.time()))
    most = int(os.environ.get("SANAD_BENCH_ROWS", MANY))
    results = _right(min(RIGHT, most), seed)
    if most > RIGHT:
        results += _fast(most, seed + 1)
    return [*results, *_febrl(), *_peer(min(RIGHT, most), seed)]


def _people(records: int, seed: int) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.matching_people", str(records), str(seed)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def _right(records: int, seed: int) -> list[Result]:
    got, said = _people(records, seed), f"{records:,}"
    return [
        Result(f"matching: F1 of pairs (seed {seed})", said, f"{got['f1']:.3f}", "≥ 0.93", got["f1"] >= 0.93),
        Result("matching: precision of pairs", said, f"{got['precision']:.4f}", "≥ 0.99", got["precision"] >= 0.99),
        Result("matching: recall of pairs", said, f"{got['recall']:.3f}"),
        Result("matching: keys, s", said, f"{got['keys']:.1f}"),
        Result("matching: trained and compared, s", said, f"{got['compared']:.1f}"),
        Result("matching: memory, GB", said, f"{got['gb']:.2f}"),
    ]


def _fast(records: int, seed: int) -> list[Result]:
    got, said = _people(records, seed), f"{records:,}"
    return [
        Result("matching: keys, s", said, f"{got['keys']:.1f}", "≤ 100", got["keys"] <= 100),
        Result("matching: trained and compared, s", said, f"{got['compared']:.1f}", "≤ 90", got["compared"] <= 90),
        Result("matching: of that processor time of both cores, s", said, f"{got['worked']:.1f}"),
        Result("matching: memory, GB", said, f"{got['gb']:.2f}", "≤ 5", got["gb"] <= 5),
        Result("matching: F1 of pairs", said, f"{got['f1']:.3f}"),
        Result("matching: precision of pairs", said, f"{got['precision']:.4f}"),
    ]


def _febrl() -> list[Result]:
    from benchmarks.matching_febrl import ours, plain, read

    if not FEBRL.exists():
        return [Result("matching: Febrl 1 to 3", "", "absent: set SANAD_SHARED_DATA")]
    results = []
    for number in (1, 2, 3):
        columns, ids, true = read(FEBRL, number)
        mine, theirs = ours(columns, true), plain(columns, true)
        what = f"matching: Febrl {number}, F1 (Splink's own comparisons {theirs:.4f})"
        aim = f"≥ {theirs - 0.002:.4f}"
        results.append(Result(what, f"{len(ids):,}", f"{mine:.4f}", aim, mine >= theirs - 0.002))
    return results


def _peer(records: int, seed: int) -> list[Result]:
    there = subprocess.run([PEER, "-c", "import recordlinkage"], capture_output=True, check=False)
    if there.returncode != 0:
        return [
            Result("  beside it: recordlinkage", f"{records:,}", "absent: SANAD_PEER_PYTHON names a Python with it")
        ]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "people.csv"
        _write(file, records, seed)
        command = [PEER, str(ROOT / "benchmarks" / "matching_peer.py"), str(file)]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
    got, said = json.loads(done.stdout.splitlines()[-1]), f"{records:,}"
    shown = f"{got['f1']:.3f} ({got['precision']:.3f}, {got['recall']:.3f})"
    return [
        Result("  beside it: recordlinkage, F1 (precision, recall)", said, shown),
        Result("  beside it: recordlinkage, s", said, f"{got['seconds']:.1f}"),
    ]


def _write(file: Path, records: int, seed: int) -> None:
    from benchmarks.make_people import make_people
    from sanad.names.letters import arabic, is_arabic

    def in_latin(name: str | None) -> str:
        words = (name or "").split()
        return " ".join("".join(PLAIN.get(c, "") for c in arabic(w)) if is_arabic(w) else w for w in words)

    people = make_people(records, seed)
    with file.open("w", encoding="utf-8", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(["who", "name", "father", "age", "sex", "district", "day", "cnic"])
        for row in zip(*(getattr(people, name) for name in vars(people)), strict=True):
            who, name, father, *rest = row
            writer.writerow([who, in_latin(name), in_latin(father) or None, *rest])
