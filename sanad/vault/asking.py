"""Asking the vault process, from web, worker or command. The answer, or the refusal that it gave.

`sanad serve` starts the process; whoever finds none says so plainly, for reports can be entered without it. A command
may start one for its own time, over a line that nobody else has.
"""

import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import closing

from sanad.kit.refusals import N_, Incomplete, NotPermitted, OutOfOrder, Reason, Refused
from sanad.vault import address
from sanad.vault.looks import OverBudget
from sanad.vault.messages import VERSION, Garbled, Message, receive, send
from sanad.vault.tickets import Looker, Ticket

PATIENCE = 120.0  # seconds; an answer of a thousand values takes a tenth of one
KINDS = {kind.__name__: kind for kind in (NotPermitted, OutOfOrder, Incomplete, OverBudget)}

Line = Callable[[Message], Message]


def ask(what: str, *, by: Looker | None = None, **said: object) -> Message:
    """The vault's answer; raises what it refuses."""
    message: Message = {"version": VERSION, "ask": what, **said}
    if by is not None:
        message["reader"] = Ticket.of(by).said()
    answer = _line(message)
    if "refused" in answer:
        raise refusal_of(answer["refused"])
    if "failed" in answer:
        raise OutOfOrder.one(
            "vault_failed",
            N_("The vault could not answer; nothing was opened. Try again. If it stays so, tell your administrator."),
        )
    return answer


def may_start_one() -> None:
    """From now on this process, a command, starts a vault for its own time where none runs."""
    if _line is over_socket:
        ask_through(over_socket_or_own)


def ask_through(line: Line) -> None:
    """Ask over this line from now on; for commands, and for tests that answer in their own process."""
    global _line
    _line = line


def require_running() -> None:
    """Refuse where nothing runs that could stay unlocked: a vault of our own ends with us."""
    if _line is not over_socket and _line is not over_socket_or_own:
        return
    try:
        address.connect().close()
    except address.NotThere:
        raise OutOfOrder.one(
            "vault_not_running",
            N_("No vault runs here that could stay unlocked. Start the site first: `sanad serve`."),
        ) from None


def over_socket(message: Message) -> Message:
    """Ask the process that `sanad serve` started."""
    try:
        line = address.connect()
    except address.NotThere:
        raise _down() from None
    with closing(line):
        return _exchanged(line, {"secret": address.secret(), **message})


def over_socket_or_own(message: Message) -> Message:
    """Ask the process that runs; if there is none, one of our own."""
    try:
        line = address.connect()
    except address.NotThere:
        return _own.ask(message)
    with closing(line):
        return _exchanged(line, {"secret": address.secret(), **message})


class OwnVault:
    """A vault process for the time of this one; it ends when its line does."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._line: socket.socket | None = None
        self._child: subprocess.Popen[bytes] | None = None

    def ask(self, message: Message) -> Message:
        """Ask it, starting it first where that was not done."""
        with self._lock:
            if self._line is None or self._child is None or self._child.poll() is not None:
                self._start()
            assert self._line is not None
            return _exchanged(self._line, message)

    def _start(self) -> None:
        ours, its = socket.socketpair()
        with its:
            self._child = subprocess.Popen(
                [sys.executable, "-m", "sanad.vault.process", "--line", str(its.fileno())],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                pass_fds=(its.fileno(),),
                env={**os.environ},
            )
        if self._line is not None:
            self._line.close()
        self._line = ours


_own = OwnVault()
_line: Line = over_socket


def _exchanged(line: socket.socket, message: Message) -> Message:
    line.settimeout(PATIENCE)
    try:
        send(line, message)
        answer = receive(line)
    except (OSError, Garbled):
        raise _down() from None
    if answer is None:  # killed while it worked
        raise _down()
    return answer


def refusal_of(said: object) -> Refused:
    """A refusal that came over a line, as it was raised on the other side."""
    assert isinstance(said, dict)
    kind = KINDS.get(said["kind"], OutOfOrder)
    return kind(Reason(r["code"], r["sentence"], r["params"], r["field"]) for r in said["reasons"])


def _down() -> OutOfOrder:
    return OutOfOrder.one(
        "vault_down",
        N_(
            "The vault does not run at the moment, so sealed values cannot be opened. Reports, imports and drafts can"
            " still be entered. Try again in a minute; if it stays so, tell your administrator."
        ),
    )
