"""What a suite found, and the page that the long form writes."""

import json
import os
import platform
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PAGE = ROOT / "benchmarks" / "FAULTS.md"
FORM = "SANAD_FAULTS"  # "long" for the long form


@dataclass(frozen=True)
class Scale:
    """How much a suite does: a little in `make test`, all of it in `make faults`."""

    long: bool

    def of(self, short: int, long: int) -> int:
        """The number for this run."""
        return long if self.long else short


@dataclass(frozen=True)
class Outcome:
    """What one suite found.

    `looked_at` counts `things`; `short` maps what must not happen to how often it did (target 0 each);
    `seeded` and `caught` count the faults that the suite planted itself.
    """

    suite: str
    things: str
    looked_at: int
    short: Mapping[str, int]
    seeded: int
    caught: int
    notes: Mapping[str, str] = field(default_factory=dict)

    def shortcomings(self) -> list[str]:
        """Why this suite falls short; empty where it holds."""
        found = [f"{what}: {number}" for what, number in self.short.items() if number]
        if not self.looked_at:
            found.append(f"no {self.things} were looked at")
        if not self.short:
            found.append("nothing was counted")
        if not self.seeded or self.caught != self.seeded:
            found.append(f"planted faults caught: {self.caught} of {self.seeded}")
        return found

    def line(self) -> str:
        """One line for a person."""
        counted = ", ".join(f"{what} {number}" for what, number in self.short.items())
        noted = "".join(f"; {what} {value}" for what, value in self.notes.items())
        verdict = "FALLS SHORT" if self.shortcomings() else "holds"
        return (
            f"{self.suite}: {verdict}: {self.looked_at:,} {self.things}: {counted};"
            f" planted faults caught {self.caught}/{self.seeded}{noted}"
        )


def keep(outcome: Outcome, folder: Path) -> None:
    """Write an outcome down where the process that runs all suites finds it."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{outcome.suite.replace(' ', '_')}.json").write_text(json.dumps(asdict(outcome)))


def kept_in(folder: Path) -> list[Outcome]:
    """The outcomes written down, by name."""
    return [Outcome(**json.loads(file.read_text())) for file in sorted(folder.glob("*.json"))]


def write_page(outcomes: Iterable[Outcome]) -> None:
    """`benchmarks/FAULTS.md`, from one run of the long form."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=False
    ).stdout.strip()
    rows = "\n".join(_row(outcome) for outcome in outcomes)
    PAGE.write_text(f"""# Faults

`make faults` writes this page. Each suite looks for what must not happen, and plants faults that it must catch.

**Machine**: {os.cpu_count()} cores, {platform.system()}, Python {platform.python_version()}  
**Date, commit**: {datetime.now(UTC):%Y-%m-%d}, {commit}

| suite | looked at | fell short (target 0) | planted faults caught | notes |
|---|---|---|---|---|
{rows}
""")


def _row(outcome: Outcome) -> str:
    counted = "; ".join(f"{what}: {number}" for what, number in outcome.short.items())
    notes = "; ".join(f"{what}: {value}" for what, value in outcome.notes.items())
    return (
        f"| {outcome.suite} | {outcome.looked_at:,} {outcome.things} | {counted} |"
        f" {outcome.caught} of {outcome.seeded} | {notes} |"
    )
