"""Make a demo site with invented offices, users and records in its own folder; --serve answers its pages at once."""

import argparse
import time
from contextlib import ExitStack

from django.conf import settings

from sanad.config import answers, database, foundation, serving, site
from sanad.config.commands import serve
from sanad.config.demo import log_ins, make_demo

NAME = "demo"
NEEDS_SITE = False


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Whether to serve, and where."""
    parser.add_argument("--serve", action="store_true", help="answer pages until told to stop")
    serve.add_arguments(parser)


def run(options: argparse.Namespace) -> int:
    """Make what is missing of the demo site, then serve it if asked."""
    if settings.DATABASE_SERVER is not None:
        raise site.WrongSite("A demo site has a database of its own: unset DATABASE_URL.")
    site.require_kind(settings.SANAD_HOME, site.Kind.DEMO)
    if not options.serve:
        make()
        answers.answer(options, {"home": str(settings.SANAD_HOME), "log_ins": log_ins()}, _lines())
        return 0
    began = time.monotonic()
    with serving.stoppable(), ExitStack() as stack:
        listener = stack.enter_context(serving.listen(options.bind))
        foundation.make_folders(settings.SANAD_HOME)
        stack.enter_context(serving.only_server_of(settings.SANAD_HOME))
        stack.callback(answers.tell, "Sanad stopped.")
        stack.callback(database.leave_engine)
        make()
        return serve.attend(options, listener, began, _lines())
    return 0


def make() -> None:
    """The site, and what is invented in it."""
    foundation.build(site.Kind.DEMO)
    make_demo()


def _lines() -> list[str]:
    pairs = log_ins()
    width = max(len(name) for name in pairs)
    return [
        "Demo site: every office, person and report in it is invented. Log-ins (user, password):",
        *(f"  {name:<{width}}  {password}" for name, password in pairs.items()),
        "The second step of signing in asks for a code; the page of a demo site shows it.",
    ]
