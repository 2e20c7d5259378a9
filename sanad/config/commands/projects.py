"""The registry of projects: `sanad projects iati OUT.xml` writes the projects of an office as an IATI 2.03 file."""

import argparse
from pathlib import Path

from django.utils import timezone

from sanad.config import answers, running
from sanad.config.options import add_common
from sanad.projects import iati

NAME = "projects"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """The word, and its own options."""
    words = parser.add_subparsers(dest="word", required=True, metavar="WORD")
    own = words.add_parser("iati", help="write the activity file of the office", description="The file of the office.")
    add_common(own, again=True)
    own.add_argument("file", type=Path, metavar="OUT.xml")
    own.add_argument("--organisation", default="", metavar="ID", help="registered identifier of the office, like PK-…")


def run(options: argparse.Namespace) -> int:
    """Write the file."""
    with running.running_as(options) as reader:
        told = iati.activities_in(reader)
        content = iati.written(reader, now=timezone.now(), organisation=options.organisation)
    options.file.write_bytes(content)
    answers.answer(options, {"file": str(options.file), "activities": told}, [f"{told} activities in {options.file}"])
    return 0
