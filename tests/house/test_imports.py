"""Imports go downwards only, and the lowest row knows no Django."""

import ast

import pytest

from tests.house.the_map import ROWS, SOURCE, may_know, package_of, packages, python_files

WITHOUT_DJANGO = ("kit", "names")


def imported(code: str, package: tuple[str, ...] = ()) -> set[str]:
    """Every module named by an import, also those inside functions; relative ones made absolute."""
    found = set()
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            base = (
                ".".join((*package[: len(package) - node.level + 1], node.module or "")) if node.level else node.module
            )
            found |= {f"{base}.{alias.name}".replace("..", ".") for alias in node.names}
    return found


def upward(package: str, modules: set[str]) -> list[str]:
    """Imports that this package may not make."""
    ours = [module.split(".")[1] for module in sorted(modules) if module.startswith("sanad.")]
    return [other for other in ours if other in ROWS and not may_know(package, other)]


def framework(modules: set[str]) -> list[str]:
    return [module for module in sorted(modules) if module.split(".")[0] == "django"]


def test_every_package_stands_on_the_map():
    assert set(packages()) <= set(ROWS)


@pytest.mark.parametrize("file", python_files(migrations=True), ids=str)
def test_imports_go_downwards(file):
    if package := package_of(file):
        modules = imported(file.read_text(encoding="utf-8"), ("sanad", *file.relative_to(SOURCE).parts[:-1]))
        assert upward(package, modules) == []
        if package in WITHOUT_DJANGO or file.name == "rules.py" or file.parent.name == "rules":
            assert framework(modules) == []


@pytest.mark.parametrize(
    ("package", "code"),
    [
        ("places", "from sanad.violations.models import Event"),
        ("places", "import sanad.front.views"),
        ("places", "from sanad.codes import queries"),
        ("codes", "def f():\n    from sanad import exchange"),
        ("web", "from sanad.vault import keys"),
        ("kit", "from sanad.web import doors"),
        ("places", "from ..codes import queries"),
    ],
)
def test_an_import_upwards_is_seen(package, code):
    assert upward(package, imported(code, ("sanad", package)))


def test_an_allowed_import_passes():
    assert upward("accounts", imported("from sanad.institutions.models import Institution")) == []


def test_django_in_a_rule_is_seen():
    assert framework(imported("from django.db import models"))
