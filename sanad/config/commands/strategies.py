"""Strategies on the command line: `sanad strategies export KP-2026-… --format docx --language ur`."""

import argparse
from pathlib import Path

from django.utils import translation

from sanad.accounts.readers import Reader
from sanad.config import answers
from sanad.config.options import add_common
from sanad.config.running import running_as
from sanad.kit.refusals import N_, OutOfOrder
from sanad.strategies.actions.files import MEDIA, annex_file, draft_file
from sanad.strategies.models import Draft
from sanad.strategies.queries import drafts_of, strategies_visible_to

NAME = "strategies"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do."""
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="DEED")
    listed = deeds.add_parser("list", help="strategies that are seen", description="strategies that are seen")
    add_common(listed, again=True)
    export = deeds.add_parser("export", help="a draft as a file", description="a draft as a file")
    add_common(export, again=True)
    export.add_argument("reference", metavar="REF", help="of the strategy")
    export.add_argument("--format", required=True, choices=sorted(MEDIA), help="docx, pdf or xlsx")
    export.add_argument("--draft", type=int, metavar="N", help="its number (default: the newest)")
    export.add_argument("--annex", action="store_true", help="what became of what was asked of it, not its text")
    export.add_argument("--language", choices=("en", "ur"), default="en", help="en or ur (default: en)")
    export.add_argument("--out", metavar="FILE", help="where the file goes (default: here, under its own name)")


def run(options: argparse.Namespace) -> int:
    """Do it."""
    return _list(options) if options.deed == "list" else _export(options)


def _list(options: argparse.Namespace) -> int:
    with running_as(options) as reader:
        rows = [
            {"reference": one.reference, "title": str(one), "stage": one.stage, "office": one.custodian.slug}
            for one in strategies_visible_to(reader)
        ]
    lines = [f"{row['reference']}  {row['stage']:<12} {row['title']}" for row in rows]
    answers.answer(options, {"strategies": rows}, lines or ["No strategy yet."])
    return 0


def _export(options: argparse.Namespace) -> int:
    """Write the file; it is written down like a file that leaves by a page."""
    make = annex_file if options.annex else draft_file
    with running_as(options) as reader:
        draft = _draft(reader, options)
        with translation.override(options.language):
            made = make(draft, options.format, language=options.language, by=reader)
        target = Path(options.out or made.name)
        target.write_bytes(made.content)
        reference = draft.strategy.reference
    said = {"file": str(target), "strategy": reference, "draft": draft.number, "bytes": len(made.content)}
    answers.answer(options, said, [f"{target}: {len(made.content)} bytes"])
    return 0


def _draft(reader: Reader, options: argparse.Namespace) -> Draft:
    strategy = strategies_visible_to(reader).filter(reference=options.reference.strip().upper()).first()
    drafts = drafts_of(reader, strategy) if strategy else []
    for draft in drafts:
        if options.draft in (None, draft.number):
            return draft
    raise OutOfOrder.one("strategy.missing", N_("There is no such strategy or draft: %(ref)s."), ref=options.reference)
