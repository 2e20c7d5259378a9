"""Sign the ledger as it is now and print the checkpoint, for others to hold.

--out writes it into a file, --key writes the public key with which anybody checks it.
"""

import argparse
from pathlib import Path

from sanad.accounts.permissions import Permission, require
from sanad.config import answers
from sanad.config.running import reader_of
from sanad.ledger import checkpoints, origin

NAME = "checkpoint"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to write it."""
    parser.add_argument("--out", type=Path, metavar="FILE", help="write the checkpoint into this file")
    parser.add_argument("--key", type=Path, metavar="FILE", help="write the public key into this file")


def run(options: argparse.Namespace) -> int:
    """Make a checkpoint. Not in one transaction: what is numbered stays numbered."""
    reader = reader_of(options)
    require(reader, Permission.LEDGER_READ)
    made = checkpoints.make(by=reader)
    key = origin.origin_key().text()
    for path, content in ((options.out, made.note), (options.key, key + "\n")):
        if path is not None:
            path.write_text(content, encoding="utf-8")
    answers.answer(
        options,
        {"number": made.number, "size": made.size, "root": bytes(made.root).hex(), "note": made.note, "key": key},
        [made.note.rstrip("\n")],
    )
    return 0
