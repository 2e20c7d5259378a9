"""All benchmarks: `make bench`, or `python -m benchmarks.run import figures lists`.

They work on a site of their own (SANAD_BENCH_HOME, default var/bench) and add what they measured to RESULTS.md.
SANAD_BENCH_ROWS (default 1,000,000) says how many reports the lists and figures are measured on.
"""

import os
import sys
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from benchmarks import scratch

ROWS = int(os.environ.get("SANAD_BENCH_ROWS", "1000000"))
SUITES = (
    "import", "fill", "lists", "event_page", "search", "suggestions", "scope", "figures", "backup", "ledger",
    "spellings", "names", "vault", "matching", "commitments", "strategies", "gatherings", "register",
)  # fmt: skip


def main(chosen: list[str]) -> int:
    """Run the chosen suites; ends non-zero where an aim is not kept."""
    scratch.open_site()
    where, results = scratch.machine(), []
    for name in chosen or SUITES:
        for result in measured(name):
            results.append(result)
            print(f"{result.what:60s} {result.rows:>12s} {result.figure:>14s}  {result.aim}", flush=True)
    write_down(where, results)
    return int(any(result.kept is False for result in results))


def measured(name: str) -> list[scratch.Result]:
    """One suite; imported here because its modules need the site to be open."""
    if name == "fill":
        return import_module("benchmarks.filling").fill_to(ROWS)
    try:
        return import_module(f"benchmarks.bench_{name}").main()
    finally:
        _as_before()


def _as_before() -> None:
    """Several suites ask through the test client, and each makes the environment that it needs."""
    from django.test import utils

    if hasattr(utils._TestState, "saved_data"):
        utils.teardown_test_environment()


def write_down(where: str, results: list[scratch.Result]) -> None:
    """Add a section to RESULTS.md, also where an aim was missed."""
    day = datetime.now(UTC).strftime("%Y-%m-%d %H:%M UTC")
    lines = [
        f"\n## {day}, commit {scratch.commit()}\n",
        f"{where}.\n",
        "| measured | rows | figure | aim | kept |",
        "|---|---|---|---|---|",
    ]
    marks = {True: "yes", False: "**no**", None: ""}
    lines += [f"| {r.what} | {r.rows} | {r.figure} | {r.aim} | {marks[r.kept]} |" for r in results]
    with scratch.RESULTS.open("a", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
