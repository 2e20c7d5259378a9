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
from sanad.vault import asking

REFUSED, MACHINE, INTERRUPTED = 1, 3, 128 + signal.SIGINT
FOLDER_TROUBLE = {errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EPERM, errno.EROFS, errno.EIO}
FOLDER_TROUBLE |= {errno.ENOENT, errno.ENOTDIR, errno.EISDIR}  # mostly a file named by the person who typed
DEMO_HOME = Path(__file__).resolve().parent.parent.parent / "var" / "demo"

# The word, and the module that does it. Only the module that was asked for is imported.
COMMANDS = (
    ("serve", "serve"),
    ("stop", "stop"),
    ("setup", "setup"),
    ("demo", "demo"),
    ("admin", "admin"),
    ("keys", "keys"),
    ("places", "places"),
    ("names", "names"),
    ("search", "search"),
    ("match", "match"),
    ("import", "import_file"),
    ("imports", "imports"),
    ("undo", "undo"),
    ("destroy-file", "destroy_file"),
    ("snapshot", "snapshot"),
    ("count", "count"),
    ("commitments", "commitments"),
    ("projects", "projects"),
    ("published", "published"),
    ("strategies", "strategies"),
    ("backup", "backup"),
    ("restore", "restore"),
    ("checkpoint", "checkpoint"),
    ("verify", "verify"),
    ("ledger", "ledger"),
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; gives its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "sanad.config.settings")
    if words[:1] == ["demo"]:
        os.environ.setdefault("SANAD_HOME", str(DEMO_HOME))
    try:
        django.setup()
    except (WrongSetting, OSError) as error:
        return _machine_failed(error)
    asked = next((word for word in words if not word.startswith("-")), None)
    modules = {name: load(module) for name, module in COMMANDS if asked in (name, None) or asked not in dict(COMMANDS)}
    options = parser_for(modules).parse_args(words)
    with translation.override(options.lang), answers.only_answers_on_stdout():
        return _run(modules[options.command], options)


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
    asking.may_start_one()
    try:
        if needs_site(module, options):
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
    except (
        EngineError,
        serving.Busy,
        static_files.NotCollected,
        OperationalError,
        psycopg.OperationalError,
        OSError,
    ) as error:
        return _machine_failed(error)
    except KeyboardInterrupt:
        return INTERRUPTED


def needs_site(module: ModuleType, options: argparse.Namespace) -> bool:
    """Whether a command works on a site that is set up; one with several words may say so for each."""
    by_words = getattr(module, "needs_site", None)
    return bool(by_words(options)) if by_words else getattr(module, "NEEDS_SITE", True)


def _machine_failed(error: Exception) -> int:
    """One line about the machine; what is no failing of the machine is raised again."""
    if isinstance(error, OperationalError | psycopg.OperationalError):
        full = isinstance(error.__cause__ or error, psycopg.errors.DiskFull)
        answers.complain(
            f"The disk of the database is full: {database.where()}."
            if full
            else f"The database does not answer: {database.where()}."
        )
    elif isinstance(error, OSError):
        if error.errno not in FOLDER_TROUBLE:
            raise error
        answers.complain(f"{error.strerror}: {error.filename or settings.SANAD_HOME}.")
    else:
        answers.complain(str(error))
    return MACHINE
