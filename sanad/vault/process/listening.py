"""Listening for questions: one line for each, from this system user only, and with the secret of this start."""

import fcntl
import hmac
import logging
import signal
import socket
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress

from django.db import connections

from sanad.vault import address
from sanad.vault.messages import Garbled, Message, receive, send
from sanad.vault.process.answering import answer
from sanad.vault.process.name_search import put_names_away, tend_names
from sanad.vault.process.state import Vault

THREADS = 4
SLOWEST = 10.0  # seconds that somebody may take to ask
WAITS_FOR_LOCK = 20.0  # for one that is ending
SWEEPS = 30.0

log = logging.getLogger(__name__)


class Taken(RuntimeError):
    """Another vault process works for this home."""


def serve(vault: Vault) -> None:
    """Answer whoever may ask, until the process is ended."""
    keep_connections()
    with only_vault(), closing(address.listen()) as listener:
        secret = address.draw_secret()
        for number in range(THREADS):
            threading.Thread(
                target=_answer_all, args=(vault, listener, secret), name=f"vault-{number}", daemon=True
            ).start()
        signal.signal(signal.SIGTERM, _end)
        try:
            while True:
                tend_names(vault)
                vault.keys_changed.wait(SWEEPS)
                vault.keys_changed.clear()
                vault.keyring.drop_expired()
        finally:
            put_names_away(vault)


def _end(_number: int, _frame: object) -> None:
    raise SystemExit(0)


def serve_line(vault: Vault, line: socket.socket) -> None:
    """Answer the one process that started this one, until it hangs up."""
    keep_connections()
    with line, suppress(Garbled, OSError):
        while (asked := receive(line)) is not None:
            send(line, _answered(vault, asked))


def _answer_all(vault: Vault, listener: socket.socket, secret: str) -> None:
    while True:
        line, _address = listener.accept()
        with line:
            try:
                _answer_one(vault, line, secret)
            except (Garbled, OSError):  # cut off, too slow, or no message at all: they get no answer
                log.info("a line to the vault was cut")


def _answer_one(vault: Vault, line: socket.socket, secret: str) -> None:
    line.settimeout(SLOWEST)
    if not address.is_ours(line):
        return
    asked = receive(line)
    if asked is None:
        return
    if not hmac.compare_digest(str(asked.pop("secret", "")), secret):
        send(line, {"failed": "secret"})
        return
    send(line, _answered(vault, asked))


def _answered(vault: Vault, asked: Message) -> Message:
    connections[vault.using].close_if_unusable_or_obsolete()
    return answer(vault, asked)


def keep_connections() -> None:
    """Each thread keeps its connection; a scope never outlives the transaction that it is set in."""
    for alias in connections:
        connections[alias].settings_dict["CONN_MAX_AGE"] = None


@contextmanager
def only_vault() -> Iterator[None]:
    """One vault process for a home; waits a little for one that is just ending."""
    address.make_private(address.folder())
    end = time.monotonic() + WAITS_FOR_LOCK
    with (address.folder() / address.LOCK).open("a") as file:
        while True:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > end:
                    raise Taken(f"A vault process works for {address.folder().parent} already.") from None
                time.sleep(0.1)
        yield
