"""Printed tables: `sanad published check FILE --json`, `sanad published load FILE --as USER`, `sanad published list`.

`check` asks whether a table adds up and touches no record: it needs no site.
"""

import argparse
from collections.abc import Iterator
from pathlib import Path

from sanad.config import answers
from sanad.config.options import add_common
from sanad.config.running import running_as

NAME = "published"


def needs_site(options: argparse.Namespace) -> bool:
    """Whether a table adds up is asked of the table alone."""
    return bool(options.word != "check")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """A file of printed figures, or nothing."""
    words = parser.add_subparsers(dest="word", metavar="WORD", required=True)
    check = words.add_parser("check", help="whether printed tables add up")
    load = words.add_parser("load", help="keep printed tables; the same again changes nothing")
    for word in (check, load):
        add_common(word, again=True)
        word.add_argument("file", type=Path, metavar="FILE", help="CSV in UTF-8, one figure on each line")
    load.add_argument("--source", default="", metavar="TEXT", help="where it can be read")
    load.add_argument("--printed-by", default="", metavar="TEXT", help="who printed it")
    listed = words.add_parser("list", help="the printed tables of this site")
    add_common(listed, again=True)


def run(options: argparse.Namespace) -> int:
    """Check, load or list."""
    {"check": _check, "load": _load, "list": _list}[options.word](options)
    return 0


def _check(options: argparse.Namespace) -> None:
    from sanad.figures.rules.published_lines import read_file

    tables = [(table.name, table.figures) for table in read_file(options.file.read_bytes())]
    _answer(options, tables)


def _load(options: argparse.Namespace) -> None:
    from sanad.codes import queries as codes
    from sanad.figures.actions.published import TableContent, current_named, publish_table
    from sanad.figures.rules.published_lines import read_file
    from sanad.figures.rules.published_lists import list_of

    tables = read_file(options.file.read_bytes())
    said = []
    with running_as(options) as reader:
        for table in tables:
            before = current_named(table.name, by=reader)
            content = TableContent(
                name=table.name,
                title=before.title if before else "",
                printed_by=options.printed_by or (before.printed_by if before else ""),
                printed_on=before.printed_on if before else "",
                source=options.source or (before.source if before else ""),
                note=before.note if before else "",
                classification=(before.classification if before else "")
                or list_of(table.figures, codes.classifications()),
            )
            kept = publish_table(content, table.figures, by=reader, replaces=before)
            outcome = "unchanged" if before and kept.pk == before.pk else "changed" if before else "added"
            said.append({"table": kept.name, "version": kept.version, "list": kept.classification, "outcome": outcome})
    lines = [f"{one['table']}\t{one['outcome']}\tversion {one['version']}\t{one['list'] or 'no list'}" for one in said]
    answers.answer(options, {"tables": said}, lines)


def _list(options: argparse.Namespace) -> None:
    from sanad.figures.queries.published import figures_of, published_tables_visible_to

    with running_as(options) as reader:
        tables = [(table.name, figures_of(table)) for table in published_tables_visible_to(reader)]
    _answer(options, tables)


def _answer(options: argparse.Namespace, tables: list) -> None:
    from sanad.figures.rules.published import adds_up, checks

    found = [(name, figures, checks(figures)) for name, figures in tables]
    said = [
        {
            "table": name,
            "figures": len(figures),
            "adds_up": adds_up(made),
            "gap": next((check.gap for check in made if check.gap), 0),
            "checks": [_check_said(check) for check in made],
        }
        for name, figures, made in found
    ]
    good = all(one["adds_up"] is not False for one in said)
    answers.answer(options, {"adds_up": good, "tables": said}, _lines(found))


def _check_said(check) -> dict[str, object]:
    total = check.total
    return {
        "total": {
            "area": total.area,
            "category": total.category,
            "period": total.period.said,
            "measure": total.measure,
            "role": str(total.role),
        },
        "parts": str(check.of),
        "number_of_parts": len(check.parts),
        "parts_not_printed": check.unknown,
        "printed": total.value,
        "sum": check.sum,
        "gap": check.gap,
        "adds_up": check.adds_up,
    }


def _lines(found: list) -> Iterator[str]:
    for name, figures, made in found:
        yield f"{name}: {len(figures)} figures"
        for check in made:
            total, of = check.total, str(check.of).replace("_", " ")
            short = "adds up" if check.adds_up else "cannot be told" if check.adds_up is None else f"gap {check.gap:+}"
            about = f"{total.area}, {total.category}, {total.period.said} ({total.measure})"
            yield f"  {about}: printed {total.value}, {of}s add up to {check.sum}: {short}"
        if not made:
            yield "  no total is printed with all of its parts"
