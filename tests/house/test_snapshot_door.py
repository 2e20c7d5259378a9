"""Snapshots are opened in one place, so that the reader's predicate cannot be forgotten."""

import ast

import pytest

from tests.house.the_map import SOURCE, package_of, python_files

# The engine takes no reader, so it counts as opened wherever it is imported.
ENGINES = {"duckdb", "pyarrow.parquet", "pyarrow.dataset", "sanad.figures.engine"}
# The one module that opens a snapshot for reading, those that make one, and the engine that both use.
OPENS = ("figures/queries/opening.py",)
WRITES = ("figures/actions/", "figures/engine/")
COMPARES = ("matching/linkage/",)  # records in memory, of a matching; it knows of no snapshot


def opened(code: str) -> list[int]:
    """Lines that import what can open a snapshot, or that call its readers."""
    lines = []
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            names = {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names = {node.module or "", *(f"{node.module}.{alias.name}" for alias in node.names)}
        elif isinstance(node, ast.Attribute):
            names = {"duckdb"} if node.attr in {"read_parquet", "scan_parquet"} else set()
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            names = (
                {"duckdb"} if "read_parquet" in node.value.lower() or "parquet_scan" in node.value.lower() else set()
            )
        else:
            continue
        if any(name == engine or name.startswith(engine + ".") for name in names for engine in ENGINES):
            lines.append(node.lineno)
    return sorted(set(lines))


def is_the_door(relative: str) -> bool:
    return relative in OPENS or relative.startswith((*WRITES, *COMPARES))


@pytest.mark.parametrize("file", [f for f in python_files() if package_of(f)], ids=str)
def test_snapshots_are_opened_in_one_place(file):
    assert is_the_door(file.relative_to(SOURCE).as_posix()) or opened(file.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "code",
    [
        "import duckdb",
        "from pyarrow import parquet",
        "from sanad.figures.engine import counting",
        "from pyarrow.parquet import read_table",
        "def f(c):\n    return c.read_parquet('x')",
        "Q = 'select * from read_parquet($1)'",
    ],
)
def test_another_opener_is_seen(code):
    assert opened(code)


def test_other_code_passes():
    assert opened("import json\nfrom pyarrow import Table\nx = 'a parquet file'") == []
