"""The `sanad` command: finds the word, prepares the site for it, and turns every failure into one line and a code.

Exit codes: 0 done · 1 refused, the reason on standard error · 2 wrong use · 3 the machine (database, disk, folder).
"""

import argparse
import errno
import importlib
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType

import django
import psycopg
from django.conf import settings
from django.db import OperationalError
from django.utils import translation

from sanad.config import answers, database, serving, site, static_files
from sanad.config.engine import EngineError
from sanad.config.environment import WrongSetting
from sanad.config.options import add_common
from sanad.kit.refusals import Refused

DONE, REFUSED, MISUSED, MACHINE = 0, 1, 2, 3

# The word, and the module that does it. Only the module that was asked for is imported.
COMMANDS = (
    ("serve", "serve"),
    ("stop", "stop"),
    ("setup", "setup"),
    ("demo", "demo"),
    ("admin", "admin"),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanad.config.settings")
    if words[:1] == ["demo"]:
        os.environ.setdefault("SANAD_HOME", str(Path("var/demo").absolute()))
    try:
        django.setup()
    except WrongSetting as error:
        answers.complain(str(error))
        return MACHINE
    asked = next((word for word in words if not word.startswith("-")), None)
    modules = {name: load(module) for name, module in COMMANDS if asked in (name, None) or asked not in dict(COMMANDS)}
    options = parser_for(modules).parse_args(words)
    module = modules[options.command]
    with translation.override(options.lang), answers.only_answers_on_stdout():
        return _run(module, options)


def load(module: str) -> ModuleType:
    """The module of one command."""
    return importlib.import_module(f"sanad.config.commands.{module}")


def parser_for(modules: dict[str, ModuleType]) -> argparse.ArgumentParser:
    """The command line, with the options that every command has."""
    parser = argparse.ArgumentParser(prog="sanad", description="Sanad: what was reported, judged, counted and told.")
    words = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, module in modules.items():
        text = (module.__doc__ or "").strip()
        own = words.add_parser(name, help=text.splitlines()[0], description=text)
        add_common(own)
        module.add_arguments(own)
    return parser


def _run(module: ModuleType, options: argparse.Namespace) -> int:
    try:
        if getattr(module, "NEEDS_SITE", True):
            site.require_mark(settings.SANAD_HOME)
            database.start_engine()
            database.require_ready()
        return int(module.run(options))
    except Refused as refused:
        answers.refuse(options, refused)
        return REFUSED
    except site.WrongSite as error:
        answers.complain(str(error))
        return REFUSED
    except (EngineError, serving.Busy, static_files.NotCollected) as error:
        answers.complain(str(error))
        return MACHINE
    except (OperationalError, psycopg.OperationalError):
        answers.complain(f"The database does not answer: {database.where()}.")
        return MACHINE
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            answers.complain(f"The disk is full: {error.filename or settings.SANAD_HOME}.")
        elif error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
            answers.complain(f"Not allowed: {error.filename}. Set SANAD_HOME to a folder that you may write.")
        else:
            raise
        return MACHINE
    except KeyboardInterrupt:
        return 128 + signal.SIGINT
