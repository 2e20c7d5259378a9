"""How packages and files look: docstrings, names, length, and where rows may be asked for."""

import ast
import re
from pathlib import Path

import pytest

from tests.house.the_map import ROOT, SOURCE, packages, python_files

VAGUE = {"utils", "util", "helpers", "helper", "services", "signals", "managers", "constants", "misc", "common"}
ASKS = {"queries", "actions", "models"}
LONGEST = 500
WRITTEN_BY_US = sorted(
    file
    for folder in ("sanad", "tests", "benchmarks")
    for file in (ROOT / folder).rglob("*.py")
    if "migrations" not in file.parts
)


def docstring(code: str) -> str:
    return ast.get_docstring(ast.parse(code)) or ""


def asks_for_rows(code: str) -> list[int]:
    """Lines that use a model's `.objects`."""
    nodes = ast.walk(ast.parse(code))
    return sorted(node.lineno for node in nodes if isinstance(node, ast.Attribute) and node.attr == "objects")


def may_ask(file: Path) -> bool:
    """queries.py, actions.py, models.py or a file in a folder so named."""
    return bool(ASKS & {*file.relative_to(SOURCE).parts[1:-1], file.stem})


def is_vague(file: Path) -> bool:
    return bool(VAGUE & {part.removesuffix(".py") for part in file.parts})


def is_numbered(file: Path) -> bool:
    """`models2.py` and the like: a file that outgrew its place without a name."""
    return bool(re.search(r"[a-z]_?[0-9]$", file.stem)) and "migrations" not in file.parts


@pytest.mark.parametrize("package", packages())
def test_every_package_says_what_it_owns(package):
    assert len(docstring((SOURCE / package / "__init__.py").read_text(encoding="utf-8"))) > 80


def test_every_folder_in_a_package_says_what_it_holds():
    bare = [file for file in python_files() if file.name == "__init__.py" and not docstring(file.read_text("utf-8"))]
    assert bare == []


@pytest.mark.parametrize("file", python_files(), ids=str)
def test_rows_are_asked_for_in_queries_and_actions_only(file):
    assert may_ask(file) or asks_for_rows(file.read_text(encoding="utf-8")) == []


def test_no_file_has_a_vague_name():
    assert [str(file) for file in python_files() if is_vague(file.relative_to(SOURCE)) or is_numbered(file)] == []


@pytest.mark.parametrize("file", WRITTEN_BY_US, ids=str)
def test_no_file_is_too_long(file):
    assert len(file.read_text(encoding="utf-8").splitlines()) <= LONGEST


def test_a_missing_docstring_is_seen():
    assert docstring("x = 1") == ""


def test_objects_in_a_view_are_seen():
    assert asks_for_rows("def view(request):\n    return Event.objects.get(pk=1)") == [2]
    assert not may_ask(SOURCE / "places" / "views.py")
    assert may_ask(SOURCE / "places" / "queries" / "gazetteer.py")


def test_a_vague_name_is_seen():
    assert is_vague(Path("places/utils.py"))
    assert is_vague(Path("places/helpers/text.py"))
    assert is_numbered(Path("places/models2.py"))
