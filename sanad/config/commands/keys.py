"""The keys of the vault: who can unlock them, whether they are unlocked, which parties hold the escrow."""

import argparse
import getpass
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from sanad.accounts.queries.keys import KeysPage, keys_page, user_number
from sanad.accounts.queries.making_readers import office_with
from sanad.accounts.readers import Reader
from sanad.config import answers
from sanad.config.options import add_common
from sanad.config.running import running_as
from sanad.kit.refusals import N_, OutOfOrder
from sanad.vault import asking, keeping, parties

NAME = "keys"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to do with the keys."""
    deeds = parser.add_subparsers(dest="deed", required=True, metavar="DEED")
    _deed(deeds, "status", "how every key is kept, and whether it is unlocked")
    _deed(deeds, "new", "choose an own passphrase for the vault (with --as), or another one")
    _deed(deeds, "unlock", "unlock the vault with the own passphrase (with --as)")
    lock = _deed(deeds, "lock", "lock the vault")
    lock.add_argument("--remove-files", action="store_true", help="remove key files for good: only passphrases open")
    rotate = _deed(deeds, "rotate", "change the key of an office; goes on with a change that was interrupted")
    rotate.add_argument("--office", metavar="OFFICE", help="its short name (default: every office)")
    end = _deed(deeds, "end", "nobody unlocks with the passphrase of this user any more")
    end.add_argument("username", metavar="USERNAME")
    escrow = _deed(deeds, "escrow", "parties of whom any two can open the keys together")
    _escrow(escrow.add_subparsers(dest="escrow", required=True, metavar="DEED"))


def _escrow(deeds: argparse._SubParsersAction) -> None:  # type: ignore[type-arg]
    _deed(deeds, "list", "the parties, with the marks of their keys")
    new = _deed(deeds, "new-party", "take a party in; its private half goes into a file for it")
    new.add_argument("name", metavar="NAME", help="small Latin letters, such as ministry")
    new.add_argument("--out", metavar="FILE", help="where its private half goes (default: NAME.key)")
    _deed(deeds, "wrap", "wrap what is unlocked for parties that came while it was locked")
    remove = _deed(deeds, "remove", "take a party out")
    remove.add_argument("name", metavar="NAME")
    recover = _deed(deeds, "recover", "open the keys with the files of two parties")
    recover.add_argument("--party", action="append", required=True, metavar="FILE", help="given twice")
    recover.add_argument("--to-files", action="store_true", help="write the keys into key files of this site")


def _deed(deeds: argparse._SubParsersAction, name: str, text: str) -> argparse.ArgumentParser:  # type: ignore[type-arg]
    own: argparse.ArgumentParser = deeds.add_parser(name, help=text, description=text)
    add_common(own, again=True)
    return own


def run(options: argparse.Namespace) -> int:
    """Do it, in the scope of whoever asks."""
    deed = f"escrow {options.escrow}" if options.deed == "escrow" else options.deed
    with running_as(options) as reader:
        DEEDS[deed](options, reader)
    return 0


def _status(options: argparse.Namespace, reader: Reader) -> None:
    page = keys_page(reader)
    keys = [
        {
            "office": key.office,
            "version": key.version,
            "current": key.current,
            "kept": _kept(page, key.state),
            "open": key.state.open if key.state else None,
            "seconds_left": key.state.seconds_left if key.state else None,
            "unlockers": key.unlockers,
            "escrow": bool(page.pairs) and key.pairs >= page.pairs,
            "envelopes": key.state.envelopes if key.state else None,
        }
        for key in page.keys
    ]
    lines = [_line(one) for one in keys] + _weaknesses(page)
    found = {"keys": keys, "parties": _parties(page), "not_confined": list(page.not_confined)}
    answers.answer(options, found, lines or ["No key was made yet."])


def _kept(page: KeysPage, state: keeping.KeyState | None) -> str | None:
    return None if state is None else "file" if state.in_file else "passphrases"


def _line(one: Mapping[str, Any]) -> str:  # Any: what goes out as JSON
    state = {None: "not known", True: "open", False: "locked"}[one["open"]]
    if one["seconds_left"] is not None:
        state += f" for {one['seconds_left'] // 60} minutes"
    kept = {"file": "in a file (weaker)", "passphrases": "under passphrases"}.get(str(one["kept"]), "-")
    who = ", ".join(one["unlockers"]) or "nobody"
    escrow = "any two parties" if one["escrow"] else "not in escrow"
    return f"{one['office']}: version {one['version']}, {state}, {kept}; unlockers: {who}; {escrow}"


def _weaknesses(page: KeysPage) -> list[str]:
    said = {
        "dumps": "The vault's memory can be dumped on this machine.",
        "memory": "The vault's memory is not locked: encrypt the swap space, or raise LimitMEMLOCK.",
        "calls": "This machine does not let the vault shut out network and programs.",
        "network": "The database is reached over TCP, so the network stays open to the vault.",
    }
    return [said[one] for one in page.not_confined if one in said]


def _parties(page: KeysPage) -> list[dict[str, object]]:
    return [{"name": one.name, "since": one.since.isoformat(), "mark": one.fingerprint} for one in page.parties]


def _new(options: argparse.Namespace, reader: Reader) -> None:
    passphrase = _typed("Passphrase for the vault: ")
    offices = keeping.enrol(reader, passphrase, _typed("The same again: "))
    answers.answer(options, {"offices": offices}, [f"{reader.name} can unlock the keys of {_offices(offices)}."])


def _unlock(options: argparse.Namespace, reader: Reader) -> None:
    asking.require_running()
    offices = keeping.unlock(reader, _typed("Passphrase for the vault: "))
    answers.answer(options, {"offices": offices}, [f"The keys of {_offices(offices)} are unlocked."])


def _lock(options: argparse.Namespace, reader: Reader) -> None:
    locked, in_files = keeping.lock(reader, remove_files=options.remove_files)
    lines = [f"The keys of {_offices(locked)} are locked."] if locked else []
    if in_files:
        lines.append(f"The keys of {_offices(in_files)} are files and stay open: --remove-files ends that.")
    answers.answer(options, {"locked": locked, "in_files": in_files}, lines)


def _rotate(options: argparse.Namespace, reader: Reader) -> None:
    if options.office:
        office = office_with(options.office)
        wanted = [office.pk] if office else []
    else:
        wanted = sorted({key.id for key in keys_page(reader).keys})
    if not wanted or not set(wanted) <= reader.keeps:
        raise OutOfOrder.one("no_such_office_here", N_("There is no such office with keys of its own."))
    changed = [keeping.rotate(reader, one) for one in wanted]
    lines = [f"Office {one.custodian}: key version {one.version}, {one.moved} envelopes moved." for one in changed]
    if any(one.waits for one in changed):
        lines.append("Work that began before goes on under an old key: run this once more when it has ended.")
    answers.answer(options, {"changed": [vars(one) for one in changed]}, lines)


def _end(options: argparse.Namespace, reader: Reader) -> None:
    user = user_number(options.username)
    if user is None:
        raise OutOfOrder.one("no_user", N_("There is no user %(user)s."), user=options.username)
    wraps = keeping.end_unlocker(reader, user)
    answers.answer(options, {"wraps": wraps}, [f"{options.username} unlocks nothing any more."])


def _list(options: argparse.Namespace, reader: Reader) -> None:
    page = keys_page(reader)
    lines = [f"{one.name}: mark {one.fingerprint}, since {one.since:%Y-%m-%d}" for one in page.parties]
    answers.answer(options, {"parties": _parties(page)}, lines or ["There are no parties yet."])


def _new_party(options: argparse.Namespace, reader: Reader) -> None:
    path = Path(options.out or f"{options.name}.key")
    public = parties.make_file(path)
    try:
        waiting = keeping.new_party(reader, options.name, public)
    except BaseException:  # refused or stopped: no file stays that belongs to no party
        path.unlink(missing_ok=True)
        raise
    lines = [
        f"{path} is the private half of {options.name}: hand it over, and keep no copy.",
        f"Mark of its key: {parties.fingerprint(public)}",
    ]
    answers.answer(options, {"file": str(path), "waiting": waiting}, [*lines, *_waiting(waiting)])


def _wrap(options: argparse.Namespace, reader: Reader) -> None:
    waiting = keeping.wrap_for_parties(reader)
    answers.answer(
        options, {"waiting": waiting}, _waiting(waiting) or ["Every key is in escrow with every two parties."]
    )


def _waiting(offices: list[int]) -> list[str]:
    if not offices:
        return []
    return [f"Locked: {_offices(offices)}. Unlock them and run `sanad keys escrow wrap`."]


def _remove(options: argparse.Namespace, reader: Reader) -> None:
    wraps = keeping.remove_party(reader, options.name)
    answers.answer(options, {"wraps": wraps}, [f"{options.name} holds no part any more."])


def _recover(options: argparse.Namespace, reader: Reader) -> None:
    if not options.to_files:
        asking.require_running()
    privates = [parties.read_file(Path(one)) for one in options.party]
    offices = keeping.recover(reader, privates, to_files=options.to_files)
    where = "written into key files" if options.to_files else "unlocked"
    answers.answer(options, {"offices": offices}, [f"The keys of {_offices(offices)} are {where}."])


def _offices(some: list[int]) -> str:
    return "1 office" if len(some) == 1 else f"{len(some)} offices"


def _typed(question: str) -> str:
    """A passphrase from the keyboard, unseen; or a line of standard input."""
    if sys.stdin.isatty():
        return getpass.getpass(question)
    return sys.stdin.readline().rstrip("\n")


DEEDS: dict[str, Callable[[argparse.Namespace, Reader], None]] = {
    "status": _status,
    "new": _new,
    "unlock": _unlock,
    "lock": _lock,
    "rotate": _rotate,
    "end": _end,
    "escrow list": _list,
    "escrow new-party": _new_party,
    "escrow wrap": _wrap,
    "escrow remove": _remove,
    "escrow recover": _recover,
}
