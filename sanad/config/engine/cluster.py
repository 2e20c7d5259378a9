"""The embedded server: start it or join it, leave it, stop it."""

from __future__ import annotations

import fcntl
import os
import re
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any

import psycopg

from sanad.config.engine import configuration, folders, leftovers, roles
from sanad.config.engine.folders import EngineError

RECOVERY = 120.0  # seconds; after a crash the server first replays its log
HELD = re.compile(r"lock file|shared memory|still in use|no reason given")
WENT_WRONG = re.compile(r"error:|FATAL:|PANIC:|could not")
ATTEMPTS = 20  # children of a killed server hold its lock for a moment


class EmbeddedPostgres:
    """One PostgreSQL server whose data lie in `home`/pg, shared by every process that joins it."""

    def __init__(self, home: Path, *, fast: bool = False):
        self.home = Path(home).absolute()
        self.data = self.home / "pg"
        self.log = self.home / "logs" / "postgres.log"
        self.fast = fast
        self.sockets = folders.socket_folder(self.home)
        self._process: subprocess.Popen[bytes] | None = None
        self._joined: IO[str] | None = None

    def start(self) -> EmbeddedPostgres:
        """Start the server, or join the one that already runs on this folder."""
        self.programs = folders.binaries()
        self.runs_as = folders.system_user(self.data)
        folders.prepare(self.home, self.data, self.sockets, self.programs, self.runs_as)
        try:
            with self._alone():
                self._make_cluster()
                if not self.answers():
                    leftovers.clear(self.data, self.sockets)
                    self._spawn()
                with psycopg.connect(self.address("postgres", "postgres"), autocommit=True) as connection:
                    roles.apply(connection)
                self._join()
        except OSError as error:
            raise EngineError(folders.unusable(self.home, error)) from error
        except psycopg.Error as error:
            raise EngineError(f"The database does not answer as it should; read {self.log}.") from error
        return self

    def leave(self) -> bool:
        """Stop the server if nobody else has joined it; says whether it was stopped."""
        with self._alone():
            if self._joined is None:
                return False
            self._joined.close()
            self._joined = None
            with (self.home / ".engine.joined").open("a") as file:
                try:
                    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
                except BlockingIOError:
                    return False
                self.stop()
        return True

    def stop(self, patience: float = 30.0) -> bool:
        """Fast stop: roll back open work, checkpoint, end. Says whether a server ran."""
        number = leftovers.running_server(self.data)
        if number is None:
            return False
        os.kill(number, signal.SIGINT)
        end = time.monotonic() + patience
        while self._still_runs(number):
            if time.monotonic() > end:
                os.kill(number, signal.SIGQUIT)
                break
            time.sleep(0.02)
        with suppress(OSError):  # one in the folder for temporary files would be left there for ever
            self.sockets.rmdir()
        return True

    def answers(self) -> bool:
        """Whether our server, on our data, takes connections."""
        try:
            with psycopg.connect(self.address("postgres", "postgres"), connect_timeout=3) as connection:
                row = connection.execute("show data_directory").fetchone()
        except psycopg.OperationalError:
            return False
        return row is not None and Path(row[0]).resolve() == self.data.resolve()

    def address(self, role: str = roles.APP, database: str = roles.DATABASE) -> str:
        """How libpq finds it."""
        return f"host={self.sockets} user={role} dbname={database}"

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Starts and stops wait for each other; the kernel lets go of the lock even after kill -9."""
        with (self.home / ".engine.lock").open("a") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    def _join(self) -> None:
        if self._joined is None:
            self._joined = (self.home / ".engine.joined").open("a")
            fcntl.flock(self._joined, fcntl.LOCK_SH)

    def _make_cluster(self) -> None:
        if not (self.data / "PG_VERSION").exists():
            # Beside, then renamed: a first start that was killed leaves no half cluster behind.
            beside = self.data.with_name("pg.part")
            shutil.rmtree(beside, ignore_errors=True)
            beside.mkdir(mode=0o700)
            if os.geteuid() == 0:
                os.chown(beside, self.runs_as.pw_uid, self.runs_as.pw_gid)
            self._initdb(beside)
            self.data.rmdir()
            beside.rename(self.data)
        names = {configuration.system_name(os.geteuid()), self.runs_as.pw_name}
        configuration.write(self.data, sockets=self.sockets, fast=self.fast, system_names=names)

    def _initdb(self, folder: Path) -> None:
        command = [str(self.programs / "initdb"), *configuration.INITDB, "-D", str(folder)]
        done = subprocess.run(command, capture_output=True, text=True, check=False, **self._as_server())
        if done.returncode:
            lines = [line.strip() for line in done.stderr.splitlines() if WENT_WRONG.search(line)]
            raise EngineError(f"The database could not be made in {self.data}: {(lines or ['no reason given'])[0]}")

    def _spawn(self) -> None:
        end = time.monotonic() + RECOVERY
        attempts = 0
        while time.monotonic() < end:
            if self._process is None:
                self._process = self._server()
            if self.answers():
                return
            if self._process.poll() is not None:
                self._process = None
                attempts += 1
                if attempts >= ATTEMPTS or not HELD.search(self._last_words()):
                    raise EngineError(f"The database did not start: {self._last_words()} (see {self.log})")
                time.sleep(0.3)
            time.sleep(0.03)
        raise EngineError("The database is still recovering from a crash: wait a few minutes, then try again.")

    def _server(self) -> subprocess.Popen[bytes]:
        with self.log.open("ab") as log:
            return subprocess.Popen(
                [str(self.programs / "postgres"), "-D", str(self.data)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,  # Ctrl-C in the terminal must not reach it
                **self._as_server(),
            )

    def _as_server(self) -> dict[str, Any]:  # Any: keyword arguments of subprocess
        path = os.environ.get("PATH", "/usr/bin:/bin")
        how: dict[str, Any] = {"cwd": self.sockets, "env": {"PATH": path, "LC_ALL": "C.UTF-8", "TZ": "UTC"}}
        if os.geteuid() == 0:
            how.update(user=self.runs_as.pw_uid, group=self.runs_as.pw_gid, extra_groups=[])
        return how

    def _last_words(self) -> str:
        lines = self.log.read_text(errors="replace").splitlines()[-20:]
        reasons = [found[1].strip() for line in lines if (found := re.search(r"(?:FATAL|PANIC): (.*)", line))]
        return reasons[-1] if reasons else "no reason given"

    def _still_runs(self, number: int) -> bool:
        if self._process is not None and self._process.pid == number:
            return self._process.poll() is None
        return leftovers.is_alive(number) and leftovers.running_server(self.data) == number
