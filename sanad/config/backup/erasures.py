"""The list of what was destroyed, as a file: handed over to a restore, so that no backup brings anybody back.

It holds opaque ids only. Its last line is a hash over the rest, so that half a list is not taken for all of it.
"""

import hashlib
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

from sanad.kit.refusals import N_, Refused
from sanad.vault.queries import erased_since
from sanad.vault.rules import Tombstone

FORMAT = "sanad erasures 1"


def write_list(path: Path) -> int:
    """Write down all that this site ever destroyed; says how much it was."""
    tombstones = erased_since(None)
    part = path.with_name(f".{path.name}.part")
    with part.open("w", encoding="utf-8") as file:
        file.write(as_text(tombstones, datetime.now(UTC)))
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
    return len(tombstones)


def as_text(tombstones: list[Tombstone], at: datetime) -> str:
    """The list, one line each."""
    lines = [FORMAT, at.isoformat()]
    lines += [json.dumps([str(t.row_id), t.of, t.custodian_id, t.at.isoformat(), t.why]) for t in tombstones]
    body = "".join(f"{line}\n" for line in lines)
    return f"{body}{hashlib.sha256(body.encode()).hexdigest()}\n"


def read_list(path: Path) -> tuple[datetime, list[Tombstone]]:
    """When the list was written, and what it says; refused where it is not whole."""
    try:
        text = path.read_text(encoding="utf-8")
        body, last = text[:-65], text[-65:].strip()
        first, at, *lines = body.splitlines()
        if first != FORMAT or hashlib.sha256(body.encode()).hexdigest() != last:
            raise ValueError(first)
        return datetime.fromisoformat(at), [_tombstone(line) for line in lines]
    except FileNotFoundError:
        raise Refused.one("erasures.missing", N_("There is no list of erasures %(path)s."), path=path) from None
    except (ValueError, UnicodeDecodeError):
        raise Refused.one(
            "erasures.damaged", N_("%(path)s is not a whole list of erasures (sanad backup erasures FILE)."), path=path
        ) from None


def _tombstone(line: str) -> Tombstone:
    row_id, of, custodian, at, why = json.loads(line)
    return Tombstone(UUID(row_id), of, custodian, datetime.fromisoformat(at), why)
