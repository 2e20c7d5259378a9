"""Answer pages and run jobs until told to stop (Ctrl-C, or `sanad stop`)."""

import argparse
import socket
import time
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager, suppress

from django.conf import settings

from sanad.accounts.readers import operator
from sanad.config import answers, database, lan, serving, site, static_files
from sanad.vault.originals import sweep_leftovers
from sanad.web.catalogue import compile_if_older

NAME = "serve"
NEEDS_SITE = False  # it starts and stops the database itself


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to listen."""
    parser.add_argument("--bind", default="127.0.0.1:8000", metavar="HOST:PORT", help="default: %(default)s")
    parser.add_argument(
        "--lan",
        nargs="?",
        const="",
        metavar="HOST:PORT",
        help="open doors of gatherings in the room",
    )


def run(options: argparse.Namespace) -> int:
    """Serve a site that is set up."""
    site.require_mark(settings.SANAD_HOME)
    began = time.monotonic()
    with serving.stoppable(), ExitStack() as stack:
        listener = stack.enter_context(serving.listen(options.bind))
        stack.enter_context(serving.only_server_of(settings.SANAD_HOME))
        stack.callback(answers.tell, "Sanad stopped.")
        stack.callback(database.leave_engine)
        database.start_engine()
        database.require_ready()
        if swept := sweep_leftovers(operator()):
            answers.tell(f"Removed {swept} files that uploads had left unfinished.")
        return attend(options, listener, began, ())
    return 0


def attend(options: argparse.Namespace, listener: socket.socket, began: float, words: Iterable[str]) -> int:
    """Run the children until one ends or somebody asks to stop."""
    with suppress(OSError):  # in a program folder that is read-only, `make setup` has compiled it
        compile_if_older()
    static_files.collect()
    family = serving.Family()
    try:
        serving.start(family, listener)
        for line in words:
            answers.tell(line)
        answers.tell(f"Sanad answers on http://{options.bind} after {time.monotonic() - began:.1f} s; Ctrl-C stops it.")
        with _room(options, family):
            family.watch()
        return 1
    finally:
        family.stop()


@contextmanager
def _room(options: argparse.Namespace, family: serving.Family) -> Iterator[None]:
    """With --lan, the doors of gatherings in the network of the room, as long as pages are answered."""
    if options.lan is None:
        yield
        return
    address = lan.address_of(options.lan)
    with ExitStack() as stack:
        listener = stack.enter_context(serving.listen(address))
        room = stack.enter_context(lan.announced(address))
        serving.start_room(family, listener, address.rpartition(":")[0], *lan.certificate(settings.KEYS))
        answers.tell(f"The doors of gatherings open on https://{address}, everything else is not there.")
        answers.tell(f"Fingerprint of the certificate (SHA-256): {room.fingerprint}")
        yield
