"""Run by `tests.scratch.Runner` on a scratch site: everything is loaded once, each command runs in a child of its own.

Reads one JSON object for each line: {"words", "limit", "before"} starts a command and answers with its process number;
at its end follows {"code", "out", "err"}. {"kill": number} kills it in between.
"""

import contextlib
import json
import os
import resource
import select
import signal
import sys
import tempfile
import traceback
from pathlib import Path

from sanad.config import command


def main() -> None:
    """Serve until nobody asks any more."""
    command.django.setup()
    for _name, module in command.COMMANDS:
        command.load(module)
    from django.db import connections

    say("ready")
    while line := sys.stdin.readline():
        asked = json.loads(line)
        if "kill" in asked:  # it had ended before
            continue
        connections.close_all()
        with tempfile.TemporaryDirectory() as folder:
            child = os.fork()
            if child == 0:
                _run(asked, Path(folder))
            say(str(child))
            code = _ended(child)
            said = {name: _text(Path(folder) / name) for name in ("out", "err")}
        say(json.dumps({"code": code, **said}))


def say(line: str) -> None:
    """One line for whoever asked."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def _run(asked: dict, folder: Path) -> None:
    """In the child: run the command and leave without a word more."""
    for number, name in ((1, "out"), (2, "err")):
        handle = os.open(folder / name, os.O_WRONLY | os.O_CREAT)
        os.dup2(handle, number)
    code = 70
    try:
        if asked["limit"] is not None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (asked["limit"], asked["limit"]))
        exec(asked["before"], {})
        code = command.main(asked["words"])
    except SystemExit as ended:
        code = int(ended.code or 0)
    except BaseException:
        traceback.print_exc()
    finally:
        with contextlib.suppress(Exception):
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code)


def _ended(child: int) -> int:
    """Wait for the child; kill it if that is asked for meanwhile."""
    while True:
        number, status = os.waitpid(child, os.WNOHANG)
        if number:
            return os.waitstatus_to_exitcode(status)
        if select.select([sys.stdin], [], [], 0.002)[0]:
            sys.stdin.readline()
            with contextlib.suppress(ProcessLookupError):
                os.kill(child, signal.SIGKILL)
            _, status = os.waitpid(child, 0)
            return os.waitstatus_to_exitcode(status)


def _text(path: Path) -> str:
    return path.read_text(errors="replace") if path.exists() else ""


if __name__ == "__main__":
    main()
