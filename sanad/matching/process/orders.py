"""What goes over the line to the process of a matching, and what comes back. Loads nothing that compares."""

import shutil
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from importlib.util import find_spec
from typing import Any, Self

Weights = Mapping[str, Mapping[str, tuple[float, float]]]


@dataclass(frozen=True)
class Order:
    """What a matching is to do. `since`: only what was said after it is compared with the rest."""

    by: dict[str, str | int | None]
    since: datetime | None = None
    engine: str = "duckdb"
    weights: dict[str, Weights] = field(default_factory=dict)

    def said(self) -> dict[str, Any]:  # Any: JSON
        """For the way to the process."""
        return {**asdict(self), "since": self.since.isoformat() if self.since else None}

    @classmethod
    def read(cls, said: dict[str, Any]) -> Self:
        """The order that came over that way."""
        since = datetime.fromisoformat(said["since"]) if said["since"] else None
        return cls(said["by"], since, said["engine"], said["weights"])


@dataclass
class Result:
    """What was found, without a name: pairs as plain rows, and how many records were compared."""

    pairs: list[dict[str, Any]] = field(default_factory=list)
    records: int = 0
    offices: list[int] = field(default_factory=list)  # whose records were compared
    locked: list[int] = field(default_factory=list)


def spark_lacks() -> str:
    """What Spark lacks here: `pyspark`, `java`, or nothing."""
    if find_spec("pyspark") is None:
        return "pyspark"
    return "" if shutil.which("java") else "java"
