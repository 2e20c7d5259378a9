"""The ledger as a file: `sanad ledger export FILE` writes every leaf, for a CSO that checks without Sanad.

The stand-alone verifier is the one file sanad/ledger/standalone/sanad_verify.py.
"""

import argparse
from pathlib import Path

from django.db import transaction

from sanad.accounts.permissions import Permission, require
from sanad.config import answers
from sanad.config.options import add_common
from sanad.config.running import reader_of
from sanad.ledger import exporting
from sanad.ledger.sequencing import sequence

NAME = "ledger"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, and whether with content."""
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="DEED")
    export = deeds.add_parser("export", help="write all leaves into a file")
    add_common(export, again=True)
    export.add_argument("file", type=Path, metavar="FILE")
    export.add_argument("--content", action="store_true", help="with what the deeds say, as far as the reader sees it")


def run(options: argparse.Namespace) -> int:
    """Write the file; it is whole or absent."""
    reader = reader_of(options)
    require(reader, Permission.LEDGER_READ)
    sequence()
    draft = options.file.with_name(f".{options.file.name}.part")
    known = exporting.known_to(reader) if options.content else None
    number = -1  # the first line is no leaf
    try:
        with draft.open("w", encoding="utf-8") as file, transaction.atomic():
            for line in exporting.lines(known):
                file.write(line + "\n")
                number += 1
        draft.replace(options.file)
    finally:
        draft.unlink(missing_ok=True)
    answers.answer(options, {"file": str(options.file), "leaves": number}, [f"{number} leaves in {options.file}."])
    return 0
