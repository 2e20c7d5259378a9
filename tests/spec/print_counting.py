"""Prints `docs/counting.md` from the rules in this folder: `python -m tests.spec.print_counting > docs/counting.md`."""

import importlib
import inspect
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

from sanad.figures.rules import reference
from sanad.figures.rules.results import Number, Tally
from tests.spec.engines import Asked, Count
from tests.spec.tables import rows_of

HEAD = """# How we count

Each rule below is a test: the table is read, counted by a plain reference counter and by DuckDB, and both have to
give the answer that stands here. This page is printed from those tests (`tests/spec/`), so it cannot be out of date.

A row of a table is one violation. `-` for its act is an event in which no violation is alleged; an empty cell is not
stated. A `size` makes the victim a group: `12` exactly, `10-14` least and most, `10+` no most, `?` not known. Victims
are given as least, best and most, each beside the number of groups where it is unknown.
"""


def modules() -> list[ModuleType]:
    """The files of rules, in their order."""
    found = sorted(path.stem for path in Path(__file__).parent.glob("test_[0-9]_*.py"))
    return [importlib.import_module(f"tests.spec.{name}") for name in found]


def rules_in(module: ModuleType) -> list[Callable[[Count], None]]:
    """The rules of one file, as written."""
    return [one for name, one in vars(module).items() if name.startswith("test_") and inspect.isfunction(one)]


def page() -> str:
    """The whole page."""
    lines = [HEAD]
    for module in modules():
        lines.append(f"## {(module.__doc__ or '').strip().rstrip('.')}\n")
        for rule in rules_in(module):
            lines += printed(rule)
    return "\n".join(lines).rstrip() + "\n"


def printed(rule: Callable[[Count], None]) -> Iterator[str]:
    """One rule: its sentence, its reason, its tables and their answers."""
    count = Count(reference.count)
    rule(count)
    yield f"### {rule.__name__.removeprefix('test_').replace('_', ' ').capitalize()}\n"
    if rule.__doc__:
        yield inspect.cleandoc(rule.__doc__) + "\n"
    shown: tuple[str, str] | None = None
    for asked in count.asked:
        if shown != (asked.violations, asked.reports):
            shown = (asked.violations, asked.reports)
            yield from _tables(asked)
        yield from _answer(asked)
    yield ""


def _tables(asked: Asked) -> Iterator[str]:
    for text in filter(str.strip, (asked.violations, asked.reports)):
        rows = rows_of(text)
        names = [name.strip() for name in text.strip().splitlines()[0].split("|")]
        yield "| " + " | ".join(names) + " |"
        yield "|" + " --- |" * len(names)
        for row in rows:
            yield "| " + " | ".join(row.get(name, "") for name in names) + " |"
        yield ""


def _answer(asked: Asked) -> Iterator[str]:
    answer = asked.answer
    if not answer.request.dimensions:
        yield f"- {_question(asked)}: **{_number(answer.total)}**"
        return
    cells = [
        f"{', '.join(f'`{value}`' for value in key)} **{_number(answer.cells[key])}**" for key in answer.keys_in_order()
    ]
    yield f"- {_question(asked)}: {'; '.join(cells) or 'nothing'}; in all **{_number(answer.total)}**"
    if answer.overlapping:
        yield f"  (rows of {', '.join(answer.overlapping)} overlap)"


def _question(asked: Asked) -> str:
    request = asked.request
    parts = [request.unit.value]
    if request.dimensions:
        parts.append("by " + " and ".join(name.replace("_", " ") for name in request.dimensions))
    parts += [f"where `{condition.plain()}`" for condition in request.where]
    if request.frame.value == "then":
        parts.append("in the map of the day")
    if asked.offices is not None:
        parts.append(f"for a reader of office {', '.join(map(str, sorted(asked.offices))) or 'none'}")
    return " ".join(parts)


def _number(number: Number) -> str:
    if not isinstance(number, Tally):
        return str(number)
    parts = [f"least {number.min}", f"most {number.max}", f"best {'—' if number.best is None else number.best}"]
    unknown = {"least": number.unknown_min, "best": number.unknown_best, "most": number.unknown_max}
    parts += [f"{name} unknown in {groups}" for name, groups in unknown.items() if groups]
    parts += [f"institutions {number.institutions}"] if number.institutions else []
    return ", ".join(parts)


if __name__ == "__main__":
    sys.stdout.write(page())
