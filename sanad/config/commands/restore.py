"""Restore a backup where its key is: `sanad restore PATH --identity KEYFILE --verify` proves that it can be done.

It works in a folder of its own with its own database; a backup that was cut or changed by one byte is refused and
leaves nothing behind. With --into HOME a good one becomes a site there. --verify writes a signed result for the server.
"""

import argparse
import hashlib
from datetime import UTC, datetime
from pathlib import Path

from django.utils.translation import gettext as _

from sanad.config import answers, serving
from sanad.config.backup.drills import Drill, signed
from sanad.config.backup.erasures import read_list
from sanad.config.backup.recipients import Identity, identity_in
from sanad.config.backup.restoring import Restored, restore
from sanad.kit.refusals import N_, Incomplete, OutOfOrder, Refused
from sanad.vault.rules import Tombstone

NAME = "restore"
NEEDS_SITE = False
SHOWN = 20
STOPPED = 143  # 128 and the signal that asks to stop


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Which file, with which key, and what for."""
    parser.add_argument("path", metavar="PATH", type=Path)
    parser.add_argument("--identity", metavar="KEYFILE", type=Path, required=True, help="the key that opens it")
    parser.add_argument("--verify", action="store_true", help="a drill: prove it, write a signed result")
    parser.add_argument("--into", metavar="HOME", type=Path, help="make a site there")
    parser.add_argument(
        "--erasures", metavar="FILE", type=Path, help="what was destroyed since (sanad backup erasures)"
    )
    parser.add_argument("--without-erasures", action="store_true", help="there is no such list any more")
    parser.add_argument("--result", metavar="FILE", type=Path, help="the signed result (default: PATH.drill)")


def run(options: argparse.Namespace) -> int:
    """Restore, prove, say what was found; asked to stop, it ends its database and removes what it wrote."""
    with serving.stoppable():
        return _restored(options)
    return STOPPED


def _restored(options: argparse.Namespace) -> int:
    if not options.verify and options.into is None:
        raise Incomplete.one("restore.what_for", N_("Say what for: --verify, --into HOME, or both."))
    if not options.path.is_file():
        raise Refused.one("backup.missing", N_("There is no backup %(path)s."), path=options.path)
    identity = identity_in(options.identity)
    erased = _erased(options)
    into = options.into.absolute() if options.into else None
    restored = restore(options.path, identity, into=into, erased=erased)
    result = _result(options, identity, restored) if options.verify else None
    return _answer(options, restored, into, result)


def _erased(options: argparse.Namespace) -> list[Tombstone]:
    if options.erasures is not None:
        at, erased = read_list(options.erasures)
        answers.tell(_("%(number)s erasures, listed %(at)s.") % {"number": len(erased), "at": at.date()})
        return erased
    if options.into is not None and not options.without_erasures:
        raise Incomplete.one(
            "restore.no_erasures",
            N_(
                "Who was erased after this backup would come back. Give the list of the site with --erasures FILE"
                " (sanad backup erasures FILE), or say --without-erasures if there is none any more."
            ),
        )
    return []


def _result(options: argparse.Namespace, identity: Identity, restored: Restored) -> Path:
    file: Path = options.result or options.path.with_name(f"{options.path.name}.drill")
    with options.path.open("rb") as backup:
        sha256 = hashlib.file_digest(backup, "sha256").hexdigest()
    drill = Drill(
        backup=restored.header["id"],
        sha256=sha256,
        at=datetime.now(UTC),
        good=not restored.problems,
        rows=sum(restored.trailer["database"]["rows"].values()),
        originals=restored.trailer["originals"]["number"],
        sampled=restored.found["sampled"],
        erased_again=restored.found["erased_again"],
        problems=len(restored.problems),
    )
    file.write_text(signed(drill, identity), encoding="utf-8")
    return file


def _answer(options: argparse.Namespace, restored: Restored, into: Path | None, result: Path | None) -> int:
    good = not restored.problems
    found = {
        "good": good,
        "backup": restored.header["id"],
        "made_at": restored.header["made_at"],
        "rows": sum(restored.trailer["database"]["rows"].values()),
        "originals": restored.trailer["originals"]["number"],
        "sampled": restored.found["sampled"],
        "erased_again": restored.found["erased_again"],
        "problems": restored.problems,
        "home": str(into) if into and good else None,
        "result": str(result) if result else None,
    }
    for problem in restored.problems[:SHOWN]:
        answers.complain(problem)
    lines = [
        f"{name}: {value}" for name, value in found.items() if name not in ("good", "problems") and value is not None
    ]
    answers.answer(options, found, [*lines, "good" if good else "NOT good"])
    if not good and into is not None:
        raise OutOfOrder.one("restore.not_good", N_("This backup is not good; no site was made of it."))
    return 0 if good else 1
