"""Go through the whole ledger: was any deed edited, removed, moved, dated back, or the whole rewritten?

With --checkpoint FILE, compare with a checkpoint that somebody else held: that alone shows a ledger that was rewritten
as a whole. With --against FILE, compare leaf by leaf with an earlier export. Ends with 1 where anything is at fault.
"""

import argparse
import json
from collections.abc import Iterator
from pathlib import Path

from sanad.accounts.permissions import Permission, require
from sanad.accounts.readers import operator
from sanad.accounts.scope import scoped
from sanad.config import answers
from sanad.config.running import reader_of
from sanad.kit.refusals import N_, Refused
from sanad.ledger.findings import Finding, Kind, Verified, in_order
from sanad.ledger.queries import position_of
from sanad.ledger.tree import leaf_hash
from sanad.ledger.verifying import verify
from sanad.violations.queries.bound import unfit_judgements
from sanad.web.refusals import say

NAME = "verify"
FAULTY = 1
SHOWN = 100


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """What to compare with."""
    parser.add_argument(
        "--checkpoint", type=Path, action="append", default=[], metavar="FILE", help="a checkpoint that was held"
    )
    parser.add_argument("--against", type=Path, metavar="FILE", help="an earlier file of `sanad ledger export`")


def run(options: argparse.Namespace) -> int:
    """Verify and say what was found."""
    require(reader_of(options), Permission.LEDGER_READ)
    held = {str(path): _text(path) for path in options.checkpoint}
    earlier = _leaves(options.against) if options.against else {}
    verified = verify(held, earlier=earlier, earlier_source=str(options.against or ""))
    verified.findings = in_order([*verified.findings, *judgements()])
    answers.answer(options, _result(verified), _lines(verified))
    return FAULTY if verified.faults else 0


def judgements() -> Iterator[Finding]:
    """Judgements that are not what their deeds say."""
    with scoped(operator()):
        for unfit in unfit_judgements():
            position = position_of(unfit.deed) if unfit.deed else None
            yield Finding(
                Kind(unfit.differs), position, deed=str(unfit.deed or ""), source=f"judgement {unfit.judgement}"
            )


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (FileNotFoundError, IsADirectoryError):
        raise Refused.one("file.missing", N_("There is no file %(path)s."), path=path) from None
    except UnicodeDecodeError:
        return ""  # no note; the verification says so


def _leaves(path: Path) -> dict[int, bytes]:
    """Leaf hashes of an export, by position."""
    try:
        leaves = [json.loads(line) for line in _text(path).splitlines()[1:]]
        return {int(leaf["position"]): leaf_hash(bytes.fromhex(leaf["commitment"])) for leaf in leaves}
    except (ValueError, KeyError, TypeError):
        raise Refused.one("ledger.no_export", N_("%(path)s is not an export of a ledger."), path=path) from None


def _result(verified: Verified) -> dict[str, object]:
    return {
        "sound": not verified.faults,
        "leaves": verified.leaves,
        "root": verified.root.hex(),
        "counts": verified.counts(),
        "faults": [_plain(found) for found in verified.faults[:SHOWN]],
        "notes": [_plain(found) for found in verified.notes[:SHOWN]],
    }


def _plain(found: Finding) -> dict[str, object]:
    return {
        "kind": str(found.kind),
        "first": found.first,
        "last": found.last if found.last is not None else found.first,
        "deed": found.deed,
        "source": found.source,
        "sentence": say(found.reason()),
    }


def _lines(verified: Verified) -> Iterator[str]:
    for found in verified.findings[:SHOWN]:
        yield say(found.reason()) + (f" [{found.deed}]" if found.deed else "")
    if len(verified.findings) > SHOWN:
        yield "… " + ", ".join(f"{kind}: {number}" for kind, number in verified.counts().items())
    yield f"{verified.leaves} leaves, root {verified.root.hex()}: {'FAULTY' if verified.faults else 'sound'}"
