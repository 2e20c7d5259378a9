"""Back up everything, encrypted: `sanad backup PATH`. The server itself cannot read the file.

`sanad backup recipients [new FILE | add LINE | list]` says for whom, `sanad backup status` how old backups and drills
are, `sanad backup drill FILE` takes in the result of `sanad restore --verify`, `sanad backup erasures FILE` writes the
list that a restore asks for.
"""

import argparse
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.utils.translation import gettext as _

from sanad.config import answers
from sanad.config.backup import actions
from sanad.config.backup.erasures import write_list
from sanad.config.backup.recipients import new_identity, recipients_of
from sanad.config.backup.saving import Made, make_backup
from sanad.config.backup.standing import standing
from sanad.config.running import reader_of, running_as
from sanad.kit.refusals import N_, Incomplete

NAME = "backup"
ENDING = ".sanad.age"
TOLD_EVERY = 5.0  # seconds


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Where to, or what else."""
    parser.add_argument(
        "words",
        nargs="+",
        metavar="PATH",
        help="file or folder; or: recipients [new FILE | add LINE | list], status, drill FILE, erasures FILE",
    )
    parser.add_argument("--keep", type=int, metavar="N", help="in a folder: afterwards remove all but the newest N")


def needs_site(options: argparse.Namespace) -> bool:
    """A key is made on another machine, where no site is."""
    return options.words[:2] != ["recipients", "new"]


def run(options: argparse.Namespace) -> int:
    """Make a backup, or do what the first word says."""
    word, *rest = options.words
    if word in DEEDS:
        return DEEDS[word](options, rest)
    if rest:
        raise wrong_words()
    return _make(options, Path(word))


def wrong_words() -> Incomplete:
    """What is said to words that fit nowhere."""
    return Incomplete.one("backup.words", N_("Say where to: sanad backup PATH, or see sanad backup --help."))


def _make(options: argparse.Namespace, path: Path) -> int:
    by = reader_of(options)
    actions.require_operator(by)
    folder = path if path.is_dir() else None
    if folder is not None:
        path = folder / f"{datetime.now(UTC):%Y%m%d-%H%M%S}{ENDING}"
    made = make_backup(path, tell=_progress())
    actions.note_made(made, by=by)
    removed = keep_newest(folder, options.keep) if folder is not None and options.keep else 0
    for name in made.missing:
        answers.complain(_("The original %(name)s is gone or damaged on disk.") % {"name": name})
    answers.answer(options, {**_plain(made), "removed": removed}, _lines(made))
    return 1 if made.missing else 0


def _progress() -> Callable[[int], None]:
    last = [time.monotonic()]

    def tell(done: int) -> None:
        now = time.monotonic()
        if now - last[0] >= TOLD_EVERY:
            last[0] = now
            answers.tell(_("%(megabytes)s MB are saved.") % {"megabytes": f"{done // 10**6:,}"})

    return tell


def keep_newest(folder: Path, number: int) -> int:
    """Remove the oldest backups of a folder; their names begin with their time."""
    old = sorted(folder.glob(f"[0-9]*{ENDING}"))[: -max(1, number)]
    for file in old:
        file.unlink()
    return len(old)


def _plain(made: Made) -> dict[str, object]:
    return {
        "backup": str(made.id),
        "path": str(made.path),
        "sha256": made.sha256,
        "bytes": made.size,
        "rows": made.rows,
        "originals": made.originals,
        "missing": list(made.missing),
        "seconds": round(made.seconds, 2),
    }


def _lines(made: Made) -> list[str]:
    size = f"{made.size / 10**6:,.1f} MB"
    return [
        f"{made.path}: {made.rows:,} rows, {made.originals:,} originals, {size}, {made.seconds:.1f} s.",
        f"SHA-256 {made.sha256}",
        "Proven it is only by `sanad restore --verify` on another machine, where the key is.",
    ]


def _recipients(options: argparse.Namespace, rest: list[str]) -> int:
    match rest:
        case ["new", file]:
            return _new_key(options, Path(file))
        case ["add", *words] if words:
            with running_as(options) as by:
                actions.take_recipient(" ".join(words), by=by)
        case [] | ["list"]:
            pass
        case _:
            raise wrong_words()
    found = [one.line() for one in recipients_of(settings.SANAD_HOME)]
    answers.answer(options, {"recipients": found}, found or ["Nobody yet: no backup can be made."])
    return 0


def _new_key(options: argparse.Namespace, file: Path) -> int:
    """Make a key file, on the machine where backups will be restored; needs no site."""
    line = new_identity(file).recipient().line()
    answers.answer(
        options,
        {"key_file": str(file), "public": line},
        [f"The key is in {file}: keep it off the server. On the server:", f"  sanad backup recipients add '{line}'"],
    )
    return 0


def _status(options: argparse.Namespace, rest: list[str]) -> int:
    if rest:
        raise wrong_words()
    now = standing()
    found = now.plain()
    lines = [f"{name}: {found[name]}" for name in ("backup", "drill")]
    answers.answer(options, found, [*lines, f"good: {now.is_good}"])
    return 0 if now.is_good else 1


def _drill(options: argparse.Namespace, rest: list[str]) -> int:
    if len(rest) != 1:
        raise wrong_words()
    with running_as(options) as by:
        drill = actions.take_drill(Path(rest[0]), by=by)
    answers.answer(
        options, drill.plain(), [f"Taken in: the backup {drill.backup} is {'good' if drill.good else 'NOT good'}."]
    )
    return 0


def _erasures(options: argparse.Namespace, rest: list[str]) -> int:
    if len(rest) != 1:
        raise wrong_words()
    with running_as(options) as by:
        actions.require_operator(by)
        number = write_list(Path(rest[0]))
    answers.answer(options, {"path": rest[0], "erasures": number}, [f"{number} erasures are listed in {rest[0]}."])
    return 0


DEEDS: dict[str, Callable[[argparse.Namespace, list[str]], int]] = {
    "recipients": _recipients,
    "status": _status,
    "drill": _drill,
    "erasures": _erasures,
}
