"""A site of its own for measurements, and how they are written down."""

import os
import platform
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median, quantiles

ROOT = Path(__file__).resolve().parent.parent
HOME = Path(os.environ.get("SANAD_BENCH_HOME", ROOT / "var" / "bench"))
RESULTS = ROOT / "benchmarks" / "RESULTS.md"


@dataclass(frozen=True)
class Result:
    """One line of the results: what was measured, on how many rows, against which aim."""

    what: str
    rows: str
    figure: str
    aim: str = ""
    kept: bool | None = None


def open_site() -> None:
    """Make the scratch site if there is none, and let this process work on it."""
    os.environ["SANAD_HOME"] = str(HOME)
    os.environ["DJANGO_SETTINGS_MODULE"] = "sanad.config.settings"
    command = [sys.executable, "-m", "sanad", "setup", "--without-backup"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    import django

    django.setup()
    from sanad.config.collecting import settle

    settle()  # as in a process that answers requests


@contextmanager
def stopwatch() -> Iterator[Callable[[], float]]:
    """`with stopwatch() as seconds:` … `seconds()` is the time since then."""
    began = time.perf_counter()
    yield lambda: time.perf_counter() - began


def timed(work: Callable[[], object], runs: int, warm_up: int = 2) -> tuple[float, float]:
    """Median and 95th percentile in milliseconds."""
    for _ in range(warm_up):
        work()
    times = []
    for _ in range(runs):
        with stopwatch() as seconds:
            work()
            times.append(seconds() * 1000)
    return median(times), quantiles(times, n=20)[-1]


def peak_memory_of_children() -> int:
    """MB, of the largest process that this one started and waited for."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


def machine() -> str:
    load = os.getloadavg()[0]
    model = next(
        (line.split(":")[1].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line),
        platform.machine(),
    )
    return f"{model}, {os.cpu_count()} cores, Python {platform.python_version()}, load {load:.1f} at the start"


def commit() -> str:
    found = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, cwd=ROOT)
    return found.stdout.strip() or "unknown"
