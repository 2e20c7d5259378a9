"""The engines that every rule of counting is run on."""

import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from sanad.figures.engine import connection, counting, files, finishing, staging
from sanad.figures.rules import reference
from sanad.figures.rules.facts import World
from sanad.figures.rules.requests import CountRequest, read_request
from sanad.figures.rules.results import Counted, Number
from tests.spec.tables import world_of

Engine = Callable[[World, CountRequest, frozenset[int] | None], Counted]


class Answer(dict[object, Number]):
    """The cells of a count by their value (two values where there are two dimensions), with its total."""

    def __init__(self, counted: Counted) -> None:
        super().__init__({key[0] if len(key) == 1 else key: number for key, number in counted.cells.items()})
        self.total = counted.total
        self.overlapping = counted.overlapping


@dataclass(frozen=True)
class Asked:
    """One question to a table and what was answered; `docs/counting.md` prints them."""

    violations: str
    reports: str
    request: CountRequest
    offices: frozenset[int] | None
    answer: Counted


class Count:
    """`count(table, unit, rows, …)`, as the rules in `tests/spec` call it."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.asked: list[Asked] = []

    def __call__(
        self,
        violations: str,
        unit: str = "violations",
        rows: str = "",
        columns: str = "",
        where: str | Iterable[str] = (),
        frame: str = "today",
        reports: str = "",
        offices: set[int] | None = None,
    ) -> Answer:
        world = world_of(violations, reports)
        lists = lists_of(world)
        conditions = [where] if isinstance(where, str) else where
        request = read_request(unit, [rows], [columns], conditions, frame=frame, lists=lists)
        kept_by = frozenset(offices) if offices is not None else None
        answer = self.engine(world, request, kept_by)
        self.asked.append(Asked(violations, reports, request, kept_by, answer))
        return Answer(answer)


_folder = tempfile.TemporaryDirectory(prefix="sanad-spec-")
_written: dict[str, Path] = {}


def by_duckdb(world: World, request: CountRequest, offices: frozenset[int] | None = None) -> Counted:
    """Write the facts as a snapshot (once) and count there."""
    key = repr(world)
    if key not in _written:
        _written[key] = Path(_folder.name) / str(snapshot_of(world, Path(_folder.name))["id"])
    return counting.count(_written[key], request, offices)


def snapshot_of(world: World, folder: Path) -> dict[str, object]:
    """A snapshot made of plain facts."""
    with connection.workshop(folder) as db:
        staging.load_facts(db, world)
        lists = lists_of(world)
        finishing.prepare(db)
        finishing.finish(db, {name: facts_mask(name) for name in lists})
        return files.write_snapshot(db, folder, staging.digest_of(db), {})


def lists_of(world: World) -> list[str]:
    """The classifications that the facts name, and one that they need not."""
    return sorted({"list", *(name for one in world.violations for name in one.categories)})


def facts_mask(name: str) -> str:
    """SQL: the categories that a fact was given, in place of a classification's rules."""
    return (
        f"coalesce((select max(mask) from raw_category c where c.list = '{name}'"
        " and c.violation = flat.violation_id), 0)"
    )


ENGINES: dict[str, Engine] = {"reference": reference.count, "duckdb": by_duckdb}
__all__ = ["ENGINES", "Answer", "Asked", "Count", "by_duckdb", "snapshot_of"]
