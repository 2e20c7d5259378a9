"""Web, worker and vault under one parent: they start together and end together, whoever ends first.

Only the vault is started again when it ends: without it reports still come in.
"""

import ctypes
import fcntl
import os
import select
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import IO

from sanad.config import answers

DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of the Linux kernel
STOPPING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)
PATIENCE = 15.0  # seconds that children have to finish what they do
GRACE = "10"
REST = 5.0  # seconds between two starts of what is started again
LOOPBACK = {"0.0.0.0": "127.0.0.1", "::": "::1"}


class Busy(RuntimeError):
    """The address, or the home, is taken."""


class Stopped(BaseException):
    """Somebody asked to stop. Not an Exception: nothing on the way may swallow it."""


@contextmanager
def stoppable() -> Iterator[None]:
    """Inside, the signals that ask to stop raise Stopped; afterwards they are ignored, for a stop takes its time."""

    def stop(number: int, frame: FrameType | None) -> None:
        for each in STOPPING:
            signal.signal(each, signal.SIG_IGN)
        raise Stopped

    for each in STOPPING:
        signal.signal(each, stop)
    with suppress(Stopped):
        yield


def listen(address: str) -> socket.socket:
    """Take the address before anything else is done, so that a busy one is said at once."""
    host, _, port = address.rpartition(":")
    host = host.strip("[]") or "127.0.0.1"
    if not port.isdigit() or not 0 < int(port) < 65536:
        raise Busy(f"{address} is not an address: give HOST:PORT.")
    listener = socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, int(port)))
        listener.listen(256)
    except OSError as error:
        listener.close()
        raise Busy(f"Cannot listen on {address}: {error.strerror}. Choose another with --bind HOST:PORT.") from None
    return listener


@contextmanager
def only_server_of(home: Path) -> Iterator[None]:
    """One server for a home; the file holds its process number for `sanad stop`."""
    with (home / "run" / "serve.pid").open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(f"{home} is served already: `sanad stop` ends that.") from None
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        yield


def stop_server_of(home: Path) -> bool:
    """Ask the server of a home to stop and wait until it has; says whether there was one."""
    try:
        file = (home / "run" / "serve.pid").open("r")
    except FileNotFoundError:
        return False
    with file:
        if _is_free(file):
            return False
        os.kill(int(file.read()), signal.SIGTERM)
        end = time.monotonic() + 2 * PATIENCE
        while not _is_free(file):
            if time.monotonic() > end:
                raise Busy(f"The server of {home} does not stop.")
            time.sleep(0.05)
    return True


def _is_free(file: IO[str]) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    fcntl.flock(file, fcntl.LOCK_UN)
    return True


@dataclass
class Family:
    """The children of the server. Those that the others can do without for a while are started again."""

    children: dict[str, subprocess.Popen[bytes]] = field(default_factory=dict)
    spare: dict[str, tuple[str, ...]] = field(default_factory=dict)  # how to start them again
    not_before: float = 0.0

    def add(self, name: str, module: str, *words: str, listener: socket.socket | None = None, **more: str) -> None:
        """Start a child in a session of its own: Ctrl-C reaches the parent only, which then stops all in order.

        `more`: what only this child finds in its environment.
        """
        self.children[name] = subprocess.Popen(
            [sys.executable, "-m", module, *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env={**_environment(), **more},
            start_new_session=True,
            preexec_fn=_die_with_parent,
            pass_fds=(listener.fileno(),) if listener else (),
        )

    def add_spare(self, name: str, module: str, *words: str) -> None:
        """Start a child that is started again whenever it ends."""
        self.spare[name] = (module, *words)
        self.add(name, module, *words)

    def ended(self) -> str | None:
        """The name of a child that is no more and that the others need."""
        return next((n for n, child in self.children.items() if n not in self.spare and child.poll() is not None), None)

    def watch(self) -> None:
        """Wait until a child ends; asking to stop interrupts this."""
        while (name := self.ended()) is None:
            self.start_again()
            time.sleep(0.2)
        answers.complain(f"{name} ended with {self.children[name].returncode}; stopping the rest.")

    def start_again(self) -> None:
        """Start what ended and can be started again, not faster than every few seconds."""
        for name, words in self.spare.items():
            if self.children[name].poll() is not None and time.monotonic() >= self.not_before:
                answers.complain(f"{name} ended with {self.children[name].returncode}; it is started again.")
                self.not_before = time.monotonic() + REST
                self.add(name, *words)

    def stop(self) -> None:
        """End all children, gently first."""
        for child in self.children.values():
            if child.poll() is None:
                child.terminate()
        end = time.monotonic() + PATIENCE
        for child in self.children.values():
            try:
                child.wait(max(0.1, end - time.monotonic()))
            except subprocess.TimeoutExpired:
                with suppress(ProcessLookupError):
                    os.killpg(child.pid, signal.SIGKILL)
                child.wait()


def _environment() -> dict[str, str]:
    """Children keep their compiled files whatever the shell says: it takes 2 s off the next start."""
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {**kept, "SANAD_BUILT_STATIC": "1"}


def _die_with_parent() -> None:
    """The kernel sends SIGTERM to the child when this parent dies, even by kill -9."""
    ctypes.CDLL(None, use_errno=True).prctl(DIE_WITH_PARENT, signal.SIGTERM, 0, 0, 0)


GUNICORN = (
    *("--worker-class", "gthread", "--threads", "4"),
    *("--timeout", "120", "--graceful-timeout", GRACE),
    *("--preload", "--log-level", "warning", "--no-control-socket"),
    *("--logger-class", "sanad.config.server_log.ServerLog"),
)


def start_room(family: Family, listener: socket.socket, host: str, certificate: Path, key: Path) -> None:
    """Start the server of a room: by TLS, at an address of its own, with the doors of gatherings only."""
    family.add(
        "room",
        "gunicorn",
        "sanad.config.wsgi",
        *("--bind", f"fd://{listener.fileno()}", "--workers", "1", *GUNICORN),
        *("--certfile", str(certificate), "--keyfile", str(key)),
        listener=listener,
        SANAD_ROOM=host,
    )


def start(family: Family, listener: socket.socket) -> None:
    """Start vault, web and worker, and wait until the first page is answered."""
    family.add_spare("vault", "sanad.vault.process")
    family.add(
        "web",
        "gunicorn",
        "sanad.config.wsgi",
        *("--bind", f"fd://{listener.fileno()}", "--workers", "2", *GUNICORN),
        listener=listener,
    )
    family.add(
        "worker",
        *("django", "procrastinate", "worker", "--concurrency", "2", "--shutdown-graceful-timeout", GRACE),
        *("--delete-jobs", "successful"),  # one a minute numbers deeds: what is done leaves no row behind
    )
    wait_for_a_page(family, listener)


def wait_for_a_page(family: Family, listener: socket.socket) -> None:
    """Ask for a page and wait, as a browser would; the first one also brings the program into memory."""
    host, port, *_ = listener.getsockname()
    with socket.create_connection((LOOPBACK.get(host, host), port), timeout=5) as browser:
        browser.sendall(b"GET / HTTP/1.0\r\nHost: 127.0.0.1\r\n\r\n")
        while family.ended() is None and not select.select([browser], [], [], 0.1)[0]:
            pass
